//! From a file to a [`Dataset`] in which every reference leads somewhere.
//!
//! References are looked up once, by hash. What records must hold together is checked here: ids are there once, ranges
//! are ranges, every figure has a source, nothing runs in a circle. Rules for editors are not.

mod cycle;
mod fault;
mod figure;
mod list;
mod relation;
mod unit;

pub use self::fault::{RecordFault, Referrer};

use std::cmp::Reverse;
use std::sync::Arc;

use self::cycle::find_cycle;
use self::list::{Identified, List};
use super::index::{FigurePlace, Index};
use super::subject::{ContainedScopes, find_rivals, find_subject};
use super::{
    Correction, Dataset, Event, Figure, Group, Institution, Metric, Outlet, Relation, Scope, Source, Speaker,
    Text, Unit, format,
};
use crate::date::{Date, Day};

/// Resolves a whole data set.
///
/// # Errors
/// The first fault in a record, or between two.
pub(super) fn resolve_dataset(file: format::Dataset) -> Result<Dataset, RecordFault> {
    let language = file.language;
    let text = |text: format::Text| localized_text(text, &language);
    let unit = |unit: format::Unit| unit::resolve_unit(unit, &language);
    let units: List<Unit> = List::new("unit", file.units, unit)?;
    let institutions = List::new("institution", file.institutions, |institution| {
        Ok(Institution { id: institution.id, name: text(institution.name) })
    })?;
    let speakers = List::new("speaker", file.speakers, |speaker| {
        Ok(Speaker { id: speaker.id, name: text(speaker.name) })
    })?;
    let outlets = List::new("outlet", file.outlets, |outlet| {
        Ok(Outlet { id: outlet.id, name: text(outlet.name), url: outlet.url.map(String::from) })
    })?;
    let source = |source: format::Source| resolve_source(source, &outlets, &language);
    let sources = List::new("source", file.sources, source)?;
    let groups =
        List::new("group", file.groups, |group| Ok(Group { id: group.id, label: text(group.label) }))?;
    check_metrics_nest(&file.metrics)?;
    let metric = |metric: format::Metric| MetricDraft::new(metric, &groups, &units, &language);
    let metrics: List<MetricDraft> = List::new("metric", file.metrics, metric)?;
    let parts = figure::Parts {
        language: &language,
        metrics: &metrics,
        speakers: &speakers,
        institutions: &institutions,
        outlets: &outlets,
        sources: &sources,
    };
    let figures = List::new("figure", file.figures, |figure| figure::resolve_figure(figure, &parts))?;
    let relations = relation::resolve_relations(file.relations, &figures, &language)?;
    let mut events: Vec<Event> =
        file.events.into_iter().map(|event| Event { date: event.date, label: text(event.label) }).collect();
    events.sort_by_key(|event| time_key(Some(&event.date)));
    let mut corrections = Vec::new();
    for correction in file.corrections {
        if let Some(id) = &correction.figure {
            figures.find(id, Referrer::Entry("corrections", corrections.len()))?;
        }
        let format::Correction { date, figure, note } = correction;
        corrections.push(Correction { date, figure, note: text(note) });
    }
    let (of_metrics, places) = place_figures(&metrics, &figures)?;
    let resolved = with_figures(&metrics, of_metrics, &relations);
    let index = Index::new(figures.into_places(), places, metrics.into_places(), &relations);
    Ok(Dataset {
        id: file.id,
        title: text(file.title),
        summary: file.summary.map(text),
        edition: file.edition,
        license: file.license,
        metrics: resolved,
        groups: groups.into_entries(),
        sources: sources.into_entries(),
        relations,
        events,
        corrections,
        index,
        language,
    })
}

/// A metric whose figures are not resolved yet.
struct MetricDraft {
    metric: Metric,
    scopes: List<Scope>,
}

impl MetricDraft {
    fn new(
        metric: format::Metric,
        groups: &List<Group>,
        units: &List<Unit>,
        language: &str,
    ) -> Result<Self, RecordFault> {
        let text = |text: format::Text| localized_text(text, language);
        let referrer = Referrer::Record("metric", &metric.id);
        let group = metric.group.map(|id| groups.get(&id, referrer)).transpose()?;
        let unit = units.get(&metric.unit, referrer)?;
        let scopes = List::new("scope", metric.scopes, |scope| {
            Ok(Scope { id: scope.id, label: text(scope.label), definition: scope.definition.map(text) })
        })?;
        let metric = Metric {
            label: text(metric.label),
            group,
            unit,
            definition: metric.definition.map(text),
            subject: None,
            rivals: Vec::new(),
            scopes: scopes.entries().to_vec(),
            figures: Vec::new(),
            id: metric.id,
        };
        Ok(Self { metric, scopes })
    }
}

