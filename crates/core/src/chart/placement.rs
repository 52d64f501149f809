//! Label placement: which of a few candidates touches no obstacle.
//!
//! Obstacles are kept by the columns of pixels they cover, so that a candidate is compared with its neighbours
//! alone, however many there are.

use super::geometry::{Point, Rect};
use super::label::Label;

/// The width in pixels of a column of the index.
const COLUMN_WIDTH: f64 = 16.0;
/// The most columns of the index: whatever lies further right is in the last one.
const MAX_COLUMNS: usize = 256;
/// The least distance between two labels on one line, in pixels.
const LABEL_DISTANCE: f64 = 3.0;
/// Marks closer than this stand together.
const TOGETHER: f64 = 12.0;
/// How many times as far a label is from other marks as from its own, at least.
const MIN_DISTANCE_RATIO: f64 = 1.4;

/// Rectangles by the columns that they cover.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ObstacleIndex {
    columns: Vec<Vec<Rect>>,
}

impl ObstacleIndex {
    /// Adds an obstacle.
    pub(super) fn insert(&mut self, rect: Rect) {
        let (first, last) = (column_of(rect.left), column_of(rect.right()));
        if self.columns.len() <= last {
            self.columns.resize_with(last + 1, Vec::new);
        }
        for column in self.columns.iter_mut().take(last + 1).skip(first) {
            column.push(rect);
        }
    }

    /// Adds the rectangle of a label and the space beside it, if there is one.
    pub(super) fn insert_label(&mut self, label: Option<&Label>) {
        if let Some(label) = label {
            let rect = label.rect();
            let width = rect.width + 2.0 * LABEL_DISTANCE;
            self.insert(Rect { left: rect.left - LABEL_DISTANCE, width, ..rect });
        }
    }

    /// Adds all obstacles of another index.
    pub(super) fn extend_from(&mut self, other: &Self) {
        if self.columns.len() < other.columns.len() {
            self.columns.resize_with(other.columns.len(), Vec::new);
        }
        for (column, more) in self.columns.iter_mut().zip(&other.columns) {
            column.extend_from_slice(more);
        }
    }

    /// Returns whether a rectangle touches no obstacle.
    pub(super) fn is_clear(&self, rect: &Rect) -> bool {
        let (first, last) = (column_of(rect.left), column_of(rect.right()));
        let columns = self.columns.iter().take(last + 1).skip(first);
        columns.flatten().all(|obstacle| !obstacle.touches(rect))
    }
}

fn column_of(x: f64) -> usize {
    // A cast from a float saturates: what is left of the drawing is in the first column.
    ((x / COLUMN_WIDTH) as usize).min(MAX_COLUMNS - 1)
}

/// Where there is room for labels.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct LabelSpace {
    /// Where labels may stand.
    pub(super) inside: Rect,
    /// The radius of a mark.
    pub(super) radius: f64,
    /// The middles of all marks, from left to right.
    pub(super) marks: Vec<Point>,
    /// What no label may touch.
    pub(super) obstacles: ObstacleIndex,
    /// What a label should rather not touch.
    pub(super) soft_obstacles: ObstacleIndex,
}

impl LabelSpace {
    /// Returns the first candidate that touches no obstacle, rather one that touches no soft obstacle either.
    pub(super) fn first_free(&self, candidates: Vec<Label>) -> Option<Label> {
        self.first_free_beside(candidates, &ObstacleIndex::default())
    }

    /// Does the same with obstacles of the caller's own.
    pub(super) fn first_free_beside(&self, candidates: Vec<Label>, others: &ObstacleIndex) -> Option<Label> {
        let is_free = |rect: &Rect| {
            rect.is_within(&self.inside) && self.obstacles.is_clear(rect) && others.is_clear(rect)
        };
        let mut second_best = None;
        for candidate in candidates {
            let rect = candidate.rect();
            if !is_free(&rect) {
                continue;
            }
            if self.soft_obstacles.is_clear(&rect) {
                return Some(candidate);
            }
            second_best = second_best.or(Some(candidate));
        }
        second_best
    }

    /// Returns whether a label is so much nearer to its own mark than to any other that nobody takes it for
    /// another's. Of marks that stand together it is enough that none is nearer.
    pub(super) fn belongs_to(&self, label: &Label, own: Point) -> bool {
        let rect = label.rect();
        let distance = rect.distance_to(own);
        let reach = (distance * MIN_DISTANCE_RATIO).max(TOGETHER);
        let is_distinct = |mark: &Point| {
            let is_together = (mark.x - own.x).hypot(mark.y - own.y) < TOGETHER;
            let least = if is_together { distance } else { distance * MIN_DISTANCE_RATIO };
            rect.distance_to(*mark) + 0.1 > least
        };
        let first = self.marks.partition_point(|mark| mark.x < rect.left - reach);
        let near = self.marks.iter().skip(first).take_while(|mark| mark.x <= rect.right() + reach);
        near.into_iter().all(is_distinct)
    }
}
