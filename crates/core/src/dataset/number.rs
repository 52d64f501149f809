//! Decimals, exact: from what is written to canonical digits, and to amounts that can be added and compared.

use crate::small::{cut, whole};

/// How many digits may stand before the point, and behind it.
const LONGEST: (usize, usize) = (24, 12);

/// An exact amount: millions of millions, ones, and parts of a million of millions, the first signed, the others
/// never negative. In this form amounts compare as lists do, and it takes no wider integers than the browser has.
pub(super) type Amount = [i64; 3];

/// What one step of an amount is worth in the next.
const STEP: i64 = 1_000_000_000_000;

/// Canonical digits: an optional `-`, an integer part without leading zeros, an optional fraction.
pub(super) struct Digits {
    pub(super) digits: String,
}

/// Reads a number as it is written, `quoted` if as a text.
///
/// # Errors
/// What is wrong with it, as the end of a sentence that begins with the number, and what would be right.
pub(super) fn decimal((text, quoted): (&str, bool)) -> Result<Digits, (&'static str, &'static str)> {
    const LIKE: &str = "write it like 1234567.89: digits, and a point before the fraction";
    if !super::parse::is_number(text) || (quoted && cut(text, "eE").1.is_some()) {
        return Err(("is not a decimal number", LIKE));
    }
    let digits = expand(text).unwrap_or_default();
    let (whole, fraction) = halves(&digits);
    if digits.is_empty() || whole.len() > LONGEST.0 || fraction.len() > LONGEST.1 {
        return Err(("has too many digits", "at most 24 digits before the point and 12 behind it are kept"));
    }
    Ok(Digits { digits })
}

/// The exact amount of canonical digits; none where it has too many digits.
pub(super) fn amount(digits: &str) -> Option<Amount> {
    let (whole, fraction) = halves(digits);
    let padding = LONGEST.1.checked_sub(fraction.len())?;
    let (high, low) = whole.split_at_checked(whole.len().saturating_sub(LONGEST.1))?;
    if high.len() > LONGEST.1 {
        return None;
    }
    let step =
        |digits: &str| digits.bytes().fold(0, |sum, digit| sum * 10 + i64::from(digit.wrapping_sub(b'0')));
    let fraction = (0..padding).fold(step(fraction), |sum, _| sum * 10);
    let amount = [step(high), step(low), fraction];
    Some(if digits.starts_with('-') { negative(amount) } else { amount })
}

/// The sum of two amounts; none where it is out of reach.
pub(super) fn add(a: Amount, b: Amount) -> Option<Amount> {
    let ([a0, a1, a2], [b0, b1, b2]) = (a, b);
    Some(carried([a0.checked_add(b0)?, a1 + b1, a2 + b2]))
}

fn negative([high, low, fraction]: Amount) -> Amount {
    carried([-high, -low, -fraction])
}

fn carried([high, low, fraction]: Amount) -> Amount {
    let low = low + fraction.div_euclid(STEP);
    [high.saturating_add(low.div_euclid(STEP)), low.rem_euclid(STEP), fraction.rem_euclid(STEP)]
}

/// An amount as digits.
pub(super) fn written(amount: Amount) -> String {
    let below_zero = amount < [0; 3];
    let [high, low, fraction] = if below_zero { negative(amount) } else { amount };
    let sign = if below_zero { "-" } else { "" };
    let whole = [digits(high, i64::MAX), digits(low, STEP)].concat();
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = digits(fraction, STEP);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, whole, point, fraction].concat()
}

/// All digits of a number that is not negative and below `limit`, from the first that it might have.
fn digits(number: i64, limit: i64) -> String {
    let mut digits = String::new();
    let mut unit = 1;
    while unit <= (limit - 1) / 10 {
        unit *= 10;
    }
    while unit > 0 {
        let digit = u32::try_from(number / unit % 10).ok().and_then(|digit| char::from_digit(digit, 10));
        digits.extend(digit);
        unit /= 10;
    }
    digits
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
    let (whole, fraction) = cut(digits, ".");
    (whole, fraction.unwrap_or_default())
}

/// A JSON number without exponent and without the sign of a zero; none where the exponent is out of reach.
fn expand(text: &str) -> Option<String> {
    let (mantissa, exponent) = cut(text, "eE");
    let exponent = whole(exponent.unwrap_or("0")).filter(|e| (-40..=40).contains(e))?;
    let (whole, fraction) = halves(mantissa);
    let mut digits = [whole, fraction].concat();
    let mut point = i64::try_from(whole.len()).ok()? + exponent;
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
