//! Nothing is in the file for nothing.

use crate::document::Document;
use crate::hash::HashSet;
use crate::place::{Key, Place};
use crate::report::Report;

/// A metric has a figure.
pub(super) fn check_metrics(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let used = document.figures.iter().map(|(_, figure)| figure.metric.as_str()).collect();
    report_unused(document, Key::Metrics, &used, ("metric-without-figure", "has no figure"), report);
}

/// A speaker, an institution, an outlet and a source is named somewhere.
pub(super) fn check_lists(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let figures = || document.figures.iter().map(|(_, figure)| figure);
    let carried = || figures().flat_map(|figure| &figure.sources);
    let cited = || carried().filter_map(|source| source.cites.as_deref());
    let outlets = document.sources.iter().filter_map(|(_, source)| source.outlet.as_deref());
    let doubting = figures().filter_map(|figure| figure.status_source.as_deref());
    let lists: [(Key, HashSet<&str>); 4] = [
        (Key::Speakers, figures().filter_map(|figure| figure.speaker.as_deref()).collect()),
        (Key::Institutions, figures().filter_map(|figure| figure.institution.as_deref()).collect()),
        (Key::Outlets, outlets.chain(cited()).collect()),
        (
            Key::Sources,
            carried().map(|source| source.source.as_str()).chain(doubting).chain(cited()).collect(),
        ),
    ];
    for (list, used) in &lists {
        report_unused(document, *list, used, ("unused", "is never used"), report);
    }
}

/// Reports every record of a list whose id is none of the used ones.
fn report_unused(
    document: &Document<'_>,
    list: Key,
    used: &HashSet<&str>,
    (code, verb): (&'static str, &str),
    report: &mut Report<'_, '_>,
) {
    let Some(ids) = document.ids(list) else { return };
    for (index, id) in ids.iter() {
        if !used.contains(id) && ids.find(id) == Some(index) {
            let message = format!("the {} `{id}` {verb}", ids.noun);
            report.warning(code, &Place::of(list, index).key(Key::Id), message, ());
        }
    }
}
