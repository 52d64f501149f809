//! Dates as precise as they were reported, and no more: EDTF (ISO 8601-2) level 1.
//!
//! No clock and no time zone: a date is a span of whole days. "Today" is never asked for here.

use std::fmt;

/// A day of the proleptic Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A date as reported.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    start: Bound,
    end: Option<Bound>,
}

/// One end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Nothing is known of this end (`..`).
    Open,
    /// A year, a month or a day.
    At(Point),
}

/// A year, a month or a day, with what is known of its certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12, where given.
    pub month: Option<u8>,
    /// The day of the month, where given.
    pub day: Option<u8>,
    /// Whether it was inferred and not stated (`?`).
    pub uncertain: bool,
    /// Whether it is approximate (`~`).
    pub approximate: bool,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    message: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}
