//! The model of reported figures: what was said, by whom, when, and where it was printed; how it is put into words
//! and drawn as a step chart. No input or output, no clock, no DOM, no reactivity.
//!
//! The modules, in the order a newcomer should read them:
//!
//! 1. [`date`]: dates as precise as they were reported, and no more.
//! 2. [`decimal`]: numbers with every digit that was reported.
//! 3. [`dataset`]: the vocabulary: dataset, metric, figure, speaker, outlet, source, scope.
//! 4. [`localize`]: what the interface says, and how a language writes numbers and dates.
//! 5. [`ledger`] and [`provenance`]: what adds up and what doesn't; who said what, and which document carries it.
//! 6. [`citation`] and [`export`]: what a reader takes along: references, spreadsheets, data files.
//! 7. [`scale`] and [`chart`]: from figures to a [`chart::Scene`] in plain geometry.
//! 8. [`views`]: which rows the views beside the chart have.

pub mod chart;
pub mod citation;
pub mod dataset;
pub mod date;
pub mod decimal;
mod deserialize;
pub mod export;
pub mod language;
pub mod ledger;
pub mod localize;
pub mod provenance;
pub mod scale;
pub mod views;
