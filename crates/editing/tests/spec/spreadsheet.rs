//! The spreadsheet form: cells as people type them, rows as statements, and back again.

mod cells;
mod csv;
mod ids;
mod merge;
mod roundtrip;
mod speed;
mod statements;
mod workbook;

use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::Day;
use figure_tracker_editing::diagnostic::Diagnostic;
use figure_tracker_editing::spreadsheet::{self, Import, ReadOptions};

/// An empty data set in English.
pub(crate) fn empty() -> format::Dataset {
    format::Dataset {
        format: FormatVersion,
        id: "test".to_owned(),
        title: "Test".into(),
        language: "en".to_owned(),
        ..format::Dataset::default()
    }
}

/// Imports a sheet into a data set on 2 May 2024.
pub(crate) fn into(before: &format::Dataset, csv: &str) -> Import {
    spreadsheet::import(&[csv.as_bytes()], &ReadOptions::default(), before.clone(), day(), &|_| {})
}

/// Imports a sheet that has no fault into a data set.
#[track_caller]
pub(crate) fn merged(before: &format::Dataset, csv: &str) -> (format::Dataset, spreadsheet::Changes) {
    let import = into(before, csv);
    (import.dataset.unwrap_or_else(|| panic!("{}", lines(&import.diagnostics))), import.changes)
}

/// Imports a sheet that has no fault.
#[track_caller]
pub(crate) fn fresh(csv: &str) -> format::Dataset {
    merged(&empty(), csv).0
}

/// What is wrong with a sheet, a line each.
pub(crate) fn wrong(csv: &str) -> String {
    lines(&into(&empty(), csv).diagnostics)
}

/// Diagnostics, a line each.
pub(crate) fn lines(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// The day of every import here: 2 May 2024.
pub(crate) fn day() -> Day {
    Day::from_ymd(2024, 5, 2).unwrap()
}
