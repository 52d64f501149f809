//! **figure-tracker** shows every number officials reported after an event, with who said it, in what office,
//! when, and where it was printed.
//!
//! The modules, in the order a newcomer should read them:
//!
//! 1. [`date`]: dates as precise as they were reported, and no more.
//! 2. [`dataset`]: the vocabulary: dataset, metric, figure, speaker, outlet, source, scope.
//! 3. [`problem`]: what is wrong with a file, where, and what would be right.
//! 4. [`words`]: what the interface says, and how a language writes numbers and dates.
//! 5. [`scale`] and [`chart`]: from figures to a [`chart::Scene`] in plain geometry.
//! 6. [`view`]: from a scene to markup, the same natively and in the browser.
//!
//! On `wasm32` there is also `embed`, the custom element; natively there are `sheet`, the spreadsheet
//! form, `site`, the static pages, and `cli`, the command line.
//! The core (1 to 5) does no input or output and knows no clock, no DOM and no reactivity.

pub mod chart;
pub mod dataset;
pub mod date;
pub mod problem;
pub mod scale;
mod small;
pub mod view;
pub mod words;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(not(target_arch = "wasm32"))]
pub mod sheet;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
