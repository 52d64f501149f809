//! What the chart needs to know of relations between the figures of one metric, as plain indices.

use std::collections::{BTreeSet, HashMap};

use crate::dataset::subject::{ContainedScopes, find_subject};
use crate::dataset::{Edge, Figure, Metric, Relation};

/// The relations between the figures of one metric, by their indices in it, and its subject.
///
/// Relations to figures of other metrics change nothing in a chart and are left out. It takes a look at every
/// relation of the dataset, so make it once a metric and not for every size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartRelations {
    /// The id of the scope that the metric is about; none where that scope has no name.
    pub subject: Option<String>,
    /// Pairs of which the first is the newer count of what the second counted.
    pub revisions: BTreeSet<(usize, usize)>,
    /// Pairs that cannot both be right, the earlier first.
    pub contradictions: BTreeSet<(usize, usize)>,
    /// Figures that say again what another figure of their scope said: no step of the line.
    pub repeats: BTreeSet<usize>,
    /// Figures that look like a change of an earlier one and are none: the line starts anew at them.
    pub fresh_starts: BTreeSet<usize>,
}

impl ChartRelations {
    /// Collects the relations between the figures of a metric.
    pub fn of_metric(metric: &Metric, relations: &[Relation]) -> Self {
        let indices: HashMap<&str, usize> =
            metric.figures.iter().enumerate().map(|(index, figure)| (&*figure.id, index)).collect();
        let index_of = |figure: &Figure| indices.get(&*figure.id).copied();
        let mut collected = Self::default();
        for relation in relations {
            if let Relation::Edge { kind, from, to, .. } = relation
                && let (Some(first), Some(second)) = (index_of(from), index_of(to))
            {
                collected.add(*kind, first, second, from.scope_id() == to.scope_id());
            }
        }
        collected.subject = find_subject(metric, &ContainedScopes::new(relations)).map(str::to_owned);
        collected
    }

    fn add(&mut self, kind: Edge, from: usize, to: usize, is_same_scope: bool) {
        match kind {
            Edge::Revises => _ = self.revisions.insert((from, to)),
            Edge::Contradicts => _ = self.contradictions.insert((from.min(to), from.max(to))),
            Edge::Repeats | Edge::Converted if is_same_scope => _ = self.repeats.insert(from),
            Edge::NotComparable if is_same_scope => _ = self.fresh_starts.insert(from.max(to)),
            Edge::Repeats | Edge::Converted | Edge::NotComparable | Edge::PartOf | Edge::Retracts => {}
        }
    }

    /// Returns whether one of two figures revises the other.
    pub fn is_revision(&self, one: usize, other: usize) -> bool {
        self.revisions.contains(&(one, other)) || self.revisions.contains(&(other, one))
    }

    /// Returns whether two figures cannot both be right.
    pub fn is_contradiction(&self, one: usize, other: usize) -> bool {
        self.contradictions.contains(&(one.min(other), one.max(other)))
    }
}
