//! What the editors of a dataset need, in a browser too: diagnostics, spreadsheets in and out, and merging.

pub mod diagnostic;
pub mod json;
pub mod spreadsheet;
