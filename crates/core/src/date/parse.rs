//! From text to a [`Date`]. What is wrong with a text that is none is said in [`super::error`].

use super::day::Day;
use super::error::{self, DateError};
use super::{Bound, Date, Point, Season, Span};

pub(super) fn date(text: &str) -> Result<Date, DateError> {
    match text.split_once('/') {
        None => point(text).map(|point| Date { start: Bound::At(point), end: None }),
        Some((_, end)) if end.contains('/') => Err(error::not_a_date(text)),
        Some((start, end)) => interval(text, start, end),
    }
}

fn interval(text: &str, start: &str, end: &str) -> Result<Date, DateError> {
    let (start, end) = match (bound(start), bound(end)) {
        (Ok(start), Ok(end)) => (start, end),
        (Err(wrong), _) | (_, Err(wrong)) => return Err(error::rewritten(text).unwrap_or(wrong)),
    };
    let is_season = |bound: Bound| matches!(bound, Bound::At(Point { span: Span::Season(..), .. }));
    if is_season(start) || is_season(end) {
        return Err(error::season(text));
    }
    let date = Date { start, end: Some(Box::new(end)) };
    match (date.earliest(), date.latest()) {
        (None, None) => Err(error::no_end(text)),
        (Some(earliest), Some(latest)) if earliest > latest => Err(error::backwards(text, start, end)),
        _ => Ok(date),
    }
}

fn bound(text: &str) -> Result<Bound, DateError> {
    match text {
        ".." => Ok(Bound::Open),
        "" => Ok(Bound::Unknown),
        _ => point(text).map(Bound::At),
    }
}

fn point(text: &str) -> Result<Point, DateError> {
    let (rest, uncertain, approximate) = match text.as_bytes().last() {
        Some(b'?') => (text.strip_suffix('?'), true, false),
        Some(b'~') => (text.strip_suffix('~'), false, true),
        Some(b'%') => (text.strip_suffix('%'), true, true),
        _ => (Some(text), false, false),
    };
    match span(rest.unwrap_or(text)) {
        Some(Ok(Span::Season(..))) if uncertain || approximate => Err(error::season(text)),
        Some(Ok(span)) => Ok(Point { span, uncertain, approximate }),
        Some(Err(wrong)) => Err(wrong),
        None => Err(error::not_a_date(text)),
    }
}

/// None where the text hasn't the form of a date, an error where it has but there is no such date.
fn span(text: &str) -> Option<Result<Span, DateError>> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = match *rest.as_bytes() {
        [] => (None, None),
        [b'-', a, b] => (Some([a, b]), None),
        [b'-', a, b, b'-', c, d] => (Some([a, b]), Some([c, d])),
        _ => return None,
    };
    let Some(number) = number(year.as_bytes()).filter(|number| !negative || *number > 0) else {
        return if month.is_none() && !negative { masked_year(year).map(Ok) } else { None };
    };
    let year = if negative { -number } else { number };
    Some(match (month, day) {
        (None, _) => Ok(Span::Year(year)),
        (Some(UNKNOWN), None) => Ok(Span::SomeMonth(year)),
        (Some(UNKNOWN), Some(UNKNOWN)) => Ok(Span::SomeDayOfYear(year)),
        (Some(month), None) => month_of(text, year, small(month)?),
        (Some(month), Some(UNKNOWN)) => some_day(text, year, small(month)?),
        (Some(month), Some(day)) => day_of(text, year, small(month)?, small(day)?),
    })
}

/// What stands for a month or a day that is not known.
const UNKNOWN: [u8; 2] = *b"XX";

fn month_of(text: &str, year: i32, month: u8) -> Result<Span, DateError> {
    match month {
        1..=12 => Ok(Span::Month(year, month)),
        21 => Ok(Span::Season(year, Season::Spring)),
        22 => Ok(Span::Season(year, Season::Summer)),
        23 => Ok(Span::Season(year, Season::Autumn)),
        24 => Ok(Span::Season(year, Season::Winter)),
        _ => Err(error::no_month(text)),
    }
}

fn some_day(text: &str, year: i32, month: u8) -> Result<Span, DateError> {
    if (1..=12).contains(&month) { Ok(Span::SomeDay(year, month)) } else { Err(error::no_month(text)) }
}

fn day_of(text: &str, year: i32, month: u8, day: u8) -> Result<Span, DateError> {
    match Day::from_ymd(year, month, day) {
        Some(day) => Ok(Span::Day(day)),
        None if (1..=12).contains(&month) => Err(error::no_day(text, year, month)),
        None => Err(Day::from_ymd(year, day, month)
            .map_or_else(|| error::no_month(text), |swapped| error::swapped(text, swapped))),
    }
}

/// `202X` and `20XX`.
fn masked_year(year: &str) -> Option<Span> {
    match year.as_bytes() {
        [century @ .., b'X', b'X'] => number(century).map(|number| Span::Century(number * 100)),
        [decade @ .., b'X'] => number(decade).map(|number| Span::Decade(number * 10)),
        _ => None,
    }
}

fn small(digits: [u8; 2]) -> Option<u8> {
    number(&digits).and_then(|number| u8::try_from(number).ok())
}

/// ASCII digits as a number.
fn number(digits: &[u8]) -> Option<i32> {
    digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0')))
}
