//! What the marks of a metric mean.

use super::figures::{day_span, is_withdrawn, shape_of};
use super::relations::ChartRelations;
use super::scene::Shape;
use crate::dataset::{Figure, Metric};

/// What of a mark is explained in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// What the mark looks like.
    pub shape: Shape,
    /// Whether it is drawn struck through.
    pub struck: bool,
    /// Whether it has a whisker over the days on which it can have been said.
    pub whisker: bool,
}

/// Returns what the marks of a metric look like, each look once, without laying anything out.
pub fn legend_entries(metric: &Metric) -> Vec<LegendEntry> {
    let mut entries = Vec::new();
    for entry in metric.figures.iter().map(|figure| legend_entry(figure)) {
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

/// Returns whether the chart of a metric has brackets, without laying anything out.
pub fn has_brackets(metric: &Metric, relations: &ChartRelations) -> bool {
    let is_drawn = |index: &usize| {
        metric.figures.get(*index).is_some_and(|figure| {
            figure.said.as_ref().and_then(day_span).is_some() && shape_of(figure) != Shape::Words
        })
    };
    relations.contradictions().iter().any(|(one, other)| is_drawn(one) && is_drawn(other))
}

fn legend_entry(figure: &Figure) -> LegendEntry {
    let days = figure.said.as_ref().and_then(day_span);
    LegendEntry {
        shape: shape_of(figure),
        struck: is_withdrawn(figure),
        whisker: days.is_some_and(|days| days.is_span()),
    }
}
