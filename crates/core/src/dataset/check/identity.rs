//! What a data set and its parts are called: the version of the format, and ids that are there once.

use crate::dataset::facts::{Facts, Ids};
use crate::dataset::finding::Findings;
use crate::dataset::tree::{At, Shape};

/// The version of the format is the one that this program reads.
pub(super) fn format(facts: &Facts<'_>, findings: &mut Findings) {
    let Some(at) = facts.root.get("format") else { return };
    if let Shape::Number(version) = at.node().shape
        && version != "1"
    {
        let message = ["`format` is ", version, ", which is not known here"].concat();
        findings.error("unknown-format", at, message, Some("the format has one version: 1".to_owned()));
    }
}

/// Every id is there, and no other entry of its list has it.
pub(super) fn ids(facts: &Facts<'_>, findings: &mut Findings) {
    if facts.root.word("id").is_empty() {
        empty(facts.root, findings);
    }
    for ids in &facts.ids {
        list(facts.root, ids, findings);
    }
    for (_, metric) in facts.each("metrics") {
        list(metric, &Ids::new(metric, "scopes", "scope of this metric", false), findings);
    }
}

fn list(parent: At<'_, '_>, ids: &Ids<'_>, findings: &mut Findings) {
    let list = parent.key(ids.list);
    for (id, index, again) in ids.index.each() {
        if id.is_empty() {
            empty(list.item(index), findings);
        } else if again {
            let message = ["another ", ids.noun, " has the id `", id, "` already"].concat();
            findings.error("duplicate-id", list.item(index).key("id"), message, None);
        }
    }
}

fn empty(entry: At<'_, '_>, findings: &mut Findings) {
    if let Some(at) = entry.get("id") {
        findings.error("empty-id", at, "the id is empty".to_owned(), None);
    }
}
