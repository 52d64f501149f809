//! Every figure of the metric as a table, newest first, behind one tap.

use std::sync::Arc;

use super::model::row_id;
use super::node::{Node, classy, el};
use super::{Model, card};
use figure_tracker_core::dataset::{Figure, Metric, Status};

/// The table and what opens it: newest first, on one day in the order of the file.
pub(super) fn list(model: &Model, metric: &Arc<Metric>) -> Node {
    let messages = &model.localizer.messages;
    let mut body = el("tbody");
    for at in newest_first(metric) {
        body = body.child(metric.figures.get(at).map(|figure| row(model, metric, at, figure)));
    }
    let mut heads = el("tr");
    for head in [messages.column_said.clone(), messages.column_figure.clone(), messages.column_who.clone()] {
        heads = heads.child(el("th").attr("scope", "col").child(head));
    }
    let definition =
        metric.definition.as_ref().map(|d| el("caption").child(d.get(&model.localizer.tag).to_owned()));
    let table =
        el("table").attr("part", "table").child(definition).child(el("thead").child(heads)).child(body);
    let number = classy("span", "number").child(model.number(metric.figures.len()));
    let list = classy("details", "list");
    let list = if model.setting.page { list.attr("open", "") } else { list };
    list.child(el("summary").child(messages.all_figures.clone()).child(number)).child(table)
}

/// The indices of a metric's figures.
fn newest_first(metric: &Metric) -> impl Iterator<Item = usize> {
    (0..metric.figures.len()).rev()
}

fn row(model: &Model, metric: &Metric, at: usize, figure: &Arc<Figure>) -> Vec<Node> {
    let (localizer, shown, m) = (&model.localizer, model.shown, model.clone());
    let scope = figure.scope.as_ref().map(|s| el("small").child(s.label.get(&localizer.tag).to_owned()));
    let standing = figure.status.status;
    let state =
        (standing != Status::Stands).then(|| el("small").child(localizer.status_label(standing).to_owned()));
    let page = model.setting.page;
    let printed = figure.sources.iter().map(|s| {
        if page {
            classy("small", "source").child(card::source(model, s))
        } else {
            el("small").child(localizer.format_source(s))
        }
    });
    let amount = match model.place_of(Some(&figure.id)) {
        Some(place) => classy("a", "text-link").attr("href", place),
        None => classy("button", "text-link").attr("type", "button"),
    };
    let row = el("tr")
        .attr("part", "row")
        .class_if(if standing.is_struck() { "row struck" } else { "row" }, "selected", move || {
            shown.get().figure == at
        })
        .attr("data-figure", figure.id.clone())
        .on("click", move |_| m.select_figure(at))
        .child(el("td").child(localizer.format_date_said(figure.said.as_ref())))
        .child(
            el("td")
                .child(amount.child(localizer.format_amount(figure, &metric.unit)))
                .child(scope)
                .child(state),
        )
        .child(el("td").child(localizer.format_byline(figure)).child(printed.collect::<Vec<_>>()));
    if !page {
        return vec![row];
    }
    let mut rows = vec![row.attr("id", row_id(&figure.id))];
    let more = card::more(model, figure);
    if !more.is_empty() {
        rows.push(el("tr").child(classy("td", "more").attr("colspan", "3").child(more)));
    }
    rows
}
