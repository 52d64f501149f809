//! What the marks mean: a reminder at the foot, only of those that the metric on display has.

use super::node::{Node, classy, el};
use super::{Model, mark};
use figure_tracker_core::chart::{Shape, legend_entries};
use figure_tracker_core::dataset::Metric;

/// The key for a metric.
pub(super) fn key(model: &Model, metric: &Metric) -> Node {
    let messages = &model.localizer.messages;
    let tail = drawn(None, "M-15 0h4m4 0h4m4 0h4m4 0h4".to_owned(), "mark main");
    let mut entries = marks(model, metric, true);
    entries.push((tail, messages.legend_tail.clone()));
    let mut key = classy("ul", "key plot");
    for (mark, meaning) in entries {
        let picture = el("svg").attr("viewBox", "-16 -10 32 20").attr("aria-hidden", "true").child(mark);
        key = key.child(el("li").child(picture).child(el("span").child(meaning)));
    }
    key
}

/// Each look of a metric's marks with its meaning; `exact` ones speak for themselves where they are alone.
pub fn marks(model: &Model, metric: &Metric, exact: bool) -> Vec<(Node, String)> {
    let messages = &model.localizer.messages;
    let looks = legend_entries(metric);
    let shapes = [
        (Shape::Exact, messages.legend_exact.clone()),
        (Shape::AtLeast, messages.legend_at_least.clone()),
        (Shape::AtMost, messages.legend_at_most.clone()),
        (Shape::About, messages.legend_about.clone()),
        (Shape::Range, messages.legend_range.clone()),
        (Shape::Words, messages.legend_words.clone()),
    ];
    let has = |shape: Shape| looks.iter().any(|look| look.shape == shape);
    let others = looks.iter().any(|look| look.shape != Shape::Exact);
    let mut marks = Vec::new();
    for (shape, meaning) in shapes {
        if has(shape) && (exact || others) {
            let thin = if shape == Shape::Range { mark::bar(-8.0, 8.0) } else { String::new() };
            marks.push((drawn(Some(shape), thin, "mark main"), meaning));
        }
    }
    let disc = Some(Shape::Exact);
    if looks.iter().any(|look| look.struck) {
        marks.push((drawn(disc, mark::strike(4.5), "mark struck"), messages.legend_struck.clone()));
    }
    if looks.iter().any(|look| look.whisker) {
        marks.push((
            drawn(disc, mark::whisker(-14.0, 14.0, 0.0, false), "mark main"),
            messages.legend_whisker.clone(),
        ));
    }
    marks
}

fn drawn(shape: Option<Shape>, thin: String, class: &'static str) -> Node {
    let outline = shape.map(|shape| {
        let (outline, full) = mark::outline(shape, 4.5);
        classy("path", if full { "shape full" } else { "shape" }).attr("d", outline)
    });
    classy("g", class).child(classy("path", "whisker").attr("d", thin)).child(outline)
}
