//! What is selected: a metric and a figure by their places in the dataset, and how they are found.

use std::sync::Arc;

use leptos::prelude::*;

use figure_tracker_core::dataset::{Dataset, Metric};

/// The metric and figure on display, by their place in the dataset and in the metric.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Selection {
    pub(super) metric: usize,
    pub(super) figure: usize,
}

/// An id that names nothing in the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownId {
    /// No metric has it.
    Metric(String),
    /// No figure has it, or none of the metric that was asked for.
    Figure(String),
}

/// For each figure of the metric on display whether it is selected.
pub(super) fn selected_signals(dataset: &Dataset, selection: Selection) -> Vec<ArcRwSignal<bool>> {
    let figures = dataset.metrics.get(selection.metric).map_or(0, |metric| metric.figures.len());
    (0..figures).map(|figure| ArcRwSignal::new(figure == selection.figure)).collect()
}

/// Finds a metric and a figure by their ids; an empty id stands for the main metric and for the latest figure.
pub(super) fn find_selection(dataset: &Dataset, metric: &str, figure: &str) -> Result<Selection, UnknownId> {
    let wanted = match (metric, figure) {
        ("", "") => dataset.main_metric().map_or("", |main| &main.id),
        ("", figure) => &dataset.figure(figure).ok_or_else(|| UnknownId::Figure(figure.to_owned()))?.metric,
        (metric, _) => metric,
    };
    let at = dataset.metrics.iter().position(|metric| metric.id == wanted);
    let at = at.ok_or_else(|| UnknownId::Metric(wanted.to_owned()))?;
    if figure.is_empty() {
        return Ok(Selection { metric: at, figure: latest_figure(dataset, at) });
    }
    let figures = dataset.metrics.get(at).map(|metric| &*metric.figures).unwrap_or_default();
    let found = figures.iter().position(|known| known.id == figure);
    let found = found.ok_or_else(|| UnknownId::Figure(figure.to_owned()))?;
    Ok(Selection { metric: at, figure: found })
}

/// The id of the scope of a figure.
pub(super) fn scope_of(dataset: &Dataset, metric: usize, figure: usize) -> Option<String> {
    let figure = dataset.metrics.get(metric)?.figures.get(figure)?;
    figure.scope_id().map(str::to_owned)
}

/// The indices of the figures of a scope, in time order.
pub(super) fn figures_of_scope(dataset: &Dataset, metric: usize, scope: Option<&str>) -> Arc<[usize]> {
    let figures = dataset.metrics.get(metric).map(|metric| &*metric.figures).unwrap_or_default();
    let of_scope = figures.iter().enumerate().filter(|(_, figure)| figure.scope_id() == scope);
    of_scope.map(|(index, _)| index).collect()
}

/// The index of the latest figure of a metric.
pub(super) fn latest_figure(dataset: &Dataset, metric: usize) -> usize {
    let index = |metric: &Arc<Metric>| {
        let latest = metric.latest()?;
        metric.figures.iter().position(|figure| figure.id == latest.id)
    };
    dataset.metrics.get(metric).and_then(index).unwrap_or_default()
}
