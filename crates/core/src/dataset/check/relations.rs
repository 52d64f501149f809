//! A relation has the keys of its type, and relates two things.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// A sum has `whole`, `parts` and `adds_up`, every other relation `from` and `to`.
pub(super) fn keys(facts: &Facts<'_>, findings: &mut Findings) {
    const SUM: [&str; 3] = ["whole", "parts", "adds_up"];
    const EDGE: [&str; 2] = ["from", "to"];
    for (_, relation) in facts.each("relations") {
        if relation.get("type").is_none_or(|kind| findings.is_spoilt(kind)) {
            continue;
        }
        let is_sum = relation.word("type") == "sum";
        let (needed, foreign, noun): (&[&str], &[&str], _) =
            if is_sum { (&SUM, &EDGE, "a sum") } else { (&EDGE, &SUM, "this relation") };
        for key in needed.iter().filter(|key| !relation.has(key)) {
            let message = ["`", key, "` is missing in ", noun].concat();
            findings.error("missing-key", relation, message, None);
        }
        for key in foreign.iter().filter(|key| relation.has(key)) {
            let message = ["`", key, "` is not a key of ", noun].concat();
            let hint = ["its keys are `", &needed.join("`, `"), "`"].concat();
            findings.key_error("unknown-key", relation, key, message, Some(hint));
        }
        if let Some(at) = relation.get("parts").filter(|at| is_sum && at.node().items().is_empty()) {
            findings.error("empty-sum", at, "this sum has no parts".to_owned(), None);
        }
    }
}

/// Nothing is a part of itself, revises itself and so on.
pub(super) fn to_itself(facts: &Facts<'_>, findings: &mut Findings) {
    let mut note = |at: At<'_, '_>, id: Option<&str>, [before, after]: [&str; 2]| {
        if let Some(id) = at.text().filter(|other| Some(*other) == id) {
            findings.error("self-relation", at, [before, id, after].concat(), None);
        }
    };
    for (_, metric) in facts.each("metrics") {
        if let Some(whole) = metric.get("part_of") {
            note(whole, Some(metric.word("id")), ["the metric `", "` is part of itself"]);
        }
    }
    for (_, relation) in facts.each("relations") {
        let whole = relation.get("whole").and_then(At::text);
        for part in relation.list("parts") {
            note(At(part), whole, ["`", "` is a part of itself in this sum"]);
        }
        if let Some(to) = relation.get("to") {
            note(to, relation.get("from").and_then(At::text), ["`", "` is related to itself"]);
        }
    }
}
