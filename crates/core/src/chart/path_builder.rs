//! Builds the path of a step line: level and upright segments, in stretches where the line is broken.

use super::decimate::decimate;
use super::geometry::Point;

/// Collects the stretches of a line, corner by corner.
#[derive(Default)]
pub(super) struct PathBuilder {
    stretches: Vec<Vec<Point>>,
    current: Vec<Point>,
}

impl PathBuilder {
    /// Goes on at the same height.
    pub(super) fn hold_until(&mut self, x: f64) {
        let Some(last) = self.current.last().copied() else { return };
        if last.x == x {
            return;
        }
        let goes_straight = self.current.iter().rev().nth(1).is_some_and(|before| before.y == last.y);
        if goes_straight {
            self.current.pop();
        }
        self.current.push(Point { x, ..last });
    }

    /// Goes on at the same height, then up or down to the point.
    pub(super) fn step_to(&mut self, point: Point) {
        self.hold_until(point.x);
        if self.current.last() != Some(&point) {
            self.current.push(point);
        }
    }

    /// Goes on at the same height, and ends.
    pub(super) fn break_at(&mut self, x: f64) {
        self.hold_until(x);
        self.stretches.push(std::mem::take(&mut self.current));
    }

    /// Goes on at the same height, ends, and starts anew at the point; goes on where that is the same height.
    pub(super) fn restart_at(&mut self, point: Point) {
        if self.current.last().is_none_or(|last| last.y != point.y) {
            self.break_at(point.x);
        }
        self.step_to(point);
    }

    /// Returns where it stands; none where it has not started or is broken.
    pub(super) fn end(&self) -> Option<Point> {
        self.current.last().copied()
    }

    /// Returns all stretches that can be seen, decimated.
    pub(super) fn finish(mut self) -> Vec<Vec<Point>> {
        self.stretches.push(self.current);
        self.stretches.retain(|stretch| stretch.len() > 1);
        decimate(&self.stretches)
    }
}
