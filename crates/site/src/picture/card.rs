//! The card for shared links, 1200 by 630 pixels, seen at a third of that size or less: the number and its witness,
//! and beside them the chart, laid out small and drawn large so that its words can still be read.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{Site, summary};
use super::amount::{Scale, draw_amount, draw_witness, remarks};
use super::column::{Column, Type, fitting_size};
use super::{Picture, sheet};
use figure_tracker::breakpoints::PlotSize;
use figure_tracker::components::lay_out;
use figure_tracker_core::chart::Axes;
use figure_tracker_core::chart::format_path;
use figure_tracker_core::dataset::{Dataset, Metric};

/// Width and height.
pub(super) const SIZE: (f64, f64) = (1200.0, 630.0);
const MARGIN: f64 = 56.0;
/// Where the line at the foot starts.
const FOOT: f64 = SIZE.1 - 68.0;
/// How wide the texts beside a chart are, and the gap to it.
const TEXTS: f64 = 456.0;
const GAP: f64 = 48.0;
/// How many times as large as it was laid out the chart is drawn.
const TIMES: f64 = 2.0;

/// Beside a chart.
const BESIDE: Scale = Scale { number: (44.0, 144.0), words: 36.0, witness: 30.0 };
/// Without one.
const ALONE: Scale = Scale { number: (64.0, 240.0), words: 48.0, witness: 38.0 };

/// The card as XML.
pub(super) fn draw_card(site: &Site<'_>, metric: &Arc<Metric>) -> String {
    let line = Arc::new(metric_of_main_scope(metric));
    let (mut nodes, top) = draw_head(site, metric);
    let top = top + 12.0;
    let mut note = None;
    match draw_chart(site, &line, top) {
        Some((chart, broken)) => {
            note = broken.then(|| site.links.broken_scale.clone());
            nodes.extend(draw_statement(site, metric, TEXTS, top + 12.0, BESIDE));
            nodes.push(chart);
        }
        None => nodes.extend(draw_statement(site, metric, SIZE.0 - 2.0 * MARGIN, top + 12.0, ALONE)),
    }
    nodes.extend(draw_footer(site, metric, note));
    let (title, description) = (summary::page_title(site, metric), summary::latest_statement(site, metric));
    Picture { width: SIZE.0, height: SIZE.1, title, description, content: nodes }.into_xml(site)
}

/// A metric without the figures that cover something else than its latest: at this size there is room for one line.
fn metric_of_main_scope(metric: &Metric) -> Metric {
    let main = metric.latest().and_then(|figure| figure.scope.clone());
    let figures = metric.figures.iter().filter(|figure| figure.scope == main).cloned().collect();
    Metric { figures, ..metric.clone() }
}

/// The dataset with one metric alone, and without what happened.
fn dataset_of_metric(site: &Site<'_>, metric: &Arc<Metric>) -> Arc<Dataset> {
    Arc::new(site.dataset.with_metric_alone(Arc::clone(metric)))
}

/// The sides of the texts: beside a chart, or all the width there is.
fn card_column(site: &Site<'_>, width: f64, top: f64) -> Column {
    let right_to_left = site.localizer.messages.is_right_to_left();
    let left = if right_to_left { SIZE.0 - MARGIN - width } else { MARGIN };
    Column::new(left, left + width, top, right_to_left)
}

/// The title of the data set and what is counted; and where that ends.
fn draw_head(site: &Site<'_>, metric: &Metric) -> (Vec<AnyView>, f64) {
    let width = SIZE.0 - 2.0 * MARGIN;
    let mut column = card_column(site, width, MARGIN - 12.0);
    let bar = format_path(&[("M0 0H", SIZE.0), ("V", 12.0)]) + "H0Z";
    column.add_drawing(view! { <path class="bar" d=bar></path> });
    column.add_text(site.localize_text(&site.dataset.title), Type { size: 26.0, class: "soft", lines: 1 });
    column.add_gap(4.0);
    let label = site.localize_text(&metric.label);
    let size = fitting_size(label, "bold", (38.0, 52.0), width);
    column.add_text(label, Type { size, class: "bold", lines: 2 });
    let end = column.y;
    (column.into_nodes(), end)
}

/// The statement, as large as it has room between head and foot, and what must be known beside it as far as that has room.
fn draw_statement(site: &Site<'_>, metric: &Metric, width: f64, top: f64, scale: Scale) -> Vec<AnyView> {
    let Some(figure) = metric.latest() else { return Vec::new() };
    let bottom = FOOT - 8.0;
    let set = |share: f64| {
        let scale = scale.times(share);
        let mut column = card_column(site, width, top);
        draw_amount(&mut column, site, metric, figure, scale);
        column.add_gap(scale.witness * 0.7);
        draw_witness(&mut column, site, figure, scale);
        column
    };
    let mut shares = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5].into_iter().map(set);
    let mut column = shares.find(|column| column.y <= bottom).unwrap_or_else(|| set(0.4));
    column.add_gap(8.0);
    for remark in remarks(site, metric, figure) {
        column.add_text_above(bottom, &remark, Type { size: 22.0, class: "soft", lines: 4 });
    }
    column.into_nodes()
}

/// The chart in the room beside the texts, and whether its scale starts elsewhere than at zero; none where its line goes
/// nowhere.
fn draw_chart(site: &Site<'_>, metric: &Arc<Metric>, top: f64) -> Option<(AnyView, bool)> {
    let width = SIZE.0 - 2.0 * MARGIN - TEXTS - GAP;
    let left = if site.localizer.messages.is_right_to_left() { MARGIN } else { SIZE.0 - MARGIN - width };
    let size = PlotSize { width: width / TIMES, height: (FOOT - 8.0 - top) / TIMES };
    let dataset = dataset_of_metric(site, metric);
    let scene = lay_out(&dataset, &site.localizer, metric, Axes::default(), size, true);
    let goes = scene.lines.iter().any(|line| line.path.contains('H'));
    let broken = scene.broken;
    let plot = || sheet::draw_plot(site.tracker_state_of(dataset, metric), metric, scene, (left, top), TIMES);
    goes.then(|| (plot().into_any(), broken))
}

/// How many figures there are to see behind the link, how new it is, and what must be known of the chart.
fn draw_footer(site: &Site<'_>, metric: &Metric, note: Option<String>) -> Vec<AnyView> {
    let count = (metric.figures.len() > 1)
        .then(|| site.localizer.format_count(metric.figures.len(), site.localizer.messages.figure_count()));
    let edition = site.dataset.edition.as_ref().map(|date| site.localizer.format_edition(date));
    let about = [count, edition, note].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut column = card_column(site, SIZE.0 - 2.0 * MARGIN, FOOT);
    column.add_gap(6.0);
    column.add_text(&about, Type { size: 22.0, class: "soft", lines: 1 });
    column.into_nodes()
}
