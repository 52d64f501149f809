//! Which figures may be compared, and in which order they are listed. Pure functions over the relations of a
//! dataset; how a change is put into words is not their business.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Dataset, Edge, Figure, Metric, Qualifier, Relation, Status};
use crate::date::{Date, Day};
use crate::decimal::Decimal;

impl Dataset {
    /// Returns the figure that a change up to `figure` is told against; none where no change may be told.
    ///
    /// It is the nearest figure of the same metric and scope that was said on an earlier day: its latest day is
    /// before the earliest day of `figure`. Where days may be the same, a `revises` says which came first. Passed
    /// over is what doesn't stand, what is the same statement (`repeats`, `converted`), and what this one contradicts.
    /// Over a `not_comparable` nothing is compared. A figure that repeats another has that one's change.
    pub fn previous_figure(&self, figure: &Figure) -> Option<&Arc<Figure>> {
        let original = self.original_figure(figure);
        let statement = self.statement_ids(&original.id);
        let metric = self.metric(&original.metric)?;
        let is_candidate = |other: &&Arc<Figure>| {
            other.scope_id() == original.scope_id()
                && matches!(other.status.status, Status::Stands | Status::Superseded)
                && !statement.contains(&*other.id)
                && !self.repeats_another(other)
                && self.precedes(other, original, &statement)
        };
        let is_related = |other: &Figure, kind: Edge| {
            let others = self.statement_ids(&other.id);
            self.edges(kind).any(|(from, to)| {
                let (from, to) = (&*from.id, &*to.id);
                (statement.contains(from) && others.contains(to))
                    || (statement.contains(to) && others.contains(from))
            })
        };
        let mut candidates = metric.figures.iter().rev().filter(is_candidate);
        let nearest = candidates.find(|other| !is_related(other, Edge::Contradicts))?;
        (!is_related(nearest, Edge::NotComparable)).then_some(nearest)
    }

    /// Returns every figure with its metric, the last said first, as [`Metric::newest_first`] orders them; of one
    /// day, in the order of the metrics.
    pub fn newest_first(&self) -> Vec<(&Arc<Metric>, &Arc<Figure>)> {
        let mut figures = Vec::new();
        for metric in &self.metrics {
            figures.extend(metric.newest_first().map(|figure| (metric, figure)));
        }
        figures.sort_by_key(|(_, figure)| Reverse(time_order(figure)));
        figures
    }

    /// The edges of one kind, each with the figure it leads from and the one it leads to.
    fn edges(&self, kind: Edge) -> impl Iterator<Item = (&Arc<Figure>, &Arc<Figure>)> {
        self.relations.iter().filter_map(move |relation| match relation {
            Relation::Edge { kind: of, from, to, .. } if *of == kind => Some((from, to)),
            _ => None,
        })
    }

    /// The figure that `figure` repeats, and that one repeats, and so on to the first of them.
    fn original_figure<'a>(&'a self, figure: &'a Figure) -> &'a Figure {
        let mut original = figure;
        // As many steps as there are relations at most, should they run in a circle.
        for _ in &self.relations {
            match self.edges(Edge::Repeats).find(|(from, _)| from.id == original.id) {
                Some((_, to)) => original = to,
                None => break,
            }
        }
        original
    }

    fn repeats_another(&self, figure: &Figure) -> bool {
        self.edges(Edge::Repeats).any(|(from, _)| from.id == figure.id)
    }

    /// The ids of the figures that are one statement: each repeats another, or converts it.
    fn statement_ids<'a>(&'a self, id: &'a str) -> BTreeSet<&'a str> {
        let pairs: Vec<_> = self.edges(Edge::Repeats).chain(self.edges(Edge::Converted)).collect();
        let (mut ids, mut open) = (BTreeSet::from([id]), vec![id]);
        while let Some(id) = open.pop() {
            for (from, to) in &pairs {
                let other = match (from.id == id, to.id == id) {
                    (true, _) => &*to.id,
                    (_, true) => &*from.id,
                    _ => continue,
                };
                if ids.insert(other) {
                    open.push(other);
                }
            }
        }
        ids
    }

