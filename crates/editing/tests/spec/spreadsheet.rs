//! The spreadsheet form: cells as people type them, rows as statements, and back again.

mod cells;
mod csv;
mod ids;
mod merge;
mod roundtrip;
mod speed;
mod statements;

use figure_tracker_core::dataset::raw;
use figure_tracker_editing::spreadsheet::{self, Fault, Import};

/// An empty data set in English.
pub(crate) fn empty() -> raw::Dataset {
    raw::Dataset {
        format: 1,
        id: "test".to_owned(),
        title: "Test".into(),
        language: "en".to_owned(),
        ..raw::Dataset::default()
    }
}

/// Imports a sheet into a data set on 2 May 2024.
pub(crate) fn into(before: &raw::Dataset, csv: &str) -> Import {
    spreadsheet::import(&[csv.as_bytes()], before, "2024-05-02", &|_| {})
}

/// Imports a sheet that has no fault into a data set.
#[track_caller]
pub(crate) fn merged(before: &raw::Dataset, csv: &str) -> (raw::Dataset, spreadsheet::Changes) {
    let import = into(before, csv);
    (import.dataset.unwrap_or_else(|| panic!("{}", faults(&import.faults))), import.changes)
}

/// Imports a sheet that has no fault.
#[track_caller]
pub(crate) fn fresh(csv: &str) -> raw::Dataset {
    merged(&empty(), csv).0
}

/// What is wrong with a sheet, a line each.
pub(crate) fn wrong(csv: &str) -> String {
    faults(&into(&empty(), csv).faults)
}

pub(crate) fn faults(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}
