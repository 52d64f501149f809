//! Any bytes as a sheet: what comes in goes out and comes in again as it was; never a panic.
#![no_main]

use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::Day;
use figure_tracker_editing::spreadsheet::{self, ReadOptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let empty = format::Dataset { format: FormatVersion, language: "en".to_owned(), ..format::Dataset::default() };
    let import = |bytes: &[u8]| {
        spreadsheet::import(&[bytes], &ReadOptions::default(), empty.clone(), Day::from_number(20_454), &|_| {}).dataset
    };
    if let Some(first) = import(bytes) {
        let rows = spreadsheet::export(&first, b',');
        assert_eq!(import(rows.as_bytes()).as_ref(), Some(&first));
    }
});
