//! What a data set and its parts are called: the version of the format, and ids that are there once.

use crate::dataset::facts::{Facts, Ids};
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// The version of the format that this program reads.
pub(super) fn format(facts: &Facts<'_>, findings: &mut Findings) {
    if let Some(at) = facts.root.get("format").filter(|_| facts.raw.format != 1) {
        let message = ["`format` is ", &facts.raw.format.to_string(), ", which is not known here"].concat();
        findings.error("unknown-format", at, message, Some("the format has one version: 1".to_owned()));
    }
}

/// Every id is there, and no other entry of its list has it.
pub(super) fn ids(facts: &Facts<'_>, findings: &mut Findings) {
    if let Some(at) = facts.root.get("id").filter(|_| facts.raw.id.is_empty()) {
        findings.error("empty-id", at, "the id is empty".to_owned(), None);
    }
    let lists = [
        (&facts.units, "unit"),
        (&facts.institutions, "institution"),
        (&facts.speakers, "speaker"),
        (&facts.outlets, "outlet"),
        (&facts.sources, "source"),
        (&facts.groups, "group"),
        (&facts.metrics, "metric"),
        (&facts.figures, "figure"),
    ];
    for (ids, noun) in lists {
        list(facts.root, ids, noun, findings);
    }
    for (index, metric) in facts.raw.metrics.iter().enumerate() {
        let at = facts.root.of("metrics", index);
        let scopes = Ids::new(at, "scopes", &mut metric.scopes.iter().map(|scope| &scope.id));
        list(at, &scopes, "scope of this metric", findings);
    }
}

fn list(parent: At<'_, '_>, ids: &Ids<'_>, noun: &str, findings: &mut Findings) {
    let list = parent.key(ids.list);
    let empty = ids.entries().take_while(|(id, _)| id.is_empty()).map(|(_, index)| index);
    for at in empty.filter_map(|index| list.item(index).get("id")) {
        findings.error("empty-id", at, "the id is empty".to_owned(), None);
    }
    for (id, index) in ids.repeated().filter(|(id, _)| !id.is_empty()) {
        let message = ["another ", noun, " has the id `", id, "` already"].concat();
        findings.error("duplicate-id", list.item(index).key("id"), message, None);
    }
}
