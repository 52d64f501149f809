//! What the marks mean: a reminder on the shelf, only of those that the metric on display has.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::lay_out;
use super::chart::outline;
use super::erased::{Erase, ErasedView};
use crate::state::{unsubscribe_on_cleanup, use_tracker};
use figure_tracker_core::chart::{self, Axes, ChartRelations, LONG_SERIES, Scene, Shape};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::localize::Localizer;

/// The radius of a mark in the legend.
const RADIUS: f64 = 4.5;

/// A mark and its meaning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LegendItem {
    /// The outline of the mark, if it has one.
    pub shape: Option<Shape>,
    /// Its thin strokes as an SVG path.
    pub strokes: String,
    /// Whether these are the bracket of a contradiction.
    pub is_bracket: bool,
    /// The number beside the mark; empty if there is none.
    pub count: &'static str,
    /// Whether it is drawn as a figure that was withdrawn.
    pub struck: bool,
    /// What it means.
    pub meaning: String,
}

/// Returns each kind of mark that the chart of a metric has, with its meaning; without `exact` ones where they are alone,
/// for those speak for themselves. A mark is counted in one of the scenes, or in none.
pub fn legend_items(
    localizer: &Localizer,
    metric: &Metric,
    relations: &ChartRelations,
    scenes: &[Scene],
    exact: bool,
) -> Vec<LegendItem> {
    let (messages, looks) = (&localizer.messages, chart::legend_entries(metric));
    let has = |shape: Shape| looks.iter().any(|look| look.shape == shape);
    let has_others = looks.iter().any(|look| look.shape != Shape::Exact);
    let shapes = [
        (Shape::Exact, messages.legend_exact().to_owned()),
        (Shape::AtLeast, messages.legend_at_least().to_owned()),
        (Shape::AtMost, messages.legend_at_most().to_owned()),
        (Shape::About, messages.legend_about().to_owned()),
        (Shape::Range, messages.legend_range().to_owned()),
        (Shape::Words, messages.legend_words().to_owned()),
    ];
    let item = |shape: Shape, strokes: String, meaning: String| LegendItem {
        shape: Some(shape),
        strokes,
        meaning,
        ..LegendItem::default()
    };
    let bar = |shape: Shape| if shape == Shape::Range { outline::bar(-8.0, 8.0) } else { String::new() };
    let shapes = shapes.into_iter().filter(|(shape, _)| has(*shape) && (exact || has_others));
    let shapes = shapes.map(|(shape, meaning)| item(shape, bar(shape), meaning));
    let struck = looks.iter().any(|look| look.struck).then(|| LegendItem {
        struck: true,
        ..item(Shape::Exact, outline::strike(RADIUS), messages.legend_struck().to_owned())
    });
    let whisker = outline::whisker(-14.0, 14.0, 0.0, false);
    let spread = looks.iter().any(|look| look.whisker);
    let spread = spread.then(|| item(Shape::Exact, whisker, messages.legend_whisker().to_owned()));
    let bracket = chart::has_brackets(metric, relations).then(|| LegendItem {
        strokes: "M-4 -7H4V7H-4".to_owned(),
        is_bracket: true,
        meaning: messages.legend_bracket().to_owned(),
        ..LegendItem::default()
    });
    let mut marks = scenes.iter().flat_map(|scene| &scene.marks);
    let counted = marks.any(|mark| mark.count.is_some()).then(|| LegendItem {
        count: "×2",
        ..item(Shape::Exact, String::new(), messages.legend_count().to_owned())
    });
    shapes.chain(struck).chain(spread).chain(bracket).chain(counted).collect()
}

/// The legend of a metric. It is made anew only where another size of the chart has other kinds of marks.
#[component]
pub(super) fn Legend(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let items = Memo::new(move |_| {
        let (dataset, localizer) = (state.dataset(), state.localizer());
        let metric = metric.of_chart(state.shown_scope().as_deref());
        let relations = ChartRelations::of_metric(&metric, dataset.relations_of_metric(&metric.id));
        let scene = |size| lay_out(&dataset, &localizer, &metric, Axes::default(), size, true);
        // In a long series no mark is counted.
        let sizes = if metric.figures.len() < LONG_SERIES { state.plot_sizes() } else { Vec::new() };
        let scenes: Vec<Scene> = sizes.into_iter().map(scene).collect();
        let tail = LegendItem {
            strokes: "M-15 0h4m4 0h4m4 0h4m4 0h4".to_owned(),
            meaning: localizer.messages.legend_tail().to_owned(),
            ..LegendItem::default()
        };
        legend_items(&localizer, &metric, &relations, &scenes, true)
            .into_iter()
            .chain([tail])
            .collect::<Vec<_>>()
    });
    unsubscribe_on_cleanup(items);
    move || legend_list(items.get())
}

fn legend_list(items: Vec<LegendItem>) -> ErasedView {
    let items = items.into_iter().map(|item| {
        let meaning = item.meaning.clone();
        view! {
            <li>
                <svg viewBox={"-16 -10 32 20"} aria-hidden="true"><Symbol item/></svg>
                " "<span>{meaning}</span>
            </li>
        }
        .erase()
    });
    view! { <div class="ft-inside"><ul class="ft-legend ft-plot">{items.collect_view()}</ul></div> }.erase()
}

/// The mark of an item around the origin, to be put into an SVG.
#[component]
pub fn Symbol(
    /// The item.
    item: LegendItem,
) -> impl IntoView {
    let outline = item.shape.map(|shape| {
        let (outline, full) = outline::outline(shape, RADIUS);
        leptos::svg::path().class(if full { "ft-shape ft-full" } else { "ft-shape" }).attr("d", outline)
    });
    let class = if item.struck { "ft-mark ft-struck" } else { "ft-mark ft-main" };
    let strokes = if item.is_bracket { "ft-bracket" } else { "ft-whisker" };
    view! { <g class=class><path class=strokes d=item.strokes></path>{outline}<text x="6" y="4">{item.count}</text></g> }.erase()
}
