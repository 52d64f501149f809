//! How a figure relates to others, said from its own side.

use std::sync::Arc;

use super::Localizer;
use super::interpolate::interpolate;
use crate::dataset::{Dataset, Edge, Figure, Relation, Text};
use crate::decimal::Decimal;

/// One thing to know of a figure beside other figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationNote {
    /// A clause without full stop: `differs from 599, said by Marat Akhmetzhanov on 5 January 2023`.
    pub text: String,
    /// What the keepers of the file say of it.
    pub note: Option<Text>,
    /// The ids of the figures that it speaks of.
    pub figures: Vec<String>,
    /// Whether they can't all be right, so that nobody should miss it: a contradiction, a figure taken back, or a sum
    /// that fails.
    pub is_conflict: bool,
}

impl Localizer {
    /// Describes what can't be right beside a figure: contradictions, figures taken back, and sums that fail. A reader
    /// sees it openly wherever the figure is selected or printed.
    pub fn describe_conflicts(&self, dataset: &Dataset, figure: &Figure) -> Vec<RelationNote> {
        let relations = dataset.relations_of(&figure.id);
        without_repetitions(
            relations.filter_map(|relation| self.describe_conflict(dataset, figure, relation)).collect(),
        )
    }

    /// Describes every relation of a figure, conflicts among them, in the file's order.
    pub fn describe_relations(&self, dataset: &Dataset, figure: &Figure) -> Vec<RelationNote> {
        let described = dataset.relations_of(&figure.id);
        without_repetitions(
            described.flat_map(|relation| self.describe_relation(dataset, figure, relation)).collect(),
        )
    }

    /// Describes a relation of a figure if it is a conflict.
    fn describe_conflict(
        &self,
        dataset: &Dataset,
        figure: &Figure,
        relation: &Relation,
    ) -> Option<RelationNote> {
        let is = |other: &Arc<Figure>| other.id == figure.id;
        let note = match relation {
            Relation::Sum { whole, parts, adds_up: false, note } if is(whole) => {
                self.describe_sum(dataset, whole, parts, false, note.as_ref())
            }
            Relation::Sum { whole, parts, adds_up: false, note } if parts.iter().any(is) => {
                self.describe_failing_sum(dataset, whole, parts, note.as_ref())
            }
            Relation::Edge { kind, from, to, note } if relation.is_conflict() && (is(from) || is(to)) => {
                let other = if is(from) { to } else { from };
                let message = self.edge_message(*kind, is(from));
                self.describe_other(dataset, figure, other, message, note.as_ref())
            }
            _ => return None,
        };
        Some(RelationNote { is_conflict: true, ..note })
    }

    fn describe_relation(
        &self,
        dataset: &Dataset,
        figure: &Figure,
        relation: &Relation,
    ) -> Vec<RelationNote> {
        if let Some(conflict) = self.describe_conflict(dataset, figure, relation) {
            return vec![conflict];
        }
        let is = |other: &Arc<Figure>| other.id == figure.id;
        match relation {
            Relation::Sum { whole, parts, note, .. } if is(whole) => {
                let mut notes = vec![self.describe_sum(dataset, whole, parts, true, note.as_ref())];
                notes.extend(parts.iter().map(|part| self.describe_part(dataset, figure, part, None)));
                notes
            }
            Relation::Sum { whole, parts, note, .. } if parts.iter().any(is) => {
                vec![self.describe_other(dataset, figure, whole, self.messages.part_of(), note.as_ref())]
            }
            Relation::Edge { kind: Edge::PartOf, from, to, note } if is(to) => {
                vec![self.describe_part(dataset, figure, from, note.as_ref())]
            }
            Relation::Edge { kind, from, to, note } if is(from) || is(to) => {
                let other = if is(from) { to } else { from };
                let message = self.edge_message(*kind, is(from));
                vec![self.describe_other(dataset, figure, other, message, note.as_ref())]
            }
            _ => Vec::new(),
        }
    }

    fn edge_message(&self, kind: Edge, from_here: bool) -> &str {
        match (kind, from_here) {
            (Edge::PartOf, _) => self.messages.part_of(),
            (Edge::Revises, true) => self.messages.revises(),
            (Edge::Revises, false) => self.messages.revised(),
            (Edge::Repeats, true) => self.messages.repeats(),
            (Edge::Repeats, false) => self.messages.repeated(),
            (Edge::Contradicts, _) => self.messages.differs(),
            (Edge::Retracts, true) => self.messages.takes_back(),
            (Edge::Retracts, false) => self.messages.taken_back(),
            (Edge::NotComparable, _) => self.messages.not_comparable(),
            (Edge::Converted, _) => self.messages.converted(),
        }
    }

