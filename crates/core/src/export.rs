//! What is shown of a metric as a file that a reader takes along: rows for a spreadsheet, or a dataset that can be drawn and
//! imported again. Both have exactly the figures that they are given.

mod csv;
mod json;

pub use csv::{safe_text, write_csv};
pub use json::write_json;
