//! How a figure relates to others, said from its own side.

use std::sync::Arc;

use super::Voice;
use super::decimal::Exact;
use super::fill::fill;
use crate::dataset::{Dataset, Edge, Figure, Relation, Text};
use crate::small::join;

/// One thing to know of a figure beside other figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// A clause without full stop: `differs from 599, said by Marat Akhmetzhanov on 5 January 2023`.
    pub text: String,
    /// What the keepers of the file say of it.
    pub note: Option<String>,
    /// The ids of the figures that it speaks of.
    pub figures: Vec<String>,
    /// Whether the two can't both be right, so that nobody should miss it.
    pub is_conflict: bool,
}

impl Voice {
    /// What the relations of a data set say of a figure, in the file's order.
    pub fn remarks(&self, dataset: &Dataset, figure: &Figure) -> Vec<Remark> {
        let mut remarks = Vec::<Remark>::new();
        for remark in dataset.relations.iter().flat_map(|relation| self.remark(dataset, figure, relation)) {
            if remarks.iter().all(|known| known.text != remark.text) {
                remarks.push(remark);
            }
        }
        remarks
    }

    fn remark(&self, dataset: &Dataset, figure: &Figure, relation: &Relation) -> Vec<Remark> {
        let is = |other: &Arc<Figure>| other.id == figure.id;
        match relation {
            Relation::Sum { whole, parts, adds_up, note } if is(whole) => {
                let mut remarks = vec![self.sum(dataset, whole, parts, *adds_up, note.as_ref())];
                remarks.extend(parts.iter().map(|part| self.part(dataset, figure, part, None)));
                remarks
            }
            Relation::Sum { whole, parts, note, .. } if parts.iter().any(is) => {
                vec![self.about(dataset, figure, whole, self.words.part_of, note.as_ref())]
            }
            Relation::Edge { kind: Edge::PartOf, from, to, note } if is(to) => {
                vec![self.part(dataset, figure, from, note.as_ref())]
            }
            Relation::Edge { kind, from, to, note } if is(from) || is(to) => {
                let other = if is(from) { to } else { from };
                let remark = self.about(dataset, figure, other, self.edge(*kind, is(from)), note.as_ref());
                vec![Remark { is_conflict: matches!(kind, Edge::Contradicts | Edge::Retracts), ..remark }]
            }
            _ => Vec::new(),
        }
    }

    fn edge(&self, kind: Edge, from_here: bool) -> &'static str {
        match (kind, from_here) {
            (Edge::PartOf, _) => self.words.part_of,
            (Edge::Revises, true) => self.words.revises,
            (Edge::Revises, false) => self.words.revised,
            (Edge::Repeats, true) => self.words.repeats,
            (Edge::Repeats, false) => self.words.repeated,
            (Edge::Contradicts, _) => self.words.differs,
            (Edge::Retracts, true) => self.words.takes_back,
            (Edge::Retracts, false) => self.words.taken_back,
        }
    }

    /// A remark on another figure: its number, who said it, when, and what it counts where that differs.
    fn about(
        &self,
        data: &Dataset,
        figure: &Figure,
        other: &Figure,
        phrase: &str,
        note: Option<&Text>,
    ) -> Remark {
        let number = self.number_of(data, figure, other);
        let sentence = self.sentence(other, &number, self.shortly(other).as_deref());
        let text = fill(phrase, &[("other", &sentence)]);
        let text = match self.label(data, figure, other) {
            Some(label) => fill(self.words.labelled, &[("text", &text), ("label", &label)]),
            None => text,
        };
        self.made(text, note, &[other])
    }

    fn part(&self, data: &Dataset, whole: &Figure, part: &Figure, note: Option<&Text>) -> Remark {
        match self.label(data, whole, part) {
            Some(label) => {
                let amount = self.number_of(data, whole, part);
                let text = fill(self.words.of_these, &[("amount", &amount), ("label", &label)]);
                self.made(text, note, &[part])
            }
            None => self.about(data, whole, part, self.words.of_these_plain, note),
        }
    }

    fn sum(
        &self,
        data: &Dataset,
        whole: &Figure,
        parts: &[Arc<Figure>],
        right: bool,
        note: Option<&Text>,
    ) -> Remark {
        let list: Vec<_> = parts.iter().map(|part| self.number_of(data, whole, part)).collect();
        let list = join(&list, " + ");
        let add = |sum: Exact, part: &Arc<Figure>| sum.plus(Exact::of(part.value.as_ref()?)?);
        let total = parts.iter().try_fold(Exact::ZERO, add).filter(|_| whole.value.is_some());
        let words = self.words;
        let total = total.map(|total| self.locale.number(&total.divided(0).digits()));
        let template = match (&total, right) {
            (None, _) => words.parts,
            (Some(_), true) => words.parts_add_up,
            (Some(_), false) => words.parts_do_not_add_up,
        };
        let sum = total.map_or_else(|| list.clone(), |total| [&list, " = ", &total].concat());
        let whole = self.number_of(data, whole, whole);
        let others: Vec<_> = parts.iter().map(|part| &**part).collect();
        self.made(fill(template, &[("sum", &sum), ("whole", &whole)]), note, &others)
    }

    fn made(&self, text: String, note: Option<&Text>, others: &[&Figure]) -> Remark {
        let figures = others.iter().map(|other| other.id.clone()).collect();
        Remark { text, note: note.map(|note| self.text(note)), figures, is_conflict: false }
    }

    /// The other figure's number, with what is counted where that differs.
    fn number_of(&self, data: &Dataset, figure: &Figure, other: &Figure) -> String {
        let unit = |figure: &Figure| data.metric(&figure.metric).map(|metric| &metric.unit);
        match unit(other) {
            Some(of) if unit(figure).is_some_and(|own| own.id == of.id) => self.bare(other, of),
            Some(of) => self.amount(other, of),
            None => self.words.no_number.to_owned(),
        }
    }

    /// What the other figure counts or covers, where that differs.
    fn label(&self, data: &Dataset, figure: &Figure, other: &Figure) -> Option<String> {
        if other.metric == figure.metric {
            let scope = other.scope.as_ref().filter(|_| other.scope_id() != figure.scope_id());
            return scope.map(|scope| self.text(&scope.label));
        }
        data.metric(&other.metric).map(|metric| self.text(&metric.label))
    }
}
