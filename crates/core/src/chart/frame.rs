//! How the drawing is divided: rows for events, the plot, a lane for words, the time axis; from left to right the
//! labels of the value axis, the column of undated figures, the time shown, the room for the tail.

use super::axis::Values;
use super::facts::{self, Fact, Level, Time};
use super::geometry::tenth;
use super::{Label, Options, Rect, SMALL, measure, step};
use crate::dataset::Metric;
use crate::date::Day;
use crate::scale::linear::{Linear, finite};

/// Least and largest width.
const WIDTH: (f64, f64) = (120.0, 4000.0);
/// Least and largest height.
const HEIGHT: (f64, f64) = (90.0, 4000.0);
/// Height of a row of event labels.
pub(crate) const ROW: f64 = 16.0;
/// Height of the labels of the time axis.
pub(crate) const FOOT: f64 = 22.0;
/// Height of the lane for words.
const LANE: f64 = 22.0;
/// Room over the highest tick, for the label of a mark.
const HEAD: f64 = 24.0;
/// Room for the sign that the axis is broken.
const BREAK: f64 = 16.0;
/// Room between what is at the left and the first day.
const LEAD: f64 = 20.0;
/// The radius of a mark where there is room.
const RADIUS: f64 = 4.5;
/// The radius of a mark where marks stand dense.
const SMALLEST: f64 = 1.5;

/// The divided drawing.
pub(crate) struct Frame {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Where the lines are.
    pub(crate) plot: Rect,
    /// How many rows there are for labels of events.
    pub(crate) rows: u8,
    /// The y of the lane for words.
    pub(crate) lane: Option<f64>,
    /// Left and right of the column of undated figures.
    pub(crate) column: Option<(f64, f64)>,
    /// Where the area of dated figures starts; it ends at the right edge.
    pub(crate) left: f64,
    /// The time shown.
    pub(crate) time: Option<Time>,
    /// Days to x.
    pub(crate) days: Linear,
    /// Numbers to y.
    pub(crate) values: Linear,
    /// The radius of a mark.
    pub(crate) radius: f64,
}

/// Divides the drawing, with no more than so many rows for labels of events.
pub(crate) fn frame(
    metric: &Metric,
    facts: &[Fact],
    values: &Values,
    options: &Options<'_>,
    most_rows: u8,
) -> Frame {
    let (width, height) = size(options);
    let time = facts::time(facts, options.events);
    let rows = rows(time, height, options).min(most_rows);
    let words = facts.iter().any(|fact| matches!(fact.level, Level::Words));
    let top = f64::from(rows) * ROW;
    let bottom = height - FOOT - if words { LANE } else { 0.0 };
    let plot = Rect::from_sides((0.0, width), (top, bottom));
    let gutter = gutter(values, width);
    let column = column(facts, gutter, width, options);
    let left = column.map_or(gutter, |column| column.1);
    let lead = (left + LEAD).min(width * 0.7);
    Frame {
        width,
        height,
        plot,
        rows,
        lane: words.then_some(bottom + LANE / 2.0 + 1.0),
        column,
        left,
        time,
        days: Linear {
            domain: days(time),
            range: (lead, (width - tail(metric, facts, width, options)).max(lead)),
        },
        values: Linear {
            domain: values.domain,
            range: (bottom - if values.broken { BREAK } else { 0.0 }, top + HEAD),
        },
        radius: (width / facts.len().max(1) as f64 * 0.375).clamp(SMALLEST, RADIUS),
    }
}

/// The size of the drawing within reason.
pub(crate) fn size(options: &Options<'_>) -> (f64, f64) {
    let within = |length: f64, (least, most)| finite(length).clamp(least, most);
    (within(options.width, WIDTH), within(options.height, HEIGHT))
}

fn rows(time: Option<Time>, height: f64, options: &Options<'_>) -> u8 {
    let Some(time) = time else { return 0 };
    let days = options.events.iter().filter_map(facts::event_day);
    match (days.filter(|day| (time.first..=time.last).contains(day)).count(), height < 200.0) {
        (0, _) => 0,
        (1, _) | (_, true) => 1,
        _ => 2,
    }
}

fn days(time: Option<Time>) -> (f64, f64) {
    time.map_or((0.0, 0.0), |time| (time.first.number().into(), time.last.number().into()))
}

/// The room that labels of the value axis take at the left.
fn gutter(values: &Values, width: f64) -> f64 {
    let widest = values.ticks.iter().map(|(_, text)| measure::width(text, SMALL)).fold(0.0, f64::max);
    (widest + 8.0).min(width * 0.3)
}

fn column(facts: &[Fact], gutter: f64, width: f64, options: &Options<'_>) -> Option<(f64, f64)> {
    let any = facts.iter().any(|fact| fact.when.is_none());
    let wanted = measure::width(options.wording.undated, SMALL) + 12.0;
    any.then(|| (gutter, gutter + wanted.clamp(36.0, (width * 0.24).max(36.0))))
}

/// The room after the last figure.
fn tail(metric: &Metric, facts: &[Fact], width: f64, options: &Options<'_>) -> f64 {
    let names = step::names(metric, facts, options.wording.language);
    let texts = names.iter().map(String::as_str).chain([options.wording.no_later_figure]);
    let widest = texts.map(|text| measure::width(text, SMALL)).fold(0.0, f64::max);
    (widest + 28.0).min(width * 0.36)
}

impl Frame {
    /// The x of a day.
    pub(crate) fn x(&self, day: Day) -> f64 {
        tenth(self.days.at(day.number().into()))
    }

    /// The y of a number.
    pub(crate) fn y(&self, number: f64) -> f64 {
        tenth(self.values.at(number))
    }

    /// Where labels may stand that belong to marks and lines: under the rows of events, over the time axis.
    pub(crate) fn inside(&self) -> Rect {
        let bottom = if self.lane.is_some() { self.height - FOOT } else { self.plot.bottom() };
        Rect::from_sides((2.0, self.width - 2.0), (self.plot.top, bottom))
    }

    /// A thin box over the height of the plot.
    pub(crate) fn upright(&self, x: f64) -> Rect {
        Rect::from_sides((x - 1.0, x + 1.0), (self.plot.top, self.plot.bottom()))
    }

    /// The middle of the column of undated figures.
    pub(crate) fn column_middle(&self) -> f64 {
        self.column.map_or(self.left, |(left, right)| (left + right) / 2.0)
    }

    /// The label, if all of it is in the drawing.
    pub(crate) fn if_inside(&self, label: Label) -> Option<Label> {
        let whole = Rect { left: 0.0, top: 0.0, width: self.width, height: self.height };
        label.rect().within(&whole).then_some(label)
    }
}
