//! The native tests: names are sentences, `cargo test --test spec` runs them all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod build;
mod house;
mod layout;
mod questions;
mod reading;
mod shelf;
mod view;
