//! What a cell for a number can hold: a number or a range, a word or sign that qualifies it, a scale ("bn"), a
//! percent sign or a currency.

use crate::spreadsheet::cell::digits::{self, SeparatorStyle, read_digits};
use crate::spreadsheet::cell::{CellError, currency, phrase, remark, unit};
use figure_tracker_core::dataset::Qualifier;
use figure_tracker_core::decimal::{Decimal, DecimalError};

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// The number, where it is one.
    pub(crate) value: Option<Decimal>,
    /// The lower end of a range.
    pub(crate) low: Option<Decimal>,
    /// The upper end of a range.
    pub(crate) high: Option<Decimal>,
    /// How exact it claims to be, where the cell says so.
    pub(crate) qualifier: Option<Qualifier>,
    /// The power of ten that a word such as "bn" stands for; the numbers are multiplied by it already.
    pub(crate) power: i32,
    /// Whether it says percent.
    pub(crate) percent: bool,
    /// The currency it names, as a code or a sign.
    pub(crate) money: Option<String>,
}

/// Why a text is no quantity.
pub(crate) enum Unread {
    /// It is wrong as it stands.
    Wrong(CellError),
    /// A word or sign beside the number that means nothing here; the number, if there are digits at all.
    Unknown {
        /// The word, in lower case.
        word: String,
        /// Whether there are digits.
        has_digits: bool,
    },
}

impl From<CellError> for Unread {
    fn from(error: CellError) -> Self {
        Self::Wrong(error)
    }
}

/// Parses a text without looking for what else it may be.
pub(crate) fn parse_quantity(text: &str, style: SeparatorStyle) -> Result<Quantity, Unread> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        return Ok(Quantity { value: Some(read_digits(text, false, style)?), ..Quantity::default() });
    }
    let plain = digits::plain(remark::unwrapped(text)).trim().to_lowercase();
    let (qualifier, body) = split_qualifier(&plain, text)?;
    let quantity = match split_range(body) {
        Some((low, high)) => parse_range(low, high, text, style)?,
        None => parse_one(body, text, style)?,
    };
    Ok(Quantity { qualifier, ..quantity })
}

/// Notes what the separators in a cell show.
pub(crate) fn notice_separators(text: &str, style: &mut SeparatorStyle) {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    let plain = digits::plain(text);
    for number in plain.split(|letter: char| !is_part_of_number(letter)) {
        digits::notice_number(number.trim_matches(is_separator), style);
    }
}

/// Takes the qualifier off, from before or behind.
fn split_qualifier<'p>(plain: &'p str, text: &str) -> Result<(Option<Qualifier>, &'p str), CellError> {
    let (first, rest) = phrase::before(plain).map_or((None, plain), |(found, rest)| (Some(found), rest));
    let (last, rest) = phrase::behind(rest).map_or((None, rest), |(found, rest)| (Some(found), rest));
    if first.is_some() && last.is_some() && first != last {
        return Err(CellError::new(
            "two-qualifiers",
            text,
            "is qualified twice",
            "keep one of the qualifiers",
        ));
    }
    Ok((first.or(last), rest))
}

/// The two ends of a range: `10-14`, `10 to 14`, `between 10 and 14`.
fn split_range(body: &str) -> Option<(&str, &str)> {
    if let Some(rest) = body.strip_prefix("between ") {
        return rest.split_once(" and ");
    }
    let body = body.strip_prefix("from ").unwrap_or(body);
    let ends = body.split_once(" to ").or_else(|| body.split_once("…")).or_else(|| body.split_once(" - "));
    // A hyphen at the very beginning is a minus.
    ends.or_else(|| {
        let start = body.find(|letter: char| letter.is_ascii_digit())?;
        let at = start + body.get(start..)?.find('-')?;
        Some((body.get(..at)?, body.get(at + 1..)?))
    })
}

/// One number with what stands beside it.
struct Amount {
    number: Decimal,
    power: i32,
    percent: bool,
    money: Option<String>,
}

/// From which number on a lower end is taken for whole although the upper end has a scale: `500,000–2 million`.
const WHOLE: i64 = 1_000;

fn parse_range(low: &str, high: &str, text: &str, style: SeparatorStyle) -> Result<Quantity, Unread> {
    let (low, high) = (parse_amount(low.trim(), style)?, parse_amount(high.trim(), style)?);
    let power = match (low.power, high.power) {
        // "10-14 million" means millions on both sides.
        (0, power) if low.number < high.number => power,
        (0, power) if power != 0 && low.number < Decimal::from(WHOLE) => {
            return Err(mixed_scales(text).into());
        }
        (power, 0) if power != 0 && low.number < high.number => return Err(mixed_scales(text).into()),
        (power, _) => power,
    };
    let (low_end, high_end) = (shift(low.number, power, text)?, shift(high.number, high.power, text)?);
    if low_end > high_end {
        let help = if low.number > high.number {
            "write the lower end first"
        } else {
            "write the thousands, millions or billions at both ends"
        };
        let is = "is a range whose lower end is above its upper end";
        return Err(CellError::new("low-above-high", text, is, help).into());
    }
    if low.money.is_some() && high.money.is_some() && low.money != high.money {
        let help = "write one row for each";
        return Err(CellError::new("two-currencies", text, "names two currencies", help).into());
    }
    Ok(Quantity {
        low: Some(low_end),
        high: Some(high_end),
        power: high.power.max(low.power),
        percent: low.percent || high.percent,
        money: low.money.or(high.money),
        ..Quantity::default()
    })
}