fn resolve_source(
    source: format::Source,
    outlets: &List<Outlet>,
    language: &str,
) -> Result<Source, RecordFault> {
    let referrer = Referrer::Record("source", &source.id);
    let outlet = source.outlet.map(|id| outlets.get(&id, referrer)).transpose()?;
    Ok(Source {
        outlet,
        title: source.title.map(|title| localized_text(title, language)),
        published: source.published,
        url: source.url.map(String::from),
        archived: source.archived.map(String::from),
        language: source.language,
        note: source.note.map(|note| localized_text(note, language)),
        id: source.id,
    })
}

/// Checks that no metric is, by way of others, a part of itself.
fn check_metrics_nest(metrics: &[format::Metric]) -> Result<(), RecordFault> {
    let ids = list::places("metric", &mut metrics.iter().map(|metric| metric.id.as_str()))?;
    let mut edges = Vec::new();
    for (from, metric) in metrics.iter().enumerate() {
        let Some(whole) = &metric.part_of else { continue };
        let to = ids.get(whole.as_str()).ok_or_else(|| {
            RecordFault::unresolved(Referrer::Record("metric", &metric.id), "metric", whole)
        })?;
        edges.push((from, *to));
    }
    match find_cycle(metrics.len(), &edges).and_then(|place| metrics.get(place)) {
        Some(metric) => Err(RecordFault::Cycle { noun: "metric", id: metric.id.clone() }),
        None => Ok(()),
    }
}

/// The figures of each metric in time order, and where each figure of the file stands there.
type PlacedFigures = (Vec<Vec<Arc<Figure>>>, Vec<FigurePlace>);

/// Sorts the figures by metric and time.
fn place_figures(metrics: &List<MetricDraft>, figures: &List<Figure>) -> Result<PlacedFigures, RecordFault> {
    let mut in_time_order: Vec<(usize, &Arc<Figure>)> = figures.entries().iter().enumerate().collect();
    in_time_order.sort_by_cached_key(|(_, figure)| time_key(figure.said.as_ref()));
    let mut of_metrics = vec![Vec::new(); metrics.entries().len()];
    let mut places = vec![FigurePlace::default(); in_time_order.len()];
    for (number, figure) in in_time_order {
        let metric = metrics.find(&figure.metric, Referrer::Record("figure", &figure.id))?;
        if let (Some(of_metric), Some(place)) = (of_metrics.get_mut(metric), places.get_mut(number)) {
            *place = FigurePlace { metric, figure: of_metric.len() };
            of_metric.push(Arc::clone(figure));
        }
    }
    Ok((of_metrics, places))
}

/// Gives every metric its figures, and finds what it is about.
fn with_figures(
    metrics: &List<MetricDraft>,
    of_metrics: Vec<Vec<Arc<Figure>>>,
    relations: &[Relation],
) -> Vec<Arc<Metric>> {
    let contained = ContainedScopes::new(relations);
    let finished = |(draft, figures): (&Arc<MetricDraft>, _)| {
        let mut metric = Metric { figures, ..draft.metric.clone() };
        metric.subject = find_subject(&metric, &contained).map(str::to_owned);
        metric.rivals = find_rivals(&metric, relations, &contained);
        Arc::new(metric)
    };
    metrics.entries().iter().zip(of_metrics).map(finished).collect()
}

/// What dated things are sorted by: undated first, then by the latest day, "or later" last; then by the earliest day.
fn time_key(date: Option<&Date>) -> Option<(bool, Option<Day>, Option<Day>)> {
    date.map(|date| (date.latest().is_none(), date.latest(), date.earliest()))
}

/// A text with the language of the data set first.
fn localized_text(text: format::Text, language: &str) -> Text {
    let mut entries = match text {
        format::Text::Plain(text) => vec![(language.to_owned(), text)],
        format::Text::Tagged(entries) => entries,
    };
    entries.sort_by_key(|(tag, _)| Reverse(tag == language));
    Text { entries }
}

impl Identified for MetricDraft {
    fn id(&self) -> &str {
        &self.metric.id
    }
}
