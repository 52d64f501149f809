//! What the chart takes from a figure: when, how much, which shape. No pixels yet.

use std::sync::Arc;

use super::Shape;
use crate::dataset::{Decimal, Event, Figure, Metric, Qualifier};
use crate::date::{Date, Day};
use crate::scale::linear::finite;

/// Events so many days before the first figure are still shown, or a quarter of the time that figures cover.
const JUST_BEFORE: i32 = 31;
/// The days shown on each side of a single one.
const AROUND: i32 = 3;

/// A figure as the chart sees it.
pub(crate) struct Fact {
    /// The figure.
    pub(crate) figure: Arc<Figure>,
    /// When it was said; none where nothing is known, not even one end.
    pub(crate) when: Option<When>,
    /// How much.
    pub(crate) level: Level,
    /// Whether the line passes it by.
    pub(crate) struck: bool,
}

/// When a figure was said.
#[derive(Clone, Copy)]
pub(crate) struct When {
    /// The latest day, or the earliest where the end is open: where the mark stands.
    pub(crate) day: Day,
    /// The earliest day; none where it is open.
    pub(crate) from: Option<Day>,
    /// The latest day; none where it is open.
    pub(crate) to: Option<Day>,
    /// Whether it was inferred or is approximate.
    pub(crate) vague: bool,
}

/// How much, for geometry only.
#[derive(Clone, Copy)]
pub(crate) enum Level {
    /// A value.
    At(f64),
    /// A range without a value.
    Between(f64, f64),
    /// One end of a range without the other.
    Limit(f64),
    /// No number.
    Words,
}

/// The time shown.
#[derive(Clone, Copy)]
pub(crate) struct Time {
    /// The first day.
    pub(crate) first: Day,
    /// The last day.
    pub(crate) last: Day,
    /// The one day everything was said on, if it is one.
    pub(crate) only: Option<Day>,
}

/// All figures of a metric, in its order.
pub(crate) fn read(metric: &Metric) -> Vec<Fact> {
    let fact = |figure: &Arc<Figure>| Fact {
        figure: Arc::clone(figure),
        when: figure.said.as_ref().and_then(when),
        level: level(figure),
        struck: figure.status.status.is_struck(),
    };
    metric.figures.iter().map(fact).collect()
}

fn when(date: &Date) -> Option<When> {
    let (from, to) = (date.earliest(), date.latest());
    let vague = date.is_uncertain() || date.is_approximate();
    Some(When { day: to.or(from)?, from, to, vague })
}

fn level(figure: &Figure) -> Level {
    let number = |decimal: &Option<Decimal>| decimal.as_ref().map(|decimal| finite(decimal.number));
    match (number(&figure.value), number(&figure.low), number(&figure.high)) {
        (Some(value), ..) => Level::At(value),
        (None, Some(low), Some(high)) => Level::Between(low, high),
        (None, Some(one), None) | (None, None, Some(one)) => Level::Limit(one),
        (None, None, None) => Level::Words,
    }
}

impl Fact {
    /// The numbers that the value axis must cover.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = f64> {
        let Figure { value, low, high, .. } = &*self.figure;
        [value, low, high].into_iter().flatten().map(|decimal| finite(decimal.number))
    }

    /// The id of its scope.
    pub(crate) fn scope(&self) -> Option<&str> {
        self.figure.scope_id()
    }

    /// Whether the day on which it was said is not one certain day.
    pub(crate) fn is_spread(&self) -> bool {
        self.when.is_some_and(|when| when.vague || when.to.is_none() || when.from != Some(when.day))
    }

    /// What its mark looks like.
    pub(crate) fn shape(&self) -> Shape {
        match (self.level, self.figure.qualifier) {
            (Level::Words, _) => Shape::Words,
            (Level::Between(..), _) => Shape::Range,
            (Level::Limit(_), _) if self.figure.low.is_some() => Shape::AtLeast,
            (Level::Limit(_), _) => Shape::AtMost,
            (_, Qualifier::Exact) => Shape::Exact,
            (_, Qualifier::MoreThan | Qualifier::AtLeast) => Shape::AtLeast,
            (_, Qualifier::LessThan | Qualifier::AtMost | Qualifier::UpTo) => Shape::AtMost,
            (_, Qualifier::About | Qualifier::Almost) => Shape::About,
        }
    }
}

/// The day on which an event is drawn: the first it can mean.
pub(crate) fn event_day(event: &Event) -> Option<Day> {
    event.date.earliest().or_else(|| event.date.latest())
}

/// The time that figures cover, with the events just before; none where no figure has a date.
pub(crate) fn time(facts: &[Fact], events: &[Event]) -> Option<Time> {
    let whens = || facts.iter().filter_map(|fact| fact.when);
    let first = whens().map(|when| when.from.unwrap_or(when.day).min(when.day)).min()?;
    let last = whens().map(|when| when.day).max()?;
    let reach = JUST_BEFORE.max((last.number() - first.number()) / 4);
    let near = |day: &Day| *day <= last && first.number() - day.number() <= reach;
    let early = events.iter().filter_map(event_day).filter(near).min();
    let first = early.map_or(first, |day| day.min(first));
    if first < last {
        return Some(Time { first, last, only: None });
    }
    let shift = |by: i32| Day::from_number(last.number() + by);
    Some(Time { first: shift(-AROUND), last: shift(AROUND), only: Some(last) })
}