fn mixed_scales(text: &str) -> CellError {
    let help = "write the thousands, millions or billions at both ends";
    CellError::new("ambiguous-range", text, "can be read in two ways: only one end has a scale", help)
}

fn parse_one(body: &str, text: &str, style: SeparatorStyle) -> Result<Quantity, Unread> {
    let Amount { number, power, percent, money } = parse_amount(body, style)?;
    let value = Some(shift(number, power, text)?);
    Ok(Quantity { value, power, percent, money, ..Quantity::default() })
}

/// Multiplies a number by a power of ten, and leaves out the zeros that are then at the end of a fraction.
pub(crate) fn shift(number: Decimal, power: i32, text: &str) -> Result<Decimal, CellError> {
    if power == 0 {
        return Ok(number);
    }
    let too_many = DecimalError::TooManyDigits;
    let shifted = number.checked_shift(power).filter(|shifted| Decimal::parse(&shifted.to_string()).is_ok());
    let shifted = shifted
        .ok_or_else(|| CellError::new("too-many-digits", text, &too_many.to_string(), too_many.help()))?;
    Ok(if power > 0 { shifted.normalized() } else { shifted })
}

fn parse_amount(body: &str, style: SeparatorStyle) -> Result<Amount, Unread> {
    let (in_parentheses, body) = remark::without_account_parentheses(body);
    let body = body.as_ref();
    let start = body.find(|letter: char| letter.is_ascii_digit()).unwrap_or(body.len());
    let has_mark = body.get(..start).is_some_and(|before| before.ends_with(['.', ',']) && start < body.len());
    let start = if has_mark && !ends_in_abbreviation(body, start) { start - 1 } else { start };
    let (before, rest) = body.split_at_checked(start).unwrap_or((body, ""));
    let end = rest.find(|letter: char| !is_part_of_number(letter)).unwrap_or(rest.len());
    let (number, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let (negative, before) = split_sign(before.trim());
    let mut amount = Amount { number: Decimal::ZERO, power: 0, percent: false, money: None };
    let words = before.split(' ').chain(behind.trim().split(' ')).filter(|word| !word.is_empty());
    for word in words {
        if !amount.take_word(word) {
            return Err(Unread::Unknown { word: word.to_owned(), has_digits: !number.is_empty() });
        }
    }
    if number.is_empty() {
        return Err(Unread::Unknown { word: body.to_owned(), has_digits: false });
    }
    amount.number = read_digits(number.trim_end(), negative != in_parentheses, style)?;
    Ok(amount)
}

/// Whether the point before the first digit ends a word: `rs.48`.
fn ends_in_abbreviation(body: &str, start: usize) -> bool {
    body.get(..start - 1).is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// Takes a sign off the end or the beginning of what stands before a number.
fn split_sign(before: &str) -> (bool, &str) {
    for (sign, negative) in [('-', true), ('+', false)] {
        if let Some(rest) = before.strip_suffix(sign).or_else(|| before.strip_prefix(sign)) {
            return (negative, rest.trim());
        }
    }
    (false, before)
}

impl Amount {
    /// Notes what a word beside the number says; tells whether it says anything known.
    fn take_word(&mut self, word: &str) -> bool {
        let upper = word.to_uppercase();
        if unit::is_percent(word) && !self.percent {
            self.percent = true;
            return true;
        }
        if (currency::is_code(&upper) || currency::of_sign(word).is_some()) && self.money.is_none() {
            self.money = Some(upper);
            return true;
        }
        if let Some(power) =
            phrase::scales(word).filter(|power| self.power == 0 || (self.power < 6 && self.power < *power))
        {
            // "lakh crore", "thousand billion"
            self.power += power;
            return true;
        }
        // "$bn", "bn€"
        let signed = currency::signs().find_map(|sign| {
            let lower = sign.to_lowercase();
            Some((sign, word.strip_prefix(&lower).or(word.strip_suffix(&lower))?))
        });
        let Some((sign, rest)) = signed.filter(|_| self.money.is_none()) else { return false };
        self.money = Some(sign.to_owned());
        rest.is_empty() || self.take_word(rest)
    }
}

fn is_part_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || is_separator(letter)
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '.' | ',' | ' ' | '\'' | '_')
}
