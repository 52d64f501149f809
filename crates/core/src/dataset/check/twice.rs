//! One statement is one figure, however many documents carry it.

use crate::dataset::facts::{Amounts, Facts};
use crate::dataset::finding::Findings;
use crate::dataset::tree::{At, Shape};

/// What makes two figures the same statement, and the index of the figure.
type Statement<'a> = (Amounts, [Option<&'a str>; 6], usize);

/// No two figures report the same of the same, by the same speaker, on the same day; nor, where nobody is named,
/// by the same institution: two ministries that say 225 are two statements.
pub(super) fn same_statement(facts: &Facts<'_>, findings: &mut Findings) {
    let mut statements: Vec<Statement<'_>> =
        facts.each("figures").map(|(index, figure)| statement(facts, figure, index)).collect();
    statements.sort_unstable();
    let repeats = repeats(facts);
    for pair in statements.windows(2) {
        let [(amounts, a, first), (others, b, second)] = pair else { continue };
        if a == b && amounts == others && repeats.binary_search(&(*first, *second)).is_err() {
            report(facts, *first, *second, findings);
        }
    }
}

fn statement<'a>(facts: &Facts<'a>, figure: At<'a, 'a>, index: usize) -> Statement<'a> {
    let part = |key: &str| figure.get(key).and_then(At::text);
    let words = figure.get("words").and_then(|words| match &words.node().shape {
        Shape::Object(_) => words.node().members().next().and_then(|member| At(&member.node).text()),
        _ => words.text(),
    });
    let speaker = part("speaker");
    let institution = if speaker.is_none() { part("institution") } else { None };
    let said_by = [part("said"), part("metric"), part("scope"), speaker, institution, words];
    (facts.amounts(index), said_by, index)
}

/// The pairs of figures of which the file says that one repeats the other, both ways round, sorted.
fn repeats(facts: &Facts<'_>) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (_, relation) in facts.each("relations").filter(|(_, relation)| relation.word("type") == "repeats") {
        let end = |key: &str| facts.find("figures", relation.word(key));
        if let (Some(from), Some(to)) = (end("from"), end("to")) {
            pairs.extend([(from, to), (to, from)]);
        }
    }
    pairs.sort_unstable();
    pairs
}

fn report(facts: &Facts<'_>, first: usize, second: usize, findings: &mut Findings) {
    let message = ["`", facts.root.of("figures", first).word("id"), "` is the same statement"].concat();
    let hint = "one statement carried by two documents is one figure with two sources".to_owned();
    findings.warning("same-statement", facts.root.of("figures", second).key("id"), message, Some(hint));
}
