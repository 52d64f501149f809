//! Numbers are numbers, ranges are ranges, and every figure reports something.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::number::{decimal, survives_as_double};
use crate::dataset::tree::At;

/// A number can be read without losing a digit.
pub(super) fn decimals(key: &str, at: At<'_, '_>, findings: &mut Findings) {
    let Some(number) = at.number() else { return };
    if let Err((problem, hint)) = decimal(number) {
        let message = ["`", key, "` is `", number.0, "`, which ", problem].concat();
        findings.error("bad-number", at, message, Some(hint.to_owned()));
    }
}

/// A JSON number survives in programs that read it as a double.
pub(super) fn lost_digits(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures") {
        for (key, at) in ["value", "low", "high"].iter().filter_map(|key| Some((key, figure.get(key)?))) {
            let Some((text, quoted)) = at.number().filter(|(text, _)| text.len() > 15) else { continue };
            if !quoted && decimal((text, quoted)).is_ok_and(|number| !survives_as_double(&number.digits)) {
                let message = ["`", key, "` has more digits than a double keeps"].concat();
                let hint = ["write it as a string: \"", text, "\""].concat();
                findings.warning("lost-digits", at, message, Some(hint));
            }
        }
    }
}

/// The lower end of a range is not above its upper end.
pub(super) fn low_above_high(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, figure) in facts.each("figures") {
        let amounts = facts.amounts(index);
        if amounts.low.zip(amounts.high).is_some_and(|(low, high)| low > high) {
            let message = ["`low` ", text(figure, "low"), " is above `high` ", text(figure, "high")].concat();
            findings.error("low-above-high", figure.key("low"), message, None);
        }
    }
}

/// A number with a range lies in it.
pub(super) fn value_outside(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, figure) in facts.each("figures") {
        let amounts = facts.amounts(index);
        let Some(value) = amounts.value else { continue };
        let (side, end) = if amounts.low.is_some_and(|low| value < low) {
            ("below `low` ", "low")
        } else if amounts.high.is_some_and(|high| value > high) {
            ("above `high` ", "high")
        } else {
            continue;
        };
        let message = ["`value` ", text(figure, "value"), " is ", side, text(figure, end)].concat();
        findings.error("value-outside-range", figure.key("value"), message, None);
    }
}

/// A figure reports a number, a range or words.
pub(super) fn nothing_reported(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures") {
        if !["value", "low", "high", "words"].iter().any(|key| figure.has(key)) {
            let message = ["the figure `", figure.word("id"), "` reports nothing"].concat();
            let hint = "a figure has a `value`, a range from `low` to `high`, or `words`".to_owned();
            findings.error("nothing-reported", figure, message, Some(hint));
        }
    }
}

/// A range is not qualified: it says itself how exact it is.
pub(super) fn qualified_range(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures") {
        let range = !figure.has("value") && (figure.has("low") || figure.has("high"));
        if range && !matches!(figure.word("qualifier"), "" | "exact") {
            let message = "a range has no `qualifier`".to_owned();
            let hint = "leave the qualifier out, or give the number it belongs to as `value`".to_owned();
            findings.error("qualified-range", figure.key("qualifier"), message, Some(hint));
        }
    }
}

fn text<'r>(figure: At<'r, '_>, key: &str) -> &'r str {
    figure.get(key).and_then(At::number).map_or("", |(text, _)| text)
}
