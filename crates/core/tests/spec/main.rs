//! The tests of the core: names are sentences.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod catalogs;
mod chart;
mod comparison;
mod date;
mod decimal;
mod edtf;
mod format;
mod known_on;
mod language;
mod localize;
mod read;
mod read_errors;
mod scale;
mod timeline;
mod views;
