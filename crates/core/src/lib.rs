//! The model of reported figures: what was said, by whom, when, and where it was printed; how it is put into words
//! and drawn as a step chart. No input or output, no clock, no DOM, no reactivity.
//!
//! The modules, in the order a newcomer should read them:
//!
//! 1. [`date`]: dates as precise as they were reported, and no more.
//! 2. [`decimal`]: numbers with every digit that was reported.
//! 3. [`dataset`]: the vocabulary: dataset, metric, figure, speaker, outlet, source, scope.
//! 4. [`localize`]: what the interface says, and how a language writes numbers and dates.
//! 5. [`scale`] and [`chart`]: from figures to a [`chart::Scene`] in plain geometry.
//! 6. [`views`]: which rows the views beside the chart have.

pub mod chart;
pub mod dataset;
pub mod date;
pub mod decimal;
mod deserialize;
pub mod language;
pub mod localize;
pub mod scale;
pub mod views;
