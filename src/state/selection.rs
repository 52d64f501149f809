//! What is selected: a metric and a figure by their places in the dataset, and how they are found.

use std::sync::Arc;

use figure_tracker_core::dataset::{Dataset, FigurePlace};

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

/// Finds a metric and a figure by their ids; an empty id stands for the main metric and for the latest figure.
pub(super) fn find_selection(dataset: &Dataset, metric: &str, figure: &str) -> Result<Selection, UnknownId> {
    let unknown_metric = || UnknownId::Metric(metric.to_owned());
    if figure.is_empty() {
        let wanted =
            if metric.is_empty() { dataset.main_metric().map_or("", |main| &main.id) } else { metric };
        let metric = dataset.place_of_metric(wanted).ok_or_else(unknown_metric)?;
        return Ok(Selection { metric, figure: latest_figure(dataset, metric) });
    }
    let wanted = if metric.is_empty() {
        None
    } else {
        Some(dataset.place_of_metric(metric).ok_or_else(unknown_metric)?)
    };
    let place =
        dataset.place_of_figure(figure).filter(|place| wanted.is_none_or(|wanted| wanted == place.metric));
    let FigurePlace { metric, figure } = place.ok_or_else(|| UnknownId::Figure(figure.to_owned()))?;
    Ok(Selection { metric, figure })
}

/// The id of the scope of a figure.
pub(super) fn scope_id(dataset: &Dataset, metric: usize, figure: usize) -> Option<String> {
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
    let latest = dataset.metrics.get(metric).and_then(|metric| metric.latest());
    latest.and_then(|latest| dataset.place_of_figure(&latest.id)).unwrap_or_default().figure
}
