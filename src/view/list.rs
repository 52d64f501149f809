//! Every figure of the metric as a table, newest first, behind one tap.

use std::sync::Arc;

use leptos::ev;
use leptos::html::{button, caption, details, small, span, summary, table, tbody, td, th, thead, tr};
use leptos::prelude::*;

use super::Model;
use crate::dataset::{Figure, Metric, Standing};

/// The table and what opens it.
pub(super) fn list(model: &Model, metric: &Arc<Metric>) -> impl IntoView + use<> {
    let words = model.voice.words;
    let rows = metric.figures.iter().enumerate().rev().map(|(at, figure)| row(model, metric, at, figure));
    let heads = [words.column_said, words.column_figure, words.column_who];
    let heads = heads.map(|head| th().attr("scope", "col").child(head)).into_iter().collect::<Vec<_>>();
    let definition = metric.definition.as_ref().map(|d| caption().child(d.get(&model.voice.tag).to_owned()));
    let table = table().attr("part", "table").child((
        definition,
        thead().child(tr().child(heads)),
        tbody().child(rows.collect::<Vec<_>>()),
    ));
    details().attr("class", "list").child((
        summary().child((
            words.all_figures,
            span()
                .attr("class", "number")
                .child(model.voice.locale.number(&metric.figures.len().to_string())),
        )),
        table,
    ))
}

fn row(model: &Model, metric: &Metric, at: usize, figure: &Arc<Figure>) -> impl IntoView + use<> {
    let (voice, shown, m) = (&model.voice, model.shown, model.clone());
    let tag = &voice.tag;
    let scope = figure.scope.as_ref().map(|s| small().child(s.label.get(tag).to_owned()));
    let standing = figure.status.standing;
    let state = (standing != Standing::Stands).then(|| small().child(voice.standing(standing)));
    let printed = figure.sources.iter().map(|s| small().child(voice.published(s))).collect::<Vec<_>>();
    let amount =
        button().attr("type", "button").attr("class", "text-link").child(voice.amount(figure, &metric.unit));
    tr().attr("part", "row")
        .attr("class", if standing.is_struck() { "row struck" } else { "row" })
        .attr("data-figure", figure.id.clone())
        .class(("selected", move || shown.get().figure == at))
        .on(ev::click, move |_| m.select_figure(at))
        .child((
            td().child(voice.said(figure.said.as_ref())),
            td().child((amount, scope, state)),
            td().child((voice.byline(figure), printed)),
        ))
}
