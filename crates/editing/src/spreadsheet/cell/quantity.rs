//! What a cell for a number can hold: a number or a range, a word or sign that qualifies it, a scale ("bn"), a
//! percent sign or a currency.

use crate::spreadsheet::cell::currency;
use crate::spreadsheet::cell::digits::notice_number;
use crate::spreadsheet::cell::digits::{self, SeparatorStyle};
use crate::spreadsheet::cell::phrase;
use crate::spreadsheet::cell::unit;
use crate::spreadsheet::decimal;
use crate::spreadsheet::report::Wrong;
use figure_tracker_core::dataset::Qualifier;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// The number, where it is one.
    pub(crate) value: Option<String>,
    /// The lower end of a range.
    pub(crate) low: Option<String>,
    /// The upper end of a range.
    pub(crate) high: Option<String>,
    /// How exact it claims to be, where the cell says so.
    pub(crate) qualifier: Option<Qualifier>,
    /// The power of ten that a word such as "bn" stands for; the numbers are multiplied by it already.
    pub(crate) power: i32,
    /// Whether it says percent.
    pub(crate) percent: bool,
    /// The currency it names, as a code or a sign.
    pub(crate) money: Option<String>,
}

/// One number with what stands beside it.
struct Amount {
    number: String,
    power: i32,
    percent: bool,
    money: Option<String>,
}

/// Reads a cell.
///
/// # Errors
/// What is not a number, or could be read in two ways.
pub(crate) fn read(text: &str, marks: SeparatorStyle) -> Result<Quantity, Wrong> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        return Ok(Quantity { value: Some(decimal::canonical(false, text, "")), ..Quantity::default() });
    }
    let plain = digits::plain(text).trim().to_lowercase();
    let (qualifier, body) = qualified(&plain, text)?;
    let quantity = match range(body) {
        Some((low, high)) => between(low, high, text, marks)?,
        None => one(body, text, marks)?,
    };
    if quantity.value.is_none() && qualifier.is_some() {
        let hint = "a range says itself how exact it is: leave the word out";
        return Err(Wrong::new("qualified-range", text, "is a range with a qualifier", hint));
    }
    Ok(Quantity { qualifier, ..quantity })
}

/// Notes what the separators in a cell show.
pub(crate) fn notice_separators(text: &str, marks: &mut SeparatorStyle) {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    let plain = digits::plain(text);
    for number in plain.split(|letter: char| !is_part_of_number(letter)) {
        notice_number(number.trim_matches(is_mark), marks);
    }
}

/// Takes the qualifier off, from before or behind.
fn qualified<'p>(plain: &'p str, text: &str) -> Result<(Option<Qualifier>, &'p str), Wrong> {
    let (first, rest) = phrase::before(plain).map_or((None, plain), |(found, rest)| (Some(found), rest));
    let (last, rest) = phrase::behind(rest).map_or((None, rest), |(found, rest)| (Some(found), rest));
    if first.is_some() && last.is_some() {
        return Err(Wrong::new("two-qualifiers", text, "is qualified twice", "keep one of the qualifiers"));
    }
    Ok((first.or(last), rest))
}

/// The two ends of a range: `10-14`, `10 to 14`, `between 10 and 14`.
fn range(body: &str) -> Option<(&str, &str)> {
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

fn between(low: &str, high: &str, text: &str, marks: SeparatorStyle) -> Result<Quantity, Wrong> {
    let (low, high) = (amount(low.trim(), text, marks)?, amount(high.trim(), text, marks)?);
    // "10-14 million" means millions on both sides.
    let power = if low.power == 0 { high.power } else { low.power };
    let (low_digits, high_digits) =
        (decimal::shifted(&low.number, power), decimal::shifted(&high.number, high.power));
    if decimal::compare(&low_digits, &high_digits).is_gt() {
        let hint = "write the lower end first";
        return Err(Wrong::new(
            "low-above-high",
            text,
            "is a range whose lower end is above its upper end",
            hint,
        ));
    }
    if low.money.is_some() && high.money.is_some() && low.money != high.money {
        return Err(Wrong::new("two-currencies", text, "names two currencies", "write one row for each"));
    }
    Ok(Quantity {
        low: Some(low_digits),
        high: Some(high_digits),
        power: high.power,
        percent: low.percent || high.percent,
        money: low.money.or(high.money),
        ..Quantity::default()
    })
}

fn one(body: &str, text: &str, marks: SeparatorStyle) -> Result<Quantity, Wrong> {
    let Amount { number, power, percent, money } = amount(body, text, marks)?;
    Ok(Quantity {
        value: Some(decimal::shifted(&number, power)),
        power,
        percent,
        money,
        ..Quantity::default()
    })
}

fn amount(body: &str, text: &str, marks: SeparatorStyle) -> Result<Amount, Wrong> {
    let start = body.find(|letter: char| letter.is_ascii_digit()).unwrap_or(body.len());
    let start =
        if body.get(..start).is_some_and(|before| before.ends_with(['.', ','])) { start - 1 } else { start };
    let (before, rest) = body.split_at_checked(start).unwrap_or((body, ""));
    let end = rest.find(|letter: char| !is_part_of_number(letter)).unwrap_or(rest.len());
    let (number, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let number = number.trim_end();
    let (negative, before) = signed(before.trim());
    let mut amount = Amount { number: String::new(), power: 0, percent: false, money: None };
    let words = before.split(' ').chain(behind.trim().split(' ')).filter(|word| !word.is_empty());
    for word in words {
        label(word, &mut amount).ok_or_else(|| unknown(word, number, text))?;
    }
    amount.number = digits::read(number, negative, marks)?;
    Ok(amount)
}

/// Takes a sign off the end or the beginning of what stands before a number.
fn signed(before: &str) -> (bool, &str) {
    for (sign, negative) in [('-', true), ('+', false)] {
        if let Some(rest) = before.strip_suffix(sign).or_else(|| before.strip_prefix(sign)) {
            return (negative, rest.trim());
        }
    }
    (false, before)
}

/// What a word beside a number says; none where it says nothing known.
fn label(word: &str, amount: &mut Amount) -> Option<()> {
    let upper = word.to_uppercase();
    if unit::is_percent(word) && !amount.percent {
        amount.percent = true;
    } else if (currency::is_code(&upper) || currency::of_sign(word).is_some()) && amount.money.is_none() {
        amount.money = Some(upper);
    } else if let Some(power) = phrase::scale(word).filter(|_| amount.power == 0) {
        amount.power = power;
    } else if let Some((sign, rest)) = currency::signs().find_map(|sign| {
        Some((sign, word.strip_prefix(&sign.to_lowercase()).or(word.strip_suffix(&sign.to_lowercase()))?))
    }) {
        // "$bn", "bn€"
        amount.money = Some(sign.to_owned());
        return if rest.is_empty() { Some(()) } else { label(rest, amount) };
    } else {
        return None;
    }
    Some(())
}

fn unknown(word: &str, number: &str, text: &str) -> Wrong {
    let hint = if number.is_empty() {
        "write the number in digits; what was said in words alone goes into `words`".to_owned()
    } else {
        format!("write the number alone, `{number}`; `{word}` belongs into `unit`, `words` or `note`")
    };
    Wrong::new("bad-number", text, "is not a number", hint)
}

fn is_part_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || is_mark(letter)
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | ',' | ' ' | '\'' | '_')
}
