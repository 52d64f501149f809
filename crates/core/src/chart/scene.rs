//! What there is to draw: plain data, placed. Knows no figures' texts, no layout and no reactivity.
//!
//! A selection needs no new scene. What a view does with it:
//!
//! - [`Scene::mark_of`] finds the mark of a figure, [`Scene::mark_showing`] how that mark is drawn while the figure
//!   is selected: only this mark and the one selected before change.
//! - [`Scene::nearest`] finds the mark that a pointer means, [`Scene::figure_at`] the figure to select.
//! - [`Scene::is_long`] says whether the line speaks for the marks, and [`Scene::stands_out`] which are drawn then.
//! - [`Scene::labelled`] names the marks whose numbers are shown beside the selected one's.

use super::geometry::{Point, Rect};
use super::label::Label;
use super::placement::LabelSpace;
use crate::scale::linear::LinearScale;

/// Everything there is to draw, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The width of the whole drawing.
    pub width: f64,
    /// The height of the whole drawing.
    pub height: f64,
    /// Where the lines are: gridlines run from its left to its right.
    pub plot: Rect,
    /// The unit and scale of the value axis, said once, e.g. `people` or `KZT billion`.
    pub unit: String,
    /// The y of each gridline, lowest value first; none where figures are so few that each says its number.
    pub gridlines: Vec<f64>,
    /// The ticks of the value axis, lowest first, `at` in y; without a grid only the lowest and the highest.
    pub value_ticks: Vec<Tick>,
    /// The ticks of the time axis, first first, `at` in x.
    pub time_ticks: Vec<Tick>,
    /// Whether the value axis does not start at zero: a visible break is drawn at its foot, in the 16 px between
    /// the lowest tick and the bottom of the plot.
    pub broken: bool,
    /// Whether starting at zero would hide the change, so that offering the choice makes sense.
    pub breakable: bool,
    /// One step line a scope, in the metric's order of scopes; none for a scope without a dated number.
    pub lines: Vec<Line>,
    /// The value with which the period shown begins, if one stands then.
    pub carried_in: Option<CarriedIn>,
    /// The marks from left to right. Figures whose marks would coincide share one.
    pub marks: Vec<Mark>,
    /// The brackets that join the two sides of a contradiction.
    pub brackets: Vec<Bracket>,
    /// The radius of a mark in pixels: 4.5, less where there are many figures.
    pub radius: f64,
    /// What happened.
    pub events: Vec<EventRule>,
    /// What keeps undated figures apart, if there are any.
    pub undated: Option<UndatedColumn>,
    /// What says that the dashed tail holds no later figure.
    pub tail: Option<Label>,
    /// The scale from days to x.
    pub(super) days: LinearScale,
    /// What hides the days after the one that is asked for.
    pub curtain: Option<Curtain>,
    /// What each figure looks like, in the metric's order of figures.
    pub(super) glyphs: Vec<Glyph>,
    /// The index of the mark of each figure, in the metric's order of figures.
    pub(super) mark_of: Vec<usize>,
    /// The indices of marks in the order in which their numbers are shown.
    pub(super) label_order: Vec<usize>,
    /// Where there is room for the number of a selected figure.
    pub(super) label_space: LabelSpace,
}

/// The column of undated figures.
#[derive(Clone, Debug, PartialEq)]
pub struct UndatedColumn {
    /// The x of the hairline at its right, from the top of the plot to the foot of the drawing.
    pub x: f64,
    /// What stands under it; none where there is no room.
    pub label: Option<Label>,
}

/// The value with which a period begins.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedIn {
    /// From the beginning of the period to the first figure of it as an SVG path, drawn dashed.
    pub path: String,
    /// The value; none where there is no room.
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

/// The step line of one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The id of its scope; none where the figures have no scope.
    pub scope: Option<String>,
    /// Whether it is the line of the metric's subject, which has the accent whatever is selected.
    pub subject: bool,
    /// The line as an SVG path: level until the next figure, then upright; empty for a single figure.
    pub path: String,
    /// The stretch after the last figure as an SVG path, drawn dashed.
    pub tail: String,
    /// The name of the scope, where there are several lines; none where there is no room.
    pub label: Option<Label>,
    /// The indices of the figures at its two ends, the same for a single figure.
    pub ends: (usize, usize),
}

/// One or several figures that are drawn as one mark.
///
/// It looks like the last of its figures. While another of them is selected, [`Scene::mark_showing`] gives the
/// mark that looks like that one.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The indices of its figures in the metric, by time; never empty.
    pub figures: Vec<usize>,
    /// Its middle, at the very day of the figure that it looks like. For a range without a value this is where a
    /// pointer finds it; nothing is drawn there.
    pub at: Point,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it is drawn struck through: denied or retracted.
    pub struck: bool,
    /// Whether a figure of it is contradicted by another figure.
    pub contradicted: bool,
    /// Whether a figure of it belongs to the metric's subject, so that it has the accent.
    pub subject: bool,
    /// The reported range: the y of its top and of its bottom.
    pub range: Option<(f64, f64)>,
    /// The days on which it can have been said; none where the document gives one day.
    pub whisker: Option<Whisker>,
    /// The number beside the mark, placed so that it touches no line and no mark; shown for those marks that
    /// [`Scene::labelled`] names. None where there is no room.
    pub label: Option<Label>,
    /// How many figures it stands for, where it stands for several and there is room: `×3`.
    pub count: Option<Label>,
}

/// What one figure looks like, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) at: Point,
    pub(super) shape: Shape,
    pub(super) struck: bool,
    pub(super) contradicted: bool,
    pub(super) subject: bool,
    /// Whether no line can go through it: it has no value or no day, or it doesn't stand.
    pub(super) off_line: bool,
    pub(super) range: Option<(f64, f64)>,
    pub(super) whisker: Option<Whisker>,
}

/// The stated days on which a figure can have been said, to scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whisker {
    /// The x of the first day, or the left edge of the time shown.
    pub left: f64,
    /// The x of the last day, or the right edge of the drawing.
    pub right: f64,
    /// Whether it has no stated end on one side ("on or before"): drawn dotted and without caps.
    pub open: bool,
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

/// A bracket beside two figures that cannot both be right. Both sides of it look the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Bracket {
    /// The indices of the two figures.
    pub figures: (usize, usize),
    /// The bracket as an SVG path, at the right of both marks.
    pub path: String,
}

/// What hides the days on which nothing was known yet: from a day to the right edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Curtain {
    /// The x of the day on which was known what is drawn.
    pub x: f64,
    /// What it says; none where there is no room.
    pub label: Option<Label>,
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
}
