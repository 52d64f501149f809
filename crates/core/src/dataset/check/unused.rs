//! Nothing is in the file for nothing.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// A metric has a figure.
pub(super) fn figureless(facts: &Facts<'_>, findings: &mut Findings) {
    report(facts, "metrics", &[("figures", "metric")], "metric-without-figure", "has no figure", findings);
}

/// A speaker, an outlet, an institution and a document is named somewhere.
pub(super) fn unused(facts: &Facts<'_>, findings: &mut Findings) {
    let lists: [(&str, &[(&str, &str)]); 4] = [
        ("speakers", &[("figures", "speaker")]),
        ("institutions", &[("figures", "institution")]),
        ("outlets", &[("sources", "outlet")]),
        ("sources", &[("figures", "sources"), ("figures", "status_source")]),
    ];
    for (list, references) in lists {
        report(facts, list, references, "unused", "is never used", findings);
    }
}

/// Notes every entry of a list that is named under none of some keys of other lists.
fn report(
    facts: &Facts<'_>,
    list: &str,
    references: &[(&str, &str)],
    code: &'static str,
    verb: &str,
    findings: &mut Findings,
) {
    let Some(ids) = facts.ids.iter().find(|ids| ids.list == list) else { return };
    let mut used = vec![false; ids.index.texts().len()];
    for &(from, key) in references {
        for (_, entry) in facts.each(from) {
            let one = entry.get(key).filter(|_| key != "sources");
            for id in entry.list(key).iter().map(At).chain(one).filter_map(At::text) {
                if let Some(slot) = ids.index.find(id).and_then(|index| used.get_mut(index)) {
                    *slot = true;
                }
            }
        }
    }
    for (id, index, again) in ids.index.each() {
        if !again && used.get(index) == Some(&false) {
            let message = ["the ", ids.noun, " `", id, "` ", verb].concat();
            findings.warning(code, facts.root.of(list, index).key("id"), message, None);
        }
    }
}
