//! **figure-tracker** shows every number officials reported after an event, with who said it, in what office,
//! when, and where it was printed.
//!
//! [`FigureTracker`] is a Leptos component. It fetches nothing and sets no style outside itself: the app hands it the
//! dataset and includes [`STYLES`], whose classes all begin with `ft-`. As with every Leptos library, the app chooses
//! one of the features `csr`, `ssr` and `hydrate`. With `ssr` the messages of every language are in the program; the
//! feature `locales` puts them into a browser's too, or the app registers those that it needs with [`Messages::register`].
//!
//! ```
//! use figure_tracker::{FigureTracker, FigureTrackerProps};
//! use leptos::prelude::*;
//!
//! # let json = include_str!("../tests/data/everything.json");
//! let html = Owner::new().with(|| view! { <FigureTracker data=json metric="deaths" language="en-GB"/> }.to_html());
//! assert!(html.contains("230 people"));
//! ```
//!
//! The modules, in the order a newcomer should read them:
//!
//! 1. [`state`]: what a widget shows at this moment; the components find it in their context.
//! 2. [`breakpoints`]: which form the widget takes at which width.
//! 3. [`components`]: the markup, one component a file with its style sheet beside it.
//! 4. `element`, behind the feature of that name: the custom element `<figure-tracker>`.

// The types of views are as deep as their markup.
#![recursion_limit = "256"]

pub mod breakpoints;
pub mod components;
pub mod search;
pub mod state;

#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub mod element;

pub use components::{FigureTracker, FigureTrackerProps, STYLES, Theme, TrackerData};
pub use figure_tracker_core::dataset::Question;
pub use figure_tracker_core::dataset::{Dataset, ReadError, read as read_dataset};
pub use figure_tracker_core::localize::{CatalogError, Messages};
pub use state::{ChangedView, SelectedFigure, View};
