//! What the chart needs to know of relations between the figures of one metric, as plain indices.

use rustc_hash::FxHashMap;

use crate::dataset::subject::{ContainedScopes, find_subject};
use crate::dataset::{Edge, Figure, Metric, Relation};

/// The relations between the figures of one metric, by their indices in it, and its subject.
///
/// Relations to figures of other metrics change nothing in a chart and are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartRelations {
    /// The id of the scope that the metric is about; none where that scope has no name.
    pub subject: Option<String>,
    /// Pairs of which the first is the newer count of what the second counted, sorted.
    revisions: Vec<(usize, usize)>,
    /// Pairs that cannot both be right, the earlier first, sorted.
    contradictions: Vec<(usize, usize)>,
    /// Figures that say again what another figure of their scope said, sorted.
    repeats: Vec<usize>,
    /// Figures that look like a change of an earlier one and are none, sorted.
    fresh_starts: Vec<usize>,
}

impl ChartRelations {
    /// Collects the relations between the figures of a metric from those that speak of them.
    pub fn of_metric<'a, R>(metric: &Metric, relations: R) -> Self
    where
        R: IntoIterator<Item = &'a Relation>,
        R::IntoIter: Clone,
    {
        let relations = relations.into_iter();
        let mut indices: FxHashMap<&str, usize> = FxHashMap::default();
        if relations.clone().next().is_some() {
            indices.extend(metric.figures.iter().enumerate().map(|(index, figure)| (&*figure.id, index)));
        }
        let index_of = |figure: &Figure| indices.get(&*figure.id).copied();
        let mut collected = Self::default();
        for relation in relations.clone() {
            if let Relation::Edge { kind, from, to, .. } = relation
                && let (Some(first), Some(second)) = (index_of(from), index_of(to))
            {
                collected.add(*kind, first, second, from.scope_id() == to.scope_id());
            }
        }
        for pairs in [&mut collected.revisions, &mut collected.contradictions] {
            pairs.sort_unstable();
            pairs.dedup();
        }
        for figures in [&mut collected.repeats, &mut collected.fresh_starts] {
            figures.sort_unstable();
        }
        collected.subject = find_subject(metric, &ContainedScopes::new(relations)).map(str::to_owned);
        collected
    }

    fn add(&mut self, kind: Edge, from: usize, to: usize, is_same_scope: bool) {
        match kind {
            Edge::Revises => self.revisions.push((from, to)),
            Edge::Contradicts => self.contradictions.push((from.min(to), from.max(to))),
            Edge::Repeats | Edge::Converted if is_same_scope => self.repeats.push(from),
            Edge::NotComparable if is_same_scope => self.fresh_starts.push(from.max(to)),
            Edge::Repeats | Edge::Converted | Edge::NotComparable | Edge::PartOf | Edge::Retracts => {}
        }
    }

    /// Returns whether one of two figures revises the other.
    pub fn is_revision(&self, one: usize, other: usize) -> bool {
        let is_revised = |pair| self.revisions.binary_search(&pair).is_ok();
        is_revised((one, other)) || is_revised((other, one))
    }

    /// Returns whether two figures cannot both be right.
    pub fn is_contradiction(&self, one: usize, other: usize) -> bool {
        self.contradictions.binary_search(&(one.min(other), one.max(other))).is_ok()
    }

    /// The pairs of figures that cannot both be right, the earlier first.
    pub fn contradictions(&self) -> &[(usize, usize)] {
        &self.contradictions
    }

    /// Returns whether a figure says again what another figure of its scope said: no step of the line.
    pub fn is_repeat(&self, figure: usize) -> bool {
        self.repeats.binary_search(&figure).is_ok()
    }

    /// Returns whether a figure looks like a change of an earlier one and is none: the line starts anew at it.
    pub fn is_fresh_start(&self, figure: usize) -> bool {
        self.fresh_starts.binary_search(&figure).is_ok()
    }
}
