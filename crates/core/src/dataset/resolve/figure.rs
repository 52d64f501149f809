//! What was reported, with everything it refers to.

use super::{RecordFault, Referents, Referrer, localized_text};
use crate::dataset::{Cited, Figure, SourceEntry, StatusDetail, format};

/// Resolves a figure: it reports something, its range is a range, and a document carries it.
pub(super) fn resolve_figure(figure: format::Figure, referents: &Referents) -> Result<Figure, RecordFault> {
    check_numbers(&figure)?;
    let text = |text: format::Text| localized_text(text, &referents.language);
    let referrer = Referrer::Record("figure", &figure.id);
    if figure.sources.is_empty() {
        return Err(RecordFault::NoSource { figure: figure.id });
    }
    let metric = referents.metrics.get(&figure.metric, referrer)?;
    let scope = figure.scope.map(|id| metric.scopes.get(&id, referrer)).transpose()?;
    let sources = figure.sources.into_iter().map(|entry| resolve_source_entry(entry, referents, referrer));
    let sources = sources.collect::<Result<_, _>>()?;
    let status = StatusDetail {
        status: figure.status,
        note: figure.status_note.map(text),
        source: figure.status_source.map(|id| referents.sources.get(&id, referrer)).transpose()?,
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
        speaker: figure.speaker.map(|id| referents.speakers.get(&id, referrer)).transpose()?,
        office: figure.office.map(text),
        institution: figure.institution.map(|id| referents.institutions.get(&id, referrer)).transpose()?,
        attribution: figure.attribution,
        sources,
        status,
        note: figure.note.map(text),
        quote: figure.quote.map(text),
        metric: metric.id.clone(),
        id: figure.id,
    })
}

fn resolve_source_entry(
    entry: format::FigureSource,
    referents: &Referents,
    referrer: Referrer<'_>,
) -> Result<SourceEntry, RecordFault> {
    // The id of a source, else of an outlet.
    let cites = |id: String| match referents.sources.get(&id, referrer) {
        Ok(source) => Ok(Cited::Source(source)),
        Err(fault) => referents.outlets.get(&id, referrer).map(Cited::Outlet).map_err(|_| fault),
    };
    Ok(SourceEntry {
        source: referents.sources.get(&entry.source, referrer)?,
        attribution: entry.attribution,
        qualifier: entry.qualifier,
        cites: entry.cites.map(cites).transpose()?,
        note: entry.note.map(|note| localized_text(note, &referents.language)),
    })
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
