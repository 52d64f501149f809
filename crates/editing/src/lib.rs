//! What the editors of a dataset need, in a browser too: spreadsheets in and out, and merging.

pub mod json;
pub mod spreadsheet;
