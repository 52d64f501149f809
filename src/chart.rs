//! From the figures of a metric to a [`Scene`] in plain geometry. Knows no reactivity, no DOM, no clock.
//!
//! All lengths are CSS pixels from the top left corner; y grows downwards.

use std::sync::Arc;

use crate::dataset::{Event, Figure, Metric};
use crate::words::Locale;

/// What [`layout`] needs to know besides the metric.
pub struct Options<'a> {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// How numbers and dates are written on the axes.
    pub locale: &'a dyn Locale,
    /// What happened; those within the time shown are drawn.
    pub events: &'a [Event],
    /// Whether the value axis starts at zero even where that hides the change.
    pub from_zero: bool,
}

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
    /// Where the lines are.
    pub plot: Rect,
    /// The unit and scale of the value axis, said once, e.g. `people` or `KZT billion`.
    pub unit: String,
    /// Ticks of the value axis, lowest first, `at` in y.
    pub value_ticks: Vec<Tick>,
    /// Ticks of the time axis, first first, `at` in x.
    pub time_ticks: Vec<Tick>,
    /// Whether the value axis does not start at zero: a visible break is drawn at its foot.
    pub broken: bool,
    /// Whether starting at zero would hide the change, so that offering the choice makes sense.
    pub breakable: bool,
    /// One step line a scope, in the metric's order of scopes.
    pub lines: Vec<Line>,
    /// One mark a figure, in the metric's order of figures.
    pub marks: Vec<Mark>,
    /// What happened.
    pub events: Vec<EventRule>,
    /// The x of the hairline that keeps undated figures apart, if there are any, and the label over them.
    pub undated: Option<Label>,
    /// What says that the dashed stretch holds no later figure.
    pub tail: Option<Label>,
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
    /// The name of the scope, where there are several.
    pub label: Option<Label>,
}

/// One figure, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The figure.
    pub figure: Arc<Figure>,
    /// Its middle.
    pub at: Point,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it is drawn struck through.
    pub struck: bool,
    /// The reported range: top and bottom y.
    pub range: Option<(f64, f64)>,
    /// The days on which it can have been said: left and right x; none where the day is known.
    pub whisker: Option<(f64, f64)>,
    /// The number beside the mark, placed so that it does not touch the line, shown for some.
    pub label: Label,
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
    /// What happened; none where it would touch a neighbour.
    pub label: Option<Label>,
    /// What happened, for those who ask.
    pub text: String,
}

/// Places everything the chart of a metric shows.
pub fn layout(metric: &Metric, options: &Options<'_>) -> Scene {
    let _ = (metric, options);
    unimplemented!()
}

impl Scene {
    /// The index of the mark nearest to a point, if there is any.
    pub fn nearest(&self, point: Point) -> Option<usize> {
        let _ = point;
        None
    }

    /// Which marks show their number when `selected` is selected: the selected first, then the first and the
    /// last of each line as far as their labels touch nothing.
    pub fn labelled(&self, selected: Option<usize>) -> Vec<usize> {
        let _ = selected;
        Vec::new()
    }
}
