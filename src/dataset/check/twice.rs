//! One statement is one figure, however many documents carry it.

use crate::dataset::facts::{Amounts, Facts};
use crate::dataset::finding::Findings;
use crate::dataset::raw::RelationType;

/// What makes two figures the same statement, and the index of the figure.
type Statement<'a> = (Amounts, [Option<&'a str>; 5], usize);

/// No two figures report the same of the same, by the same speaker, on the same day.
pub(super) fn same_statement(facts: &Facts<'_>, findings: &mut Findings) {
    let mut statements: Vec<Statement<'_>> =
        facts.figures().map(|(index, ..)| statement(facts, index)).collect();
    statements.sort_unstable();
    let repeats = repeats(facts);
    for pair in statements.windows(2) {
        let [(amounts, a, first), (others, b, second)] = pair else { continue };
        if a == b && amounts == others && repeats.binary_search(&(*first, *second)).is_err() {
            report(facts, *first, *second, findings);
        }
    }
}

fn statement<'a>(facts: &Facts<'a>, index: usize) -> Statement<'a> {
    let Some(figure) = facts.raw.figures.get(index) else { return Default::default() };
    let words = figure.words.as_ref().and_then(|words| words.entries().next()).map(|(_, words)| words);
    let (scope, said, speaker) = (figure.scope.as_deref(), figure.said.as_deref(), figure.speaker.as_deref());
    (facts.amounts(index), [said, Some(&figure.metric), scope, speaker, words], index)
}

/// The pairs of figures of which the file says that one repeats the other, both ways round, sorted.
fn repeats(facts: &Facts<'_>) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (_, relation, _) in
        facts.relations().filter(|(_, relation, _)| relation.kind == RelationType::Repeats)
    {
        let end = |id: &Option<String>| id.as_ref().and_then(|id| facts.figures.find(id));
        if let (Some(from), Some(to)) = (end(&relation.from), end(&relation.to)) {
            pairs.extend([(from, to), (to, from)]);
        }
    }
    pairs.sort_unstable();
    pairs
}

fn report(facts: &Facts<'_>, first: usize, second: usize, findings: &mut Findings) {
    let Some(figure) = facts.raw.figures.get(first) else { return };
    let message = ["`", &figure.id, "` is the same statement"].concat();
    let hint = "one statement carried by two documents is one figure with two sources".to_owned();
    let at = facts.root.of("figures", second);
    findings.warning("same-statement", at.key("id"), message, Some(hint));
}
