//! The dataset as it could be known on a day. What was published later isn't there: no figure, no document, no relation,
//! no denial. Pure functions; nothing is reckoned, only left out.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Dataset, Edge, Figure, Metric, Relation, Source, Status, StatusDetail};
use crate::date::{Date, Day};

impl Source {
    /// Returns the day on which the document was certainly out: of a span the last; none where its date isn't known.
    fn published_by(&self) -> Option<Day> {
        self.published.as_ref().and_then(Date::latest)
    }

    /// Returns whether the document certainly came later than `day`.
    fn is_later_than(&self, day: Day) -> bool {
        self.published_by().is_some_and(|published| published > day)
    }
}

impl Figure {
    /// Returns the day from which a figure could be known: on which the first of its documents was published; a document
    /// without a date counts from the day on which the figure was said. Of a span the last day; none where no day is known.
    pub fn known_since(&self) -> Option<Day> {
        let said = self.said.as_ref().and_then(Date::latest);
        self.sources.iter().filter_map(|entry| entry.source.published_by().or(said)).min()
    }
}

impl Metric {
    /// Returns the days on which something of a metric became known, first first.
    pub fn days_known(&self) -> Vec<Day> {
        let mut days: Vec<Day> = self.figures.iter().filter_map(|figure| figure.known_since()).collect();
        // Many figures have the day of the one before.
        days.dedup();
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl Dataset {
    /// Returns the dataset as it could be known on a day: without the figures, documents, relations and events that came
    /// later, and with each status as it was then. Metrics stay where they are, also those that have no figure yet, with
    /// what they are about. A figure of which no day is known is left out.
    pub fn as_known_on(&self, day: Day) -> Self {
        let is_known = |figure: &Figure| figure.known_since().is_some_and(|since| since <= day);
        let figures = self.metrics.iter().flat_map(|metric| &metric.figures);
        let known: FxHashMap<&str, Arc<Figure>> = figures
            .filter(|figure| is_known(figure))
            .map(|figure| (&*figure.id, Arc::new(self.figure_as_known_on(figure, day))))
            .collect();
        let metrics = self.metrics.iter().map(|metric| {
            let figures = metric.figures.iter().filter_map(|figure| known.get(&*figure.id).cloned());
            Arc::new(Metric { figures: figures.collect(), ..Metric::clone(metric) })
        });
        let metrics = metrics.collect();
        let is_past = |date: &Date| date.earliest().or(date.latest()).is_none_or(|first| first <= day);
        let known = Self {
            sources: self.sources.iter().filter(|source| !source.is_later_than(day)).cloned().collect(),
            relations: self.relations.iter().filter_map(|relation| relation.among(&known)).collect(),
            events: self.events.iter().filter(|event| is_past(&event.date)).cloned().collect(),
            ..self.clone()
        };
        known.with_metrics(metrics)
    }

    /// A figure that was known on a day, with the documents and the status that it had then.
    fn figure_as_known_on(&self, figure: &Figure, day: Day) -> Figure {
        let mut known = figure.clone();
        known.sources.retain(|entry| !entry.source.is_later_than(day));
        if self.is_status_later_than(figure, day) {
            known.status = StatusDetail { status: Status::Stands, note: None, source: None };
        }
        known
    }

    /// Whether what has become of a figure was known only after a day: by the document that says so, or without one by
    /// the figures that revise it.
    fn is_status_later_than(&self, figure: &Figure, day: Day) -> bool {
        if let Some(source) = &figure.status.source {
            return source.is_later_than(day);
        }
        let mut revisions = self.relations_of(&figure.id).filter_map(|relation| match relation {
            Relation::Edge { kind: Edge::Revises, from, to, .. } if to.id == figure.id => from.known_since(),
            _ => None,
        });
        let first = revisions.next();
        first.is_some_and(|first| revisions.fold(first, Ord::min) > day)
    }
}

impl Relation {
    /// The relation between the figures that are known, if all of its figures are.
    fn among(&self, known: &FxHashMap<&str, Arc<Figure>>) -> Option<Self> {
        let find = |figure: &Arc<Figure>| known.get(&*figure.id).cloned();
        let mut relation = self.clone();
        match &mut relation {
            Self::Sum { whole, parts, .. } => {
                *whole = find(whole)?;
                *parts = parts.iter().map(find).collect::<Option<_>>()?;
            }
            Self::Edge { from, to, .. } => (*from, *to) = (find(from)?, find(to)?),
        }
        Some(relation)
    }
}
