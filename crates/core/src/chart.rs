//! From the figures of a metric to a [`Scene`] in plain geometry. Knows no reactivity, no DOM, no clock.
//!
//! All lengths are CSS pixels from the top left corner; y grows downwards, x with time, also in pages written from
//! right to left. What the picture claims, and what it does not:
//!
//! - **The step line** of a scope holds until the next figure of that scope, then steps straight up or down. It
//!   is never smoothed, and nothing is computed between figures. It passes by figures that are struck or that are
//!   words only, but holds at least until the last of them.
//! - **A range without a value breaks the line**: it holds until the range and starts anew at the next value. No
//!   middle of a range is drawn or joined. The same goes for a lower or an upper limit without a value.
//! - **The dashed tail** runs from the last figure to the right edge. The time axis has no ticks under it: how
//!   much time it stands for is not claimed.
//! - **A date that is not one certain day** puts the mark on the latest day it can mean and a whisker over the
//!   rest, never so short that the mark hides it. An open end reaches to the edge of the time shown.
//! - **Marks that would coincide** are fanned out sideways ([`fan`]): the first in the order of the file keeps
//!   its place, the next stand to its right. Lines and whiskers keep to the true day.
//! - **The value axis** starts at zero unless that would hide the change; then it has a visible break.

pub mod fan;
pub mod measure;

mod axis;
mod events;
mod facts;
mod frame;
mod geometry;
mod hit;
mod marks;
mod room;
mod step;

use std::sync::Arc;

pub use geometry::{path, short};

use crate::dataset::{Event, Figure, Metric};
use crate::localize::Locale;

/// What [`layout`] needs to know besides the metric.
pub struct Options<'a> {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// What labels say.
    pub wording: Wording<'a>,
    /// What happened; those within the time shown are drawn.
    pub events: &'a [Event],
    /// Whether the value axis starts at zero even where that hides the change.
    pub from_zero: bool,
}

/// What labels say.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// How numbers and dates are written on the axes.
    pub locale: &'a dyn Locale,
    /// BCP 47 tag: in which language labels of scopes and events are wanted.
    pub language: &'a str,
    /// The short label of a mark: `225`, `40–50`, `dozens`.
    pub amount: &'a dyn Fn(&Figure) -> String,
    /// From the largest number of the axis to what all of its ticks are divided by, and the unit said once:
    /// `(1.0, "people")`, `(1e9, "KZT billion")`.
    pub magnitude: &'a dyn Fn(f64) -> (f64, String),
    /// What stands at the dashed stretch after the last figure.
    pub no_later_figure: &'a str,
    /// What stands under the column of undated figures.
    pub undated: &'a str,
}

/// Font size of labels of axes, events and lines.
pub const SMALL: f64 = 12.0;
/// Font size of the number beside a mark.
pub const NORMAL: f64 = 14.0;

/// A point in the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle in the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// Everything there is to draw, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// Where the lines are: hairlines of value ticks run from its left to its right, drop lines to its bottom.
    pub plot: Rect,
    /// The unit and scale of the value axis, said once, e.g. `people` or `KZT billion`.
    pub unit: String,
    /// Ticks of the value axis, lowest first, `at` in y.
    pub value_ticks: Vec<Tick>,
    /// Ticks of the time axis, first first, `at` in x.
    pub time_ticks: Vec<Tick>,
    /// Whether the value axis does not start at zero: a visible break is drawn at its foot, in the 16 px between
    /// the lowest tick and the bottom of the plot.
    pub broken: bool,
    /// Whether starting at zero would hide the change, so that offering the choice makes sense.
    pub breakable: bool,
    /// One step line a scope, in the metric's order of scopes; none for a scope without a dated number.
    pub lines: Vec<Line>,
    /// One mark a figure, in the metric's order of figures.
    pub marks: Vec<Mark>,
    /// The radius of a mark: 4.5, less where marks stand dense.
    pub radius: f64,
    /// The y of the lane under the plot where figures in words stand, if there are any.
    pub lane: Option<f64>,
    /// What happened.
    pub events: Vec<EventRule>,
    /// What keeps undated figures apart, if there are any.
    pub undated: Option<Undated>,
    /// What says that the dashed stretch holds no later figure.
    pub tail: Option<Label>,
}

/// The column of undated figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Undated {
    /// The x of the hairline at its right, from the top of the plot to the foot of the drawing.
    pub x: f64,
    /// What stands under it; none where there is no room.
    pub label: Option<Label>,
}

/// One tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where on its axis.
    pub at: f64,
    /// What it says.
    pub label: Option<Label>,
}

