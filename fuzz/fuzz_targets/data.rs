//! Any bytes as a data file: read, checked, exported where they are sound; never a panic.
#![no_main]

use figure_tracker_core::dataset;
use figure_tracker_editing::spreadsheet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if dataset::read_bytes(bytes).dataset.is_some()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        let (before, _) = dataset::open(text);
        let rows = spreadsheet::export(&before, b',');
        let again = spreadsheet::import(&[rows.as_bytes()], &before, "2026-01-01", &|_| {});
        assert!(again.changes.added.is_empty() || again.dataset.is_none());
    }
});
