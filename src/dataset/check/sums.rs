//! Where parts are said to add up, they do; where they are said not to, they don't.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::number::Amount;
use crate::dataset::{Qualifier, raw};

/// The stated outcome of a sum is right, as far as exact numbers tell.
///
/// Where a number is missing, a range, or qualified ("about", "more than"), nothing can be told.
pub(super) fn outcomes(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, relation, at) in facts.relations() {
        let (Some(whole), Some(adds_up)) = (&relation.whole, relation.adds_up) else { continue };
        let Some(stated) = exact(facts, whole).filter(|_| !relation.parts.is_empty()) else { continue };
        let add = |sum: Amount, part: &String| sum.checked_add(exact(facts, part)?);
        let Some(sum) = relation.parts.iter().try_fold(0, add) else { continue };
        if (sum == stated) != adds_up {
            let message = match adds_up {
                true => ["the parts add up to ", &written(sum), ", not to ", &written(stated)].concat(),
                false => ["the parts do add up to ", &written(sum)].concat(),
            };
            let hint = if adds_up {
                "write `\"adds_up\": false`, or mend a number"
            } else {
                "write `\"adds_up\": true`"
            };
            findings.error("wrong-sum", at.key("adds_up"), message, Some(hint.to_owned()));
        }
    }
}

/// The number of a figure that has exactly one.
fn exact(facts: &Facts<'_>, id: &str) -> Option<Amount> {
    let index = facts.figures.find(id)?;
    let is_exact = |figure: &&raw::Figure| figure.qualifier == Qualifier::Exact;
    facts.raw.figures.get(index).filter(is_exact)?;
    facts.amounts(index).value
}

/// An amount as digits.
fn written(amount: Amount) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let digits = digits(amount.unsigned_abs());
    let (whole, fraction) = digits.split_at_checked(digits.len() - PLACES).unwrap_or_default();
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, whole, point, fraction].concat()
}

/// How many digits of an amount stand behind the point.
const PLACES: usize = 12;

/// The 39 digits of a number, by subtraction alone: division of such numbers would cost the widget more bytes.
fn digits(mut rest: u128) -> String {
    let powers = std::iter::successors(Some(1_u128), |power| power.checked_mul(10));
    let mut powers: Vec<u128> = powers.collect();
    powers.reverse();
    let digit = |power| {
        let mut digit = '0';
        while rest >= power {
            rest -= power;
            digit = char::from_u32(u32::from(digit) + 1).unwrap_or('9');
        }
        digit
    };
    powers.into_iter().map(digit).collect()
}
