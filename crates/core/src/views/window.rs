//! Which part of a long list of counts is drawn, and how much room the rest takes: a window of rows around what is seen.

use std::ops::Range;

use super::CountGroup;

/// The height of a row, in CSS pixels at the type size of 16.
const ROW_HEIGHT: usize = 56;
/// The height of a heading, likewise.
const HEADING_HEIGHT: usize = 44;
/// The most lines of a long list that are drawn.
pub const WINDOW_LINES: usize = 28;
/// A window moves by so many lines.
const WINDOW_STEP: usize = 7;

/// The part of a list that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountWindow {
    /// The groups that are drawn, cut to the window, each with the place of its first metric in the whole list.
    pub groups: Vec<(usize, CountGroup)>,
    /// The height of what is above it, in CSS pixels at the type size of 16.
    pub above: usize,
    /// The height of what is below it.
    pub below: usize,
}

/// The places in a list of `count` rows that are drawn where the one at `position` is seen: all of a list of at most
/// `lines` lines.
pub fn window_around(position: usize, count: usize, lines: usize, columns: usize) -> Range<usize> {
    let size = lines * columns;
    if count <= size {
        return 0..count;
    }
    let step = WINDOW_STEP * columns;
    let start = (position.saturating_sub(size / 2) / step * step).min(count - size);
    start..start + size
}

/// Cuts groups to a window. A group begins with a full line, so that rows stay in their columns.
pub fn cut_to_window(groups: &[CountGroup], window: &Range<usize>, columns: usize) -> CountWindow {
    let columns = columns.max(1);
    let mut cut = CountWindow { groups: Vec::new(), above: 0, below: 0 };
    let mut position = 0;
    for CountGroup { group, metrics } in groups {
        let skipped = window.start.saturating_sub(position) / columns * columns;
        let end = window.end.saturating_sub(position).min(metrics.len());
        let is_passed = skipped >= metrics.len();
        if end == 0 {
            cut.below += group_height(metrics.len(), columns);
        } else if is_passed {
            cut.above += group_height(metrics.len(), columns);
        } else {
            cut.above += lines(skipped, columns) * ROW_HEIGHT;
            cut.below += (lines(metrics.len(), columns) - lines(end, columns)) * ROW_HEIGHT;
            let drawn = metrics.get(skipped..end).unwrap_or_default().to_vec();
            cut.groups.push((position + skipped, CountGroup { group: *group, metrics: drawn }));
        }
        position += metrics.len();
    }
    cut
}

/// Returns the place of the row that stands at a share of the height of a list, from 0 to 1.
pub fn position_at(groups: &[CountGroup], share: f64, columns: usize) -> usize {
    let columns = columns.max(1);
    let heights = groups.iter().map(|group| group_height(group.metrics.len(), columns));
    let mut left = share.clamp(0.0, 1.0) * heights.sum::<usize>() as f64;
    let mut position = 0;
    for CountGroup { metrics, .. } in groups {
        let height = group_height(metrics.len(), columns) as f64;
        if left < height {
            let line = ((left - HEADING_HEIGHT as f64) / ROW_HEIGHT as f64).max(0.0) as usize;
            return position + (line * columns).min(metrics.len().saturating_sub(1));
        }
        left -= height;
        position += metrics.len();
    }
    position.saturating_sub(1)
}

fn group_height(count: usize, columns: usize) -> usize {
    HEADING_HEIGHT + lines(count, columns) * ROW_HEIGHT
}

fn lines(count: usize, columns: usize) -> usize {
    count.div_ceil(columns)
}
