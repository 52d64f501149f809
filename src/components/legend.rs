//! What the marks mean: a reminder in the footer, only of those that the metric on display has.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::outline;
use crate::state::use_tracker;
use figure_tracker_core::chart::{Shape, looks};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::words::Voice;

/// The radius of a mark in the legend.
const RADIUS: f64 = 4.5;

/// A mark and its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// The outline of the mark, if it has one.
    pub shape: Option<Shape>,
    /// Its thin strokes as an SVG path.
    pub strokes: String,
    /// Whether it is drawn as a figure that no longer stands.
    pub struck: bool,
    /// What it means.
    pub meaning: String,
}

/// Returns each kind of mark that a metric has, with its meaning; without `exact` ones where they are alone, for those
/// speak for themselves.
pub fn legend_entries(localizer: &Voice, metric: &Metric, exact: bool) -> Vec<LegendEntry> {
    let (words, looks) = (localizer.words, looks(metric));
    let has = |shape: Shape| looks.iter().any(|look| look.shape == shape);
    let has_others = looks.iter().any(|look| look.shape != Shape::Exact);
    let shapes = [
        (Shape::Exact, words.key_exact),
        (Shape::AtLeast, words.key_at_least),
        (Shape::AtMost, words.key_at_most),
        (Shape::About, words.key_about),
        (Shape::Range, words.key_range),
        (Shape::Words, words.key_words),
    ];
    let entry = |shape: Shape, strokes: String, struck: bool, meaning: &str| LegendEntry {
        shape: Some(shape),
        strokes,
        struck,
        meaning: meaning.to_owned(),
    };
    let bar = |shape: Shape| if shape == Shape::Range { outline::bar(-8.0, 8.0) } else { String::new() };
    let shapes = shapes.into_iter().filter(|(shape, _)| has(*shape) && (exact || has_others));
    let shapes = shapes.map(|(shape, meaning)| entry(shape, bar(shape), false, meaning));
    let struck = looks.iter().any(|look| look.struck);
    let struck = struck.then(|| entry(Shape::Exact, outline::strike(RADIUS), true, words.key_struck));
    let spread = looks.iter().any(|look| look.spread);
    let spread =
        spread.then(|| entry(Shape::Exact, outline::whisker(-14.0, 14.0, 0.0), false, words.key_whisker));
    shapes.chain(struck).chain(spread).collect()
}

/// The legend of a metric.
#[component]
pub(super) fn Legend(metric: Arc<Metric>) -> impl IntoView {
    let localizer = use_tracker().localizer();
    let tail = LegendEntry {
        shape: None,
        strokes: "M-15 0h4m4 0h4m4 0h4m4 0h4".to_owned(),
        struck: false,
        meaning: localizer.words.key_tail.to_owned(),
    };
    let entries = legend_entries(&localizer, &metric, true).into_iter().chain([tail]).map(|entry| {
        let meaning = entry.meaning.clone();
        view! {
            <li>
                <svg viewBox={"-16 -10 32 20"} aria-hidden="true"><Symbol entry/></svg>
                " "<span>{meaning}</span>
            </li>
        }
    });
    view! { <ul class="ft-legend ft-plot">{entries.collect_view()}</ul> }
}

/// The mark of an entry around the origin, to be put into an SVG.
#[component]
pub fn Symbol(
    /// The entry.
    entry: LegendEntry,
) -> impl IntoView {
    let outline = entry.shape.map(|shape| {
        let (outline, full) = outline::outline(shape, RADIUS);
        leptos::svg::path().class(if full { "ft-shape ft-full" } else { "ft-shape" }).attr("d", outline)
    });
    let class = if entry.struck { "ft-mark ft-struck" } else { "ft-mark ft-main" };
    view! { <g class=class><path class="ft-whisker" d=entry.strokes></path>{outline}</g> }
}
