//! Numbers as cells show them: with all their digits, and with the words and signs that the number format puts beside them.
//! No more digits are taken off than a program keeps: fifteen count.

use super::shown_cell::{ShownCell, ShownRemark};
use crate::spreadsheet::cell::digits::unmistakable;
use crate::spreadsheet::cell::phrase;
use figure_tracker_core::decimal::Decimal;

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

/// The words for powers of a thousand, for a number that is shown divided by it.
const THOUSANDS: [&str; 4] = ["thousand", "million", "billion", "trillion"];

impl NumberParts {
    /// Shows a number.
    pub(super) fn show(&self, value: f64) -> ShownCell<'static> {
        let held = plain_number(value.abs());
        let shifted = Decimal::parse(&held)
            .ok()
            .and_then(|number| number.checked_shift(self.percent - 3 * self.thousands));
        let Some(shifted) = shifted.map(Decimal::normalized) else {
            return ShownCell::plain(plain_number(value));
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
        ShownCell { text: text.into(), remark }
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
