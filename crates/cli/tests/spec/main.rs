//! The tests of the command line: names are sentences.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod bundled;
mod cli;
mod editors;
mod examples;
mod export;
mod fuzz;
mod import;
mod render;
mod workbook;
