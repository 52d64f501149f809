//! What people type into a cell, and what it means: numbers, qualifiers, dates, units. Nothing is guessed: what
//! can be read in two ways is refused, with both.

pub(super) mod currency;
pub(super) mod date;
pub(super) mod digits;
pub(super) mod phrase;
pub(super) mod quantity;
pub(super) mod unit;
