//! What a metric is about: the scope whose figures are its story, while the others are parts of it.

use super::{Edge, Metric, Relation};

/// A metric's id and a scope's within it.
type ScopeKey<'a> = (&'a str, Option<&'a str>);

/// The scopes that some sum or `part_of` of the dataset contains in another scope of the same metric, sorted.
pub(crate) struct ContainedScopes<'a>(Vec<ScopeKey<'a>>);

impl<'a> ContainedScopes<'a> {
    /// Collects them from all relations, in one pass.
    pub(crate) fn new(relations: impl IntoIterator<Item = &'a Relation>) -> Self {
        let mut contained = Vec::new();
        for relation in relations {
            match relation {
                Relation::Sum { whole, parts, .. } => {
                    let same_metric = parts.iter().filter(|part| part.metric == whole.metric);
                    let inner = same_metric.filter(|part| part.scope_id() != whole.scope_id());
                    contained.extend(inner.map(|part| (&*part.metric, part.scope_id())));
                }
                Relation::Edge { kind: Edge::PartOf, from, to, .. } if from.metric == to.metric => {
                    if from.scope_id() != to.scope_id() {
                        contained.push((&*from.metric, from.scope_id()));
                    }
                }
                Relation::Edge { .. } => {}
            }
        }
        contained.sort_unstable();
        contained.dedup();
        Self(contained)
    }

    fn has(&self, metric: &str, scope: Option<&str>) -> bool {
        self.0.binary_search(&(metric, scope)).is_ok()
    }
}

/// Finds the id of the scope that a metric is about: one that no other contains; of several the one with most figures,
/// then the first in the metric's order, figures without a scope first.
pub(crate) fn find_subject<'m>(metric: &'m Metric, contained: &ContainedScopes<'_>) -> Option<&'m str> {
    if metric.scopes.is_empty() {
        return None;
    }
    let mut covered: Vec<Option<&str>> = metric.figures.iter().map(|figure| figure.scope_id()).collect();
    covered.sort_unstable();
    let count = |scope: &Option<&str>| {
        covered.partition_point(|other| other <= scope) - covered.partition_point(|other| other < scope)
    };
    let scopes = metric.scopes.iter().map(|scope| Some(scope.id.as_str()));
    let scopes: Vec<Option<&str>> =
        [None].into_iter().chain(scopes).filter(|scope| count(scope) > 0).collect();
    let is_free = |scope: &&Option<&str>| !contained.has(&metric.id, **scope);
    // `max_by_key` keeps the last of equals, so the order is turned round.
    let most = scopes.iter().rev().filter(is_free).max_by_key(|scope| count(scope));
    most.or_else(|| scopes.iter().rev().max_by_key(|scope| count(scope))).copied().flatten()
}

/// Finds the ids of the scopes that count what the subject of a metric counts, with another outcome: a figure of theirs
/// contradicts one of the subject's, and no other scope contains them.
pub(crate) fn find_rivals<'a>(
    metric: &Metric,
    relations: impl IntoIterator<Item = &'a Relation>,
    contained: &ContainedScopes<'_>,
) -> Vec<String> {
    let subject = metric.main_scope();
    let mut rivals = Vec::new();
    for relation in relations {
        let Relation::Edge { kind: Edge::Contradicts, from, to, .. } = relation else { continue };
        for (one, other) in [(from, to), (to, from)] {
            let is_of_metric = one.is_of(&metric.id) && other.is_of(&metric.id);
            let Some(scope) = other.scope_id().filter(|_| is_of_metric && one.scope_id() == subject) else {
                continue;
            };
            let is_part = contained.has(&metric.id, Some(scope));
            if Some(scope) != subject && !is_part && !rivals.iter().any(|known| known == scope) {
                rivals.push(scope.to_owned());
            }
        }
    }
    rivals
}
