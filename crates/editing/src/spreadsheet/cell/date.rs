//! Dates as people type them: EDTF, and the other ways that can mean one thing only.

use crate::spreadsheet::cell::digits;
use crate::spreadsheet::report::Wrong;
use figure_tracker_core::date::{Date, Day};

/// The months in English, by their first three letters.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";

/// Reads a date into canonical EDTF.
///
/// # Errors
/// No date, an impossible one, or one that could be read in two ways; the hint says how to write it.
pub(crate) fn read(text: &str) -> Result<String, Wrong> {
    match Date::parse(text) {
        Ok(date) => Ok(date.to_string()),
        Err(error) => otherwise(&digits::plain(text)).ok_or_else(|| Wrong {
            code: "bad-date",
            message: error.to_string(),
            hint: hint(text).to_owned(),
        }),
    }
}

fn hint(text: &str) -> &'static str {
    if text.contains(['/', '.']) && !text.contains("..") {
        "format the column as `YYYY-MM-DD` in the spreadsheet, so that day, month and year can't be mixed up"
    } else {
        "a date is written like `2022-01-15`, `2022-01` or `2022`; `?` behind it says that it was inferred, `~` that \
         it is approximate"
    }
}

/// `15 January 2022`, `January 15, 2022`, `January 2022`, `2022/1/15`, `15.1.2022`, `1/15/2022`.
fn otherwise(text: &str) -> Option<String> {
    if let Ok(date) = Date::parse(text) {
        return Some(date.to_string());
    }
    let parts: Vec<&str> = text.split([' ', ',', '/', '.', '-']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [month, year] if month_named(month).is_some() => {
            Some(format!("{:04}-{:02}", year_of(year)?, month_named(month)?))
        }
        [a, b, year] if month_named(a).is_some() => day(year_of(year)?, month_named(a)?, small(b)?),
        [a, b, year] if month_named(b).is_some() => day(year_of(year)?, month_named(b)?, small(a)?),
        [year, month, date] if year_of(year).is_some() => day(year_of(year)?, small(month)?, small(date)?),
        [a, b, year] => {
            let (year, a, b) = (year_of(year)?, small(a)?, small(b)?);
            let (day_first, month_first) = (day(year, b, a), day(year, a, b));
            match (day_first, month_first) {
                // Points stand between day, month and year in this order only.
                (Some(found), _) if text.contains('.') && !text.contains(['/', '-']) => Some(found),
                (Some(found), Some(other)) => (found == other).then_some(found),
                (found, other) => {
                    if text.contains('.') {
                        None
                    } else {
                        found.or(other)
                    }
                }
            }
        }
        _ => None,
    }
}

fn day(year: i32, month: u8, day: u8) -> Option<String> {
    Day::from_ymd(year, month, day).map(|day| day.to_string())
}

fn month_named(word: &str) -> Option<u8> {
    let word = word.to_ascii_lowercase();
    let long = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let known =
        |(short, long): (&str, &str)| word == short || word == long || (short == "sep" && word == "sept");
    let index = MONTHS.split(' ').zip(long).position(known)?;
    u8::try_from(index + 1).ok()
}

fn year_of(text: &str) -> Option<i32> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn small(text: &str) -> Option<u8> {
    let text = text
        .strip_suffix("st")
        .or(text.strip_suffix("nd"))
        .or(text.strip_suffix("rd"))
        .or(text.strip_suffix("th"))
        .unwrap_or(text);
    if text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}
