//! Where figures are from: which document carries which, who said what and in which offices, and what was revised since.
//! Nothing is searched for more than once; nothing is put into words here.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::dataset::{
    Correction, Dataset, Edge, Figure, Institution, Metric, Relation, Source, Speaker, Text,
};
use crate::date::{Date, Day};

/// A document, and what it carries.
#[derive(Clone, Debug, PartialEq)]
pub struct CarryingSource {
    /// The document.
    pub source: Arc<Source>,
    /// All figures of the dataset that it carries, in the order of its metrics, and of a metric in time order.
    pub figures: Vec<Arc<Figure>>,
}

/// Somebody who said figures, or nobody who is named.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerRecord {
    /// The person; none for what nobody who is named has said.
    pub speaker: Option<Arc<Speaker>>,
    /// In which offices and for which institutions they spoke, each once, the earliest first.
    pub offices: Vec<HeldOffice>,
    /// All figures of the dataset that they said, in the order of its metrics, and of a metric in time order.
    pub figures: Vec<Arc<Figure>>,
}

/// What a speaker spoke as.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldOffice {
    /// The office; none where no document names it.
    pub office: Option<Text>,
    /// The institution; none where no document names it.
    pub institution: Option<Arc<Institution>>,
}

/// Returns the documents that carry figures of a metric, or without one all documents, in the file's order, each with all
/// figures of the dataset that it carries.
pub fn carrying_sources(dataset: &Dataset, metric: Option<&Metric>) -> Vec<CarryingSource> {
    let mut carried: FxHashMap<&str, Vec<Arc<Figure>>> = FxHashMap::default();
    for figure in all_figures(dataset) {
        for (place, entry) in figure.sources.iter().enumerate() {
            let is_first = figure.sources.iter().take(place).all(|other| other.source.id != entry.source.id);
            if is_first {
                carried.entry(&entry.source.id).or_default().push(figure.clone());
            }
        }
    }
    let is_asked = |figures: &[Arc<Figure>]| {
        metric.is_none_or(|metric| figures.iter().any(|figure| figure.is_of(&metric.id)))
    };
    let sources = dataset.sources.iter().filter_map(|source| {
        let figures = carried.remove(&*source.id).unwrap_or_default();
        is_asked(&figures).then(|| CarryingSource { source: source.clone(), figures })
    });
    sources.collect()
}

/// Returns how many documents carry figures of a metric.
pub fn count_carrying_sources(metric: &Metric) -> usize {
    let entries = metric.figures.iter().flat_map(|figure| &figure.sources);
    let counted: FxHashMap<&str, usize> = entries.map(|entry| (&*entry.source.id, 0)).collect();
    counted.len()
}

/// Returns everybody who said figures of a metric, or without one of the dataset, each with all figures of the dataset that
/// they said: who said most of them first, and last those whom no document names.
pub fn speaker_records(dataset: &Dataset, metric: Option<&Metric>) -> Vec<SpeakerRecord> {
    let mut records: Vec<SpeakerRecord> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for figure in all_figures(dataset) {
        // No id is empty: that stands for who is not named.
        let id = figure.speaker.as_ref().map_or("", |speaker| &*speaker.id);
        let place = *places.entry(id).or_insert_with(|| {
            records.push(SpeakerRecord {
                speaker: figure.speaker.clone(),
                offices: Vec::new(),
                figures: Vec::new(),
            });
            records.len() - 1
        });
        if let Some(record) = records.get_mut(place) {
            record.figures.push(figure.clone());
        }
    }
    records.retain(|record| {
        metric.is_none_or(|metric| record.figures.iter().any(|figure| figure.is_of(&metric.id)))
    });
    records.sort_by_key(|record| (record.speaker.is_none(), usize::MAX - record.figures.len()));
    for record in &mut records {
        record.offices = held_offices(record);
    }
    records
}

/// The offices of one who is named, the earliest first.
fn held_offices(record: &SpeakerRecord) -> Vec<HeldOffice> {
    let mut offices: Vec<HeldOffice> = Vec::new();
    if record.speaker.is_none() {
        return offices;
    }
    let mut figures: Vec<&Arc<Figure>> = record.figures.iter().collect();
    figures.sort_by_key(|figure| figure.said.as_ref().and_then(Date::latest).unwrap_or(Day::MAX));
    for figure in figures {
        let held = HeldOffice { office: figure.office.clone(), institution: figure.institution.clone() };
        if (held.office.is_some() || held.institution.is_some()) && !offices.contains(&held) {
            offices.push(held);
        }
    }
    offices
}

/// Returns what the sources themselves revised of a metric, or without one of the dataset: each newer count with the one that
/// it takes the place of, the newest first.
pub fn revisions<'a>(
    dataset: &'a Dataset,
    metric: Option<&Metric>,
) -> Vec<(&'a Arc<Figure>, &'a Arc<Figure>)> {
    let revision = |relation: &'a Relation| match relation {
        Relation::Edge { kind: Edge::Revises, from, to, .. } => Some((from, to)),
        _ => None,
    };
    let revised = dataset.relations.iter().filter_map(revision);
    let is_asked = |figure: &Figure| metric.is_none_or(|metric| figure.is_of(&metric.id));
    let mut revised: Vec<_> = revised.filter(|(from, to)| is_asked(from) || is_asked(to)).collect();
    revised.reverse();
    revised.sort_by_key(|(from, _)| std::cmp::Reverse(from.said.as_ref().and_then(Date::latest)));
    revised
}

/// Returns what was mended in the file, the newest first; of one day the last in the file first.
pub fn corrections_newest_first(dataset: &Dataset) -> Vec<&Correction> {
    let mut corrections: Vec<_> = dataset.corrections.iter().rev().collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date.latest()));
    corrections
}

fn all_figures(dataset: &Dataset) -> impl Iterator<Item = &Arc<Figure>> {
    dataset.metrics.iter().flat_map(|metric| &metric.figures)
}
