//! What a metric is counted in, as it is typed: `people`, `USD`, `USD bn`, `%`.

use crate::spreadsheet::cell::currency;
use crate::spreadsheet::cell::phrase;
use crate::spreadsheet::report::Wrong;

/// A unit and the power of ten that the numbers beside it are given in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UnitCell {
    /// A share, 100 being the whole.
    Percent,
    /// Money: the code, and the power of ten.
    Currency(String, i32),
    /// Anything counted.
    Label(String),
}

/// Other words for `%`.
const PERCENT: [&str; 10] =
    ["%", "percent", "per cent", "pct", "percentage", "٪", "процент", "проценты", "pour cent", "prozent"];

/// Whether a text in lower case says percent.
pub(crate) fn is_percent(text: &str) -> bool {
    PERCENT.contains(&text)
}

/// Reads a unit.
///
/// # Errors
/// A sign that several currencies have.
pub(crate) fn read(text: &str) -> Result<UnitCell, Wrong> {
    if is_percent(&text.to_lowercase()) {
        return Ok(UnitCell::Percent);
    }
    let words: Vec<&str> =
        text.split([' ', ',', '(', ')', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let (money, scale) = match words.as_slice() {
        [money] => (*money, None),
        [a, b] if is_money(a) => (*a, Some(*b)),
        [a, b] if is_money(b) => (*b, Some(*a)),
        _ => return Ok(UnitCell::Label(text.to_owned())),
    };
    let power = scale.map_or(Some(0), |word| phrase::scale(&word.to_lowercase()));
    let (true, Some(power)) = (is_money(money), power) else { return Ok(UnitCell::Label(text.to_owned())) };
    if currency::is_code(money) {
        return Ok(UnitCell::Currency(money.to_owned(), power));
    }
    match currency::of_sign(money).as_deref() {
        Some([code]) => Ok(UnitCell::Currency((*code).to_owned(), power)),
        codes => {
            let codes = codes.unwrap_or_default().join("`, `");
            let hint = format!("write the code of the currency: one of `{codes}`");
            Err(Wrong::new("ambiguous-currency", text, "can be one of several currencies", hint))
        }
    }
}

fn is_money(word: &str) -> bool {
    currency::is_code(word) || currency::of_sign(word).is_some()
}
