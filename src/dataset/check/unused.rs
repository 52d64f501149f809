//! Nothing is in the file for nothing.

use crate::dataset::facts::{Facts, Ids};
use crate::dataset::finding::Findings;

/// A metric has a figure.
pub(super) fn figureless(facts: &Facts<'_>, findings: &mut Findings) {
    let used = used(&facts.metrics, &mut facts.raw.figures.iter().map(|figure| &figure.metric));
    report(facts, &facts.metrics, &used, ["the metric", "has no figure"], findings);
}

/// A speaker, an outlet, an institution and a document is named somewhere.
pub(super) fn unused(facts: &Facts<'_>, findings: &mut Findings) {
    let figures = &facts.raw.figures;
    let never = "is never used";
    let speakers = used(&facts.speakers, &mut figures.iter().filter_map(|figure| figure.speaker.as_ref()));
    report(facts, &facts.speakers, &speakers, ["the speaker", never], findings);
    let institutions =
        used(&facts.institutions, &mut figures.iter().filter_map(|figure| figure.institution.as_ref()));
    report(facts, &facts.institutions, &institutions, ["the institution", never], findings);
    let outlets =
        used(&facts.outlets, &mut facts.raw.sources.iter().filter_map(|source| source.outlet.as_ref()));
    report(facts, &facts.outlets, &outlets, ["the outlet", never], findings);
    let documents = figures.iter().flat_map(|figure| figure.sources.iter().chain(&figure.status_source));
    let sources = used(&facts.sources, &mut { documents });
    report(facts, &facts.sources, &sources, ["the source", never], findings);
}

/// For each entry of a list whether one of `references` names it.
fn used(ids: &Ids<'_>, references: &mut dyn Iterator<Item = &String>) -> Vec<bool> {
    let mut used = vec![false; ids.names().len()];
    for index in references.filter_map(|id| ids.find(id)) {
        if let Some(slot) = used.get_mut(index) {
            *slot = true;
        }
    }
    used
}

fn report(facts: &Facts<'_>, ids: &Ids<'_>, used: &[bool], [noun, verb]: [&str; 2], findings: &mut Findings) {
    let mut before = "";
    for (id, index) in ids.entries() {
        let first = id != std::mem::replace(&mut before, id);
        if first && used.get(index) == Some(&false) {
            let message = [noun, " `", id, "` ", verb].concat();
            let code = if ids.list == "metrics" { "metric-without-figure" } else { "unused" };
            findings.warning(code, facts.root.of(ids.list, index).key("id"), message, None);
        }
    }
}
