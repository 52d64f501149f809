//! The whole widget, from title to footer.

use super::node::{Node, classy, el};
use super::{Model, card, foot, list, picker, plot, row_id};

/// The widget for a model: title, latest state in words, picker, chart and card, list, footer.
pub fn tracker(model: &Model) -> Node {
    let m = model.clone();
    let title = model.dataset.title.get(&model.localizer.tag).to_owned();
    el("section")
        .attr("part", "base")
        .class_if("base", "wide", move || m.is_wide())
        .attr("lang", String::from(&*model.localizer.tag))
        .attr("dir", if model.localizer.messages.is_right_to_left() { "rtl" } else { "ltr" })
        .attr("aria-labelledby", "title")
        .child(classy("h2", "title").attr("part", "title").attr("id", "title").child(title))
        .child(latest(model))
        .child(picker::picker(model))
        .child(classy("div", "measure"))
        .child(body(model))
        .child(foot::foot(model))
}

/// The latest state in words; it is announced when another metric is picked.
fn latest(model: &Model) -> Node {
    let (m, metric) = (model.clone(), model.metric_signal());
    classy("p", "latest").attr("aria-live", "polite").follow(move || {
        let metric = m.metric_at(metric())?;
        Some(m.localizer.format_statement(metric.latest()?, &metric.unit))
    })
}

/// What changes with the metric: chart and card, then the list.
fn body(model: &Model) -> Node {
    let (m, metric) = (model.clone(), model.metric_signal());
    el("div").follow(move || {
        let metric = m.metric_at(metric())?;
        if metric.figures.len() < 2 {
            let alone = classy("div", "body alone").child(card::cards(&m, &metric));
            let only = metric.figures.first().filter(|_| m.setting.page);
            let alone = match only {
                Some(figure) => alone.attr("id", row_id(&figure.id)),
                None => alone,
            };
            return Some(vec![alone]);
        }
        let chart = classy("div", "body").child(plot::plot(&m, &metric)).child(card::cards(&m, &metric));
        Some(vec![chart, list::list(&m, &metric)])
    })
}
