//! How figures relate.

use std::sync::Arc;

use super::cycle::find_cycle;
use super::{List, RecordFault, Referrer, localized_text};
use crate::dataset::format::RelationType;
use crate::dataset::{Edge, Figure, Relation, format};

/// The relations that may not run in a circle. The parts of a sum are parts of its whole.
const ACYCLIC: [RelationType; 4] =
    [RelationType::PartOf, RelationType::Revises, RelationType::Repeats, RelationType::Retracts];

/// Resolves all relations; no figure is related to itself, directly or in a circle.
pub(super) fn resolve_relations(
    relations: Vec<format::Relation>,
    figures: &List<Figure>,
    language: &str,
) -> Result<Vec<Relation>, RecordFault> {
    check_cycles(&relations, figures)?;
    let mut resolved = Vec::with_capacity(relations.len());
    for (index, relation) in relations.into_iter().enumerate() {
        resolved.push(Unresolved { relation, index, figures }.resolve(language)?);
    }
    Ok(resolved)
}

/// A relation whose figures are still ids.
struct Unresolved<'a> {
    relation: format::Relation,
    index: usize,
    figures: &'a List<Figure>,
}

impl Unresolved<'_> {
    fn resolve(self, language: &str) -> Result<Relation, RecordFault> {
        let note = self.relation.note.clone().map(|note| localized_text(note, language));
        let Some(kind) = edge(self.relation.kind) else { return self.resolve_sum(note) };
        let from = self.figure(self.relation.from.as_deref(), "from")?;
        let to = self.figure(self.relation.to.as_deref(), "to")?;
        self.check_apart(&from, &to)?;
        Ok(Relation::Edge { kind, from, to, note })
    }

    fn resolve_sum(self, note: Option<crate::dataset::Text>) -> Result<Relation, RecordFault> {
        let whole = self.figure(self.relation.whole.as_deref(), "whole")?;
        let parts = self.relation.parts.iter().map(|id| self.figure(Some(id), "parts"));
        let parts = parts.collect::<Result<Vec<_>, _>>()?;
        parts.iter().try_for_each(|part| self.check_apart(part, &whole))?;
        if parts.is_empty() {
            return Err(self.incomplete("parts"));
        }
        let adds_up = self.relation.adds_up.ok_or_else(|| self.incomplete("adds_up"))?;
        Ok(Relation::Sum { whole, parts, adds_up, note })
    }

    fn figure(&self, id: Option<&str>, key: &'static str) -> Result<Arc<Figure>, RecordFault> {
        let id = id.ok_or_else(|| self.incomplete(key))?;
        self.figures.get(id, Referrer::Entry("relations", self.index))
    }

    fn check_apart(&self, from: &Arc<Figure>, to: &Arc<Figure>) -> Result<(), RecordFault> {
        let relation = self.relation.kind;
        if Arc::ptr_eq(from, to) {
            return Err(RecordFault::SelfRelation { relation, figure: to.id.clone() });
        }
        Ok(())
    }

    fn incomplete(&self, key: &'static str) -> RecordFault {
        RecordFault::IncompleteRelation { relation: self.relation.kind, index: self.index, key }
    }
}

/// What a relation of two figures is; none for a sum.
fn edge(kind: RelationType) -> Option<Edge> {
    Some(match kind {
        RelationType::Sum => return None,
        RelationType::PartOf => Edge::PartOf,
        RelationType::Revises => Edge::Revises,
        RelationType::Repeats => Edge::Repeats,
        RelationType::Contradicts => Edge::Contradicts,
        RelationType::Retracts => Edge::Retracts,
        RelationType::NotComparable => Edge::NotComparable,
        RelationType::Converted => Edge::Converted,
    })
}

fn check_cycles(relations: &[format::Relation], figures: &List<Figure>) -> Result<(), RecordFault> {
    for kind in ACYCLIC {
        let mut edges = Vec::new();
        for (index, relation) in relations.iter().enumerate() {
            let find = |id: &String| figures.find(id, Referrer::Entry("relations", index));
            let is_sum = kind == RelationType::PartOf && relation.kind == RelationType::Sum;
            if is_sum && let Some(whole) = &relation.whole {
                let whole = find(whole)?;
                for part in &relation.parts {
                    edges.push((find(part)?, whole));
                }
            } else if relation.kind == kind
                && let (Some(from), Some(to)) = (&relation.from, &relation.to)
            {
                edges.push((find(from)?, find(to)?));
            }
        }
        // A figure that is related to itself gets a sentence of its own.
        edges.retain(|(from, to)| from != to);
        let on_cycle = find_cycle(figures.entries().len(), &edges);
        if let Some(figure) = on_cycle.and_then(|place| figures.entries().get(place)) {
            return Err(RecordFault::Cycle { noun: "figure", id: figure.id.clone() });
        }
    }
    Ok(())
}
