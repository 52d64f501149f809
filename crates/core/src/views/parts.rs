//! The parts of a metric as a tree, taken from its sums and `part_of`: a scope stands under the narrowest scope that
//! contains it, in the order in which the sum of that one lists its parts. Parts may be of other metrics.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::dataset::{Dataset, Edge, Figure, Relation, Scope};

/// A scope of a metric, or what its figures without a scope cover.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PartKey {
    /// The place of the metric in the dataset.
    pub metric: usize,
    /// The id of the scope; none for figures without one.
    pub scope: Option<String>,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub key: PartKey,
    /// Its scope.
    pub scope: Option<Arc<Scope>>,
    /// The place of the row of the part that contains it; none under the whole, and for what nothing contains.
    pub parent: Option<usize>,
    /// How many parts contain it, the whole not counted.
    pub depth: usize,
    /// Its figures, by their places in the metric, in time order; never empty.
    pub figures: Vec<usize>,
}

/// A row under the whole.
#[derive(Clone, Debug, PartialEq)]
pub enum PartRow {
    /// A part.
    Part(Part),
    /// A sum that fails, after the parts of its whole.
    FailingSum {
        /// The whole.
        whole: Arc<Figure>,
        /// What should make it.
        parts: Vec<Arc<Figure>>,
        /// How many parts contain the whole.
        depth: usize,
    },
}

/// A whole and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct PartTree {
    /// The whole.
    pub whole: PartKey,
    /// What contains the whole; none for what a metric is about.
    pub above: Option<PartKey>,
    /// The parts, each before its own, and the sums that fail.
    pub rows: Vec<PartRow>,
}

impl PartTree {
    /// Finds the parts of what a metric is about, and after them the scopes of the metric that nothing contains; or the
    /// parts of one scope alone.
    pub fn new(dataset: &Dataset, metric: usize, scope: Option<&str>) -> Self {
        let subject = dataset.metrics.get(metric).and_then(|metric| metric.main_scope());
        let whole = PartKey { metric, scope: scope.or(subject).map(str::to_owned) };
        let graph = PartGraph::new(dataset, metric);
        let is_subject = whole.scope.as_deref() == subject;
        let above = graph.narrowest_whole(&whole).filter(|_| !is_subject);
        let above =
            above.or_else(|| (!is_subject).then(|| PartKey { metric, scope: subject.map(str::to_owned) }));
        let mut tree = Self { above, rows: Vec::new(), whole: whole.clone() };
        let mut walk = Walk { dataset, graph: &graph, seen: HashSet::from([whole.clone()]) };
        walk.add_parts(&mut tree.rows, &whole, None, 0);
        if is_subject {
            walk.add_others(&mut tree.rows, metric);
        }
        tree
    }

    /// Returns the parts without the sums.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.rows.iter().filter_map(|row| match row {
            PartRow::Part(part) => Some(part),
            PartRow::FailingSum { .. } => None,
        })
    }
}

/// Which scope contains which, by the relations of a metric and of those whose figures are its parts.
#[derive(Default)]
struct PartGraph<'a> {
    /// For each scope what contains it, in the order of the relations.
    wholes: HashMap<PartKey, Vec<PartKey>>,
    /// For each scope its parts, likewise.
    parts: HashMap<PartKey, Vec<PartKey>>,
    /// For each scope the sums of which it is the whole, with their parts.
    sums: HashMap<PartKey, Vec<(&'a Relation, Vec<PartKey>)>>,
    /// Every part with its whole.
    known: HashSet<(PartKey, PartKey)>,
}

impl<'a> PartGraph<'a> {
    fn new(dataset: &'a Dataset, metric: usize) -> Self {
        let mut graph = Self::default();
        let (mut open, mut seen) = (vec![metric], HashSet::from([metric]));
        while let Some(metric) = open.pop() {
            let id = dataset.metrics.get(metric).map(|metric| &*metric.id).unwrap_or_default();
            for relation in dataset.relations_of_metric(id) {
                graph.add_relation(dataset, relation, metric);
            }
            let parts = graph.parts.iter().filter(|(whole, _)| whole.metric == metric);
            open.extend(
                parts.flat_map(|(_, parts)| parts).map(|part| part.metric).filter(|one| seen.insert(*one)),
            );
        }
        graph
    }

    /// Adds what a relation says of the parts of a metric: each relation once, with the metric of its whole.
    fn add_relation(&mut self, dataset: &Dataset, relation: &'a Relation, metric: usize) {
        let key = |figure: &Figure| key_of(dataset, figure);
        let (whole, parts) = match relation {
            Relation::Sum { whole, parts, .. } => {
                (key(whole), parts.iter().filter_map(|part| key(part)).collect())
            }
            Relation::Edge { kind: Edge::PartOf, from, to, .. } => (key(to), key(from).into_iter().collect()),
            Relation::Edge { .. } => return,
        };
        let Some(whole) = whole.filter(|whole| whole.metric == metric) else { return };
        let parts: Vec<PartKey> = parts;
        for part in parts.iter().filter(|part| **part != whole) {
            if self.known.insert((part.clone(), whole.clone())) {
                self.wholes.entry(part.clone()).or_default().push(whole.clone());
                self.parts.entry(whole.clone()).or_default().push(part.clone());
            }
        }
        if matches!(relation, Relation::Sum { .. }) {
            self.sums.entry(whole).or_default().push((relation, parts));
        }
    }

