//! What a cell shows of its number: a date as precise as its number format, a share in percent, billions as `bn`.
//!
//! A date is shown with the parts that the format names, a number with all its digits and with the words and signs that
//! the format puts beside it. No more digits are taken off than a program keeps: fifteen count.

use crate::spreadsheet::cell::digits::unmistakable;
use crate::spreadsheet::cell::phrase;
use figure_tracker_core::date::Day;
use figure_tracker_core::decimal::Decimal;

/// The number format of a cell: one section, or several of which the value chooses one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CellFormat {
    pub(super) sections: Vec<Section>,
}

/// A part of a number format, and for which values it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    /// For any value where there is none.
    pub(super) condition: Option<Condition>,
    pub(super) shows: Shows,
}

/// A comparison of the value with a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) comparison: Comparison,
    pub(super) number: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Less,
    AtMost,
    Equal,
    NotEqual,
    AtLeast,
    More,
}

/// How a section shows a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Shows {
    /// The number as it is.
    #[default]
    Plain,
    Date(DateParts),
    Number(NumberParts),
}

/// Which parts of a date are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DateParts {
    pub(super) year: bool,
    pub(super) month: bool,
    pub(super) day: bool,
    pub(super) time: bool,
}

/// How a number is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberParts {
    /// What stands before the number.
    pub(super) before: String,
    /// What stands behind it.
    pub(super) after: String,
    /// By which power of ten the number is multiplied: 2 for percent.
    pub(super) percent: i32,
    /// By which power of a thousand it is divided.
    pub(super) thousands: i32,
    /// How many digits are shown behind the point; all of them where it isn't said.
    pub(super) decimals: Option<usize>,
}

/// A cell as a text, and what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ShownCell {
    pub(super) text: String,
    pub(super) remark: Option<ShownRemark>,
}

/// What differs between what a cell shows and what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownRemark {
    /// It holds more digits than it shows.
    Rounded,
    /// It shows a word for another power of ten than the number is divided by.
    OtherScale,
}

impl Condition {
    fn holds(self, value: f64) -> bool {
        match self.comparison {
            Comparison::Less => value < self.number,
            Comparison::AtMost => value <= self.number,
            Comparison::Equal => value == self.number,
            Comparison::NotEqual => value != self.number,
            Comparison::AtLeast => value >= self.number,
            Comparison::More => value > self.number,
        }
    }
}

/// From which day programs count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Epoch {
    /// Day 1 is 1 January 1900, and a 29 February 1900 is counted.
    Of1900,
    /// Day 0 is 1 January 1904.
    Of1904,
}

impl Epoch {
    /// Returns the day of a serial number and the seconds of that day.
    fn day(self, serial: f64) -> Option<(Day, u32)> {
        let seconds = (serial * 86_400.0).round();
        if !(0.0..2_958_466.0 * 86_400.0).contains(&seconds) {
            return None;
        }
        let (days, of_day) = ((seconds / 86_400.0).floor(), seconds.rem_euclid(86_400.0));
        let start = match self {
            Self::Of1900 if days < 60.0 => Day::from_ymd(1899, 12, 31)?,
            Self::Of1900 => Day::from_ymd(1899, 12, 30)?,
            Self::Of1904 => Day::from_ymd(1904, 1, 1)?,
        };
        Some((Day::from_number(start.number() + days as i32), of_day as u32))
    }
}

impl CellFormat {
    /// Returns what a cell shows that holds a number, or a date that is kept as a number.
    pub(super) fn show(&self, value: f64, epoch: Epoch) -> ShownCell {
        match self.shows(value) {
            Some(Shows::Date(parts)) => match epoch.day(value) {
                Some((day, seconds)) => ShownCell { text: parts.show(day, seconds), remark: None },
                None => ShownCell { text: plain_number(value), remark: None },
            },
            Some(Shows::Number(parts)) => parts.show(value),
            Some(Shows::Plain) | None => NumberParts::default().show(value),
        }
    }

