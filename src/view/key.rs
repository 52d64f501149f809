//! What the marks mean: a reminder at the foot, only of those that the metric on display has.

use leptos::html::{li, span, ul};
use leptos::prelude::*;
use leptos::svg::{g, path, svg};

use super::{Model, mark};
use crate::chart::Shape;
use crate::dataset::Metric;

/// The key for a metric.
pub(super) fn key(model: &Model, metric: &Metric) -> impl IntoView + use<> {
    let words = model.voice.words;
    let has = |shape: Shape| metric.figures.iter().any(|f| Shape::of(f) == shape);
    let shapes = [
        (Shape::Exact, words.mark_exact),
        (Shape::AtLeast, words.mark_at_least),
        (Shape::AtMost, words.mark_at_most),
        (Shape::About, words.mark_about),
        (Shape::Range, words.mark_range),
        (Shape::Words, words.mark_words),
    ];
    let shapes = shapes.into_iter().filter(|(shape, _)| has(*shape)).map(|(shape, meaning)| {
        let (outline, full) = mark::outline(shape, 4.5);
        let thin = if shape == Shape::Range { mark::bar(-8.0, 8.0) } else { String::new() };
        item(outline, if full { "shape full" } else { "shape" }, thin, "mark main", meaning)
    });
    let struck = metric.figures.iter().any(|f| f.status.standing.is_struck());
    let struck = struck.then(|| {
        let (outline, _) = mark::outline(Shape::Exact, 4.5);
        item(outline, "shape full", mark::strike(4.5), "mark struck", words.mark_struck)
    });
    let vague = metric.figures.iter().any(|f| f.said.as_ref().is_some_and(|d| d.is_vague()));
    let vague = vague.then(|| {
        let (outline, _) = mark::outline(Shape::Exact, 4.5);
        item(outline, "shape full", mark::whisker(-14.0, 14.0), "mark main", words.mark_whisker)
    });
    let line = item(String::new(), "shape", "M-15 4H0V-4H15".to_owned(), "mark main", words.mark_line);
    ul().attr("class", "key plot").child((shapes.collect::<Vec<_>>(), struck, vague, line))
}

fn item(
    outline: String,
    shape: &'static str,
    thin: String,
    class: &'static str,
    meaning: &'static str,
) -> impl IntoView + use<> {
    let drawing = g().attr("class", class).child((
        path().attr("class", "whisker").attr("d", thin),
        path().attr("class", shape).attr("d", outline),
    ));
    let picture = svg().attr("viewBox", "-16 -10 32 20").attr("aria-hidden", "true").child(drawing);
    li().child((picture, span().child(meaning)))
}
