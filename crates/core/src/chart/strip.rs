//! Lays out strips: small charts of one line each, without words, on a time axis that they share. Every mark stands at
//! its very day, as in the chart; what a figure looks like is told by strokes alone, so that a strip can be drawn as wide
//! as there is room without being laid out anew.

use super::axis::place_time_ticks;
use super::figures::{
    ChartFigure, PlotValue, ScopeFigures, TimeShown, metric_span, read_figures, shape_of, to_number,
};
use super::frame::Frame;
use super::geometry::{Point, format_path, round_to_tenth};
use super::labels::LONG_SERIES;
use super::level_of_detail::MAX_MARKS;
use super::relations::ChartRelations;
use super::scene::{Scene, Shape, Tick};
use super::step_line::build_line;
use crate::dataset::{Dataset, Metric};
use crate::date::Day;
use crate::localize::Locale;
use crate::scale::linear::LinearScale;

/// The space above and below the line, so that marks stay inside.
const MARGIN: f64 = 5.0;
/// How far the stroke of a limit or through a withdrawn mark reaches.
const STROKE_LENGTH: f64 = 5.5;
/// At least so many pixels are between two days that have hairlines.
const MIN_DAY_DISTANCE: f64 = 6.0;
/// The most days that have hairlines.
const MAX_MAIN_DAYS: usize = 5;

/// The time axis that several strips share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StripAxis {
    /// The width of a strip in CSS pixels.
    pub width: f64,
    /// The first and the last day.
    pub span: (Day, Day),
    /// Where the stretch after the last figure ends.
    end: f64,
    days: LinearScale,
}

impl StripAxis {
    /// Makes an axis from the first day, `inset` pixels from the left, to the last, `tail` pixels from the right.
    pub fn new(width: f64, (first, last): (Day, Day), inset: f64, tail: f64) -> Self {
        let domain = (f64::from(first.number()), f64::from(last.number()));
        let days = LinearScale { domain, range: (inset, width - tail) };
        Self { width, span: (first, last), end: width, days }
    }

    /// Returns the axis of a chart, so that strips under it have each day at the same x. Days are those of its scale.
    pub fn of_scene(scene: &Scene) -> Self {
        let (first, last) = scene.days.domain;
        let day = |number: f64| Day::from_number(number as i32);
        let end = scene.curtain.as_ref().map_or(scene.width, |curtain| curtain.x);
        Self { width: scene.width, span: (day(first), day(last)), end, days: scene.days }
    }

    /// Returns an axis on which all figures of a dataset have room; none where none has a date.
    pub fn of_dataset(dataset: &Dataset, width: f64, inset: f64, tail: f64) -> Option<Self> {
        let spans = || dataset.metrics.iter().filter_map(|metric| metric_span(metric));
        let first = spans().map(|(first, _)| first).min()?;
        let last = spans().map(|(_, last)| last).max()?;
        Some(Self::new(width, (first, last), inset, tail))
    }

    /// Returns the same axis for what was known on a day: nothing is said of what came later.
    pub fn known_on(self, day: Option<Day>) -> Self {
        let end = day.map_or(self.width, |day| self.x(day).min(self.width));
        Self { end, ..self }
    }

    /// Returns the x of a day.
    pub fn x(&self, day: Day) -> f64 {
        round_to_tenth(self.days.position(f64::from(day.number())))
    }

    /// Returns hairlines at the days of a dataset on which most was said: no more than five, none close to another.
    pub fn main_days(&self, dataset: &Dataset, height: f64) -> String {
        // For each pixel how often it was spoken there, and the x of the first day.
        let mut columns = vec![(0_usize, 0.0_f64); self.width.max(0.0) as usize + 1];
        let figures = dataset.metrics.iter().flat_map(|metric| &metric.figures);
        for day in figures.filter_map(|figure| figure.said.as_ref()?.latest()) {
            let x = self.x(day);
            if let Some((count, first)) = columns.get_mut(x as usize) {
                *first = if *count == 0 { x } else { *first };
                *count += 1;
            }
        }
        let mut chosen: Vec<f64> = Vec::new();
        for _ in 0..MAX_MAIN_DAYS {
            let is_apart = |x: f64| chosen.iter().all(|other| (other - x).abs() >= MIN_DAY_DISTANCE);
            let left = columns.iter().filter(|(count, x)| *count > 0 && is_apart(*x));
            let Some((_, x)) = left.max_by_key(|(count, _)| *count) else { break };
            chosen.push(*x);
        }
        let lines = chosen.iter().flat_map(|x| [("M", *x), (" ", 0.0), ("V", height)]);
        format_path(&lines.collect::<Vec<_>>())
    }
}

/// How strips of one metric are laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StripOptions {
    /// The time axis.
    pub axis: StripAxis,
    /// The height in CSS pixels.
    pub height: f64,
    /// The number at the upper end; the lower end is zero, or the lowest number below it.
    pub top: f64,
}

/// The figures of a metric, read once for all of its strips.
pub struct StripFigures<'a> {
    figures: Vec<ChartFigure<'a>>,
    relations: ChartRelations,
}

/// A strip as SVG paths; one without anything to draw is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The step line.
    pub line: String,
    /// The stretch after the last figure, drawn dashed.
    pub tail: String,
    /// The middle of each full mark, as a stroke without length: exact numbers and limits.
    pub discs: String,
    /// The same for marks that are rings: about, almost.
    pub rings: String,
    /// The same for figures in words.
    pub squares: String,
    /// Upright strokes: ranges, the ticks of limits, what strikes a withdrawn mark through.
    pub strokes: String,
}