/// A text in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where its baseline starts, has its middle, or ends, by `anchor`.
    pub at: Point,
    /// Which part of it is at `at`.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
    /// Its font size.
    pub size: f64,
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// A step line of one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The id of its scope; none where the metric has no scopes.
    pub scope: Option<String>,
    /// The line as an SVG path: horizontal until the next figure, then vertical; empty for a single figure.
    pub path: String,
    /// The stretch after the last figure as an SVG path, drawn dashed.
    pub tail: String,
    /// The name of the scope, where there are several lines; none where there is no room.
    pub label: Option<Label>,
    /// Indexes of the marks at its two ends, the same for a single figure.
    pub ends: (usize, usize),
}

/// One figure, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The figure.
    pub figure: Arc<Figure>,
    /// Its middle, and no other mark's. For a range this is where it is found by a pointer; nothing is drawn there.
    pub at: Point,
    /// The x of its day, where its drop line stands; none for an undated figure.
    pub day: Option<f64>,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it is drawn struck through.
    pub struck: bool,
    /// The reported range: top and bottom y.
    pub range: Option<(f64, f64)>,
    /// The days on which it can have been said: left and right x; none where the day is known.
    pub whisker: Option<(f64, f64)>,
    /// The number beside the mark, placed so that it touches no line, mark or other fixed label; shown for those
    /// that [`Scene::labelled`] names. None where there is no room.
    pub label: Option<Label>,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled disc.
    Exact,
    /// A disc with a tick upwards: more than, at least.
    AtLeast,
    /// A disc with a tick downwards: less than, at most, up to.
    AtMost,
    /// A ring: about, almost.
    About,
    /// A bar from low to high; no middle is drawn.
    Range,
    /// A small square in the margin: words only.
    Words,
}

/// Something that happened, as a thin upright rule.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRule {
    /// Where on the time axis.
    pub x: f64,
    /// The y where the rule starts; it ends at the bottom of the plot.
    pub top: f64,
    /// What happened; none where it would touch a neighbour.
    pub label: Option<Label>,
    /// What happened, for those who ask.
    pub text: String,
}

/// What of a figure's mark is explained in a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// What it looks like.
    pub shape: Shape,
    /// Whether it is drawn struck through.
    pub struck: bool,
    /// Whether it has a whisker over the days on which it can have been said.
    pub spread: bool,
}

/// The looks of a metric's marks, in its order of figures, without laying anything out.
pub fn looks(metric: &Metric) -> Vec<Look> {
    let look =
        |fact: &facts::Fact| Look { shape: fact.shape(), struck: fact.struck, spread: fact.is_spread() };
    facts::read(metric).iter().map(look).collect()
}

/// Places everything the chart of a metric shows.
///
/// Sizes that make no sense are taken as the nearest that do (120 to 4,000 px wide, 90 to 4,000 px high).
pub fn layout(metric: &Metric, options: &Options<'_>) -> Scene {
    let wording = &options.wording;
    let facts = facts::read(metric);
    let values = axis::values(metric, &facts, options);
    let draft = frame::frame(metric, &facts, &values, options, 2);
    let rows = events::rows(&events::rules(&draft, options));
    let frame = frame::frame(metric, &facts, &values, options, rows);
    let mut marks = marks::marks(&facts, &frame);
    let tracks = step::tracks(metric, &facts, &frame);
    let undated = axis::undated(&frame, wording);
    let value_ticks = axis::value_ticks(&values, &frame);
    let time_ticks = axis::time_ticks(&frame, wording.locale);
    let events = events::rules(&frame, options);
    let mut room = room::Room::new(&frame, &marks, &tracks);
    for tick in [&value_ticks, &time_ticks].into_iter().flatten() {
        room.take(tick.label.as_ref());
    }
    for event in &events {
        room.take(event.label.as_ref());
        room.spare(frame.upright(event.x));
    }
    room.take(undated.as_ref().and_then(|undated| undated.label.as_ref()));
    let ends: Vec<usize> = tracks.iter().map(|track| track.ends.1).collect();
    marks::label(&mut marks, &ends, wording, &mut room);
    let lines = step::lines(metric, &tracks, &frame, wording, &mut room);
    let tail = step::tail_label(&tracks, &frame, wording, &mut room);
    marks::label_rest(&mut marks, &ends, wording, &mut room);
    Scene {
        width: frame.width,
        height: frame.height,
        plot: frame.plot,
        unit: values.unit,
        value_ticks,
        time_ticks,
        broken: values.broken,
        breakable: values.breakable,
        lines,
        marks,
        radius: frame.radius,
        lane: frame.lane,
        events,
        undated,
        tail,
    }
}
