//! Numbers are numbers, ranges are ranges, and every figure reports something.

use crate::dataset::facts::{Amounts, Facts};
use crate::dataset::finding::Findings;
use crate::dataset::number::{Amount, decimal, survives_as_double};
use crate::dataset::tree::At;
use crate::dataset::{Qualifier, raw};

/// Every number can be read without losing a digit.
pub(super) fn decimals(facts: &Facts<'_>, findings: &mut Findings) {
    each(facts, &mut |Written { key, number, amount }, at| {
        if amount.is_some() {
            return;
        }
        if let Err((problem, hint)) = decimal(number) {
            let message = ["`", key, "` is `", &number.text, "`, which ", problem].concat();
            findings.error("bad-number", at.key(key), message, Some(hint.to_owned()));
        }
    });
}

/// A JSON number survives in programs that read it as a double.
pub(super) fn lost_digits(facts: &Facts<'_>, findings: &mut Findings) {
    each(facts, &mut |Written { key, number, .. }, at| {
        let long = number.text.len() > 15 && !number.quoted;
        if long && decimal(number).is_ok_and(|decimal| !survives_as_double(&decimal.digits)) {
            let message = ["`", key, "` has more digits than a double keeps"].concat();
            let hint = ["write it as a string: \"", &number.text, "\""].concat();
            findings.warning("lost-digits", at.key(key), message, Some(hint));
        }
    });
}

/// The lower end of a range is not above its upper end.
pub(super) fn low_above_high(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, figure, at) in facts.figures() {
        let amounts = facts.amounts(index);
        if amounts.low.zip(amounts.high).is_some_and(|(low, high)| low > high) {
            let message = ["`low` ", text(&figure.low), " is above `high` ", text(&figure.high)].concat();
            findings.error("low-above-high", at.key("low"), message, None);
        }
    }
}

/// A number with a range lies in it.
pub(super) fn value_outside(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, figure, at) in facts.figures() {
        let amounts = facts.amounts(index);
        let Some(value) = amounts.value else { continue };
        let (side, end) = if amounts.low.is_some_and(|low| value < low) {
            ("below `low` ", &figure.low)
        } else if amounts.high.is_some_and(|high| value > high) {
            ("above `high` ", &figure.high)
        } else {
            continue;
        };
        let message = ["`value` ", text(&figure.value), " is ", side, text(end)].concat();
        findings.error("value-outside-range", at.key("value"), message, None);
    }
}

/// A figure reports a number, a range or words.
pub(super) fn nothing_reported(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure, at) in facts.figures() {
        if figure.value.is_none() && figure.low.is_none() && figure.high.is_none() && figure.words.is_none() {
            let message = ["the figure `", &figure.id, "` reports nothing"].concat();
            let hint = "a figure has a `value`, a range from `low` to `high`, or `words`".to_owned();
            findings.error("nothing-reported", at, message, Some(hint));
        }
    }
}

/// A range is not qualified: it says itself how exact it is.
pub(super) fn qualified_range(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure, at) in facts.figures() {
        let range = figure.low.is_some() || figure.high.is_some();
        if range && figure.value.is_none() && figure.qualifier != Qualifier::Exact {
            let message = "a range has no `qualifier`".to_owned();
            let hint = "leave the qualifier out, or give the number it belongs to as `value`".to_owned();
            findings.error("qualified-range", at.key("qualifier"), message, Some(hint));
        }
    }
}

fn text(number: &Option<raw::Number>) -> &str {
    number.as_ref().map_or("", |number| number.text.as_str())
}

/// A number of a figure: its key, how it is written, what it comes to.
struct Written<'a> {
    key: &'static str,
    number: &'a raw::Number,
    amount: Option<Amount>,
}

/// Every number that is there, with the figure that it is in.
fn each(facts: &Facts<'_>, act: &mut dyn FnMut(Written<'_>, At<'_, '_>)) {
    for (index, figure, at) in facts.figures() {
        let Amounts { value, low, high } = facts.amounts(index);
        let numbers =
            [("value", &figure.value, value), ("low", &figure.low, low), ("high", &figure.high, high)];
        for (key, number, amount) in numbers {
            if let Some(number) = number {
                act(Written { key, number, amount }, at);
            }
        }
    }
}
