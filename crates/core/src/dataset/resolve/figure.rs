//! What was reported, with everything it refers to.

use std::sync::Arc;

use super::{List, RecordFault, Referents, Referrer, localized_text};
use crate::dataset::index::Identified;
use crate::dataset::{Cited, Figure, SourceEntry, StatusDetail, format};

/// Resolves a figure: it reports something, its range is a range, and a document carries it. Its texts are taken out of it, its ids
/// are left for those of the next.
pub(super) fn resolve_figure(
    figure: &mut format::Figure,
    referents: &mut Referents,
) -> Result<Arc<Figure>, RecordFault> {
    check_numbers(figure)?;
    let text =
        |text: &mut Option<format::Text>| text.take().map(|text| localized_text(text, &referents.language));
    let referrer = Referrer::Record("figure", &figure.id);
    if figure.sources.is_empty() {
        return Err(RecordFault::NoSource { figure: figure.id.clone() });
    }
    let metric = referents.metrics.get(&figure.metric, referrer)?;
    let scope = find(&metric.scopes, &figure.scope, referrer)?;
    let mut sources = Vec::with_capacity(figure.sources.len());
    for entry in &mut figure.sources {
        sources.push(SourceEntry {
            source: referents.sources.get(&entry.source, referrer)?,
            attribution: entry.attribution,
            qualifier: entry.qualifier,
            cites: find_cited(&entry.cites, referents, referrer)?,
            note: text(&mut entry.note),
        });
    }
    let status = StatusDetail {
        status: figure.status,
        note: text(&mut figure.status_note),
        source: find(&referents.sources, &figure.status_source, referrer)?,
    };
    let speakers = &referents.speakers;
    let speaker = figure.speaker.as_ref().map(|id| speakers.find(id, referrer)).transpose()?;
    let office = referents.offices.resolve(&mut figure.office, speaker, &referents.language);
    Ok(Arc::new(Figure {
        scope,
        value: figure.value,
        low: figure.low.map(Box::new),
        high: figure.high.map(Box::new),
        words: text(&mut figure.words),
        qualifier: figure.qualifier,
        said: figure.said.take(),
        as_of: figure.as_of.take().map(Box::new),
        speaker: speaker.and_then(|place| speakers.entries().get(place)).cloned(),
        office,
        institution: find(&referents.institutions, &figure.institution, referrer)?,
        attribution: figure.attribution,
        sources,
        status,
        note: text(&mut figure.note),
        quote: text(&mut figure.quote),
        metric: metric.id.clone(),
        id: figure.id.clone(),
    }))
}

fn find<T: Identified + 'static>(
    list: &List<T>,
    id: &Option<String>,
    referrer: Referrer<'_>,
) -> Result<Option<Arc<T>>, RecordFault> {
    id.as_ref().map(|id| list.get(id, referrer)).transpose()
}

/// Finds the source with an id, else the outlet.
fn find_cited(
    id: &Option<String>,
    referents: &Referents,
    referrer: Referrer<'_>,
) -> Result<Option<Cited>, RecordFault> {
    let Some(id) = id else { return Ok(None) };
    let source = referents.sources.get(id, referrer).map(Cited::Source);
    source
        .or_else(|fault| referents.outlets.get(id, referrer).map(Cited::Outlet).map_err(|_| fault))
        .map(Some)
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
