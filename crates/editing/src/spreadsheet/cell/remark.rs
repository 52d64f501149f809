//! What stands around a number and is no part of it: quotes, accounts' parentheses; and what a spreadsheet program has
//! made of a number. Help names a number only where it is the cell's own.

use std::borrow::Cow;

use crate::spreadsheet::cell::{CellError, currency, date, digits};
use figure_tracker_core::decimal::Decimal;

/// Takes off what marks a cell as text in a spreadsheet program: `'225`, `"225"`, `="225"`.
pub(crate) fn unwrapped(text: &str) -> &str {
    let text = text.strip_prefix('\'').unwrap_or(text);
    let quoted = text.strip_prefix('=').unwrap_or(text);
    quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// Takes off the parentheses that mean a negative number in accounts, and tells whether there were any: `(136.7)`,
/// `$(1,200)`.
pub(crate) fn without_account_parentheses(body: &str) -> (bool, Cow<'_, str>) {
    let Some((before, inside)) = body.strip_suffix(')').and_then(|body| body.split_once('(')) else {
        return (false, Cow::Borrowed(body));
    };
    let before = before.trim();
    let is_sign =
        before.is_empty() || currency::of_sign(before).is_some() || currency::is_code(&before.to_uppercase());
    let number = inside.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let sign = inside.strip_suffix(number).unwrap_or_default().trim();
    let is_number = number.starts_with(|first: char| first.is_ascii_digit())
        && number.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '\''))
        && (sign.is_empty() || currency::of_sign(sign).is_some());
    if is_sign && is_number {
        (true, Cow::Owned([before, inside].concat()))
    } else {
        (false, Cow::Borrowed(body))
    }
}

/// Refuses what is a number no more: a formula, a number in scientific notation, a date.
pub(crate) fn refuse_disguised(text: &str) -> Result<(), CellError> {
    if text.starts_with('=') && unwrapped(text) == text {
        let help = "save the sheet with values in place of formulas";
        return Err(CellError::new("formula", text, "is a formula, not its value", help));
    }
    let plain = digits::plain(unwrapped(text)).trim().to_lowercase();
    if let Some(number) = scientific(&plain) {
        let help = match number {
            Some(number) => format!(
                "a spreadsheet program writes so what is wider than its column, and leaves out digits: show the column \
                 as plain numbers and save again, or write `{number}` if that is the whole number"
            ),
            None => "write the number in plain digits".to_owned(),
        };
        return Err(CellError::new("scientific-notation", text, "is in scientific notation", help));
    }
    if date::is_day_and_month(&plain) || date::is_whole_day(&plain) {
        let help = "a spreadsheet program makes a date of a range that is typed with a hyphen: format the column as text \
                    and type it again, or write its ends into `low` and `high`";
        return Err(CellError::new("date-in-number", text, "is a date, not a number", help));
    }
    if plain.len() > 1 && plain.ends_with('-') {
        let help = "write both ends of a range, and the minus before a negative number";
        return Err(CellError::new("open-hyphen", text, "ends in a hyphen", help));
    }
    Ok(())
}

/// The number that a text in scientific notation stands for; none inside where it has too many digits.
fn scientific(plain: &str) -> Option<Option<Decimal>> {
    let (mantissa, exponent) = plain.split_once('e')?;
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let unsigned = mantissa.strip_prefix(['+', '-']).unwrap_or(mantissa);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_mantissa = unsigned.split(['.', ',']).all(is_digits) && unsigned.split(['.', ',']).count() <= 2;
    (is_mantissa && is_digits(exponent))
        .then(|| Decimal::parse_json_number(&plain.replace(',', ".").replacen("e+", "e", 1)).ok())
}
