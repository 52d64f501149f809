//! Fanning out: marks that would coincide are moved sideways, so that each is seen and can be reached.
//!
//! The rule, in the order of the file: a mark keeps its place unless one before it stands near it in both
//! directions. Then it moves right to the first place that is a step away from all of those, if that is no further
//! than [`LIMIT`], else left likewise, else the step is halved. Where marks stand dense, near, step and limit shrink
//! ([`Fan::dense`]): among a thousand marks none may stand months from its day. The same figures in the same
//! order always stand in the same places.

use crate::small::sort_by;

/// Closer than this, in both directions, two marks coincide.
pub const NEAR: f64 = 6.0;
/// How far a mark may be moved before marks are rather set closer.
pub const LIMIT: f64 = 48.0;
/// Lengths are rounded to a tenth of a pixel: at less than this, two marks could come to one place.
const LEAST: f64 = 0.12;
/// How often the step is halved.
const HALVINGS: i32 = 6;

/// The place a mark would like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// Its x.
    pub x: f64,
    /// Its upper and lower y, the same for a mark that is not a range.
    pub y: (f64, f64),
    /// The least and the largest x it may be moved to.
    pub room: (f64, f64),
}

/// How far marks are moved.
#[derive(Clone, Copy, Debug)]
pub struct Fan {
    /// Closer than this, in both directions, marks coincide.
    pub near: f64,
    /// How far apart they are set.
    pub step: f64,
    /// How far one may be moved before they are rather set closer.
    pub limit: f64,
}

impl Fan {
    /// For marks of this radius, of which there is one in so many pixels.
    pub fn dense(spacing: f64, radius: f64) -> Self {
        let near = (spacing - 1.0).clamp(0.5, NEAR);
        let share = near / NEAR;
        Self { near, step: ((radius * 2.0 + 1.0) * share).max(near), limit: (LIMIT * share * share).max(2.0) }
    }

    /// The x of each mark.
    pub fn places(&self, seats: &[Seat]) -> Vec<f64> {
        let mut taken: Vec<Seat> = Vec::with_capacity(seats.len());
        for seat in seats {
            let near = self.near;
            let level = |other: &&Seat| other.y.0 - seat.y.1 < near && seat.y.0 - other.y.1 < near;
            let mut rivals: Vec<f64> = taken.iter().filter(level).map(|other| other.x).collect();
            sort_by(&mut rivals, |a, b| a < b);
            taken.push(Seat { x: self.free(seat, &rivals), ..*seat });
        }
        taken.iter().map(|seat| seat.x).collect()
    }

    fn free(&self, seat: &Seat, rivals: &[f64]) -> f64 {
        if rivals.iter().all(|rival| (rival - seat.x).abs() >= self.near) {
            return seat.x;
        }
        let mut step = self.step;
        for _ in 0..=HALVINGS {
            if let Some(place) = beside(seat, rivals, step.max(LEAST), self.limit) {
                return place;
            }
            step /= 2.0;
        }
        beside(seat, rivals, (step * 2.0).max(LEAST), f64::INFINITY).unwrap_or(seat.x)
    }
}

fn beside(seat: &Seat, rivals: &[f64], step: f64, limit: f64) -> Option<f64> {
    let close = |x: f64, rival: f64| (x - rival).abs() < step - 1e-6;
    let right = rivals.iter().fold(seat.x, |x, rival| if close(x, *rival) { rival + step } else { x });
    let left = rivals.iter().rev().fold(seat.x, |x, rival| if close(x, *rival) { rival - step } else { x });
    let right = Some(right).filter(|x| *x <= seat.room.1.min(seat.x + limit));
    right.or(Some(left).filter(|x| *x >= seat.room.0.max(seat.x - limit)))
}
