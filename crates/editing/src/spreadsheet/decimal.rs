//! Decimals as digits, exact: moved, compared, never a float.
//!
//! Digits are canonical: an optional `-`, an integer part without leading zeros, an optional fraction.

use std::cmp::Ordering;

/// Canonical digits of a sign, the digits before the point and those behind it.
pub(crate) fn canonical(negative: bool, whole: &str, fraction: &str) -> String {
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let zero = whole == "0" && fraction.bytes().all(|digit| digit == b'0');
    let sign = if negative && !zero { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, whole, point, fraction].concat()
}

/// Digits times 10 to the power of `power`.
pub(crate) fn shifted(digits: &str, power: i32) -> String {
    if power == 0 {
        return digits.to_owned();
    }
    let (negative, whole, fraction) = parts(digits);
    let places = usize::try_from(power.unsigned_abs()).unwrap_or(0);
    let zeros = "0".repeat(places);
    if power < 0 {
        let all = [&zeros, whole].concat();
        let (whole, moved) = all.split_at_checked(all.len().saturating_sub(places)).unwrap_or_default();
        return canonical(negative, whole, &[moved, fraction].concat());
    }
    let all = [fraction, &zeros].concat();
    let (moved, fraction) = all.split_at_checked(places).unwrap_or_default();
    canonical(negative, &[whole, moved].concat(), fraction.trim_end_matches('0'))
}

/// A JSON number as canonical digits; none where its exponent is out of reach.
pub(crate) fn plain(json: &str) -> Option<String> {
    let (mantissa, exponent) = json.split_once(['e', 'E']).unwrap_or((json, "0"));
    let exponent: i32 = exponent.parse().ok().filter(|e| (-40..=40).contains(e))?;
    let (negative, whole, fraction) = parts(mantissa);
    Some(shifted(&canonical(negative, whole, fraction), exponent))
}

/// The same number always as the same digits: without zeros at the end of the fraction.
pub(crate) fn key(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

/// Which of two numbers is greater.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    let ((a_negative, a_whole, a_fraction), (b_negative, b_whole, b_fraction)) =
        (parts(key(a)), parts(key(b)));
    let magnitude =
        a_whole.len().cmp(&b_whole.len()).then(a_whole.cmp(b_whole)).then(a_fraction.cmp(b_fraction));
    match (a_negative, b_negative) {
        (false, false) => magnitude,
        (true, true) => magnitude.reverse(),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// Whether a double would lose digits: it keeps any 15 of them.
pub(crate) fn is_long(digits: &str) -> bool {
    let (_, whole, fraction) = parts(digits);
    [whole, fraction].concat().trim_matches('0').len() > 15
}

/// The sign, the digits before the point and those behind it.
pub(crate) fn parts(digits: &str) -> (bool, &str, &str) {
    let (negative, digits) = digits.strip_prefix('-').map_or((false, digits), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    (negative, whole, fraction)
}
