//! Fanning out: marks that would coincide are moved sideways, so that each is seen and can be reached.
//!
//! The rule, in the order of the file: a mark keeps its place unless one before it stands within [`NEAR`] of it in
//! both directions. Then it moves right to the first place that is a step away from all of those, if that is no
//! further than [`LIMIT`], else left likewise, else the step is halved. The same figures in the same order always
//! stand in the same places.

use crate::small::sort_by;

/// Closer than this, in both directions, two marks coincide.
pub const NEAR: f64 = 6.0;
/// How far a mark may be moved before marks are rather set closer.
pub const LIMIT: f64 = 48.0;
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

/// The x of each mark. `near` is how close marks may come, `step` how far apart they are set.
pub fn fan(seats: &[Seat], near: f64, step: f64) -> Vec<f64> {
    let mut taken: Vec<Seat> = Vec::with_capacity(seats.len());
    for seat in seats {
        let level = |other: &&Seat| other.y.0 - seat.y.1 < near && seat.y.0 - other.y.1 < near;
        let mut rivals: Vec<f64> = taken.iter().filter(level).map(|other| other.x).collect();
        sort_by(&mut rivals, |a, b| a < b);
        taken.push(Seat { x: free(seat, &rivals, near, step), ..*seat });
    }
    taken.iter().map(|seat| seat.x).collect()
}

fn free(seat: &Seat, rivals: &[f64], near: f64, step: f64) -> f64 {
    if rivals.iter().all(|rival| (rival - seat.x).abs() >= near) {
        return seat.x;
    }
    let mut step = step;
    for _ in 0..HALVINGS {
        if let Some(place) = beside(seat, rivals, step, LIMIT) {
            return place;
        }
        step /= 2.0;
    }
    let last = beside(seat, rivals, step, LIMIT).or_else(|| beside(seat, rivals, step, f64::INFINITY));
    last.unwrap_or(seat.x)
}

fn beside(seat: &Seat, rivals: &[f64], step: f64, limit: f64) -> Option<f64> {
    let close = |x: f64, rival: f64| (x - rival).abs() < step - 1e-6;
    let right = rivals.iter().fold(seat.x, |x, rival| if close(x, *rival) { rival + step } else { x });
    let left = rivals.iter().rev().fold(seat.x, |x, rival| if close(x, *rival) { rival - step } else { x });
    let right = Some(right).filter(|x| *x <= seat.room.1.min(seat.x + limit));
    right.or(Some(left).filter(|x| *x >= seat.room.0.max(seat.x - limit)))
}
