//! The whole widget, from title to footer.

use leptos::html::{div, h2, p, section};
use leptos::prelude::*;

use super::{Model, card, foot, list, picker, plot};

/// The widget for a model: title, latest state in words, picker, chart and card, list, footer.
pub fn tracker(model: &Model) -> impl IntoView + use<> {
    let m = model.clone();
    let wide = move || if m.is_wide() { "base wide" } else { "base" };
    section()
        .attr("part", "base")
        .attr("class", wide)
        .attr("lang", model.voice.tag.to_string())
        .attr("dir", if model.voice.words.right_to_left { "rtl" } else { "ltr" })
        .attr("aria-labelledby", "title")
        .child((
            h2().attr("part", "title").attr("class", "title").attr("id", "title").child(title(model)),
            latest(model),
            picker::picker(model),
            div().attr("class", "measure"),
            body(model),
            foot::foot(model),
        ))
}

fn title(model: &Model) -> String {
    model.dataset.title.get(&model.voice.tag).to_owned()
}

/// The latest state in words; it is announced when another metric is picked.
fn latest(model: &Model) -> impl IntoView + use<> {
    let (m, metric) = (model.clone(), model.metric());
    let text = move || {
        let metric = m.dataset.metrics.get(metric.get())?;
        let figure = metric.latest()?;
        Some(m.voice.statement(figure, &metric.unit))
    };
    p().attr("class", "latest").attr("aria-live", "polite").child(text)
}

/// What changes with the metric: chart and card, then the list.
fn body(model: &Model) -> impl IntoView + use<> {
    let (m, metric) = (model.clone(), model.metric());
    move || {
        let metric = m.dataset.metrics.get(metric.get())?.clone();
        let alone = metric.figures.len() < 2;
        let chart = (!alone).then(|| plot::plot(&m, &metric));
        let class = if alone { "body alone" } else { "body" };
        let list = (!alone).then(|| list::list(&m, &metric));
        Some((div().attr("class", class).child((chart, card::cards(&m, &metric))), list).into_any())
    }
}
