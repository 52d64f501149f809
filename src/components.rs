//! The markup, one component a file with its style sheet beside it. A view computes nothing: it asks the state, the
//! localizer and the layout, and writes down the answers.
//!
//! `view!` turns an element that is wholly static into a template's `innerHTML`, which Trusted Types refuse: each
//! element inside another has one value in braces.

#![expect(unreachable_pub, reason = "`#[component]` makes items public, private components too")]
#![expect(clippy::needless_pass_by_value, reason = "the properties of a component are values")]

mod alone;
mod asked;
mod card;
mod chart;
mod choice;
mod counts;
mod dataset_text;
mod erased;
mod error;
mod focus;
mod footer;
mod heading;
mod known_on;
mod late;
mod late_views;
mod ledger;
mod legend;
mod part_trail;
mod parts;
mod period;
mod picker;
mod picture_cards;
mod row;
mod shelf;
mod sources;
mod strip;
mod table;
mod tabs;
mod take_away;
mod tallest;
mod tracker;
mod who;

pub use chart::{Drawing, DrawingProps, lay_out};
pub use counts::CountAxis;
pub use dataset_text::{dataset_text, sentence_text};
pub use erased::ErasedView;
pub use error::{ErrorMessage, ErrorMessageProps};
pub use known_on::KNOWN_DAYS_ID;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use late::{load_with, tell_of_failure};
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use late_views::add_late_views;
pub use ledger::{LEDGER_PAGE, LedgerOf, LedgerOfProps};
pub use legend::{LegendItem, Symbol, SymbolProps, legend_items};
pub use parts::{Parts, PartsProps};
pub use picture_cards::{PictureCards, PictureCardsProps};
pub use sources::{Provenance, ProvenanceProps};
pub use strip::{StripGround, draw_strip};
pub use table::row_id;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use tracker::describe_unknown;
pub use tracker::{FigureTracker, FigureTrackerProps, Theme, Tracker, TrackerData, TrackerProps};
pub use who::{WhoSaidIt, WhoSaidItProps};

/// The style sheet of all components, for a shadow root, a printed page and the page of another app: each class begins
/// with `ft-`, and nothing outside `.ft-base` is styled. Of what is inherited only typeface, direction and visibility come
/// in.
pub const STYLES: &str = concat!(
    include_str!("components/tracker.css"),
    include_str!("components/heading.css"),
    include_str!("components/asked.css"),
    include_str!("components/picker.css"),
    include_str!("components/tabs.css"),
    include_str!("components/counts.css"),
    include_str!("components/strip.css"),
    include_str!("components/parts.css"),
    include_str!("components/who.css"),
    include_str!("components/chart.css"),
    include_str!("components/period.css"),
    include_str!("components/card.css"),
    include_str!("components/alone.css"),
    include_str!("components/shelf.css"),
    include_str!("components/choice.css"),
    include_str!("components/ledger.css"),
    include_str!("components/sources.css"),
    include_str!("components/take_away.css"),
    include_str!("components/table.css"),
    include_str!("components/footer.css"),
    include_str!("components/legend.css"),
    include_str!("components/error.css"),
    include_str!("components/wide.css"),
);

/// The rules of [`STYLES`] for where chart and card stand side by side, within the class `ft-wide`: on a printed page they
/// hold by its width.
pub const WIDE_STYLES: &str = include_str!("components/wide.css");

/// The rules of [`STYLES`] that no printed page needs: those for what only a program shows, and [`WIDE_STYLES`], which hold
/// there in another way.
pub const UNPRINTED_STYLES: [&str; 4] = [
    include_str!("components/counts.css"),
    include_str!("components/choice.css"),
    include_str!("components/error.css"),
    WIDE_STYLES,
];
