//! Dates exist, and nothing is said after it was printed.

use crate::dataset::facts::{Facts, date};
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;
use crate::date::Date;

/// Every date is one (EDTF level 1).
pub(super) fn dates(facts: &Facts<'_>, findings: &mut Findings) {
    let (raw, root) = (facts.raw, facts.root);
    one(root, "edition", raw.edition.as_ref(), findings);
    for (index, source) in raw.sources.iter().enumerate() {
        one(root.of("sources", index), "published", source.published.as_ref(), findings);
    }
    for (_, figure, at) in facts.figures() {
        one(at, "said", figure.said.as_ref(), findings);
        one(at, "as_of", figure.as_of.as_ref(), findings);
    }
    for (index, event) in raw.events.iter().enumerate() {
        one(root.of("events", index), "date", Some(&event.date), findings);
    }
    for (index, correction) in raw.corrections.iter().enumerate() {
        one(root.of("corrections", index), "date", Some(&correction.date), findings);
    }
}

fn one(at: At<'_, '_>, key: &str, text: Option<&String>, findings: &mut Findings) {
    let Some(Err(error)) = text.map(|text| Date::parse(text)) else { return };
    if let Some(at) = at.get(key) {
        findings.error("bad-date", at, error.message().to_owned(), None);
    }
}

/// A figure was not said later than a document that carries it was published.
pub(super) fn said_after_published(facts: &Facts<'_>, findings: &mut Findings) {
    let published: Vec<Option<Date>> =
        facts.raw.sources.iter().map(|source| date(source.published.as_ref())).collect();
    for (index, figure, at) in facts.figures() {
        let Some(said) = facts.said(index).and_then(Date::earliest) else { continue };
        for id in &figure.sources {
            let source = facts.sources.find(id).and_then(|source| published.get(source));
            let Some(printed) = source.and_then(Option::as_ref) else { continue };
            if printed.latest().is_some_and(|latest| said > latest) {
                let message =
                    ["this was said after its source `", id, "` was published (", &printed.text(), ")"]
                        .concat();
                findings.warning("said-after-published", at.key("said"), message, None);
            }
        }
    }
}
