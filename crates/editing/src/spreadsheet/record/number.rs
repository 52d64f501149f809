//! A number cell with its unit: in whole units, and in the unit that stands beside it or in the cell for units.

use crate::spreadsheet::cell::currency;
use crate::spreadsheet::cell::digits::{self, SeparatorStyle};
use crate::spreadsheet::cell::quantity::{self, Quantity};
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::decimal;
use crate::spreadsheet::report::Wrong;

/// Whether the text of a number cell is words: letters, and no digit.
pub(crate) fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !digits::plain(text).contains(|c: char| c.is_ascii_digit())
}

/// Reads a number cell, in whole units.
pub(crate) fn number(
    text: &str,
    marks: SeparatorStyle,
    unit: &mut Option<UnitCell>,
) -> Result<Quantity, Wrong> {
    let mut quantity = quantity::read(text, marks)?;
    if let Some(found) = implied(text, &quantity, unit.as_ref())? {
        *unit = Some(found);
    }
    if let Some(UnitCell::Currency(_, power)) = unit.as_ref().filter(|_| quantity.power == 0) {
        for digits in [&mut quantity.value, &mut quantity.low, &mut quantity.high].into_iter().flatten() {
            *digits = decimal::shifted(digits, *power);
        }
    } else if let Some(UnitCell::Currency(_, power)) = unit.as_ref().filter(|_| quantity.power != 0)
        && *power != 0
        && *power != quantity.power
    {
        let hint = "write the thousands, millions or billions in one of the two cells";
        return Err(Wrong::new("two-scales", text, "is scaled differently from `unit`", hint));
    }
    Ok(quantity)
}

/// The unit that stands beside a number, where the cell for units is empty.
fn implied(text: &str, quantity: &Quantity, unit: Option<&UnitCell>) -> Result<Option<UnitCell>, Wrong> {
    let differs =
        || Wrong::new("two-units", text, "is in another unit than `unit` says", "keep the one that is right");
    if quantity.percent {
        return match unit {
            None => Ok(Some(UnitCell::Percent)),
            Some(UnitCell::Percent) => Ok(None),
            Some(_) => Err(differs()),
        };
    }
    let Some(money) = &quantity.money else { return Ok(None) };
    let codes = if currency::is_code(money) {
        vec![money.as_str()]
    } else {
        currency::of_sign(money).unwrap_or_default()
    };
    match (unit, codes.as_slice()) {
        (Some(UnitCell::Currency(code, _)), codes) if codes.contains(&code.as_str()) => Ok(None),
        (Some(_), _) => Err(differs()),
        (None, [code]) => Ok(Some(UnitCell::Currency((*code).to_owned(), 0))),
        (None, codes) => {
            let hint = format!("write the code of the currency into `unit`: one of `{}`", codes.join("`, `"));
            Err(Wrong::new("ambiguous-currency", text, "can be in one of several currencies", hint))
        }
    }
}
