//! A number cell with its unit: in whole units, and in the unit that stands beside it or in the cell for units.

use crate::spreadsheet::cell::digits::{self, SeparatorStyle};
use crate::spreadsheet::cell::number_cell::read_quantity;
use crate::spreadsheet::cell::quantity::{Quantity, shift};
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::cell::{CellError, currency};

/// Whether the text of a number cell is words: letters, and no digit.
pub(super) fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !digits::plain(text).contains(|c: char| c.is_ascii_digit())
}

/// Parses a number cell, in whole units.
pub(super) fn read_number(
    text: &str,
    style: SeparatorStyle,
    unit: &mut Option<UnitCell>,
) -> Result<Quantity, CellError> {
    let mut quantity = read_quantity(text, style)?;
    if let Some(found) = implied_unit(text, &quantity, unit.as_ref())? {
        *unit = Some(found);
    }
    let power = unit.as_ref().map_or(0, UnitCell::power);
    if quantity.power == 0 {
        for number in [&mut quantity.value, &mut quantity.low, &mut quantity.high].into_iter().flatten() {
            *number = shift(*number, power, text)?;
        }
    } else if power != 0 && power != quantity.power {
        let help = "write the thousands, millions or billions in one of the two cells";
        return Err(CellError::new("two-scales", text, "is scaled differently from `unit`", help));
    }
    Ok(quantity)
}

/// Returns the unit that stands beside a number, where the cell for units is empty.
fn implied_unit(
    text: &str,
    quantity: &Quantity,
    unit: Option<&UnitCell>,
) -> Result<Option<UnitCell>, CellError> {
    let differs = || {
        CellError::new("two-units", text, "is in another unit than `unit` says", "keep the one that is right")
    };
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
        (Some(UnitCell::Currency { code, .. }), codes) if codes.contains(&code.as_str()) => Ok(None),
        (Some(_), _) => Err(differs()),
        (None, [code]) => Ok(Some(UnitCell::Currency { code: (*code).to_owned(), scale: None })),
        (None, codes) => {
            let help = format!("write the code of the currency into `unit`: one of `{}`", codes.join("`, `"));
            Err(CellError::new("ambiguous-currency", text, "can be in one of several currencies", help))
        }
    }
}
