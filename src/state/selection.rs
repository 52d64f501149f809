//! What is on display: a dataset, one of its metrics, and a figure of that; and how they are found by their ids.

use std::sync::Arc;

use figure_tracker_core::dataset::{Dataset, FigurePlace, Metric, Question};

/// What is on display.
#[derive(Clone)]
pub(super) struct Display {
    /// The dataset as it was known on the day that is asked for.
    pub(super) dataset: Arc<Dataset>,
    /// The metric on display, with those of its figures that are asked for.
    pub(super) metric: Option<Arc<Metric>>,
    /// The place of the selected figure in that metric.
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

impl Display {
    /// Displays what is asked of a dataset: the metric at a place, and of its figures the one with an id, else the latest.
    pub(super) fn new(whole: &Arc<Dataset>, question: &Question, metric: usize, figure: &str) -> Self {
        let dataset = match question.known_on {
            Some(day) => Arc::new(whole.as_known_on(day)),
            None => whole.clone(),
        };
        Self::within(dataset, question, metric, figure)
    }

    /// Displays another metric or figure of a dataset as it is known already.
    pub(super) fn within(dataset: Arc<Dataset>, question: &Question, metric: usize, figure: &str) -> Self {
        let metric = dataset.metrics.get(metric).map(|metric| question.narrow(metric));
        Self { dataset, metric, figure: 0 }.with_figure(figure)
    }

    /// Selects the figure with an id, else the latest.
    pub(super) fn with_figure(mut self, id: &str) -> Self {
        let metric = self.metric.as_deref();
        let place = |id| metric.and_then(|metric| place_of(metric, &self.dataset, id));
        let latest = || metric.and_then(Metric::latest).and_then(|latest| place(&latest.id));
        self.figure = place(id).or_else(latest).unwrap_or_default();
        self
    }

    /// Returns whether it shows the same figure of the same metric.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.figure == other.figure && is_same_metric(self.metric.as_ref(), other.metric.as_ref())
    }
}

/// Returns whether both are one metric with the same figures of one dataset.
pub(super) fn is_same_metric(one: Option<&Arc<Metric>>, other: Option<&Arc<Metric>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// The place of a figure in a metric or in the part of it that is on display.
fn place_of(metric: &Metric, dataset: &Dataset, id: &str) -> Option<usize> {
    let place = dataset.place_of_figure(id)?.figure;
    let is_there = |place: &usize| metric.figures.get(*place).is_some_and(|figure| figure.id == id);
    // In a part of the metric it stands nearer to the front.
    Some(place).filter(is_there).or_else(|| metric.figures.iter().position(|figure| figure.id == id))
}

/// Finds a metric, and checks that a figure is one of its own; an empty id stands for the main metric and for any figure.
pub(super) fn find_metric(dataset: &Dataset, metric: &str, figure: &str) -> Result<usize, UnknownId> {
    let unknown_metric = || UnknownId::Metric(metric.to_owned());
    let wanted = match (metric, figure) {
        ("", "") => dataset.main_metric().map(|main| &*main.id),
        ("", _) => None,
        _ => Some(metric),
    };
    let wanted = wanted.map(|id| dataset.place_of_metric(id).ok_or_else(unknown_metric)).transpose()?;
    if figure.is_empty() {
        return wanted.ok_or_else(unknown_metric);
    }
    let place = dataset.place_of_figure(figure);
    let place = place.filter(|place| wanted.is_none_or(|wanted| wanted == place.metric));
    let FigurePlace { metric, .. } = place.ok_or_else(|| UnknownId::Figure(figure.to_owned()))?;
    Ok(metric)
}

/// The places, in a metric, of the figures that stand on the chart of a scope, in time order.
pub(super) fn figures_on_chart(metric: &Metric, scope: Option<&str>) -> Arc<[usize]> {
    let on_chart = metric
        .figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| metric.chart_scope(figure.scope_id()) == scope);
    on_chart.map(|(index, _)| index).collect()
}