    /// Returns what a cell shows that holds a date as a text, such as `2022-01-15T10:30:00`: as much of it as its format
    /// names, and the text itself where it is no date.
    pub(super) fn show_iso_date(&self, text: &str) -> String {
        let (date, time) = text.split_once('T').unwrap_or((text, ""));
        let mut parts = time.split([':', '.', 'Z']).map(|part| part.parse::<u32>().unwrap_or(0).min(59));
        let mut next = || parts.next().unwrap_or(0);
        let seconds = next() * 3600 + next() * 60 + next();
        parse_day(date).map_or_else(|| text.to_owned(), |day| self.show_date(day, seconds))
    }

    fn show_date(&self, day: Day, seconds: u32) -> String {
        let parts = match self.shows(1.0) {
            Some(Shows::Date(parts)) => *parts,
            _ => DateParts { year: true, month: true, day: true, time: true },
        };
        parts.show(day, seconds)
    }

    fn shows(&self, value: f64) -> Option<&Shows> {
        let fits = |section: &&Section| section.condition.is_none_or(|condition| condition.holds(value));
        self.sections.iter().find(fits).or(self.sections.last()).map(|section| &section.shows)
    }
}

/// Parses a day as workbooks keep it: `2022-01-15`.
fn parse_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl DateParts {
    fn show(self, day: Day, seconds: u32) -> String {
        let (year, month, of_month) = day.ymd();
        let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
        let time = || format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        let date = match (self.year, self.month, self.day) {
            (true, true, true) => day.text(),
            (true, true, false) => format!("{year:04}-{month:02}"),
            (true, false, _) => format!("{year:04}"),
            (false, true, true) => format!("{of_month}-{name}"),
            (false, true, false) => name.to_owned(),
            (false, false, _) => return time(),
        };
        if self.time && seconds > 0 { format!("{date} {}", time()) } else { date }
    }
}

/// The words for powers of a thousand, for a number that is shown divided by it.
const THOUSANDS: [&str; 4] = ["thousand", "million", "billion", "trillion"];

impl NumberParts {
    fn show(&self, value: f64) -> ShownCell {
        let held = plain_number(value.abs());
        let shifted = Decimal::parse(&held)
            .ok()
            .and_then(|number| number.checked_shift(self.percent - 3 * self.thousands));
        let Some(shifted) = shifted.map(Decimal::normalized) else {
            return ShownCell { text: plain_number(value), remark: None };
        };
        let digits = unmistakable(shifted);
        let fraction = shifted.to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let is_rounded = self.decimals.is_some_and(|decimals| decimals < fraction);
        let (scale, is_other) = self.missing_scale();
        let minus = if value < 0.0 { "-" } else { "" };
        let remark = match (is_other, is_rounded) {
            (true, _) => Some(ShownRemark::OtherScale),
            (_, true) => Some(ShownRemark::Rounded),
            _ => None,
        };
        let text = format!("{}{minus}{digits}{}{scale}", self.before.trim_start(), self.after.trim_end());
        ShownCell { text, remark }
    }

    /// Returns the word for what the number is divided by where the format names none, and whether it names another.
    fn missing_scale(&self) -> (String, bool) {
        if self.thousands == 0 {
            return (String::new(), false);
        }
        let beside = [self.before.to_lowercase(), self.after.to_lowercase()].join(" ");
        let named = beside.split_whitespace().find_map(phrase::scales);
        match named {
            Some(power) => (String::new(), power != 3 * self.thousands),
            None => {
                let word = usize::try_from(self.thousands - 1).ok().and_then(|index| THOUSANDS.get(index));
                (word.map(|word| format!(" {word}")).unwrap_or_default(), word.is_none())
            }
        }
    }
}

/// How many digits of a number a spreadsheet program keeps.
const DIGITS: usize = 15;

/// Writes a number in plain digits, without what binary fractions add behind the fifteenth.
pub(super) fn plain_number(value: f64) -> String {
    let shortest = value.to_string();
    let digits = shortest.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if digits <= DIGITS {
        return shortest;
    }
    let rounded = format!("{value:.precision$e}", precision = DIGITS - 1);
    rounded.parse().map_or(shortest, |rounded: f64| rounded.to_string())
}
