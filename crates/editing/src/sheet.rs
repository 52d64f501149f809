//! The spreadsheet form of a data set: rows in, rows out, and rows into a file that is there already.
//!
//! Native only. It reads and writes texts, never files, and knows no clock: the day of an import is an argument.

mod apply;
mod cell;
mod change;
mod column;
pub mod csv;
mod decimal;
mod directory;
mod documents;
mod encoding;
mod export;
mod fault;
mod figure_id;
mod import;
pub mod json;
mod metrics;
mod moved;
mod naming;
mod read;
mod row;
mod slug;
mod statement;
mod status;
mod text;

pub use change::{Change, Changes, Edit};
pub use column::{COLUMNS, Column};
pub use export::export;
pub use fault::{At, Fault};
pub use import::{Import, import};

/// The id that a text gives: readable, and the same for the same text.
pub fn id_of(text: &str) -> String {
    match slug::slug(text) {
        id if id.is_empty() => format!("data-{}", slug::hash(text, 6)),
        id => id,
    }
}
