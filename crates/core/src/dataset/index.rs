//! Where the records of a dataset stand, so that nothing has to be searched for.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Dataset, Figure, Metric, Relation};

/// Something with an id.
pub(super) trait Identified: Send + Sync {
    /// Its id in the file.
    fn id(&self) -> &str;
}

/// A record, as it is found by its id: as itself, for an id more for each of many figures takes time.
#[derive(Clone)]
pub(super) struct ById(Arc<dyn Identified>);

impl ById {
    pub(super) fn new<T: Identified + 'static>(record: &Arc<T>) -> Self {
        Self(record.clone())
    }
}

impl Borrow<str> for ById {
    fn borrow(&self) -> &str {
        self.0.id()
    }
}

impl Hash for ById {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.id().hash(state);
    }
}

impl PartialEq for ById {
    fn eq(&self, other: &Self) -> bool {
        self.0.id() == other.0.id()
    }
}

impl Eq for ById {}

impl fmt::Debug for ById {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.id())
    }
}

/// The places of records by their ids.
pub(super) type Places = FxHashMap<ById, usize>;

/// Where a figure stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FigurePlace {
    /// The place of its metric in the dataset.
    pub metric: usize,
    /// Its place among the figures of the metric.
    pub figure: usize,
}

/// The places of all records by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// The number of each figure: its place in the file.
    numbers: Places,
    /// Where each figure stands, by its number.
    places: Vec<FigurePlace>,
    metrics: Places,
    /// The number of each figure that a relation speaks of, with the place of the relation; sorted.
    relations: Vec<(usize, usize)>,
    /// For each metric the places of the relations that speak of its figures, in the file's order.
    of_metrics: Vec<Vec<usize>>,
}

impl Index {
    /// Collects the places; `numbers` are those of the figures, `places` where each of them stands.
    pub(super) fn new(
        numbers: Places,
        places: Vec<FigurePlace>,
        metrics: Places,
        relations: &[Relation],
    ) -> Self {
        let number = |figure: &Figure| numbers.get(&*figure.id).copied();
        let mut spoken_of = Vec::new();
        for (place, relation) in relations.iter().enumerate() {
            spoken_of.extend(figures_of(relation).filter_map(|figure| Some((number(figure)?, place))));
        }
        spoken_of.sort_unstable();
        spoken_of.dedup();
        let mut of_metrics = vec![Vec::new(); metrics.len()];
        for (number, relation) in &spoken_of {
            let metric = places.get(*number).and_then(|place| of_metrics.get_mut(place.metric));
            metric.into_iter().for_each(|of_metric| of_metric.push(*relation));
        }
        for of_metric in &mut of_metrics {
            of_metric.sort_unstable();
            of_metric.dedup();
        }
        Self { numbers, places, metrics, relations: spoken_of, of_metrics }
    }
}

impl Dataset {
    /// Returns where the metric with this id stands.
    pub fn place_of_metric(&self, id: &str) -> Option<usize> {
        self.index.metrics.get(id).copied()
    }

    /// Returns where the figure with this id stands.
    pub fn place_of_figure(&self, id: &str) -> Option<FigurePlace> {
        self.index.places.get(*self.index.numbers.get(id)?).copied()
    }

    /// Returns the relations that speak of the figure with this id, in the file's order.
    pub fn relations_of(&self, id: &str) -> impl Iterator<Item = &Relation> {
        self.relation_places(id).filter_map(|place| self.relations.get(place))
    }

    /// Returns the relations that speak of a figure of the metric with this id, in the file's order.
    pub fn relations_of_metric(&self, id: &str) -> impl Iterator<Item = &Relation> + Clone {
        let places = self.place_of_metric(id).and_then(|metric| self.index.of_metrics.get(metric));
        places.into_iter().flatten().filter_map(|place| self.relations.get(*place))
    }

    /// Returns a dataset of one metric alone, which may be a part of one of this dataset's: without events, documents and
    /// corrections, and with the relations that its figures have to each other.
    pub fn with_metric_alone(&self, metric: Arc<Metric>) -> Self {
        let mut places: Vec<usize> =
            metric.figures.iter().flat_map(|figure| self.relation_places(&figure.id)).collect();
        places.sort_unstable();
        places.dedup();
        let mut inside: Vec<&str> = metric.figures.iter().map(|figure| &*figure.id).collect();
        inside.sort_unstable();
        let is_inside = |relation: &&Relation| {
            figures_of(relation).all(|figure| inside.binary_search(&&*figure.id).is_ok())
        };
        let relations = places.into_iter().filter_map(|place| self.relations.get(place));
        let relations = relations.filter(is_inside).cloned().collect();
        let part = Self {
            id: self.id.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            language: self.language.clone(),
            edition: self.edition.clone(),
            license: self.license.clone(),
            groups: self.groups.clone(),
            metrics: Vec::new(),
            sources: Vec::new(),
            relations,
            events: Vec::new(),
            corrections: Vec::new(),
            index: Index::default(),
        };
        part.with_metrics(vec![metric])
    }

    /// Returns the dataset with other metrics and their figures.
    pub fn with_metrics(mut self, metrics: Vec<Arc<Metric>>) -> Self {
        let mut numbers = Places::default();
        let mut places = Vec::new();
        for (metric, of_metric) in metrics.iter().enumerate() {
            for (figure, one) in of_metric.figures.iter().enumerate() {
                numbers.insert(ById::new(one), places.len());
                places.push(FigurePlace { metric, figure });
            }
        }
        let of_metrics =
            metrics.iter().enumerate().map(|(place, metric)| (ById::new(metric), place)).collect();
        self.index = Index::new(numbers, places, of_metrics, &self.relations);
        self.metrics = metrics;
        self
    }

    fn relation_places(&self, id: &str) -> impl Iterator<Item = usize> + use<'_> {
        let number = self.index.numbers.get(id).copied().unwrap_or(usize::MAX);
        let relations = &self.index.relations;
        let first = relations.partition_point(|(figure, _)| *figure < number);
        let of_figure = relations.iter().skip(first).take_while(move |(figure, _)| *figure == number);
        of_figure.map(|(_, place)| *place)
    }
}

/// The figures that a relation speaks of.
fn figures_of(relation: &Relation) -> impl Iterator<Item = &Arc<Figure>> {
    let (parts, ends): (&[Arc<Figure>], _) = match relation {
        Relation::Sum { whole, parts, .. } => (parts, [Some(whole), None]),
        Relation::Edge { from, to, .. } => (&[], [Some(from), Some(to)]),
    };
    parts.iter().chain(ends.into_iter().flatten())
}
