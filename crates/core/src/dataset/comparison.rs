//! Which figures may be compared, and in which order they are listed. Pure functions over the relations of a
//! dataset; how a change is put into words is not their business.

use std::cmp::Reverse;
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
        let metric_place = self.place_of_metric(&original.metric)?;
        let metric = self.metrics.get(metric_place)?;
        let first_day = original.said.as_ref().and_then(Date::earliest);
        let is_earlier =
            |other: &Figure| latest_day(other).zip(first_day).is_some_and(|(one, day)| one < day);
        // Undated figures stand first, then those of earlier days.
        let earlier = metric.figures.partition_point(|other| other.said.is_none() || is_earlier(other));
        let revised = self.revised_figures(metric_place, &statement);
        let is_candidate = |(place, other): &(usize, &Arc<Figure>)| {
            other.scope_id() == original.scope_id()
                && matches!(other.status.status, Status::Stands | Status::Superseded)
                && (is_earlier(other) || revised.binary_search(place).is_ok())
                && statement.binary_search(&&*other.id).is_err()
                && self.edges_from(Edge::Repeats, &other.id).next().is_none()
        };
        let is_related = |other: &Figure, kind: Edge| {
            let others = self.statement_ids(&other.id);
            let mut related = statement.iter().flat_map(|id| self.neighbours(kind, id));
            related.any(|id| others.binary_search(&id).is_ok())
        };
        let places =
            revised.iter().rev().copied().filter(|place| *place >= earlier).chain((0..earlier).rev());
        let candidates = places.filter_map(|place| Some((place, metric.figures.get(place)?)));
        let mut candidates = candidates.filter(is_candidate).map(|(_, other)| other);
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

    /// The edges of one kind at a figure, each with the figure it leads from and the one it leads to.
    fn edges_at(&self, kind: Edge, id: &str) -> impl Iterator<Item = (&Arc<Figure>, &Arc<Figure>)> {
        self.relations_of(id).filter_map(move |relation| match relation {
            Relation::Edge { kind: of, from, to, .. } if *of == kind => Some((from, to)),
            _ => None,
        })
    }

    /// The figures that the edges of one kind lead to from a figure.
    fn edges_from<'a>(&'a self, kind: Edge, id: &'a str) -> impl Iterator<Item = &'a Arc<Figure>> {
        self.edges_at(kind, id).filter(move |(from, _)| from.id == id).map(|(_, to)| to)
    }

    /// The ids of the figures at the other ends of a figure's edges of one kind.
    fn neighbours<'a>(&'a self, kind: Edge, id: &'a str) -> impl Iterator<Item = &'a str> {
        self.edges_at(kind, id).map(move |(from, to)| if from.id == id { &*to.id } else { &*from.id })
    }

    /// The figure that `figure` repeats, and that one repeats, and so on to the first of them; no file has a circle.
    fn original_figure<'a>(&'a self, figure: &'a Figure) -> &'a Figure {
        let (mut original, mut passed) = (figure, Vec::new());
        while let Some(repeated) = self.edges_from(Edge::Repeats, &original.id).next()
            && insert_in_order(&mut passed, &original.id)
        {
            original = repeated;
        }
        original
    }

    /// The ids of the figures that are one statement, in order: each repeats another, or converts it.
    fn statement_ids<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        let (mut ids, mut open) = (vec![id], vec![id]);
        while let Some(id) = open.pop() {
            let others = self.neighbours(Edge::Repeats, id).chain(self.neighbours(Edge::Converted, id));
            open.extend(others.filter(|other| insert_in_order(&mut ids, other)));
        }
        ids
    }

    /// The places, within a metric and in order, of those of its figures that one of a statement revises.
    fn revised_figures(&self, metric: usize, statement: &[&str]) -> Vec<usize> {
        let revised = statement.iter().flat_map(|id| self.edges_from(Edge::Revises, id));
        let places = revised.filter_map(|figure| self.place_of_figure(&figure.id));
        let places = places.filter(|place| place.metric == metric).map(|place| place.figure);
        let mut places: Vec<_> = places.collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Puts an id among others that are in order, and returns whether it is a new one.
fn insert_in_order<'a>(ids: &mut Vec<&'a str>, id: &'a str) -> bool {
    match ids.binary_search(&id) {
        Ok(_) => false,
        Err(place) => {
            ids.insert(place, id);
            true
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
                before.qualifier == self.qualifier && (&before.low, &before.high) == (&self.low, &self.high);
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

/// How far two numbers are apart at least, by what was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// How far; never negative.
    pub number: Decimal,
    /// How exact that is: exact, at least, or more than.
    pub qualifier: Qualifier,
}

impl Figure {
    /// Returns whether it gives one number, and claims to be exact.
    pub fn is_exact(&self) -> bool {
        self.value.is_some()
            && self.qualifier == Qualifier::Exact
            && self.low.is_none()
            && self.high.is_none()
    }

    /// Returns how far its number is from that of another figure; none where both may be the same number.
    ///
    /// Between exact numbers that is their difference. Else it is told as far as the reports are exact: between 4,353 and
    /// "more than 4,500" lie more than 147.
    pub fn distance_to(&self, other: &Figure) -> Option<Distance> {
        let (one, two) = self.value.zip(other.value)?;
        let (one, two) = (Limits::of(self, one), Limits::of(other, two));
        let (below, above) = match (one.high.zip(two.low), two.high.zip(one.low)) {
            (Some((high, low)), _) if high.number < low.number => (high, low),
            (_, Some((high, low))) if high.number < low.number => (high, low),
            _ => return None,
        };
        let qualifier = match (self.is_exact() && other.is_exact(), below.is_included && above.is_included) {
            (true, _) => Qualifier::Exact,
            (false, true) => Qualifier::AtLeast,
            (false, false) => Qualifier::MoreThan,
        };
        let number = above.number.checked_sub(below.number)?.normalized();
        Some(Distance { number, qualifier })
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
            Qualifier::Exact => (at(figure.low().unwrap_or(value)), at(figure.high().unwrap_or(value))),
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
