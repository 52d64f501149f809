//! Dates exist, and nothing is said after it was printed.

use crate::dataset::facts::{self, Facts};
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;
use crate::date::Date;

/// A date is one (EDTF level 1).
pub(super) fn date(at: At<'_, '_>, findings: &mut Findings) {
    if let Some(Err(error)) = at.text().map(Date::parse) {
        findings.error("bad-date", at, error.message().to_owned(), None);
    }
}

/// A figure was not said later than a document that carries it was published.
pub(super) fn said_after_published(facts: &Facts<'_>, findings: &mut Findings) {
    let published: Vec<Option<Date>> =
        facts.each("sources").map(|(_, source)| facts::date(source, "published")).collect();
    for (index, figure) in facts.each("figures") {
        let Some(said) = facts.said(index).and_then(Date::earliest) else { continue };
        for id in figure.list("sources").iter().filter_map(|id| At(id).text()) {
            let source = facts.find("sources", id).and_then(|source| published.get(source));
            let Some(printed) = source.and_then(Option::as_ref) else { continue };
            if printed.latest().is_some_and(|latest| said > latest) {
                let printed = printed.text();
                let message = ["this was said after its source `", id, "` was published (", &printed, ")"];
                findings.warning("said-after-published", figure.key("said"), message.concat(), None);
            }
        }
    }
}
