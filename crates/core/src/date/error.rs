//! Why a text is not a date, and what would be right. Nothing here decides whether it is one.

use std::fmt;

use super::day::{Day, days_in_month, digits};
use super::{Bound, Date, Span};

/// Why a text is not a date: a clause without full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    message: String,
}

impl DateError {
    /// Why, and what would be right.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// [`DateError::message`].
impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

/// How the sentences begin that say what to write.
const WRITE: &str = "is not a date: write `";

/// The English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn no_day(text: &str, year: i32, month: u8) -> DateError {
    let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    let days = days_in_month(year, month);
    error(
        text,
        &["is not a day: ", name, " ", &digits(year), " has ", &digits(days.into()), " days"].concat(),
    )
}

pub(super) fn no_month(text: &str) -> DateError {
    error(text, "has no such month: months run from `01` to `12`")
}

pub(super) fn swapped(text: &str, right: Day) -> DateError {
    error(text, &["has no such month: the month comes before the day, as in `", &right.text(), "`"].concat())
}

pub(super) fn season(text: &str) -> DateError {
    error(
        text,
        "has a season, which stands alone as in `2022-21`: write the months, such as `2022-03/2022-05`",
    )
}

pub(super) fn no_end(text: &str) -> DateError {
    error(text, "says nothing: leave the date out where nothing is known")
}

pub(super) fn backwards(text: &str, start: Bound, end: Bound) -> DateError {
    let right = Date { start: end, end: Some(Box::new(start)) };
    error(text, &["ends before it starts: write `", &right.text(), "`"].concat())
}

/// For a text that hasn't the form of a date at all.
pub(super) fn not_a_date(text: &str) -> DateError {
    if text.trim().is_empty() {
        return DateError {
            message: "an empty text is not a date: leave it out where nothing is known".to_owned(),
        };
    }
    if text.trim() != text {
        return error(text, &["has space around it: write `", &shown(text.trim()), "`"].concat());
    }
    if let Some(wrong) = time_of_day(text).or_else(|| rewritten(text)) {
        return wrong;
    }
    let body = text.strip_suffix(|letter| matches!(letter, '?' | '~' | '%')).unwrap_or(text);
    error(
        text,
        if body.contains(['?', '~', '%']) {
            "is not a date: one `?`, `~` or `%` (which is both) stands at the very end"
        } else {
            "is not a date: write it like `2022-01-15`, `2022-01` or `2022`"
        },
    )
}

fn time_of_day(text: &str) -> Option<DateError> {
    let (date, time) = text.split_once(['T', ' ']).map_or((text, None), |(date, time)| (date, Some(time)));
    let known = time.is_some_and(|time| time.as_bytes().first().is_some_and(u8::is_ascii_digit));
    let right = match known.then(|| Date::parse(date)) {
        Some(Ok(date)) => ["`", &date.text(), "`"].concat(),
        _ if text.contains(':') => "as in `2022-01-15`".to_owned(),
        _ => return None,
    };
    Some(error(text, &["has a time of day: write the day only, ", &right].concat()))
}

/// For the common ways of writing a date that aren't ours: `15.01.2022`, `1/15/2022`, `2022/1/15`, `01.2022`.
pub(super) fn rewritten(text: &str) -> Option<DateError> {
    let mut even = String::new();
    for letter in text.chars() {
        let parts = matches!(letter, '.' | '/' | '-' | '‐' | '‑' | '–' | '—' | '−' | ' ');
        even.push(if parts { '/' } else { letter });
    }
    let mut parts = even.split('/');
    let part = [parts.next(), parts.next(), parts.next()];
    if parts.next().is_some() {
        return None;
    }
    let year = |text: &str| year(text).filter(|_| text.len() == 4);
    let small = |text: &str| if text.len() <= 2 { number(text) } else { None };
    let (first, second) = match part {
        [Some(a), Some(b), Some(c)] => match (year(a), year(c)) {
            (Some(y), None) => (Day::from_ymd(y, small(b)?, small(c)?), None),
            (None, Some(y)) => either(text, y, small(a)?, small(b)?),
            _ => (None, None),
        },
        [Some(a), Some(b), None] => {
            return month_and_year(text, year(a).or(year(b))?, small(b).or(small(a))?);
        }
        [Some(a), None, None] if a.len() == 8 => (compact(a), None),
        _ => (None, None),
    };
    let other = second.filter(|day| Some(*day) != first);
    first.or(second).map(|day| match other {
        Some(other) if first.is_some() => {
            error(text, &[WRITE, &day.text(), "` or `", &other.text(), "`, whichever is meant"].concat())
        }
        _ => error(text, &[WRITE, &day.text(), "`"].concat()),
    })
}

/// Day first, and month first where both are written so: dots are for day first only.
fn either(text: &str, year: i32, first: u8, second: u8) -> (Option<Day>, Option<Day>) {
    let month_first = if text.contains('.') { None } else { Day::from_ymd(year, first, second) };
    (Day::from_ymd(year, second, first), month_first)
}

fn month_and_year(text: &str, year: i32, month: u8) -> Option<DateError> {
    (1..=12).contains(&month).then(|| error(text, &[WRITE, &Span::Month(year, month).text(), "`"].concat()))
}

/// The number of a month or a day.
fn number(text: &str) -> Option<u8> {
    text.parse().ok()
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok()
}

/// `20220115`
fn compact(text: &str) -> Option<Day> {
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Day::from_ymd(self::year(year)?, number(month)?, number(day)?)
}

fn error(text: &str, what: &str) -> DateError {
    DateError { message: ["`", &shown(text), "` ", what].concat() }
}

/// So much of a text as a message can bear.
fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}