    /// A relation_note on another figure: its number, who said it, when, and what it counts where that differs.
    fn describe_other(
        &self,
        data: &Dataset,
        figure: &Figure,
        other: &Figure,
        phrase: &str,
        note: Option<&Text>,
    ) -> RelationNote {
        let number = self.format_other_amount(data, figure, other);
        let sentence = self.format_sentence(other, &number, self.format_speaker_shortly(other).as_deref());
        let text = interpolate(phrase, &[("other", &sentence)]);
        let text = match self.other_label(data, figure, other) {
            Some(label) => self.format_aside(&text, &label),
            None => text,
        };
        self.relation_note(text, note, &[other])
    }

    fn describe_part(
        &self,
        data: &Dataset,
        whole: &Figure,
        part: &Figure,
        note: Option<&Text>,
    ) -> RelationNote {
        match self.other_label(data, whole, part) {
            Some(label) => {
                let amount = self.format_other_amount(data, whole, part);
                let text = interpolate(self.messages.of_these(), &[("amount", &amount), ("label", &label)]);
                self.relation_note(text, note, &[part])
            }
            None => self.describe_other(data, whole, part, self.messages.of_these_plain(), note),
        }
    }

    fn describe_sum(
        &self,
        data: &Dataset,
        whole: &Figure,
        parts: &[Arc<Figure>],
        adds_up: bool,
        note: Option<&Text>,
    ) -> RelationNote {
        let messages = &self.messages;
        let (sum, has_total) = self.format_sum(data, whole, parts);
        let template = match (has_total, adds_up) {
            (false, _) => messages.parts(),
            (true, true) => messages.parts_add_up(),
            (true, false) => messages.parts_do_not_add_up(),
        };
        let whole = self.format_other_amount(data, whole, whole);
        let text = interpolate(template, &[("sum", &sum), ("whole", &whole)]);
        let others: Vec<_> = parts.iter().map(|part| &**part).collect();
        self.relation_note(text, note, &others)
    }

    /// A sum that fails, said of one of its parts.
    fn describe_failing_sum(
        &self,
        data: &Dataset,
        whole: &Figure,
        parts: &[Arc<Figure>],
        note: Option<&Text>,
    ) -> RelationNote {
        let (sum, _) = self.format_sum(data, whole, parts);
        let number = self.format_other_amount(data, whole, whole);
        let sentence = self.format_sentence(whole, &number, self.format_speaker_shortly(whole).as_deref());
        let placeholders = [("sum", &*sum), ("other", &*sentence)];
        let text = interpolate(self.messages.part_of_failing_sum(), &placeholders);
        self.relation_note(text, note, &[whole])
    }

    /// The parts as an addition, and whether they have a total: `86 + 53 = 139`.
    pub(super) fn format_sum(&self, data: &Dataset, whole: &Figure, parts: &[Arc<Figure>]) -> (String, bool) {
        let list: Vec<_> = parts.iter().map(|part| self.format_other_amount(data, whole, part)).collect();
        let list = list.join(" + ");
        let add = |sum: Decimal, part: &Arc<Figure>| sum.checked_add(part.value?);
        let total = parts.iter().try_fold(Decimal::ZERO, add).filter(|_| whole.value.is_some());
        let unit = data.metric(&whole.metric).map(|metric| &metric.unit);
        match total.zip(unit).map(|(total, unit)| self.format_number(&total.normalized(), unit)) {
            Some(total) => (format!("{list} = {total}"), true),
            None => (list, false),
        }
    }

    fn relation_note(&self, text: String, note: Option<&Text>, others: &[&Figure]) -> RelationNote {
        let figures = others.iter().map(|other| other.id.clone()).collect();
        RelationNote { text, note: note.cloned(), figures, is_conflict: false }
    }

    /// The other figure's number, with what is counted where that differs.
    fn format_other_amount(&self, data: &Dataset, figure: &Figure, other: &Figure) -> String {
        let unit = |figure: &Figure| data.metric(&figure.metric).map(|metric| &metric.unit);
        match unit(other) {
            Some(of) if unit(figure).is_some_and(|own| own.id == of.id) => {
                self.format_amount_without_unit(other, of)
            }
            Some(of) => self.format_amount(other, of),
            None => self.messages.no_number().to_owned(),
        }
    }

    /// What the other figure counts or covers, where that differs.
    fn other_label(&self, data: &Dataset, figure: &Figure, other: &Figure) -> Option<String> {
        if other.metric == figure.metric {
            let scope = other.scope.as_ref().filter(|_| other.scope_id() != figure.scope_id());
            return scope.map(|scope| self.localize_text(&scope.label));
        }
        let metric = self.localize_text(&data.metric(&other.metric)?.label);
        Some(match &other.scope {
            Some(scope) => self.format_metric_and_scope(&metric, &self.localize_text(&scope.label)),
            None => metric,
        })
    }
}

/// Leaves out what is told already.
fn without_repetitions(notes: Vec<RelationNote>) -> Vec<RelationNote> {
    let mut told: Vec<RelationNote> = Vec::new();
    for note in notes {
        if told.iter().all(|before| before.text != note.text) {
            told.push(note);
        }
    }
    told
}
