//! The spreadsheet form of a dataset: records in, records out, and records merged into a dataset that is there.
//!
//! Read the modules in the order of an import: a `table` is read into cells, the `cell` parsers give them a
//! meaning, a `record` is one row so understood, `matching` finds out which records are one figure and which of
//! them are in the dataset already, `merge` writes them into it, and `report` says what was changed and what is
//! wrong. It reads and writes texts, never files, and knows no clock: the day of an import is an argument.

mod cell;
mod export;
mod import;
mod import_step;
mod matching;
mod merge;
mod record;
mod report;
mod table;
mod text;

pub use export::{export, export_without_formulas};
pub use import::{Import, import};
pub use import_step::ImportStep;
pub use matching::id_of;
pub use report::{Change, Changes, Edit, RowPosition};
pub use table::{
    COLUMNS, Column, DelimitedRows, MAX_COLUMNS, MAX_FILE, MAX_ROWS, MAX_UNPACKED, QuoteError, ReadOptions,
    SheetName, TableRow, encoding_name,
};
