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
mod citation;
mod comparison;
mod date;
mod decimal;
mod edtf;
mod export;
mod format;
mod known_on;
mod language;
mod ledger;
mod localize;
mod provenance;
mod read;
mod read_errors;
mod scale;
mod timeline;
mod views;
