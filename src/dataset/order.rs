//! Time order: undated first, then by the latest day on which something can have been said.

use crate::date::{Date, Day};

/// What a dated thing is sorted by. Without date it comes first; one without latest day ("or later") comes
/// last; the earliest day decides between equals, and after it the order in the file.
pub(super) fn time_key(date: Option<&Date>) -> (u8, Option<Day>, Option<Day>) {
    let Some(date) = date else { return (0, None, None) };
    let latest = date.latest();
    (if latest.is_some() { 1 } else { 2 }, latest, date.earliest())
}
