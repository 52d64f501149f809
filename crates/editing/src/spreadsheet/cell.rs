//! What people type into a cell, and what it means: numbers, qualifiers, dates, units. Nothing is guessed: what
//! can be read in two ways is refused, with both.

pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod digits;
pub(crate) mod phrase;
pub(crate) mod quantity;
pub(crate) mod term;
pub(crate) mod unit;
