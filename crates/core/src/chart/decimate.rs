//! Drops what no screen shows of a line: in one column of pixels it keeps no more than covers the same pixels, so that
//! the length of a path depends on the width of the drawing and not on the number of figures.

use super::geometry::Point;

/// With no more corners than this in a column of pixels none is dropped.
const MAX_CORNERS: usize = 5;
/// With no more stretches than this in a column of pixels none are merged.
const MAX_STRETCHES: usize = 2;
/// Stretches that are no further apart than this, in pixels, become one.
const MAX_GAP: f64 = 1.0;

/// Decimates the stretches of a line, which follow one another in time.
pub(super) fn decimate(stretches: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let same_column = |one: &Vec<Point>, other: &Vec<Point>| {
        own_column(one).is_some_and(|column| own_column(other) == Some(column))
    };
    let mut decimated = Vec::new();
    for group in stretches.chunk_by(same_column) {
        if group.len() <= MAX_STRETCHES {
            decimated.extend(group.iter().map(|stretch| decimate_stretch(stretch)));
        } else {
            decimated.extend(merge_stretches(group));
        }
    }
    decimated
}

/// Returns the column of pixels in which all of a stretch lies, if there is one.
fn own_column(stretch: &[Point]) -> Option<f64> {
    let (first, last) = (column_of(stretch.first()?), column_of(stretch.last()?));
    (first == last).then_some(first)
}

fn column_of(point: &Point) -> f64 {
    point.x.floor()
}

/// Keeps of each column the first and the last height and the extremes.
fn decimate_stretch(stretch: &[Point]) -> Vec<Point> {
    let columns = stretch.chunk_by(|one, other| column_of(one) == column_of(other));
    columns.flat_map(decimate_column).collect()
}

fn decimate_column(column: &[Point]) -> Vec<Point> {
    let (Some(first), Some(last)) = (column.first(), column.last()) else { return Vec::new() };
    if column.len() <= MAX_CORNERS {
        return column.to_vec();
    }
    let (top, bottom) = vertical_extent(column);
    let mut corners: Vec<Point> =
        [first.y, top, bottom, last.y].into_iter().map(|y| Point { x: first.x, y }).collect();
    corners.push(*last);
    corners.dedup();
    corners
}

/// Merges stretches that lie in one column of pixels where they overlap.
fn merge_stretches(group: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let Some(x) = group.first().and_then(|stretch| stretch.first()).map(|point| point.x) else {
        return Vec::new();
    };
    let mut extents: Vec<(f64, f64)> = group.iter().map(|stretch| vertical_extent(stretch)).collect();
    extents.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut merged: Vec<(f64, f64)> = Vec::new();
    for (top, bottom) in extents {
        match merged.last_mut().filter(|last| top <= last.1 + MAX_GAP) {
            Some(last) => last.1 = last.1.max(bottom),
            None => merged.push((top, bottom)),
        }
    }
    merged.into_iter().map(|(top, bottom)| vec![Point { x, y: top }, Point { x, y: bottom }]).collect()
}

fn vertical_extent(points: &[Point]) -> (f64, f64) {
    let extend = |(top, bottom): (f64, f64), point: &Point| (top.min(point.y), bottom.max(point.y));
    points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), extend)
}
