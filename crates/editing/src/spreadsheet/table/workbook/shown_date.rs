//! Dates as cells show them: with the parts that the number format names, whatever day the program keeps.

use figure_tracker_core::date::Day;

/// Which parts of a date are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DateParts {
    pub(super) year: bool,
    pub(super) month: bool,
    pub(super) day: bool,
    pub(super) time: bool,
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
    pub(super) fn day(self, serial: f64) -> Option<(Day, u32)> {
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

/// Reads a date that is kept as a text, such as `2022-01-15T10:30:00`: the day, and the seconds of that day.
pub(super) fn read_iso_date(text: &str) -> Option<(Day, u32)> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = time.split([':', '.', 'Z']).map(|part| part.parse::<u32>().unwrap_or(0).min(59));
    let mut next = || parts.next().unwrap_or(0);
    let seconds = next() * 3600 + next() * 60 + next();
    parse_day(date).map(|day| (day, seconds))
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
    /// Shows the parts of a day and of its seconds.
    pub(super) fn show(self, day: Day, seconds: u32) -> String {
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
