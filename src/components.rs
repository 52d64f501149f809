//! The markup, one component a file with its style sheet beside it. A view computes nothing: it asks the state, the
//! localizer and the layout, and writes down the answers.
//!
//! `view!` turns an element that is wholly static into a template's `innerHTML`, which Trusted Types refuse: each
//! element inside another has one value in braces.

#![expect(unreachable_pub, reason = "`#[component]` makes items public, private components too")]

mod card;
mod chart;
mod error;
mod footer;
mod legend;
mod picker;
mod replace;
mod table;
mod tracker;

pub use chart::{Drawing, DrawingProps, lay_out};
pub use error::{ErrorMessage, ErrorMessageProps};
pub use legend::{LegendEntry, Symbol, SymbolProps, legend_entries};
pub use table::row_id;
pub use tracker::{FigureTracker, FigureTrackerProps, Theme, Tracker, TrackerData, TrackerProps};

/// The style sheet of all components. It works in a shadow root as well as in a page: its classes begin with `ft-`.
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

/// The rules of [`STYLES`] for where chart and card stand side by side, within the class `ft-wide`.
pub const WIDE_STYLES: &str = include_str!("components/wide.css");
