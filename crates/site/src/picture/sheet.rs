//! The picture of a metric that stands by itself, in an article or on paper: what is counted, the latest state in
//! words, the chart, what its marks mean, where the number was printed. Its height follows its texts.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{Site, summary};
use super::amount::{Scale, draw_amount, draw_witness, remarks};
use super::column::{Column, Type};
use super::{Picture, key};
use figure_tracker::breakpoints::PlotSize;
use figure_tracker::components::{Drawing, lay_out};
use figure_tracker::state::TrackerState;
use figure_tracker_core::chart::{Axes, Scene, format_length, format_path};
use figure_tracker_core::dataset::{Figure, Metric};

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 24.0;
/// The size of the plot.
const PLOT: PlotSize = PlotSize { width: WIDTH - 2.0 * MARGIN, height: 400.0 };
/// How many of the figures that no longer stand are spelt out.
const STRUCK: usize = 3;
/// The statement of a metric with one figure.
const ALONE: Scale = Scale { number: (36.0, 96.0), words: 20.0, witness: 18.0 };

const SMALL: Type = Type { size: 12.0, class: "soft", lines: 2 };

/// The picture as XML.
pub(super) fn draw_sheet(site: &Site<'_>, metric: &Arc<Metric>) -> String {
    let mut column =
        Column::new(MARGIN, WIDTH - MARGIN, MARGIN - 4.0, site.localizer.messages.is_right_to_left());
    column.add_text(site.localize_text(&site.dataset.title), Type { size: 14.0, ..SMALL });
    column.add_gap(2.0);
    column.add_text(site.localize_text(&metric.label), Type { size: 24.0, class: "bold", lines: 3 });
    column.add_gap(4.0);
    match &*metric.figures {
        [only] => draw_single_figure(&mut column, site, metric, only),
        _ => draw_chart(&mut column, site, metric),
    }
    draw_footer(&mut column, site, metric);
    let height = (column.y + MARGIN - 8.0).ceil();
    let (title, description) = (summary::page_title(site, metric), site.localizer.describe_chart(metric));
    Picture { width: WIDTH, height, title, description, content: column.into_nodes() }.into_xml(site)
}

fn draw_single_figure(column: &mut Column, site: &Site<'_>, metric: &Metric, figure: &Figure) {
    column.add_gap(8.0);
    draw_amount(column, site, metric, figure, ALONE);
    column.add_gap(16.0);
    draw_witness(column, site, figure, ALONE);
    column.add_gap(12.0);
    draw_remarks(column, site, metric, figure);
}

/// What must be known beside a figure.
fn draw_remarks(column: &mut Column, site: &Site<'_>, metric: &Metric, figure: &Figure) {
    for remark in remarks(site, metric, figure) {
        column.add_text(&remark, Type { lines: 4, ..SMALL });
        column.add_gap(2.0);
    }
}

fn draw_chart(column: &mut Column, site: &Site<'_>, metric: &Arc<Metric>) {
    if let Some(figure) = metric.latest() {
        let statement = site.localizer.describe_mark(figure, &metric.unit);
        column.add_text(&statement, Type { size: 16.0, class: "", lines: 4 });
        column.add_gap(4.0);
        draw_remarks(column, site, metric, figure);
    }
    column.add_gap(12.0);
    let latest = metric.latest();
    let metric = &metric.of_chart(metric.chart_scope(latest.and_then(|figure| figure.scope_id())));
    let scene = lay_out(&site.dataset, &site.localizer, metric, Axes::default(), PLOT, true);
    // Over the axis, which stands at the left in every language.
    let mut unit = Column::new(MARGIN, WIDTH - MARGIN, column.y, false);
    unit.add_text(&scene.unit, Type { lines: 1, ..SMALL });
    column.y = unit.y + 4.0;
    unit.into_nodes().into_iter().for_each(|node| column.add_drawing(node));
    let plot_top = column.y;
    column.add_gap(PLOT.height + 12.0);
    let (nodes, end) = key::draw_legend(site, metric, &scene, (MARGIN, WIDTH - MARGIN), column.y);
    let broken = scene.broken;
    column.add_drawing(draw_plot(site.tracker_state(metric), metric, scene, (MARGIN, plot_top), 1.0));
    nodes.into_iter().for_each(|node| column.add_drawing(node));
    column.y = end;
    if broken {
        column.add_text(&site.links.broken_scale, SMALL);
    }
    draw_struck_note(column, site, metric);
}

/// The chart in its place, so many times as large as it was laid out.
pub(super) fn draw_plot(
    state: TrackerState,
    metric: &Arc<Metric>,
    scene: Scene,
    (x, y): (f64, f64),
    times: f64,
) -> impl IntoView + use<> {
    provide_context(state);
    let place = format_path(&[("translate(", x), (" ", y)]) + &format_path(&[(")scale(", times)]) + ")";
    let (width, height) = (format_length(scene.width), format_length(scene.height));
    let view_box = format_path(&[("0 0 ", scene.width), (" ", scene.height)]);
    view! {
        <g class="ft-plot" transform=place>
            <svg
                fill="none"
                stroke="currentColor"
                width=width
                height=height
                viewBox=view_box
                overflow="visible"
            >
                <Drawing metric=metric.clone() scene=Arc::new(scene)/>
            </svg>
        </g>
    }
}

/// Each figure that no longer stands, with what has become of it.
fn draw_struck_note(column: &mut Column, site: &Site<'_>, metric: &Metric) {
    let struck = metric.figures.iter().filter(|figure| figure.status.status.is_questioned());
    for figure in struck.rev().take(STRUCK) {
        column.add_gap(4.0);
        column.add_text(&site.localizer.describe_mark(figure, &metric.unit), SMALL);
    }
}

/// Where the latest figure was printed; edition, licence, address.
fn draw_footer(column: &mut Column, site: &Site<'_>, metric: &Metric) {
    let messages = site.localizer.messages.clone();
    let labelled = |name: &str, text: &str| site.localizer.format_labelled(name, text);
    let sources = metric.latest().map(|figure| &*figure.sources).unwrap_or_default();
    let source = sources.iter().find(|source| source.outlet.is_some()).or(sources.first());
    let source =
        source.map(|source| labelled(messages.published_by(), &site.localizer.format_source(source)));
    let edition = site.dataset.edition.as_ref().map(|date| site.localizer.format_edition(date));
    let licence = site.dataset.license.as_ref().map(|licence| labelled(messages.licence(), licence));
    let about = [edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let address =
        site.options.base.as_ref().map(|_| site.full_address(&site.names.href(&metric.id, ".html")));
    column.add_gap(12.0);
    let hairline = format_path(&[("M", MARGIN), (" ", column.y), ("H", WIDTH - MARGIN)]);
    column.add_drawing(view! { <path class="hair" d=hairline></path> });
    column.add_gap(8.0);
    for line in [source, Some(about), address].into_iter().flatten() {
        column.add_text(&line, SMALL);
    }
}
