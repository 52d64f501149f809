//! From the figures of a metric to a [`Scene`] in plain geometry. Knows no reactivity, no DOM, no clock.
//!
//! All lengths are CSS pixels from the top left corner; y grows downwards, x with time, also in pages written from
//! right to left. What the picture claims, and what it does not:
//!
//! - **Position is evidence.** A mark stands at the day on which its figure was said and never beside it. Figures
//!   whose marks would coincide share one [`Mark`], with their count.
//! - **The step line** of a scope is level until the next figure of that scope, then upright. It is never smoothed,
//!   and nothing is computed between figures. It passes by figures that do not stand, that are words only, or that
//!   repeat another one, but goes on at least until the last of them.
//! - **An upright is a change.** Figures whose days may be the same are joined by none, unless one revises the
//!   other; nor are two sides of a contradiction. The line ends at the one and starts anew at the other.
//! - **A range without a value breaks the line.** No middle of a range is drawn or joined. The same goes for a lower
//!   or an upper limit without a value.
//! - **The dashed tail** runs from the last figure to the right edge. The time axis has no ticks under it: how
//!   much time it stands for is not claimed.
//! - **A whisker** covers the days that the document gives, to scale: a span, whose mark stands at its last day, or
//!   an open end ("on or before"), which reaches to the edge and is dotted. An inferred day has none.
//! - **A bracket** joins the two sides of a contradiction; both look the same. Struck through is only what its
//!   speaker denied or withdrew.
//! - **The value axis** starts at zero unless that would hide the change; then it has a visible break.
//!
//! The modules, from the bottom up; none imports one that stands after it:
//! `geometry`, `text`, `label`, `placement`, `scene`; `relations`, `options`, `figures`, `legend`; `value_axis`,
//! `frame`, `axis`, `events`, `level_of_detail`, `marks`, `decimate`,
//! `path_builder`, `step_line`, `labels`, `hit_test`; `layout`, `strip`; and by itself `timeline`.

mod axis;
mod carried_in;
mod decimate;
mod events;
mod figures;
mod frame;
mod geometry;
mod hit_test;
mod label;
mod labels;
mod layout;
mod legend;
mod level_of_detail;
mod marks;
mod options;
mod path_builder;
mod placement;
mod relations;
mod scene;
mod step_line;
mod strip;
pub mod text;
mod timeline;
mod value_axis;

pub use figures::{figures_span, metric_span};
pub use geometry::{Point, Rect, format_length, format_path};
pub use label::{Anchor, Label, NORMAL_FONT, SMALL_FONT};
pub use labels::LONG_SERIES;
pub use layout::layout;
pub use legend::{LegendEntry, has_brackets, legend_entries};
pub use options::{Axes, ChartTexts, LayoutOptions};
pub use relations::ChartRelations;
pub use scene::{
    Bracket, CarriedIn, Curtain, EventRule, Line, Mark, Scene, Shape, Tick, UndatedColumn, Whisker,
};
pub use strip::{Strip, StripAxis, StripFigures, StripOptions, highest_number};
pub use timeline::{Timeline, TimelineDay, place_timeline};
