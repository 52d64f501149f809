//! From a file to a [`Dataset`] in which every reference leads somewhere.
//!
//! References are looked up once, by hash. What records must hold together is checked here: ids are there once, ranges
//! are ranges, every figure has a source, nothing runs in a circle. Rules for editors are not.

mod cycle;
mod fault;
mod figure;
mod list;
mod office;
mod relation;
mod unit;

pub use self::fault::{RecordFault, Referrer};

use std::mem::take;
use std::sync::Arc;

use self::cycle::find_cycle;
use self::list::List;
use self::office::Offices;
use super::index::{FigurePlace, Identified, Index};
use super::subject::{ContainedScopes, find_rivals, find_subject};
use super::{
    Correction, Dataset, Event, Figure, Group, Institution, Metric, Outlet, Relation, Scope, Source, Speaker,
    Text, Unit, format,
};
use crate::date::{Date, Day};

/// What the figures of a file refer to.
pub(super) struct Referents {
    language: String,
    groups: List<Group>,
    metrics: List<MetricDraft>,
    speakers: List<Speaker>,
    institutions: List<Institution>,
    outlets: List<Outlet>,
    sources: List<Source>,
    offices: Offices,
}

impl Referents {
    /// Resolves them, and takes them out of the file.
    ///
    /// # Errors
    /// The first fault in one of them, or between two.
    pub(super) fn take_from(file: &mut format::Dataset) -> Result<Self, RecordFault> {
        let language = take(&mut file.language);
        let text = |text: format::Text| localized_text(text, &language);
        let unit = |unit: format::Unit| unit::resolve_unit(unit, &language);
        let units: List<Unit> = List::new("unit", take(&mut file.units), unit)?;
        let institutions = List::new("institution", take(&mut file.institutions), |institution| {
            Ok(Institution { id: institution.id, name: text(institution.name) })
        })?;
        let speakers = List::new("speaker", take(&mut file.speakers), |speaker| {
            Ok(Speaker { id: speaker.id, name: text(speaker.name) })
        })?;
        let outlets = List::new("outlet", take(&mut file.outlets), |outlet| {
            Ok(Outlet { id: outlet.id, name: text(outlet.name), url: outlet.url.map(String::from) })
        })?;
        let source = |source: format::Source| resolve_source(source, &outlets, &language);
        let sources = List::new("source", take(&mut file.sources), source)?;
        let groups = List::new("group", take(&mut file.groups), |group| {
            Ok(Group { id: group.id, label: text(group.label) })
        })?;
        let metric = |metric: format::Metric| MetricDraft::new(metric, &groups, &units, &language);
        let metrics = List::new("metric", take(&mut file.metrics), metric)?;
        check_metrics_nest(&metrics)?;
        let offices = Offices::default();
        Ok(Self { language, groups, metrics, speakers, institutions, outlets, sources, offices })
    }

    /// Resolves a figure, and takes its texts out of it.
    ///
    /// # Errors
    /// The first fault in it.
    pub(super) fn resolve_figure(&mut self, figure: &mut format::Figure) -> Result<Arc<Figure>, RecordFault> {
        figure::resolve_figure(figure, self)
    }

