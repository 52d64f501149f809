//! The markup, one component a file with its style sheet beside it. A view computes nothing: it asks the state, the
//! localizer and the layout, and writes down the answers.
//!
//! `view!` turns an element that is wholly static into a template's `innerHTML`, which Trusted Types refuse: each
//! element inside another has one value in braces.

#![expect(unreachable_pub, reason = "`#[component]` makes items public, private components too")]
#![expect(clippy::needless_pass_by_value, reason = "the properties of a component are values")]

mod card;
mod chart;
mod dataset_text;
mod erased;
mod error;
mod footer;
mod late;
mod legend;
mod picker;
mod table;
mod tracker;

pub use chart::{Drawing, DrawingProps, lay_out};
pub use dataset_text::{dataset_text, sentence_text};
pub use erased::ErasedView;
pub use error::{ErrorMessage, ErrorMessageProps};
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use late::{add_late_views, load_with, tell_of_failure};
pub use legend::{LegendItem, Symbol, SymbolProps, legend_items};
pub use table::row_id;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use tracker::describe_unknown;
pub use tracker::{FigureTracker, FigureTrackerProps, Theme, Tracker, TrackerData, TrackerProps};

/// The style sheet of all components, for a shadow root, a printed page and the page of another app: each class begins
/// with `ft-`, and nothing outside `.ft-base` is styled. Of what is inherited only typeface, direction and visibility come
/// in.
pub const STYLES: &str = concat!(
    include_str!("components/tracker.css"),
    include_str!("components/picker.css"),
    include_str!("components/chart.css"),
    include_str!("components/card.css"),
    include_str!("components/table.css"),
    include_str!("components/footer.css"),
    include_str!("components/legend.css"),
    include_str!("components/error.css"),
    include_str!("components/wide.css"),
);

/// The rules of [`STYLES`] for where chart and card stand side by side, within the class `ft-wide`: on a printed page they
/// hold by its width.
pub const WIDE_STYLES: &str = include_str!("components/wide.css");
