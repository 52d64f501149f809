//! Where parts are said to add up, they do; where they are said not to, they don't.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::number::{Amount, add, written};
use crate::dataset::tree::{At, Shape};

/// The stated outcome of a sum is right, as far as exact numbers tell.
///
/// Where a number is missing, a range, or qualified ("about", "more than"), nothing can be told.
pub(super) fn outcomes(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, relation) in facts.each("relations") {
        let Some(at) = relation.get("adds_up") else { continue };
        let adds_up = matches!(at.node().shape, Shape::Bool(true));
        let Some((sum, stated)) = sum(facts, relation) else { continue };
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
            findings.error("wrong-sum", at, message, Some(hint.to_owned()));
        }
    }
}

/// What the parts of a relation come to, and what its whole is.
fn sum(facts: &Facts<'_>, relation: At<'_, '_>) -> Option<(Amount, Amount)> {
    let stated = exact(facts, relation.get("whole")?.text()?)?;
    let (first, rest) = relation.list("parts").split_first()?;
    let mut sum = exact(facts, At(first).text()?)?;
    for part in rest {
        sum = add(sum, exact(facts, At(part).text()?)?)?;
    }
    Some((sum, stated))
}

/// The number of a figure that has exactly one.
fn exact(facts: &Facts<'_>, id: &str) -> Option<Amount> {
    let index = facts.find("figures", id)?;
    let figure = facts.root.list("figures").get(index)?;
    if matches!(At(figure).word("qualifier"), "" | "exact") { facts.amounts(index).value } else { None }
}
