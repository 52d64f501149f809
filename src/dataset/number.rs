//! Decimals, exact: from what is written to canonical digits, and to amounts that can be added and compared.

use super::Decimal;

/// How many digits may stand before the point, and behind it.
const LONGEST: (usize, usize) = (24, 12);

/// An exact amount: a decimal times 10^12.
pub(super) type Amount = i128;

/// Reads a number as it is written, `quoted` if as a text.
///
/// # Errors
/// What is wrong with it, as the end of a sentence that begins with the number, and what would be right.
pub(super) fn decimal((text, quoted): (&str, bool)) -> Result<Decimal, (&'static str, &'static str)> {
    const LIKE: &str = "write it like 1234567.89: digits, and a point before the fraction";
    if !super::parse::is_number(text) || (quoted && text.contains(['e', 'E'])) {
        return Err(("is not a decimal number", LIKE));
    }
    let digits = expand(text).unwrap_or_default();
    let (whole, fraction) = halves(&digits);
    if digits.is_empty() || whole.len() > LONGEST.0 || fraction.len() > LONGEST.1 {
        return Err(("has too many digits", "at most 24 digits before the point and 12 behind it are kept"));
    }
    let number = double(&digits);
    Ok(Decimal { digits, number })
}

/// The exact amount of canonical digits; none where it has too many digits.
pub(super) fn amount(digits: &str) -> Option<Amount> {
    let (whole, fraction) = halves(digits);
    let padding = LONGEST.1.checked_sub(fraction.len())?;
    let mut amount: Amount = 0;
    for digit in whole.bytes().chain(fraction.bytes()).chain(std::iter::repeat_n(b'0', padding)) {
        amount = amount.checked_mul(10)?.checked_add(Amount::from(digit.wrapping_sub(b'0')))?;
    }
    Some(if digits.starts_with('-') { -amount } else { amount })
}

/// An amount as digits.
pub(super) fn written(amount: Amount) -> String {
    const UNIT: u128 = 1_000_000_000_000;
    let sign = if amount < 0 { "-" } else { "" };
    let (whole, fraction) = (amount.unsigned_abs() / UNIT, amount.unsigned_abs() % UNIT);
    let digits = (UNIT + fraction).to_string();
    let fraction = digits.strip_prefix('1').unwrap_or_default().trim_end_matches('0');
    let fraction = if fraction.is_empty() { String::new() } else { [".", fraction].concat() };
    [sign, &whole.to_string(), &fraction].concat()
}

/// Whether a double keeps what is written as a JSON number: true of any 15 significant digits, and of every
/// whole number up to 2^53.
pub(super) fn survives_as_double(digits: &str) -> bool {
    let (whole, fraction) = halves(digits);
    let significant = [whole, fraction].concat();
    let significant = significant.trim_matches('0');
    let small = || whole.parse::<u64>().is_ok_and(|whole| whole <= 1 << 53);
    significant.len() <= 15 || (fraction.trim_end_matches('0').is_empty() && small())
}

/// The digits before and behind the point.
fn halves(digits: &str) -> (&str, &str) {
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    digits.split_once('.').unwrap_or((digits, ""))
}

/// A JSON number without exponent and without the sign of a zero; none where the exponent is out of reach.
fn expand(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok().filter(|e| (-40..=40).contains(e))?;
    let (whole, fraction) = halves(mantissa);
    let mut digits = [whole, fraction].concat();
    let mut point = i32::try_from(whole.len()).ok()? + exponent;
    while point < 1 {
        digits.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).ok()?;
    while digits.len() < point {
        digits.push('0');
    }
    let fraction = digits.split_off(point);
    let whole = match digits.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let zero = whole == "0" && fraction.bytes().all(|digit| digit == b'0');
    let sign = if text.starts_with('-') && !zero { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Some([sign, whole, point, &fraction].concat())
}

/// The nearest double of up to 15 significant digits, and one next to it for longer numbers.
fn double(digits: &str) -> f64 {
    let (whole, fraction) = halves(digits);
    let add = |sum: f64, digit: u8| sum * 10.0 + f64::from(digit.wrapping_sub(b'0'));
    let all = whole.bytes().chain(fraction.bytes()).fold(0.0, add);
    let scale = fraction.bytes().fold(1.0, |scale, _| scale * 10.0);
    if digits.starts_with('-') { -all / scale } else { all / scale }
}
