//! The native tests: names are sentences, `cargo test --test spec` runs them all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod chart;
mod check;
mod cli;
mod clock;
mod date;
mod editors;
mod examples;
mod export;
mod fuzz;
mod house;
mod import;
mod read;
mod scale;
mod sheet;
mod site;
mod view;
mod words;
