//! What was reported, with everything it refers to.

use std::sync::Arc;

use super::{List, MetricDraft, RecordFault, Referrer, localized_text};
use crate::dataset::{
    Cited, Figure, Institution, Outlet, Scope, Source, SourceEntry, Speaker, StatusDetail, format,
};

/// What figures refer to.
pub(super) struct Parts<'a> {
    pub(super) language: &'a str,
    pub(super) metrics: &'a List<MetricDraft>,
    pub(super) speakers: &'a List<Speaker>,
    pub(super) institutions: &'a List<Institution>,
    pub(super) outlets: &'a List<Outlet>,
    pub(super) sources: &'a List<Source>,
}

/// Resolves a figure: it reports something, its range is a range, and a document carries it.
pub(super) fn resolve_figure(figure: format::Figure, parts: &Parts<'_>) -> Result<Figure, RecordFault> {
    check_numbers(&figure)?;
    let text = |text: format::Text| localized_text(text, parts.language);
    let referrer = Referrer::Record("figure", &figure.id);
    if figure.sources.is_empty() {
        return Err(RecordFault::NoSource { figure: figure.id });
    }
    let scope = resolve_scope(&figure, parts)?;
    let sources = figure.sources.into_iter().map(|entry| resolve_source_entry(entry, parts, referrer));
    let sources = sources.collect::<Result<_, _>>()?;
    let status = StatusDetail {
        status: figure.status,
        note: figure.status_note.map(text),
        source: figure.status_source.map(|id| parts.sources.get(&id, referrer)).transpose()?,
    };
    Ok(Figure {
        scope,
        value: figure.value,
        low: figure.low,
        high: figure.high,
        words: figure.words.map(text),
        qualifier: figure.qualifier,
        said: figure.said,
        as_of: figure.as_of,
        speaker: figure.speaker.map(|id| parts.speakers.get(&id, referrer)).transpose()?,
        office: figure.office.map(text),
        institution: figure.institution.map(|id| parts.institutions.get(&id, referrer)).transpose()?,
        attribution: figure.attribution,
        sources,
        status,
        note: figure.note.map(text),
        quote: figure.quote.map(text),
        metric: figure.metric,
        id: figure.id,
    })
}

fn resolve_source_entry(
    entry: format::FigureSource,
    parts: &Parts<'_>,
    referrer: Referrer<'_>,
) -> Result<SourceEntry, RecordFault> {
    // The id of a source, else of an outlet.
    let cites = |id: String| match parts.sources.get(&id, referrer) {
        Ok(source) => Ok(Cited::Source(source)),
        Err(fault) => parts.outlets.get(&id, referrer).map(Cited::Outlet).map_err(|_| fault),
    };
    Ok(SourceEntry {
        source: parts.sources.get(&entry.source, referrer)?,
        attribution: entry.attribution,
        qualifier: entry.qualifier,
        cites: entry.cites.map(cites).transpose()?,
        note: entry.note.map(|note| localized_text(note, parts.language)),
    })
}

/// The scope of a figure is one of its metric's.
fn resolve_scope(figure: &format::Figure, parts: &Parts<'_>) -> Result<Option<Arc<Scope>>, RecordFault> {
    let referrer = Referrer::Record("figure", &figure.id);
    let metric = parts.metrics.get(&figure.metric, referrer)?;
    figure.scope.as_ref().map(|id| metric.scopes.get(id, referrer)).transpose()
}

fn check_numbers(figure: &format::Figure) -> Result<(), RecordFault> {
    let format::Figure { value, low, high, .. } = figure;
    let id = || figure.id.clone();
    if value.is_none() && low.is_none() && high.is_none() && figure.words.is_none() {
        return Err(RecordFault::NothingReported { figure: id() });
    }
    if low.zip(*high).is_some_and(|(low, high)| low > high) {
        return Err(RecordFault::LowAboveHigh { figure: id() });
    }
    let is_below = value.zip(*low).is_some_and(|(value, low)| value < low);
    let is_above = value.zip(*high).is_some_and(|(value, high)| value > high);
    if is_below || is_above { Err(RecordFault::ValueOutsideRange { figure: id() }) } else { Ok(()) }
}