    /// Resolves the whole data set: its figures, what they refer to, and what the file says beside them.
    ///
    /// # Errors
    /// The first fault in a record, or between two.
    pub(super) fn resolve_dataset(
        self,
        file: format::Dataset,
        figures: Vec<Arc<Figure>>,
    ) -> Result<Dataset, RecordFault> {
        let Self { language, groups, metrics, sources, .. } = self;
        let text = |text: format::Text| localized_text(text, &language);
        let figures = List::of("figure", figures)?;
        let relations = relation::resolve_relations(file.relations, &figures, &language)?;
        let mut events: Vec<Event> = file
            .events
            .into_iter()
            .map(|event| Event { date: event.date, label: text(event.label) })
            .collect();
        events.sort_by_cached_key(|event| time_key(Some(&event.date)));
        let mut corrections = Vec::new();
        for correction in file.corrections {
            if let Some(id) = &correction.figure {
                figures.find(id, Referrer::Entry("corrections", corrections.len()))?;
            }
            let format::Correction { date, figure, note } = correction;
            corrections.push(Correction { date, figure, note: text(note) });
        }
        let (numbers, figures) = figures.into_parts();
        let (of_metrics, places) = place_figures(&metrics, figures)?;
        let resolved = with_figures(&metrics, of_metrics, &relations);
        let index = Index::new(numbers, places, metrics.into_parts().0, &relations);
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
}

/// A metric whose figures are not resolved yet.
struct MetricDraft {
    /// Its id, which its figures share.
    id: Arc<str>,
    metric: Metric,
    scopes: List<Scope>,
    /// The id of the metric it is a part of.
    part_of: Option<String>,
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
        let part_of = metric.part_of;
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
        Ok(Self { id: metric.id.as_str().into(), metric, scopes, part_of })
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
fn check_metrics_nest(metrics: &List<MetricDraft>) -> Result<(), RecordFault> {
    let mut edges = Vec::new();
    for (from, draft) in metrics.entries().iter().enumerate() {
        if let Some(whole) = &draft.part_of {
            edges.push((from, metrics.find(whole, Referrer::Record("metric", draft.id()))?));
        }
    }
    match find_cycle(metrics.entries().len(), &edges).and_then(|place| metrics.entries().get(place)) {
        Some(draft) => Err(RecordFault::Cycle { noun: "metric", id: draft.id().to_owned() }),
        None => Ok(()),
    }
}

/// The figures of each metric in time order, and where each figure of the file stands there.
type PlacedFigures = (Vec<Vec<Arc<Figure>>>, Vec<FigurePlace>);

/// Sorts the figures by metric and time.
fn place_figures(
    metrics: &List<MetricDraft>,
    figures: Vec<Arc<Figure>>,
) -> Result<PlacedFigures, RecordFault> {
    let mut places = vec![FigurePlace::default(); figures.len()];
    let mut of_metrics: Vec<Vec<(usize, Arc<Figure>)>> = vec![Vec::new(); metrics.entries().len()];
    for (number, figure) in figures.into_iter().enumerate() {
        let metric = metrics.find(&figure.metric, Referrer::Record("figure", &figure.id))?;
        if let Some(figures) = of_metrics.get_mut(metric) {
            figures.push((number, figure));
        }
    }
    let key = |(_, figure): &(usize, Arc<Figure>)| time_key(figure.said.as_ref());
    for (metric, figures) in of_metrics.iter_mut().enumerate() {
        // Most files have the figures of a metric in time order already.
        if !figures.is_sorted_by_key(key) {
            figures.sort_by_cached_key(key);
        }
        for (figure, (number, _)) in figures.iter().enumerate() {
            places.get_mut(*number).into_iter().for_each(|it| *it = FigurePlace { metric, figure });
        }
    }
    let figures = |placed: Vec<(usize, Arc<Figure>)>| placed.into_iter().map(|(_, figure)| figure).collect();
    Ok((of_metrics.into_iter().map(figures).collect(), places))
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
fn time_key(date: Option<&Date>) -> (i32, i32) {
    let number = |day: Option<Day>, otherwise| day.map_or(otherwise, Day::number);
    date.map_or((i32::MIN, i32::MIN), |date| {
        (number(date.latest(), i32::MAX), number(date.earliest(), i32::MIN))
    })
}

/// A text with the language of the data set first.
fn localized_text(text: format::Text, language: &str) -> Text {
    let entries = match text {
        format::Text::Plain(text) => [(language.to_owned(), text)].into(),
        format::Text::Tagged(mut entries) => {
            if let Some(place) = entries.iter().position(|(tag, _)| tag == language) {
                let own = entries.remove(place);
                entries.insert(0, own);
            }
            entries.into()
        }
    };
    Text { entries }
}

impl Identified for MetricDraft {
    fn id(&self) -> &str {
        &self.metric.id
    }
}
