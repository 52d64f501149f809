//! What the editors of a dataset need, in a browser too: diagnostics, rules, spreadsheets in and out, and merging.

mod declaration;
mod diagnose;
pub mod diagnostic;
mod document;
mod file_tree;
mod findings;
mod hash;
pub mod json;
mod lines;
mod located;
mod parallel;
mod place;
mod report;
mod rules;
pub mod schema;
mod shape;
pub mod spreadsheet;
pub mod suggestion;
mod syntax;
mod tree;

pub use diagnose::{diagnose, diagnose_errors, diagnose_errors_and_dates};
