//! The foot: sources, what the marks mean, corrections, edition and licence.

use leptos::html::{details, div, footer, li, p, small, summary, ul};
use leptos::prelude::*;

use super::{Model, card, key};

/// The footer of the widget.
pub(super) fn foot(model: &Model) -> impl IntoView + use<> {
    footer().attr("class", "foot").child((sources(model), marks(model), corrections(model), about(model)))
}

fn sources(model: &Model) -> impl IntoView + use<> {
    let (tag, words) = (&model.voice.tag, model.voice.words);
    let items = model.dataset.sources.iter().map(|source| {
        let title = source.title.as_ref().map(|t| div().child(t.get(tag).to_owned()));
        let note = source.note.as_ref().map(|n| small().child(n.get(tag).to_owned()));
        li().child((title, card::source(model, source), note))
    });
    let list = ul().attr("class", "inside").child(items.collect::<Vec<_>>());
    details().child((summary().child(words.sources), list))
}

fn marks(model: &Model) -> impl IntoView + use<> {
    let (m, metric) = (model.clone(), model.metric());
    let key = move || Some(key::key(&m, m.dataset.metrics.get(metric.get())?).into_any());
    details().child((summary().child(model.voice.words.key), div().attr("class", "inside").child(key)))
}

fn corrections(model: &Model) -> Option<impl IntoView + use<>> {
    let tag = &model.voice.tag;
    let items = model.dataset.corrections.iter().map(|c| {
        let date = small().child(model.voice.said(Some(&c.date)));
        li().child((date, div().child(c.note.get(tag).to_owned())))
    });
    let items = items.collect::<Vec<_>>();
    let heading = model.voice.words.corrections;
    (!items.is_empty())
        .then(|| details().child((summary().child(heading), ul().attr("class", "inside").child(items))))
}

fn about(model: &Model) -> impl IntoView + use<> {
    let words = model.voice.words;
    let edition =
        model.dataset.edition.as_ref().map(|d| words.edition.replace("{date}", &model.voice.said(Some(d))));
    let licence = model.dataset.license.as_ref().map(|l| format!("{}: {l}", words.licence));
    p().attr("class", "about").child([edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
