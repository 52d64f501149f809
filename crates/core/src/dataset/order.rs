//! Order: what stands first in time, and first in a file.
//!
//! Everything that is sorted by numbers is sorted by the one [`sorted`], because each kind of thing that is
//! sorted on its own costs the widget three kilobytes.

use crate::date::{Date, Day};

/// What something is sorted by: by the first, then by the second, then as it stood.
pub type Key = (i64, i64);

/// The indices of things in the order of their keys.
pub fn sorted(keys: &mut dyn Iterator<Item = Key>) -> Vec<usize> {
    let mut order: Vec<(Key, usize)> = keys.enumerate().map(|(index, key)| (key, index)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

/// What a dated thing is sorted by. Without date it comes first; then by its latest day, one without latest day
/// ("or later") last; then by its earliest day.
pub(super) fn time_key(date: Option<&Date>) -> Key {
    let Some(date) = date else { return (i64::MIN, i64::MIN) };
    let number = |day: Option<Day>, none| day.map_or(none, |day| i64::from(day.number()));
    (number(date.latest(), i64::MAX), number(date.earliest(), i64::MIN + 1))
}
