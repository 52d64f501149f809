//! Any bytes as a sheet: what comes in goes out and comes in again as it was; never a panic.
#![no_main]

use figure_tracker_core::dataset::raw;
use figure_tracker_editing::spreadsheet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let empty = raw::Dataset { format: 1, language: "en".to_owned(), ..raw::Dataset::default() };
    let import = |bytes: &[u8]| spreadsheet::import(&[bytes], &empty, "2026-01-01", &|_| {}).dataset;
    if let Some(first) = import(bytes) {
        let rows = spreadsheet::export(&first, b',');
        assert_eq!(import(rows.as_bytes()).as_ref(), Some(&first));
    }
});
