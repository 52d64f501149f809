//! What metrics are counted in: one measure a unit, spelt so that every language and number finds its word.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::raw::CATEGORIES;
use crate::dataset::tree::{At, Node, Shape};

/// A unit has exactly one of `label`, `currency` and `percent`.
pub(super) fn measures(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, unit) in facts.each("units") {
        if let Some(at) = unit.get("percent").filter(|at| matches!(at.node().shape, Shape::Bool(false))) {
            let hint = Some("leave the key out".to_owned());
            findings.error("bad-unit", at, "`percent` can only be true".to_owned(), hint);
            continue;
        }
        let message = match ["label", "currency", "percent"].iter().filter(|key| unit.has(key)).count() {
            1 => continue,
            0 => "does not say what it counts",
            _ => "says more than once what it counts",
        };
        let message = ["the unit `", unit.word("id"), "` ", message].concat();
        let hint = "a unit has exactly one of `label`, `currency` and `percent`".to_owned();
        findings.error("bad-unit", unit, message, Some(hint));
    }
}

/// Whether the keys of a label are plural categories rather than languages.
pub(in crate::dataset) fn is_by_category(label: &Node<'_>) -> bool {
    let category = |key: &str| CATEGORIES.contains(&key);
    label.members().all(|member| category(&member.key) && !matches!(member.node.shape, Shape::Object(_)))
}

/// Plural forms are named by the categories of CLDR, and `other` is always among them.
pub(super) fn plurals(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, unit) in facts.each("units") {
        let Some(label) = unit.get("label") else { continue };
        if is_by_category(label.node()) {
            forms(label, findings);
        } else {
            label.node().members().for_each(|member| forms(At(&member.node), findings));
        }
    }
}

/// The words of one language, by plural category or one for all numbers.
fn forms(at: At<'_, '_>, findings: &mut Findings) {
    if at.text().is_some_and(|word| word.trim().is_empty()) {
        empty(at, findings);
    }
    if !matches!(at.node().shape, Shape::Object(_)) {
        return;
    }
    for member in at.node().members() {
        let (category, word) = (member.key.as_ref(), At(&member.node));
        if !CATEGORIES.contains(&category) {
            let message = ["`", category, "` is not a plural category"].concat();
            let hint = ["the categories are `", &CATEGORIES.join("`, `"), "`"].concat();
            findings.fault("unknown-key", (member.start, member.end), message, Some(hint));
        } else if word.text().unwrap_or_default().trim().is_empty() {
            empty(word, findings);
        }
    }
    if at.get("other").is_none() {
        let hint = "it is the word for all numbers that have no word of their own".to_owned();
        findings.error("missing-key", at, "the plural category `other` is missing".to_owned(), Some(hint));
    }
}

fn empty(at: At<'_, '_>, findings: &mut Findings) {
    let hint = Some("write the word for what is counted".to_owned());
    findings.error("empty-text", at, "the label is empty".to_owned(), hint);
}

/// A currency is named by three capital letters.
pub(super) fn currencies(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, unit) in facts.each("units") {
        let Some(at) = unit.get("currency") else { continue };
        let Some(code) = at.text() else { continue };
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let message = ["`", code, "` is not a currency code"].concat();
            let hint = "a code is three capital letters, like `KZT` or `EUR` (ISO 4217)".to_owned();
            findings.error("bad-currency", at, message, Some(hint));
        }
    }
}
