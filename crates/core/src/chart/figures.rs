//! What the chart takes from each figure: when, how much, what it looks like. No pixels yet.

use super::options::LayoutOptions;
use super::relations::ChartRelations;
use super::scene::Shape;
use crate::dataset::{Event, Figure, Metric, Qualifier, Status};
use crate::date::{Date, Day};
use crate::decimal::Decimal;
use crate::scale::linear::clamp_to_finite;

/// Events so many days before the first figure are still shown, or a quarter of the time that figures cover.
const MAX_DAYS_BEFORE: i32 = 31;
/// The days shown on each side of a single one.
const DAYS_AROUND: i32 = 3;

/// A figure as the chart sees it.
pub(super) struct ChartFigure<'a> {
    /// The figure.
    pub(super) figure: &'a Figure,
    /// When it was said; none where nothing is known, not even one end.
    pub(super) days: Option<DaySpan>,
    /// How much.
    pub(super) value: PlotValue,
    /// Whether somebody took it back.
    pub(super) struck: bool,
    /// Whether another figure contradicts it.
    pub(super) contradicted: bool,
    /// Whether it belongs to the metric's subject, or to a contradiction, whose sides look the same.
    pub(super) subject: bool,
    /// Whether the line passes through it.
    pub(super) on_line: bool,
    /// Whether it has a value and a day, and stands.
    pub(super) has_place_on_line: bool,
}

/// When a figure was said.
#[derive(Clone, Copy)]
pub(super) struct DaySpan {
    /// Where the mark stands: the latest day, or the earliest where the end is open.
    pub(super) day: Day,
    /// The earliest day; none where it is open.
    pub(super) earliest: Option<Day>,
    /// The latest day; none where it is open.
    pub(super) latest: Option<Day>,
}

/// How much, for geometry only.
#[derive(Clone, Copy)]
pub(super) enum PlotValue {
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
pub(super) struct TimeShown {
    /// The first day.
    pub(super) first: Day,
    /// The last day.
    pub(super) last: Day,
}

/// The figures of one scope, in the order of their days.
pub(super) struct ScopeFigures<'a> {
    /// The id of the scope; none for figures without a scope.
    pub(super) scope: Option<&'a str>,
    /// The place of the scope in the metric's list.
    pub(super) scope_index: Option<usize>,
    /// The indices of its dated figures.
    pub(super) figures: Vec<usize>,
}

/// Reads all figures of a metric, in its order.
pub(super) fn read_figures<'a>(metric: &'a Metric, relations: &ChartRelations) -> Vec<ChartFigure<'a>> {
    let mut figures: Vec<ChartFigure<'a>> = metric
        .figures
        .iter()
        .enumerate()
        .map(|(index, figure)| {
            let value = plot_value(figure);
            let days = figure.said.as_ref().and_then(day_span);
            let status = figure.status.status;
            let stands = !matches!(status, Status::Disputed | Status::Denied | Status::Retracted);
            let has_place_on_line = stands && days.is_some() && matches!(value, PlotValue::At(_));
            ChartFigure {
                figure,
                days,
                value,
                struck: is_withdrawn(figure),
                contradicted: false,
                subject: figure.scope_id() == relations.subject.as_deref(),
                has_place_on_line,
                on_line: has_place_on_line && !relations.is_repeat(index),
            }
        })
        .collect();
    for index in relations.contradictions().iter().flat_map(|(one, other)| [*one, *other]) {
        if let Some(figure) = figures.get_mut(index) {
            figure.contradicted = true;
            // Rivals look the same.
            figure.subject = true;
        }
    }
    figures
}

/// Returns whether its speaker withdrew or denied a figure, so that it is drawn struck through. A disputed one is
/// not: who is right is not for the chart to say.
pub(super) fn is_withdrawn(figure: &Figure) -> bool {
    matches!(figure.status.status, Status::Denied | Status::Retracted)
}

/// Groups the dated figures by scope, those without a scope first, then in the metric's order of scopes.
pub(super) fn group_by_scope<'a>(metric: &'a Metric, figures: &[ChartFigure<'a>]) -> Vec<ScopeFigures<'a>> {
    let unscoped = ScopeFigures { scope: None, scope_index: None, figures: Vec::new() };
    let scopes = metric.scopes.iter().enumerate().map(|(index, scope)| ScopeFigures {
        scope: Some(scope.id.as_str()),
        scope_index: Some(index),
        figures: Vec::new(),
    });
    let mut groups: Vec<ScopeFigures<'a>> = [unscoped].into_iter().chain(scopes).collect();
    let mut places: Vec<(Option<&str>, usize)> =
        groups.iter().enumerate().map(|(place, group)| (group.scope, place)).collect();
    places.sort_unstable();
    for (index, figure) in figures.iter().enumerate() {
        let found = places.binary_search_by_key(&figure.figure.scope_id(), |(scope, _)| *scope);
        let group = found.ok().and_then(|found| groups.get_mut(places.get(found)?.1));
        if let (Some(group), Some(_)) = (group, figure.days) {
            group.figures.push(index);
        }
    }
    let day_of = |index: &usize| figures.get(*index).and_then(|figure| figure.days).map(|days| days.day);
    // The figures of a metric are in time order already, but for those whose days are not known exactly.
    for group in groups.iter_mut().filter(|group| !group.figures.is_sorted_by_key(day_of)) {
        group.figures.sort_by_key(day_of);
    }
    groups
}

/// Returns the first and the last day that the figures of a metric take on a time axis, so that charts of its parts can
/// have the same; none where no figure has a date.
pub fn metric_span(metric: &Metric) -> Option<(Day, Day)> {
    figures_span(metric.figures.iter().map(|figure| &**figure))
}

/// Returns the first and the last day that some figures take on a time axis; none where none has a date.
pub fn figures_span<'a>(figures: impl Iterator<Item = &'a Figure>) -> Option<(Day, Day)> {
    let spans = figures.filter_map(|figure| day_span(figure.said.as_ref()?));
    spans
        .map(|days| (days.first(), days.day))
        .reduce(|(first, last), (one, other)| (first.min(one), last.max(other)))
}