    /// Whether `other` was certainly said before a figure that is one of a statement.
    fn precedes(&self, other: &Figure, figure: &Figure, statement: &BTreeSet<&str>) -> bool {
        let revised =
            || self.edges(Edge::Revises).any(|(from, to)| statement.contains(&*from.id) && to.id == other.id);
        let first_day = figure.said.as_ref().and_then(Date::earliest);
        match (latest_day(other), first_day) {
            (Some(before), Some(day)) if before < day => true,
            _ => revised(),
        }
    }
}

/// How a number compares with an earlier one, as far as the reports are exact enough to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It is certainly larger.
    Up,
    /// It is certainly smaller.
    Down,
    /// The same was reported, as exactly.
    Same,
    /// It may be larger, smaller or the same: 5,000 after "more than 4,500".
    Unknown,
}

impl Figure {
    /// Returns how the value of this figure compares with that of an earlier one; none where one has no value.
    pub fn trend_since(&self, before: &Figure) -> Option<Trend> {
        let (old, new) = before.value.zip(self.value)?;
        if old == new {
            let is_same =
                before.qualifier == self.qualifier && (before.low, before.high) == (self.low, self.high);
            // "4,500" after "more than 4,500" is another way to put it sooner than a fall.
            return Some(if is_same { Trend::Same } else { Trend::Unknown });
        }
        let (old, new) = (Limits::of(before, old), Limits::of(self, new));
        if Limits::is_apart(old.high, new.low) {
            Some(Trend::Up)
        } else if Limits::is_apart(new.high, old.low) {
            Some(Trend::Down)
        } else {
            Some(Trend::Unknown)
        }
    }
}

/// Between which numbers the true one lies, by what was reported; an end of which nothing is known is none.
#[derive(Clone, Copy)]
struct Limits {
    low: Option<Limit>,
    high: Option<Limit>,
}

/// An end of a range, and whether the true number may lie on it.
#[derive(Clone, Copy)]
struct Limit {
    number: Decimal,
    is_included: bool,
}

impl Limits {
    fn of(figure: &Figure, value: Decimal) -> Self {
        let at = |number| Some(Limit { number, is_included: true });
        let beyond = Some(Limit { number: value, is_included: false });
        let (low, high) = match figure.qualifier {
            Qualifier::Exact => (at(figure.low.unwrap_or(value)), at(figure.high.unwrap_or(value))),
            Qualifier::About => (None, None),
            Qualifier::Almost | Qualifier::LessThan => (None, beyond),
            Qualifier::MoreThan => (beyond, None),
            Qualifier::AtLeast => (at(value), None),
            Qualifier::AtMost | Qualifier::UpTo => (None, at(value)),
        };
        Self { low, high }
    }

    /// Whether all numbers up to `high` are smaller than all from `low`.
    fn is_apart(high: Option<Limit>, low: Option<Limit>) -> bool {
        high.zip(low).is_some_and(|(high, low)| {
            let may_meet = high.is_included && low.is_included;
            high.number < low.number || (high.number == low.number && !may_meet)
        })
    }
}

impl Metric {
    /// Returns the figures with the last said first: by the latest day on which each can have been said, of one day
    /// the last in the file first, and those without a date at the end.
    pub fn newest_first(&self) -> impl Iterator<Item = &Arc<Figure>> {
        self.figures.iter().rev()
    }
}

fn latest_day(figure: &Figure) -> Option<Day> {
    figure.said.as_ref().and_then(Date::latest)
}

/// Orders figures by time: without a date first, then by the latest day, then those without a latest day.
fn time_order(figure: &Figure) -> Option<(bool, Option<Day>)> {
    figure.said.as_ref().map(|said| (said.latest().is_none(), said.latest()))
}
