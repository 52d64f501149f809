//! A relation has the keys of its type, and relates two things.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::raw::RelationType;

/// A sum has `whole`, `parts` and `adds_up`, every other relation `from` and `to`.
pub(super) fn keys(facts: &Facts<'_>, findings: &mut Findings) {
    const SUM: [&str; 3] = ["whole", "parts", "adds_up"];
    const EDGE: [&str; 2] = ["from", "to"];
    for (_, relation, at) in facts.relations() {
        if at.get("type").is_none_or(|kind| findings.is_spoilt(kind)) {
            continue;
        }
        let is_sum = relation.kind == RelationType::Sum;
        let (needed, foreign, noun): (&[&str], &[&str], _) =
            if is_sum { (&SUM, &EDGE, "a sum") } else { (&EDGE, &SUM, "this relation") };
        for key in needed.iter().filter(|key| at.get(key).is_none_or(|at| at.node().is_null())) {
            let message = ["`", key, "` is missing in ", noun].concat();
            findings.error("missing-key", at, message, None);
        }
        let there = |key: &&&str| at.get(key).is_some_and(|at| !at.node().is_null());
        for key in foreign.iter().filter(there) {
            let message = ["`", key, "` is not a key of ", noun].concat();
            let hint = ["its keys are `", &needed.join("`, `"), "`"].concat();
            findings.key_error("unknown-key", at, key, message, Some(hint));
        }
        if let Some(at) = at.get("parts").filter(|at| is_sum && at.node().items().is_empty()) {
            findings.error("empty-sum", at, "this sum has no parts".to_owned(), None);
        }
    }
}

/// Nothing is a part of itself, revises itself and so on.
pub(super) fn to_itself(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, metric) in facts.raw.metrics.iter().enumerate() {
        if metric.part_of.as_ref() == Some(&metric.id) {
            let message = ["the metric `", &metric.id, "` is part of itself"].concat();
            findings.error("self-relation", facts.root.of("metrics", index).key("part_of"), message, None);
        }
    }
    for (_, relation, at) in facts.relations() {
        if let Some(whole) = &relation.whole {
            for index in (0..relation.parts.len()).filter(|i| relation.parts.get(*i) == Some(whole)) {
                let message = ["`", whole, "` is a part of itself in this sum"].concat();
                findings.error("self-relation", at.of("parts", index), message, None);
            }
        }
        if let Some(from) = relation.from.as_ref().filter(|from| relation.to.as_ref() == Some(from)) {
            let message = ["`", from, "` is related to itself"].concat();
            findings.error("self-relation", at.key("to"), message, None);
        }
    }
}
