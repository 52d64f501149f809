//! The picture of a metric that stands by itself, in an article or on paper: what is counted, the latest state in
//! words, the chart, what its marks mean, where the number was printed. Its height follows its texts.

use std::sync::Arc;

use super::super::{Site, page};
use super::amount::{Scale, amount, witness};
use super::column::{Column, Type};
use super::{document, key};
use figure_tracker::view::{self, Model, Node, classy, el};
use figure_tracker_core::chart::format_path;
use figure_tracker_core::dataset::{Figure, Metric};

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 24.0;
/// The size of the plot.
const PLOT: (f64, f64) = (WIDTH - 2.0 * MARGIN, 400.0);
/// How many of the figures that no longer stand are spelt out.
const STRUCK: usize = 3;
/// The statement of a metric with one figure.
const ALONE: Scale = Scale { number: (36.0, 96.0), words: 20.0, witness: 18.0 };

const SMALL: Type = Type { size: 12.0, class: "soft", lines: 2 };

/// The picture as XML.
pub(super) fn sheet(site: &Site<'_>, metric: &Arc<Metric>) -> String {
    let model = site.model(metric);
    let mut column =
        Column::new(MARGIN, WIDTH - MARGIN, MARGIN - 4.0, site.localizer.messages.is_right_to_left());
    column.set(site.text(&site.dataset.title), Type { size: 14.0, ..SMALL });
    column.gap(2.0);
    column.set(site.text(&metric.label), Type { size: 24.0, class: "bold", lines: 3 });
    column.gap(4.0);
    match &*metric.figures {
        [only] => alone(&mut column, site, &model, metric, only),
        _ => chart(&mut column, site, &model, metric),
    }
    foot(&mut column, site, metric);
    let height = (column.y + MARGIN - 8.0).ceil();
    let about = [
        el("title").child(page::title(site, metric)),
        el("desc").child(site.localizer.describe_chart(metric)),
    ];
    document(site, (WIDTH, height), about, column.nodes())
}

fn alone(column: &mut Column, site: &Site<'_>, model: &Model, metric: &Metric, figure: &Figure) {
    column.gap(8.0);
    amount(column, model, metric, figure, ALONE);
    column.gap(16.0);
    witness(column, site, figure, ALONE);
    column.gap(12.0);
}

fn chart(column: &mut Column, site: &Site<'_>, model: &Model, metric: &Arc<Metric>) {
    column.set(&page::state(site, metric), Type { size: 16.0, class: "", lines: 4 });
    column.gap(12.0);
    let scene = model.scene(metric, PLOT, false);
    // Over the axis, which stands at the left in every language.
    let mut unit = Column::new(MARGIN, WIDTH - MARGIN, column.y, false);
    unit.set(&scene.unit, Type { lines: 1, ..SMALL });
    column.y = unit.y + 4.0;
    unit.nodes().into_iter().for_each(|node| column.draw(node));
    column.draw(plot(model, metric, &Arc::new(scene), (MARGIN, column.y), 1.0));
    column.gap(PLOT.1 + 12.0);
    let (nodes, end) = key::key(model, metric, (MARGIN, WIDTH - MARGIN), column.y);
    nodes.into_iter().for_each(|node| column.draw(node));
    column.y = end;
    struck(column, site, metric);
}

/// The chart in its place, so many times as large as it was laid out.
pub(super) fn plot(
    model: &Model,
    metric: &Arc<Metric>,
    scene: &Arc<figure_tracker_core::chart::Scene>,
    (x, y): (f64, f64),
    times: f64,
) -> Node {
    let place = format_path(&[("translate(", x), (" ", y)]) + &format_path(&[(")scale(", times)]) + ")";
    let drawing = view::drawing(model, metric, scene).attr("overflow", "visible");
    classy("g", "plot").attr("transform", place).child(drawing)
}

/// Each figure that no longer stands, with what has become of it.
fn struck(column: &mut Column, site: &Site<'_>, metric: &Metric) {
    let struck = metric.figures.iter().filter(|figure| figure.status.status.is_questioned());
    for figure in struck.rev().take(STRUCK) {
        column.gap(4.0);
        column.set(&site.localizer.describe_mark(figure, &metric.unit), Type { class: "warn", ..SMALL });
    }
}

/// Where the latest figure was printed; edition, licence, address.
fn foot(column: &mut Column, site: &Site<'_>, metric: &Metric) {
    let messages = &site.localizer.messages;
    let labelled = |name: &str, text: &str| [name, ": ", text].concat();
    let sources = metric.latest().map(|figure| &*figure.sources).unwrap_or_default();
    let source = sources.iter().find(|source| source.outlet.is_some()).or(sources.first());
    let source = source.map(|source| labelled(&messages.published_by, &site.localizer.format_source(source)));
    let edition = site.dataset.edition.as_ref().map(|date| site.localizer.format_edition(date));
    let licence = site.dataset.license.as_ref().map(|licence| labelled(&messages.licence, licence));
    let about = [edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let address = site.options.base.as_ref().map(|_| site.address(&site.names.href(&metric.id, ".html")));
    column.gap(12.0);
    column.draw(
        classy("path", "hair")
            .attr("d", format_path(&[("M", MARGIN), (" ", column.y), ("H", WIDTH - MARGIN)])),
    );
    column.gap(8.0);
    for line in [source, Some(about), address].into_iter().flatten() {
        column.set(&line, SMALL);
    }
}
