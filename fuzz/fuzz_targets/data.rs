//! Any bytes as a data file: checked, read and exported where they have no error; never a panic.
#![no_main]

use figure_tracker_core::dataset;
use figure_tracker_core::date::Day;
use figure_tracker_editing::diagnostic::any_error;
use figure_tracker_editing::{diagnose, json, spreadsheet};
use figure_tracker_editing::spreadsheet::ReadOptions;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if any_error(&diagnose(bytes)) {
        return;
    }
    assert!(dataset::read(bytes).is_ok(), "a check passes what can't be read");
    if let Ok(text) = std::str::from_utf8(bytes) {
        let Ok(before) = json::read_dataset(text) else { panic!("a check passes what can't be read") };
        let rows = spreadsheet::export(&before, b',');
        let again = spreadsheet::import(&[rows.as_bytes()], &ReadOptions::default(), before, Day::from_number(20_454), &|_| {});
        assert!(again.changes.added.is_empty() || again.dataset.is_none());
    }
});
