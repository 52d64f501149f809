//! How the drawing is divided: rows for events, the plot, a lane for words, the time axis; from left to right the
//! labels of the value axis, the column of undated figures, the time shown, the tail.

use super::figures::{ChartFigure, PlotValue, TimeShown, event_day, time_shown};
use super::geometry::{Rect, round_to_tenth};
use super::label::{Label, SMALL_FONT};
use super::options::LayoutOptions;
use super::text::text_width;
use super::value_axis::ValueAxis;
use crate::date::Day;
use crate::scale::linear::LinearScale;

/// The height of a row of event labels.
pub(super) const EVENT_ROW_HEIGHT: f64 = 16.0;
/// The height of the labels of the time axis.
pub(super) const TIME_AXIS_HEIGHT: f64 = 22.0;
/// The height of the lane for figures in words.
const WORDS_LANE_HEIGHT: f64 = 22.0;
/// The space over the highest tick, for the label of a mark.
const SPACE_ABOVE_TICKS: f64 = 24.0;
/// The space for the sign that the axis is broken.
const AXIS_BREAK_HEIGHT: f64 = 16.0;
/// The space at the left of the first day.
const INSET: f64 = 14.0;
/// The width of the stretch after the last figure, and from which width of the drawing on it is wider.
const TAIL_WIDTH: f64 = 56.0;
const WIDE_TAIL_WIDTH: f64 = 88.0;
const WIDE_DRAWING: f64 = 400.0;
/// The radius of a mark where there is room.
const MAX_RADIUS: f64 = 4.5;
/// The radius of a mark where there are many figures.
const MIN_RADIUS: f64 = 3.0;

/// The divided drawing.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Where the lines are.
    pub(super) plot: Rect,
    /// How many rows there are for labels of events.
    pub(super) event_rows: u8,
    /// The y of the lane for figures in words, if there are any.
    pub(super) words_lane: Option<f64>,
    /// The left and the right side of the column of undated figures, if there are any.
    pub(super) undated_column: Option<(f64, f64)>,
    /// Where the area of dated figures starts; it ends at the right edge.
    pub(super) left: f64,
    /// The width that the labels of the value axis take at the left.
    pub(super) gutter: f64,
    /// The time shown.
    pub(super) time: Option<TimeShown>,
    /// The scale from days to x.
    pub(super) days: LinearScale,
    /// The scale from numbers to y.
    pub(super) values: LinearScale,
    /// The radius of a mark.
    pub(super) radius: f64,
}

/// Divides the drawing, with no more than so many rows for labels of events.
pub(super) fn divide_drawing(
    figures: &[ChartFigure<'_>],
    value_axis: &ValueAxis,
    options: &LayoutOptions<'_>,
    max_event_rows: u8,
) -> Frame {
    let (width, height) = options.drawing_size();
    let time = time_shown(figures, options);
    let event_rows = count_event_rows(time, height, options).min(max_event_rows);
    let has_words = figures.iter().any(|figure| matches!(figure.value, PlotValue::Words));
    let top = f64::from(event_rows) * EVENT_ROW_HEIGHT;
    let bottom = height - TIME_AXIS_HEIGHT - if has_words { WORDS_LANE_HEIGHT } else { 0.0 };
    let gutter = value_label_width(value_axis, width);
    let undated_column = undated_column(figures, gutter, width, options);
    let left = undated_column.map_or(0.0, |column| column.1);
    let first_day = (left + INSET).min(width * 0.7);
    let last_day = (width - tail_width(width)).max(first_day);
    Frame {
        width,
        height,
        plot: Rect::from_sides((0.0, width), (top, bottom)),
        event_rows,
        words_lane: has_words.then_some(bottom + WORDS_LANE_HEIGHT / 2.0 + 1.0),
        undated_column,
        left,
        gutter,
        time,
        days: LinearScale { domain: day_domain(time), range: (first_day, last_day) },
        values: LinearScale {
            domain: value_axis.domain,
            range: (
                bottom - if value_axis.broken { AXIS_BREAK_HEIGHT } else { 0.0 },
                top + SPACE_ABOVE_TICKS,
            ),
        },
        radius: (width / figures.len().max(1) as f64 * 0.375).clamp(MIN_RADIUS, MAX_RADIUS),
    }
}

fn count_event_rows(time: Option<TimeShown>, height: f64, options: &LayoutOptions<'_>) -> u8 {
    let Some(time) = time else { return 0 };
    let days = options.events.iter().filter_map(event_day);
    match (days.filter(|day| (time.first..=time.last).contains(day)).count(), height < 200.0) {
        (0, _) => 0,
        (1, _) | (_, true) => 1,
        _ => 2,
    }
}

fn day_domain(time: Option<TimeShown>) -> (f64, f64) {
    time.map_or((0.0, 0.0), |time| (time.first.number().into(), time.last.number().into()))
}

/// Returns the width that labels of the value axis take at the left.
fn value_label_width(value_axis: &ValueAxis, width: f64) -> f64 {
    let widest = value_axis.ticks.iter().map(|(_, text)| text_width(text, SMALL_FONT)).fold(0.0, f64::max);
    (widest + 8.0).min(width * 0.3)
}

fn undated_column(
    figures: &[ChartFigure<'_>],
    gutter: f64,
    width: f64,
    options: &LayoutOptions<'_>,
) -> Option<(f64, f64)> {
    let has_undated = figures.iter().any(|figure| figure.days.is_none());
    let wanted = text_width(options.texts.undated, SMALL_FONT) + 12.0;
    has_undated.then(|| (gutter, gutter + wanted.clamp(36.0, (width * 0.24).max(36.0))))
}

/// Returns the width of the stretch after the last figure.
fn tail_width(width: f64) -> f64 {
    let tail = if width < WIDE_DRAWING { TAIL_WIDTH } else { WIDE_TAIL_WIDTH };
    tail.min(width * 0.36)
}

impl Frame {
    /// Moves the first day to the right of the labels of the value axis, which stand in the plot where nothing is under them.
    pub(super) fn clear_gutter(mut self) -> Self {
        let (first_day, last_day) = self.days.range;
        self.days.range = (first_day.max(self.gutter + INSET).min(last_day), last_day);
        self
    }

    /// Returns the x of a day.
    pub(super) fn x(&self, day: Day) -> f64 {
        round_to_tenth(self.days.position(day.number().into()))
    }

    /// Returns the y of a number.
    pub(super) fn y(&self, number: f64) -> f64 {
        round_to_tenth(self.values.position(number))
    }

    /// Returns where labels may stand that belong to marks and lines: under the rows of events, over the time axis.
    pub(super) fn label_area(&self) -> Rect {
        let has_lane = self.words_lane.is_some();
        let bottom = if has_lane { self.height - TIME_AXIS_HEIGHT } else { self.plot.bottom() };
        Rect::from_sides((2.0, self.width - 2.0), (self.plot.top, bottom))
    }

    /// Returns a thin rectangle over the height of the plot.
    pub(super) fn upright_at(&self, x: f64) -> Rect {
        Rect::from_sides((x - 1.0, x + 1.0), (self.plot.top, self.plot.bottom()))
    }

    /// Returns the x of the middle of the column of undated figures.
    pub(super) fn undated_x(&self) -> f64 {
        self.undated_column.map_or(self.left, |(left, right)| (left + right) / 2.0)
    }

    /// Returns the label, if all of it is in the drawing.
    pub(super) fn keep_inside(&self, label: Label) -> Option<Label> {
        let whole = Rect { left: 0.0, top: 0.0, width: self.width, height: self.height };
        label.rect().is_within(&whole).then_some(label)
    }
}
