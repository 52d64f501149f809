//! From text to a [`Decimal`]: the grammar of a JSON number, and the limits on its digits.

use super::{Decimal, DecimalError, MAX_FRACTION_DIGITS, MAX_INTEGER_DIGITS, ten_to};

/// The largest exponent that is read, in either direction.
const MAX_EXPONENT: i32 = 40;

/// So many digits are always a number of 64 bits.
const MAX_SHORT_DIGITS: usize = 19;

/// Parses a number without exponent.
pub(super) fn decimal(text: &str) -> Result<Decimal, DecimalError> {
    parse(text, 0)
}

/// Parses a number that may have an exponent.
pub(super) fn json_number(text: &str) -> Result<Decimal, DecimalError> {
    // Most numbers are short and whole.
    if let Some(number) = short_whole_number(text) {
        return Decimal::new(number.into(), 0).ok_or(DecimalError::TooManyDigits);
    }
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return parse(text, 0) };
    let digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    if !is_digits(digits) {
        return Err(DecimalError::NotANumber);
    }
    let exponent = exponent.parse().ok().filter(|e: &i32| (-MAX_EXPONENT..=MAX_EXPONENT).contains(e));
    // A number that isn't one is told before an exponent out of reach.
    parse(mantissa, exponent.unwrap_or(MAX_EXPONENT + 1))
}

/// A number of few digits and nothing else; none where it is any other, or begins with a zero.
fn short_whole_number(text: &str) -> Option<u64> {
    if text.len() > MAX_SHORT_DIGITS || text.starts_with('0') || text.is_empty() {
        return None;
    }
    text.bytes()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u64::from(digit - b'0')))
}

fn parse(text: &str, exponent: i32) -> Result<Decimal, DecimalError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (integer, fraction) = match digits.split_once('.') {
        Some((integer, fraction)) if is_digits(fraction) => (integer, fraction),
        Some(_) => return Err(DecimalError::NotANumber),
        None => (digits, ""),
    };
    if !is_digits(integer) || (integer.len() > 1 && integer.starts_with('0')) {
        return Err(DecimalError::NotANumber);
    }
    let magnitude = coefficient(integer, fraction).ok_or(DecimalError::TooManyDigits)?;
    let coefficient = if text.starts_with('-') { -magnitude } else { magnitude };
    shifted(coefficient, fraction.len(), exponent).ok_or(DecimalError::TooManyDigits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// All digits as one whole number; none where there are too many.
fn coefficient(integer: &str, fraction: &str) -> Option<i128> {
    let digits = integer.bytes().chain(fraction.bytes());
    digits
        .map(|digit| i128::from(digit - b'0'))
        .try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(digit))
}

/// The number with its exponent worked in; none where it has too many digits.
fn shifted(coefficient: i128, fraction_digits: usize, exponent: i32) -> Option<Decimal> {
    if exponent > MAX_EXPONENT {
        return None;
    }
    let scale = i64::try_from(fraction_digits).ok()? - i64::from(exponent);
    let decimal = match u32::try_from(scale) {
        Ok(scale) => Decimal::new(coefficient, scale)?,
        Err(_) => Decimal::new(coefficient, 0)?.checked_shift(i32::try_from(-scale).ok()?)?,
    };
    let integer = decimal.coefficient.unsigned_abs() / ten_to(decimal.scale)?.unsigned_abs();
    let integer_digits = integer.checked_ilog10().map_or(1, |power| power + 1);
    let fits = usize::try_from(integer_digits).is_ok_and(|digits| digits <= MAX_INTEGER_DIGITS)
        && usize::try_from(decimal.scale).is_ok_and(|scale| scale <= MAX_FRACTION_DIGITS);
    fits.then_some(decimal)
}