pub(super) fn day_span(date: &Date) -> Option<DaySpan> {
    let (earliest, latest) = (date.earliest(), date.latest());
    Some(DaySpan { day: latest.or(earliest)?, earliest, latest })
}

fn plot_value(figure: &Figure) -> PlotValue {
    let number = |decimal: Option<&Decimal>| decimal.map(to_number);
    match (number(figure.value.as_ref()), number(figure.low.as_deref()), number(figure.high.as_deref())) {
        (Some(value), ..) => PlotValue::At(value),
        (None, Some(low), Some(high)) => PlotValue::Between(low, high),
        (None, Some(one), None) | (None, None, Some(one)) => PlotValue::Limit(one),
        (None, None, None) => PlotValue::Words,
    }
}

/// Returns a decimal as the number that geometry works with.
pub(super) fn to_number(decimal: &Decimal) -> f64 {
    clamp_to_finite(decimal.to_f64())
}

/// Returns what the mark of a figure looks like.
pub(super) fn shape_of(figure: &Figure) -> Shape {
    match (plot_value(figure), figure.qualifier) {
        (PlotValue::Words, _) => Shape::Words,
        (PlotValue::Between(..), _) => Shape::Range,
        (PlotValue::Limit(_), _) if figure.low.is_some() => Shape::AtLeast,
        (PlotValue::Limit(_), _) => Shape::AtMost,
        (_, Qualifier::Exact) => Shape::Exact,
        (_, Qualifier::MoreThan | Qualifier::AtLeast) => Shape::AtLeast,
        (_, Qualifier::LessThan | Qualifier::AtMost | Qualifier::UpTo) => Shape::AtMost,
        (_, Qualifier::About | Qualifier::Almost) => Shape::About,
    }
}

impl ChartFigure<'_> {
    /// Returns the numbers that the value axis must cover.
    pub(super) fn numbers(&self) -> impl Iterator<Item = f64> {
        let Figure { low, high, .. } = self.figure;
        let ends = [low, high].into_iter().flatten().map(|end| to_number(end));
        let value = match self.value {
            PlotValue::At(value) => Some(value),
            _ => None,
        };
        value.into_iter().chain(ends)
    }
}

impl DaySpan {
    /// Returns the first day that it takes on the time axis.
    fn first(self) -> Day {
        self.earliest.unwrap_or(self.day).min(self.day)
    }

    /// Returns whether it is a stated or open span of several days.
    pub(super) fn is_span(&self) -> bool {
        self.earliest != self.latest
    }

    /// Returns whether it has no stated end on one side.
    pub(super) fn is_open(&self) -> bool {
        self.earliest.is_none() || self.latest.is_none()
    }

    /// Returns whether both can mean the same day.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let starts_before_end = |start: Option<Day>, end: Option<Day>| match (start, end) {
            (Some(start), Some(end)) => start <= end,
            _ => true,
        };
        starts_before_end(self.earliest, other.latest) && starts_before_end(other.earliest, self.latest)
    }
}

/// Returns the day on which an event is drawn: the first it can mean.
pub(super) fn event_day(event: &Event) -> Option<Day> {
    event.date.earliest().or_else(|| event.date.latest())
}

/// Returns the time that figures cover, or a longer span that is wanted, with the events just before, or the period that is
/// asked for; none where no figure has a date.
pub(super) fn time_shown(figures: &[ChartFigure<'_>], options: &LayoutOptions<'_>) -> Option<TimeShown> {
    let spans = || figures.iter().filter_map(|figure| figure.days);
    let first = spans().map(DaySpan::first).min()?;
    let last = spans().map(|days| days.day).max()?;
    let (first, last) = options.axes.span.map_or((first, last), |(from, to)| (first.min(from), last.max(to)));
    let reach = MAX_DAYS_BEFORE.max((last.number() - first.number()) / 4);
    let is_near = |day: &Day| *day <= last && first.number() - day.number() <= reach;
    let early = options.events.iter().filter_map(event_day).filter(is_near).min();
    let first = early.map_or(first, |day| day.min(first));
    let (first, last) = (options.axes.from.unwrap_or(first), options.axes.to.unwrap_or(last));
    if first < last {
        return Some(TimeShown { first, last });
    }
    let shift = |by: i32| Day::from_number(last.number() + by);
    Some(TimeShown { first: shift(-DAYS_AROUND), last: shift(DAYS_AROUND) })
}
