//! Any text as a date: what can be read is written as it was read; never a panic.
#![no_main]

use figure_tracker_core::date::Date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = Date::parse(text) {
        assert_eq!(Date::parse(&date.to_string()), Ok(date));
    }
});
