//! What the views of a dataset beside the chart show: all of its counts, the parts of one, and who said it. Which rows
//! there are and what stands in them; no pixels, no markup.

mod counts;
mod lanes;
mod part_names;
mod parts;
mod window;

pub use counts::{
    CountFilter, CountGroup, CountIndex, CountList, contradicting_figures, metric_change, names_of_figure,
};
pub use lanes::{Lane, LaneKind, find_lanes, has_several_voices};
pub use part_names::shorten_part_names;
pub use parts::{Part, PartKey, PartRow, PartTree, count_parts};
pub use window::{CountWindow, WINDOW_LINES, cut_to_window, position_at, window_around};
