//! Dates as people type them: EDTF, and the other ways that can mean one thing only.

use crate::spreadsheet::cell::{CellError, digits, shortened};
use figure_tracker_core::date::{Date, Day};

mod chinese;
mod month;

pub(crate) use month::is_day_and_month;

/// Whether a text is a day, as workbooks have it: `2022-10-14`.
pub(crate) fn is_whole_day(text: &str) -> bool {
    text.len() == "2022-10-14".len() && Date::parse(text).is_ok_and(|date| date.day().is_some())
}

/// A date, and in which order it was typed where that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateCell {
    /// The date.
    pub(crate) date: Date,
    /// Whether the day or the month stands first, if both are numbers and only one order is possible.
    pub(crate) order: Option<DayOrder>,
}

/// What stands first in a date of three numbers that ends with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOrder {
    /// `13/3/2031`
    DayFirst,
    /// `3/13/2031`
    MonthFirst,
}

impl DayOrder {
    /// Names what stands first.
    pub(crate) fn first(self) -> &'static str {
        match self {
            Self::DayFirst => "day",
            Self::MonthFirst => "month",
        }
    }
}

/// Parses a date.
///
/// # Errors
/// No date, an impossible one, or one that could be read in two ways; the help says how to write it.
pub(crate) fn read_date(text: &str) -> Result<DateCell, CellError> {
    let error = match Date::parse(text) {
        Ok(date) => return Ok(DateCell { date, order: None }),
        Err(error) => error,
    };
    let plain = digits::plain(text);
    if let Some(cell) = parse_typed(plain.trim()) {
        return Ok(cell);
    }
    let named = serial(plain.trim()).or_else(|| month::refuse(plain.trim()));
    Err(named.map_or_else(
        || CellError { code: "bad-date", message: error.to_string(), help: help(text).to_owned() },
        |(is, help)| CellError { code: "bad-date", message: format!("`{}` {is}", shortened(text)), help },
    ))
}

fn help(text: &str) -> &'static str {
    if text.contains(['/', '.']) && !text.contains("..") {
        "format the column as `YYYY-MM-DD` in the spreadsheet, so that day, month and year can't be mixed up"
    } else {
        "a date is written like `2022-01-15`, `2022-01` or `2022`; `?` behind it says that it was inferred, `~` that \
         it is approximate"
    }
}

/// The days from which spreadsheet programs count, as they name them: day 0 in 1900 and in 1904.
const SERIAL_STARTS: [(i32, u8, u8); 2] = [(1899, 12, 30), (1904, 1, 1)];

/// Names the number that a spreadsheet program keeps for a day.
fn serial(text: &str) -> Option<(&'static str, String)> {
    let is_serial = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = text.parse().ok().filter(|_| is_serial)?;
    let days: Vec<String> = SERIAL_STARTS
        .iter()
        .filter_map(|(year, month, day)| Day::from_ymd(*year, *month, *day))
        .map(|start| format!("`{}`", Day::from_number(start.number().saturating_add(number))))
        .collect();
    let help = format!(
        "format the column as `YYYY-MM-DD` in the spreadsheet and save again, or write {}, whichever is meant",
        days.join(" or ")
    );
    Some((
        "is the serial number that a spreadsheet program keeps for a day, counted from 1900 or from 1904",
        help,
    ))
}

/// `15 January 2022`, `January 15, 2022`, `January 2022`, `spring 2022`, `2022/1/15`, `20220115`, `15.1.2022`, `1/15/2022`.
fn parse_typed(text: &str) -> Option<DateCell> {
    if let Ok(date) = Date::parse(text) {
        return Some(DateCell { date, order: None });
    }
    let parts: Vec<&str> = text.split([' ', ',', '/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let day = match parts.as_slice() {
        [compact] if compact.len() == 8 => {
            let (year, rest) = compact.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            Day::from_ymd(year_of(year)?, small_number(month)?, small_number(day)?)?
        }
        [season, year] if month::english_season(season).is_some() => {
            let text = format!("{:04}-{}", year_of(year)?, month::english_season(season)?);
            return Date::parse(&text).ok().map(|date| DateCell { date, order: None });
        }
        [month, year] => {
            let text = format!("{:04}-{:02}", year_of(year)?, month::english(month)?);
            return Date::parse(&text).ok().map(|date| DateCell { date, order: None });
        }
        [a, b, year] if month::english(a).is_some() => {
            Day::from_ymd(year_of(year)?, month::english(a)?, small_number(b)?)?
        }
        [a, b, year] if month::english(b).is_some() => {
            Day::from_ymd(year_of(year)?, month::english(b)?, small_number(a)?)?
        }
        [year, month, day] if year_of(year).is_some() => {
            Day::from_ymd(year_of(year)?, small_number(month)?, small_number(day)?)?
        }
        [a, b, year] => return parse_numbers(text, small_number(a)?, small_number(b)?, year_of(year)?),
        _ => return None,
    };
    Some(DateCell { date: day.into(), order: None })
}

/// Reads a date of three numbers whose last is the year.
fn parse_numbers(text: &str, a: u8, b: u8, year: i32) -> Option<DateCell> {
    let (day_first, month_first) = (Day::from_ymd(year, b, a), Day::from_ymd(year, a, b));
    let (day, order) = match (day_first, month_first) {
        // Points stand between day, month and year in this order only.
        (day, _) if text.contains('.') => (day.filter(|_| !text.contains(['/', '-']))?, None),
        (Some(day), Some(other)) if day == other => (day, None),
        (Some(_), Some(_)) => return None,
        (Some(day), None) => (day, Some(DayOrder::DayFirst)),
        (None, month_first) => (month_first?, Some(DayOrder::MonthFirst)),
    };
    Some(DateCell { date: day.into(), order })
}

fn year_of(text: &str) -> Option<i32> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// A number of one or two digits, as `15` or `15th`.
fn small_number(text: &str) -> Option<u8> {
    let endings = ["st", "nd", "rd", "th"];
    let text = endings.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    if text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}
