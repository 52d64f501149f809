//! A running total only grows, unless somebody says why not.

use figure_tracker_core::dataset::format::{Figure, RelationType};
use figure_tracker_core::dataset::{MetricKind, Qualifier, Status};
use figure_tracker_core::date::{Date, Day};
use figure_tracker_core::decimal::Decimal;

use crate::document::Document;
use crate::hash::HashSet;
use crate::place::{Key, Place};
use crate::report::Report;

/// Warns where, within one scope, a figure of a running total is below the figure before it and no relation explains it.
/// Figures that were taken back or contradicted don't count, nor do undated ones.
pub(super) fn check_totals(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let explained = explained_figures(document);
    let points = points_in_order(document);
    for pair in points.windows(2) {
        let [old, new] = pair else { continue };
        let is_explained = || [old, new].iter().any(|point| explained.contains(point.figure.id.as_str()));
        if old.is_on_line_of(new) && falls(old.figure, new.figure) && !is_explained() {
            report_fall(document, old, new, report);
        }
    }
}

/// A figure on the step line of a metric and scope.
struct Point<'a> {
    metric: usize,
    scope: Option<&'a str>,
    said: &'a Date,
    index: usize,
    figure: &'a Figure,
}

impl Point<'_> {
    fn is_on_line_of(&self, other: &Self) -> bool {
        (self.metric, self.scope) == (other.metric, other.scope)
    }

    /// By line, then by the latest day, then by the earliest, then as in the file.
    fn order(&self) -> (usize, Option<&str>, bool, Option<Day>, Option<Day>, usize) {
        let latest = self.said.latest();
        (self.metric, self.scope, latest.is_none(), latest, self.said.earliest(), self.index)
    }
}

/// The figures that count, line by line, in the order of time.
fn points_in_order<'a>(document: &'a Document<'_>) -> Vec<Point<'a>> {
    let point = |(index, figure): (usize, &'a Figure)| {
        let (metric, MetricKind::RunningTotal) =
            document.metric_of(figure).map(|(at, metric)| (at, metric.kind))?
        else {
            return None;
        };
        let is_struck = matches!(figure.status, Status::Disputed | Status::Denied | Status::Retracted);
        let said = figure.said.as_ref().filter(|_| !is_struck && bounds(figure) != (None, None))?;
        Some(Point { metric, scope: figure.scope.as_deref(), said, index, figure })
    };
    let mut points = Vec::with_capacity(document.figures.len());
    points.extend(document.figures.iter().filter_map(point));
    points.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
    points
}

/// The ids of the figures whose fall, or the fall after which, is explained.
fn explained_figures<'a>(document: &'a Document<'_>) -> HashSet<&'a str> {
    let figures = document.figures.iter().map(|(_, figure)| figure);
    let corrected = figures.filter(|figure| figure.status == Status::Corrected);
    let explaining = document.relations.iter().filter(|(_, relation)| {
        matches!(relation.kind, RelationType::Revises | RelationType::Retracts | RelationType::NotComparable)
    });
    let explained = explaining.filter_map(|(_, relation)| relation.from.as_deref());
    corrected.map(|figure| figure.id.as_str()).chain(explained).collect()
}

/// Whether the least that the old figure can mean is above the most that the new one can mean.
fn falls(old: &Figure, new: &Figure) -> bool {
    bounds(old).0.zip(bounds(new).1).is_some_and(|(least, most)| least > most)
}

/// The least and the most that a figure can mean, as it was reported.
fn bounds(figure: &Figure) -> (Option<Decimal>, Option<Decimal>) {
    let Some(value) = figure.value else { return (figure.low, figure.high) };
    match figure.qualifier {
        Qualifier::Exact | Qualifier::About | Qualifier::Almost => (Some(value), Some(value)),
        Qualifier::MoreThan | Qualifier::AtLeast => (Some(value), None),
        Qualifier::LessThan | Qualifier::AtMost | Qualifier::UpTo => (None, Some(value)),
    }
}

fn report_fall(document: &Document<'_>, old: &Point<'_>, new: &Point<'_>, report: &mut Report<'_, '_>) {
    let message = format!("this running total falls below `{}`, which was said before it", old.figure.id);
    let help = format!(
        "say why with a relation `revises` or `retracts` from `{}`, or give it a scope; if it is no running total, its metric has another `kind`",
        new.figure.id
    );
    // The number, else the upper end of the range.
    let has_value = document.is_stated(Key::Figures, new.index, Key::Value);
    let key = if has_value { Key::Value } else { Key::High };
    report.warning("falling-total", &Place::of(Key::Figures, new.index).key_if_there(key), message, help);
}
