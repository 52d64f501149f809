//! What a metric is counted in, as it is typed: `people`, `USD`, `USD bn`, `%`.

use crate::spreadsheet::cell::{CellError, currency, phrase};

/// A unit, and the scale that the numbers beside it are given in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum UnitCell {
    /// A share, 100 being the whole.
    Percent,
    /// Money.
    Currency {
        /// The ISO 4217 code.
        code: String,
        /// How its numbers are written.
        scale: Option<Scale>,
    },
    /// Anything counted.
    Label(String),
}

/// A word for a power of ten.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Scale {
    /// The power of ten.
    pub(crate) power: i32,
    /// The word as it was typed.
    pub(crate) word: String,
}

impl UnitCell {
    /// Returns the power of ten by which numbers beside it are multiplied.
    pub(crate) fn power(&self) -> i32 {
        match self {
            Self::Currency { scale: Some(scale), .. } => scale.power,
            _ => 0,
        }
    }

    /// Whether both count in the same, whatever the scale.
    pub(crate) fn counts_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Currency { code, .. }, Self::Currency { code: other, .. }) => code == other,
            _ => self == other,
        }
    }

    /// Returns the unit as a cell names it, without scale.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Percent => "%",
            Self::Currency { code, .. } => code,
            Self::Label(word) => word,
        }
    }
}

/// Other words for `%`.
const PERCENT: [&str; 10] =
    ["%", "percent", "per cent", "pct", "percentage", "٪", "процент", "проценты", "pour cent", "prozent"];

/// Whether a text in lower case says percent.
pub(crate) fn is_percent(text: &str) -> bool {
    PERCENT.contains(&text)
}

/// Parses a unit.
///
/// # Errors
/// A sign that several currencies have.
pub(crate) fn read_unit(text: &str) -> Result<UnitCell, CellError> {
    if is_percent(&text.to_lowercase()) {
        return Ok(UnitCell::Percent);
    }
    let words: Vec<&str> =
        text.split([' ', ',', '(', ')', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let label = || Ok(UnitCell::Label(text.to_owned()));
    let (money, scale) = match words.as_slice() {
        [money] => (*money, None),
        [a, b] if is_money(a) => (*a, Some(*b)),
        [a, b] if is_money(b) => (*b, Some(*a)),
        _ => return label(),
    };
    let scale = match scale {
        None => None,
        Some(word) => match phrase::scale(&word.to_lowercase()) {
            Some(power) => Some(Scale { power, word: word.to_owned() }),
            None => return label(),
        },
    };
    if currency::is_code(money) {
        return Ok(UnitCell::Currency { code: money.to_owned(), scale });
    }
    match currency::of_sign(money).as_deref() {
        Some([code]) => Ok(UnitCell::Currency { code: (*code).to_owned(), scale }),
        Some(codes) => {
            let help = format!("write the code of the currency: one of `{}`", codes.join("`, `"));
            Err(CellError::new("ambiguous-currency", text, "can be one of several currencies", help))
        }
        None => label(),
    }
}

fn is_money(word: &str) -> bool {
    currency::is_code(word) || currency::of_sign(word).is_some()
}
