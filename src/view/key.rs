//! What the marks mean: a reminder at the foot, only of those that the metric on display has.

use super::node::{Node, classy, el};
use super::{Model, mark};
use crate::chart::{Shape, looks};
use crate::dataset::Metric;

/// The key for a metric.
pub(super) fn key(model: &Model, metric: &Metric) -> Node {
    let words = model.voice.words;
    let marks = looks(metric);
    let shapes = [
        (Shape::Exact, words.key_exact),
        (Shape::AtLeast, words.key_at_least),
        (Shape::AtMost, words.key_at_most),
        (Shape::About, words.key_about),
        (Shape::Range, words.key_range),
        (Shape::Words, words.key_words),
    ];
    let shapes = shapes.into_iter().filter(|(shape, _)| marks.iter().any(|mark| mark.shape == *shape));
    let shapes = shapes.map(|(shape, meaning)| {
        let thin = if shape == Shape::Range { mark::bar(-8.0, 8.0) } else { String::new() };
        item(Some(shape), thin, "mark main", meaning)
    });
    let disc = Some(Shape::Exact);
    let struck = marks.iter().any(|mark| mark.struck);
    let struck = struck.then(|| item(disc, mark::strike(4.5), "mark struck", words.key_struck));
    let vague = marks.iter().any(|mark| mark.spread);
    let vague = vague.then(|| item(disc, mark::whisker(-14.0, 14.0), "mark main", words.key_whisker));
    let tail = item(None, "M-15 0h4m4 0h4m4 0h4m4 0h4".to_owned(), "mark main", words.key_tail);
    classy("ul", "key plot").child(shapes.collect::<Vec<_>>()).child(struck).child(vague).child(tail)
}

fn item(shape: Option<Shape>, thin: String, class: &'static str, meaning: &'static str) -> Node {
    let outline = shape.map(|shape| {
        let (outline, full) = mark::outline(shape, 4.5);
        classy("path", if full { "shape full" } else { "shape" }).attr("d", outline)
    });
    let drawing = classy("g", class).child(classy("path", "whisker").attr("d", thin)).child(outline);
    let picture = el("svg").attr("viewBox", "-16 -10 32 20").attr("aria-hidden", "true").child(drawing);
    el("li").child(picture).child(el("span").child(meaning))
}