/// Returns the highest number of some figures of a metric, by their places; zero where none is above it.
pub fn highest_number(metric: &Metric, figures: impl IntoIterator<Item = usize>) -> f64 {
    let figures = figures.into_iter().filter_map(|place| metric.figures.get(place));
    let numbers = figures.flat_map(|figure| [figure.value, figure.low(), figure.high()]).flatten();
    numbers.map(|number| to_number(&number)).fold(0.0, f64::max)
}

impl<'a> StripFigures<'a> {
    /// Reads the figures of a metric of a dataset.
    pub fn new(dataset: &Dataset, metric: &'a Metric) -> Self {
        let relations = ChartRelations::of_metric(metric, dataset.relations_of_metric(&metric.id));
        Self { figures: read_figures(metric, &relations), relations }
    }

    /// Lays out the strip of some figures, which are of one scope: by their places in the metric, in time order. Figures
    /// without a date are not drawn. In a long series only the first, the last, those that contradict another and those
    /// that were withdrawn have marks.
    pub fn lay_out_strip(&self, places: &[usize], options: &StripOptions) -> Strip {
        let figure_at = |place: &usize| self.figures.get(*place);
        let is_dated = |place: &usize| figure_at(place).is_some_and(|figure| figure.days.is_some());
        let places: Vec<usize> = places.iter().copied().filter(is_dated).collect();
        let frame = self.strip_frame(&places, options);
        let scope = places.first().and_then(figure_at).and_then(|figure| figure.figure.scope_id());
        let group = ScopeFigures { scope, scope_index: None, figures: places };
        let line = build_line(&group, &self.figures, &self.relations, &frame, Some(options.axis.end));
        let ends = line.as_ref().map(|line| line.ends);
        let mut strip = Strip::default();
        if let Some(line) = line {
            (strip.line, strip.tail) = (line.path(), line.tail_path());
        }
        let is_long = group.figures.len() >= LONG_SERIES;
        let drawn = group.figures.iter().filter_map(|place| Some((*place, figure_at(place)?)));
        let drawn = drawn.filter(|(place, figure)| {
            let is_end = ends.is_some_and(|(first, last)| *place == first || *place == last);
            !is_long || is_end || figure.contradicted || figure.struck
        });
        for (_, figure) in drawn.take(MAX_MARKS) {
            if let Some(days) = figure.days {
                let at = Point { x: frame.x(days.day), y: mark_height(figure, &frame) };
                strip.add_mark(figure, at, &frame);
            }
        }
        strip
    }

    /// Places the ticks of the time axis, first first: at the days on which figures were said where these are few, else at
    /// regular days of the calendar. Their labels stand in a row as high as `options`.
    pub fn time_ticks(&self, options: &StripOptions, locale: &dyn Locale) -> Vec<Tick> {
        let (first, last) = options.axis.span;
        let time = Some(TimeShown { first, last });
        place_time_ticks(&self.figures, &Frame { time, ..self.strip_frame(&[], options) }, locale)
    }

    /// A drawing with the axis and the scale of a strip.
    fn strip_frame(&self, places: &[usize], options: &StripOptions) -> Frame {
        let of_strip = places.iter().filter_map(|place| self.figures.get(*place));
        let lowest = of_strip.flat_map(ChartFigure::numbers).fold(0.0, f64::min);
        Frame {
            width: options.axis.width,
            height: options.height,
            days: options.axis.days,
            values: LinearScale {
                domain: (lowest, options.top.max(lowest)),
                range: (options.height - MARGIN, MARGIN),
            },
            ..Frame::default()
        }
    }
}

/// The height at which a figure stands: words at the foot.
fn mark_height(figure: &ChartFigure<'_>, frame: &Frame) -> f64 {
    match figure.value {
        PlotValue::At(number) | PlotValue::Limit(number) => frame.y(number),
        PlotValue::Between(low, high) => (frame.y(low) + frame.y(high)) / 2.0,
        PlotValue::Words => frame.height - MARGIN,
    }
}

impl Strip {
    fn add_mark(&mut self, figure: &ChartFigure<'_>, point: Point, frame: &Frame) {
        let Point { x, y } = point;
        match shape_of(figure.figure) {
            Shape::Exact => add_dot(&mut self.discs, point),
            Shape::AtLeast => {
                add_dot(&mut self.discs, point);
                add_upright(&mut self.strokes, x, y, y - STROKE_LENGTH);
            }
            Shape::AtMost => {
                add_dot(&mut self.discs, point);
                add_upright(&mut self.strokes, x, y, y + STROKE_LENGTH);
            }
            Shape::About => add_dot(&mut self.rings, point),
            Shape::Words => add_dot(&mut self.squares, point),
            Shape::Range => {}
        }
        if let (Some(low), Some(high)) = (figure.figure.low(), figure.figure.high()) {
            add_upright(&mut self.strokes, x, frame.y(to_number(&low)), frame.y(to_number(&high)));
        }
        if figure.struck {
            add_upright(&mut self.strokes, x, y - STROKE_LENGTH, y + STROKE_LENGTH);
        }
    }
}

fn add_dot(path: &mut String, at: Point) {
    path.push_str(&format_path(&[("M", at.x), (" ", at.y), ("h", 0.0)]));
}

fn add_upright(path: &mut String, x: f64, from: f64, to: f64) {
    path.push_str(&format_path(&[("M", x), (" ", from), ("V", to)]));
}
