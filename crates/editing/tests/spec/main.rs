//! The tests of what editors need: names are sentences.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod diagnose;
mod diagnostic;
mod spreadsheet;
mod two_readers;
