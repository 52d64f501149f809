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
    let marks = model.scene(metric, false).marks;
    let has = |shape: Shape| marks.iter().any(|mark| mark.shape == shape);
    let shapes = [
        (Shape::Exact, words.key_exact),
        (Shape::AtLeast, words.key_at_least),
        (Shape::AtMost, words.key_at_most),
        (Shape::About, words.key_about),
        (Shape::Range, words.key_range),
        (Shape::Words, words.key_words),
    ];
    let shapes = shapes.into_iter().filter(|(shape, _)| has(*shape)).map(|(shape, meaning)| {
        let (outline, full) = mark::outline(shape, 4.5);
        let thin = if shape == Shape::Range { mark::bar(-8.0, 8.0) } else { String::new() };
        item(outline, if full { "shape full" } else { "shape" }, thin, "mark main", meaning)
    });
    let struck = marks.iter().any(|mark| mark.struck);
    let struck = struck.then(|| {
        let (outline, _) = mark::outline(Shape::Exact, 4.5);
        item(outline, "shape full", mark::strike(4.5), "mark struck", words.key_struck)
    });
    let vague = marks.iter().any(|mark| mark.whisker.is_some());
    let vague = vague.then(|| {
        let (outline, _) = mark::outline(Shape::Exact, 4.5);
        item(outline, "shape full", mark::whisker(-14.0, 14.0), "mark main", words.key_whisker)
    });
    let tail =
        item(String::new(), "shape", "M-15 0h4m4 0h4m4 0h4m4 0h4".to_owned(), "mark main", words.key_tail);
    ul().attr("class", "key plot").child((shapes.collect::<Vec<_>>(), struck, vague, tail))
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