    /// The narrowest scope that contains a part: one that contains none of the others that do.
    fn narrowest_whole(&self, part: &PartKey) -> Option<PartKey> {
        let wholes = self.wholes.get(part)?;
        let is_wider = |one: &PartKey| wholes.iter().any(|other| other != one && self.is_within(other, one));
        let narrowest = wholes.iter().find(|one| wholes.len() == 1 || !is_wider(one));
        narrowest.or(wholes.first()).cloned()
    }

    /// Whether a scope is contained in another, at any depth.
    fn is_within(&self, part: &PartKey, whole: &PartKey) -> bool {
        let (mut open, mut seen) = (vec![part], HashSet::new());
        while let Some(key) = open.pop() {
            let above = self.wholes.get(key).into_iter().flatten();
            for one in above.filter(|one| seen.insert(*one)) {
                if one == whole {
                    return true;
                }
                open.push(one);
            }
        }
        false
    }

    /// The parts that stand right under a whole, in the order of the sum that has most of them; then the others.
    fn parts_under(&self, whole: &PartKey) -> Vec<PartKey> {
        let is_under = |part: &&PartKey| self.narrowest_whole(part).as_ref() == Some(whole);
        let parts: Vec<&PartKey> = self.parts.get(whole).into_iter().flatten().filter(is_under).collect();
        let is_part: HashSet<&PartKey> = parts.iter().copied().collect();
        let listed = |parts: &[PartKey]| parts.iter().filter(|part| is_part.contains(part)).count();
        let sums = self.sums.get(whole).into_iter().flatten();
        // Of sums with as many the first: `max_by_key` keeps the last.
        let order = sums.rev().max_by_key(|(_, parts)| listed(parts)).map_or(&[][..], |(_, parts)| parts);
        let mut added = HashSet::new();
        let ordered = order.iter().filter(|part| is_part.contains(part)).chain(parts);
        ordered.filter(|part| added.insert(*part)).cloned().collect()
    }
}

/// The rows as they are collected.
struct Walk<'a> {
    dataset: &'a Dataset,
    graph: &'a PartGraph<'a>,
    seen: HashSet<PartKey>,
}

impl Walk<'_> {
    /// Adds the parts of a whole, each with its own, and the sums of the whole that fail.
    fn add_parts(&mut self, rows: &mut Vec<PartRow>, whole: &PartKey, parent: Option<usize>, depth: usize) {
        for key in self.graph.parts_under(whole) {
            self.add_part(rows, key, parent, depth);
        }
        for (relation, _) in self.graph.sums.get(whole).into_iter().flatten() {
            if let Relation::Sum { whole, parts, adds_up: false, .. } = relation {
                rows.push(PartRow::FailingSum { whole: whole.clone(), parts: parts.clone(), depth });
            }
        }
    }

    fn add_part(&mut self, rows: &mut Vec<PartRow>, key: PartKey, parent: Option<usize>, depth: usize) {
        let Some(metric) = self.dataset.metrics.get(key.metric) else { return };
        let is_of_part = |figure: &Figure| figure.scope_id() == key.scope.as_deref();
        let figures = metric.figures.iter().enumerate().filter(|(_, figure)| is_of_part(figure));
        let figures: Vec<usize> = figures.map(|(place, _)| place).collect();
        if figures.is_empty() || !self.seen.insert(key.clone()) {
            return;
        }
        let scope = metric.scopes.iter().find(|scope| Some(&*scope.id) == key.scope.as_deref()).cloned();
        let place = rows.len();
        rows.push(PartRow::Part(Part { key: key.clone(), scope, parent, depth, figures }));
        self.add_parts(rows, &key, Some(place), depth + 1);
    }

    /// Adds the scopes of a metric that nothing contains, with their parts.
    fn add_others(&mut self, rows: &mut Vec<PartRow>, metric: usize) {
        let scopes = self.dataset.metrics.get(metric).map_or(&[][..], |metric| &metric.scopes);
        let scopes = scopes.iter().map(|scope| Some(scope.id.clone())).chain([None]);
        let keys: Vec<PartKey> = scopes.map(|scope| PartKey { metric, scope }).collect();
        let (contained, free): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| self.graph.wholes.contains_key(key));
        // Those that are only contained in one another come last, that none be lost.
        for key in free.into_iter().chain(contained) {
            self.add_part(rows, key, None, 0);
        }
    }
}

fn key_of(dataset: &Dataset, figure: &Figure) -> Option<PartKey> {
    let metric = dataset.place_of_metric(&figure.metric)?;
    Some(PartKey { metric, scope: figure.scope_id().map(str::to_owned) })
}
