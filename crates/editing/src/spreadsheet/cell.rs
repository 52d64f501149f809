//! What people type into a cell, and what it means: numbers, qualifiers, dates, units, addresses. Nothing is guessed:
//! what can be read in two ways is refused, with both, and no help offers another number than the cell holds.

pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod digits;
mod error;
pub(crate) mod number_cell;
pub(crate) mod phrase;
pub(crate) mod quantity;
mod remark;
pub(crate) mod term;
pub(crate) mod unit;

pub(crate) use error::{CellError, shortened};
