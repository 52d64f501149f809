//! Dates as precise as they were reported, and no more: EDTF (ISO 8601-2) level 1.
//!
//! No clock, no time of day and no time zone: a date is a span of whole days. "Today" is never asked for here.
//!
//! ```
//! use figure_tracker_core::date::Date;
//!
//! let date = Date::parse("../2022-01-15").unwrap();
//! assert_eq!(date.earliest(), None);
//! assert_eq!(date.latest().unwrap().ymd(), (2022, 1, 15));
//! let wrong = Date::parse("2022-02-30").unwrap_err();
//! assert_eq!(wrong.to_string(), "`2022-02-30` is not a day: February 2022 has 28 days");
//! ```

mod day;
mod error;
mod parse;
mod serde;

use std::fmt;

pub use day::Day;
use day::padded;
pub use error::DateError;
pub(crate) use error::MONTHS;

/// A date as reported: a point (a year, a month, a day ...), or the stretch between two of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    start: Bound,
    /// Put apart, for few dates have one, and there may be many dates.
    end: Option<Box<Bound>>,
}

/// One end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Without end (`..`).
    Open,
    /// Nothing is known of this end (written as nothing at all).
    Unknown,
    /// As far as is known.
    At(Point),
}

/// A span of the calendar, with what is known of its certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// Which span.
    pub span: Span,
    /// Whether it was inferred and not stated (`?`, `%`).
    pub uncertain: bool,
    /// Whether it is approximate (`~`, `%`).
    pub approximate: bool,
}

/// A span of the calendar that has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// `20XX`, by its first year.
    Century(i32),
    /// `202X`, by its first year.
    Decade(i32),
    /// `2022`
    Year(i32),
    /// `2022-XX`: one month of the year, not known which.
    SomeMonth(i32),
    /// `2022-XX-XX`: one day of the year, not known which.
    SomeDayOfYear(i32),
    /// `2022-01`
    Month(i32, u8),
    /// `2022-21`
    Season(i32, Season),
    /// `2022-01-XX`: one day of the month, not known which.
    SomeDay(i32, u8),
    /// `2022-01-15`
    Day(Day),
}

/// A season as the north has it: three whole months, winter running into the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// `21`: March to May.
    Spring,
    /// `22`: June to August.
    Summer,
    /// `23`: September to November.
    Autumn,
    /// `24`: December to February.
    Winter,
}

impl Season {
    /// Its first month; it stands in place of the month as 21 to 24.
    fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Date {
    /// Reads EDTF level 1, without times of day and years of more than four digits.
    ///
    /// # Errors
    /// Anything else; the error says what is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        parse::date(text)
    }

    /// Where it starts.
    pub fn start(&self) -> Bound {
        self.start
    }

    /// Where it ends; none where it is a point and not an interval.
    pub fn end(&self) -> Option<Bound> {
        self.end.as_deref().copied()
    }

    /// The first day it can mean; none where it is open or unknown on that side.
    pub fn earliest(&self) -> Option<Day> {
        self.start.days().map(|(first, _)| first)
    }

    /// The last day it can mean; none where it is open or unknown on that side.
    pub fn latest(&self) -> Option<Day> {
        self.end.as_deref().unwrap_or(&self.start).days().map(|(_, last)| last)
    }

    /// The day, where it is one single day, certain or not.
    pub fn day(&self) -> Option<Day> {
        self.earliest().filter(|day| self.latest() == Some(*day))
    }

    /// Whether it or an end of it was inferred and not stated.
    pub fn is_uncertain(&self) -> bool {
        self.has_point(|point| point.uncertain)
    }

    /// Whether it or an end of it is approximate.
    pub fn is_approximate(&self) -> bool {
        self.has_point(|point| point.approximate)
    }

    fn has_point(&self, is_sought: fn(&Point) -> bool) -> bool {
        let is_at = |bound: &Bound| matches!(bound, Bound::At(point) if is_sought(point));
        is_at(&self.start) || self.end.as_deref().is_some_and(is_at)
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        let point = Point { span: Span::Day(day), uncertain: false, approximate: false };
        Self { start: Bound::At(point), end: None }
    }
}

impl Bound {
    /// The point it is at, if it is known.
    pub fn point(self) -> Option<Point> {
        match self {
            Self::At(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }

    /// The first and the last day of the point it is at.
    fn days(&self) -> Option<(Day, Day)> {
        match self {
            // Nearly all are, and of many figures each is asked often.
            Self::At(Point { span: Span::Day(day), .. }) => Some((*day, *day)),
            Self::At(point) => Some(point.span.days()),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Span {
    /// Its first and its last day.
    pub fn days(self) -> (Day, Day) {
        let years = |from, to| (Day::clamped(from, 1, 1), Day::clamped(to, 12, 31));
        match self {
            Self::Century(year) => years(year, year.saturating_add(99)),
            Self::Decade(year) => years(year, year.saturating_add(9)),
            Self::Year(year) | Self::SomeMonth(year) | Self::SomeDayOfYear(year) => years(year, year),
            Self::Month(year, month) | Self::SomeDay(year, month) => {
                (Day::clamped(year, month, 1), Day::clamped(year, month, 31))
            }
            Self::Season(year, Season::Winter) => {
                let end = Day::clamped(year.saturating_add(1), 2, 31);
                // The last winter of all ends with the last day of all.
                (Day::clamped(year, 12, 1), end.max(Day::clamped(year, 12, 31)))
            }
            Self::Season(year, season) => {
                let first = season.first_month();
                (Day::clamped(year, first, 1), Day::clamped(year, first + 2, 31))
            }
            Self::Day(day) => (day, day),
        }
    }
}

impl Date {
    /// As canonical EDTF.
    pub fn text(&self) -> String {
        match &self.end {
            Some(end) => [&self.start.text(), "/", &end.text()].concat(),
            None => self.start.text(),
        }
    }
}

/// [`Date::text`].
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Bound {
    fn text(self) -> String {
        match self {
            Self::Open => "..".to_owned(),
            Self::Unknown => String::new(),
            Self::At(point) => point.text(),
        }
    }
}

impl Point {
    fn text(self) -> String {
        let sign = match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        };
        self.span.text() + sign
    }
}

impl Span {
    /// As canonical EDTF.
    fn text(self) -> String {
        match self {
            Self::Century(year) => padded(year.div_euclid(100), 2) + "XX",
            Self::Decade(year) => padded(year.div_euclid(10), 3) + "X",
            Self::Year(year) => padded(year, 4),
            Self::SomeMonth(year) => padded(year, 4) + "-XX",
            Self::SomeDayOfYear(year) => padded(year, 4) + "-XX-XX",
            Self::Month(year, month) => [&padded(year, 4), "-", &padded(month.into(), 2)].concat(),
            Self::Season(year, season) => Self::Month(year, 20 + season.first_month() / 3).text(),
            Self::SomeDay(year, month) => Self::Month(year, month).text() + "-XX",
            Self::Day(day) => day.text(),
        }
    }
}
