//! The card of the selected figure: the number, its witness, where it was printed, what else is known of it.

use std::sync::Arc;

use leptos::ev;
use leptos::html::{a, b, button, dd, details, div, dl, dt, li, p, small, span, summary, ul};
use leptos::prelude::*;

use super::Model;
use crate::dataset::{Figure, Metric, Source};
use crate::words::Remark;

/// The card, in a frame as high as the highest card of the metric, so that selecting moves nothing.
pub(super) fn cards(model: &Model, metric: &Arc<Metric>) -> impl IntoView + use<> {
    let (m, shown) = (model.clone(), metric.clone());
    let tallest = model.tallest(metric).into_iter().map(|f| {
        div().attr("class", "card sizer").attr("aria-hidden", "true").attr("inert", "").child(content(model, metric, &f))
    });
    let selected = move || {
        let figure = shown.figures.get(m.shown.get().figure)?;
        Some(content(&m, &shown, figure))
    };
    let name = model.voice.words.column_figure;
    let card = div().attr("part", "card").attr("class", "card").attr("role", "group").attr("aria-label", name);
    div().attr("class", "cards").child((tallest.collect::<Vec<_>>(), card.child(selected)))
}

fn content(model: &Model, metric: &Metric, figure: &Arc<Figure>) -> AnyView {
    let tag = &model.voice.tag;
    let scope = figure.scope.as_ref().map(|s| {
        let definition = s.definition.as_ref().map(|d| small().child(d.get(tag).to_owned()));
        p().attr("class", "scope").child((s.label.get(tag).to_owned(), definition))
    });
    (scope, amount(model, metric, figure), standing(model, figure), facts(model, metric, figure), extras(model, figure))
        .into_any()
}

fn amount(model: &Model, metric: &Metric, figure: &Figure) -> impl IntoView + use<> {
    let (before, number, unit) = model.parts(metric, figure);
    let struck = figure.status.standing.is_struck();
    let size = if number.chars().count() > 9 { "long" } else { "" };
    let before = (!before.is_empty()).then(|| span().attr("class", "qualifier").child(before));
    let unit = (!unit.is_empty()).then(|| span().attr("class", "unit").child(unit));
    p().attr("class", if struck { "amount struck" } else { "amount" }).child((
        before,
        b().attr("class", size).child(number),
        unit,
    ))
}

fn standing(model: &Model, figure: &Figure) -> Option<impl IntoView + use<>> {
    let status = &figure.status;
    let text = model.voice.standing(status.standing);
    let tag = &model.voice.tag;
    let note = status.note.as_ref().map(|n| format!(": {}", n.get(tag))).unwrap_or_default();
    let source = status.source.as_ref().map(|s| format!(" ({})", model.voice.published(s))).unwrap_or_default();
    let class = if status.standing.is_struck() { "standing struck" } else { "standing" };
    let plain = status.standing == crate::dataset::Standing::Stands;
    (!plain).then(|| p().attr("class", class).child(format!("{text}{note}{source}")))
}

fn facts(model: &Model, metric: &Metric, figure: &Arc<Figure>) -> impl IntoView + use<> {
    let (voice, words) = (&model.voice, model.voice.words);
    let office = figure.office.as_ref().map(|o| small().child(o.get(&voice.tag).to_owned()));
    let institution = figure.institution.as_ref().map(|i| small().child(i.name.get(&voice.tag).to_owned()));
    let as_of = figure.as_of.as_ref().map(|d| fact(words.as_of, voice.said(Some(d))));
    let sources = figure.sources.iter().map(|s| source(model, s)).collect::<Vec<_>>();
    let how = figure.attribution.map(|how| small().child(voice.attribution(how)));
    let change = model.before(metric, figure).and_then(|old| voice.change(&old, figure, &metric.unit));
    dl().child((
        dt().child(words.speaker),
        dd().attr("class", "who").child((voice.speaker(figure), office, institution)),
        dt().child(words.date_said),
        dd().child(voice.said(figure.said.as_ref())),
        as_of,
        dt().child(words.published_by),
        dd().child((sources, how)),
        change.map(|c| fact(words.change, c)),
    ))
}

fn fact(name: &'static str, text: String) -> impl IntoView {
    (dt().child(name), dd().child(text))
}

/// One document that carries the figure, with links where they exist.
pub(super) fn source(model: &Model, source: &Source) -> impl IntoView + use<> {
    let words = model.voice.words;
    let name = model.voice.published(source);
    let archived = source.archived.clone().map(|url| (" · ", link(url, words.archived_copy.to_owned())));
    let name = match source.url.clone() {
        Some(url) => link(url, name).into_any(),
        None => name.into_any(),
    };
    div().child((name, archived))
}

fn link(url: String, text: String) -> impl IntoView {
    a().attr("href", url).attr("target", "_blank").attr("rel", "noopener noreferrer").child(text)
}

fn extras(model: &Model, figure: &Arc<Figure>) -> impl IntoView + use<> {
    let tag = &model.voice.tag;
    let note = figure.note.as_ref().map(|n| p().attr("class", "note").child(n.get(tag).to_owned()));
    let quote = figure.quote.as_ref().map(|q| p().attr("class", "note").child(format!("“{}”", q.get(tag))));
    let remarks = model.voice.remarks(&model.dataset, figure);
    let (first, rest): (Vec<_>, Vec<_>) = remarks.into_iter().partition(|r| r.is_conflict);
    let rest = (!rest.is_empty()).then(|| {
        let number = span().attr("class", "number").child(model.voice.locale.number(&rest.len().to_string()));
        let heading = summary().child((model.voice.words.beside_other_figures, number));
        details().child((heading, list(model, rest)))
    });
    (note, quote, (!first.is_empty()).then(|| list(model, first)), rest)
}

fn list(model: &Model, remarks: Vec<Remark>) -> impl IntoView + use<> {
    let items = remarks.into_iter().map(|r| li().child(remark(model, r))).collect::<Vec<_>>();
    ul().attr("class", "remarks").child(items)
}

/// What a relation says; it leads to the other figure where it speaks of one alone.
fn remark(model: &Model, remark: Remark) -> AnyView {
    let note = remark.note.map(|n| small().child(n));
    let [id] = remark.figures.as_slice() else {
        return (remark.text, note).into_any();
    };
    let (m, id) = (model.clone(), id.clone());
    let link = button().attr("type", "button").attr("class", "text-link").on(ev::click, move |_| m.select_id(&id));
    (link.child(remark.text), note).into_any()
}
