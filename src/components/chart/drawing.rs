//! A scene as SVG. What follows the selection are attributes and the numbers at a few marks: nothing else is drawn anew
//! when it changes.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::replace::Replace;
use super::outline;
use crate::state::use_tracker;
use figure_tracker_core::chart::{Anchor, Label, Line, Mark, Scene, Shape, path, short};
use figure_tracker_core::dataset::Metric;

/// Under this radius marks stand so dense that a halo would hide the line.
const MIN_HALO_RADIUS: f64 = 3.0;

/// The drawing of a scene, to be put into an SVG of its size.
#[component]
pub fn Drawing(
    /// The metric that the scene shows.
    metric: Arc<Metric>,
    /// The scene.
    scene: Arc<Scene>,
) -> impl IntoView {
    let state = use_tracker();
    let scopes = metric.clone();
    // Marks and line of the selected figure's scope have the accent.
    let main_scope = Memo::new(move |_| {
        scopes.figures.get(state.figure_index()).and_then(|figure| figure.scope_id().map(str::to_owned))
    });
    let lines = scene.lines.iter().map(|line| view! { <StepLine line=line.clone() main_scope/> });
    let (dropped, labelled) = (scene.clone(), scene.clone());
    view! {
        <Frame scene=scene.clone()/>
        <g aria-hidden="true">{lines.collect_view()}</g>
        <path class="ft-drop" aria-hidden="true" d=move || drop_line(&dropped, state.figure_index())></path>
        <Marks metric scene main_scope/>
        {move || Replace(values(&labelled, state.figure_index()))}
    }
}

/// Axes, events, and the words inside the frame.
#[component]
fn Frame(scene: Arc<Scene>) -> impl IntoView {
    let (left, right) = (scene.plot.left, scene.plot.right());
    let (top, bottom) = (scene.plot.top, scene.plot.bottom());
    let grid = scene.value_ticks.iter().flat_map(|tick| [("M", left), (" ", tick.at), ("H", right)]);
    let start = if scene.broken { "h6l3 -5l6 10l3 -5H" } else { "H" };
    let ticks = scene.time_ticks.iter().flat_map(|tick| [("M", tick.at), (" ", bottom), ("v", 5.0)]);
    let axis = [("M", left), (" ", bottom), (start, right)].into_iter().chain(ticks);
    let events = scene.events.iter().flat_map(|event| [("M", event.x), (" ", event.top), ("V", bottom)]);
    let apart = scene.undated.as_ref().map(|undated| {
        let line = path(&[("M", undated.x), (" ", top), ("V", scene.height)]);
        view! { <path class="ft-grid" d=line></path> }
    });
    let of_ticks = scene.value_ticks.iter().chain(&scene.time_ticks).filter_map(|tick| tick.label.as_ref());
    let of_events = scene.events.iter().filter_map(|event| event.label.as_ref());
    let of_undated = scene.undated.iter().filter_map(|undated| undated.label.as_ref());
    let labels = of_ticks.chain(of_events).chain(of_undated).chain(&scene.tail);
    view! {
        <g aria-hidden="true">
            <path class="ft-grid" d=path(&grid.collect::<Vec<_>>())></path>
            <path class="ft-axis" d=path(&axis.collect::<Vec<_>>())></path>
            <path class="ft-event" d=path(&events.collect::<Vec<_>>())></path>
            {apart}
            {labels.map(|label| text(label, || "ft-word")).collect_view()}
        </g>
    }
}

#[component]
fn StepLine(line: Line, main_scope: Memo<Option<String>>) -> impl IntoView {
    let scope = line.scope.clone();
    let is_main = Memo::new(move |_| main_scope.with(|main| *main == scope));
    let class =
        move |other: &'static str, main: &'static str| move || if is_main.get() { main } else { other };
    view! {
        <path class=class("ft-line", "ft-line ft-main") d=line.path></path>
        <path class=class("ft-line ft-tail", "ft-line ft-tail ft-main") d=line.tail></path>
        {line.label.as_ref().map(|label| text(label, class("ft-name", "ft-name ft-main")))}
    }
}

/// The line from the selected mark down to its day.
fn drop_line(scene: &Scene, figure: usize) -> Option<String> {
    let mark = scene.marks.get(figure)?;
    let from = mark.range.map_or(mark.at.y, |(_, bottom)| bottom);
    Some(path(&[("M", mark.day?), (" ", from), ("V", scene.plot.bottom() + 5.0)]))
}

#[component]
fn Marks(metric: Arc<Metric>, scene: Arc<Scene>, main_scope: Memo<Option<String>>) -> impl IntoView {
    let marks = scene.marks.iter().enumerate().map(|(index, mark)| {
        let (metric, mark, radius) = (metric.clone(), mark.clone(), scene.radius);
        view! { <FigureMark metric mark index radius main_scope/> }
    });
    view! { <g class="ft-marks">{marks.collect_view()}</g> }
}

/// The mark of a figure, and where a program answers what it is to a keyboard and to those who don't see it.
#[component]
fn FigureMark(
    metric: Arc<Metric>,
    mark: Mark,
    index: usize,
    radius: f64,
    main_scope: Memo<Option<String>>,
) -> impl IntoView {
    let state = use_tracker();
    let (is_live, figure) = (!state.is_printed(), mark.figure.clone());
    let is_selected = move || state.is_selected(index);
    let class = move || {
        let main = main_scope.with(|main| main.as_deref() == figure.scope_id());
        let classes = [
            ("ft-mark", true),
            (" ft-struck", mark.struck),
            (" ft-main", main),
            (" ft-selected", is_selected()),
        ];
        classes.into_iter().filter(|(_, on)| *on).map(|(class, _)| class).collect::<String>()
    };
    let (outline, full) = outline::outline(mark.shape, radius);
    let ring = match ends(&mark).filter(|_| mark.shape == Shape::Range) {
        Some((top, bottom)) => outline::frame(top, bottom),
        None => outline::outline(Shape::Exact, radius + 4.0).0,
    };
    let halo = (radius >= MIN_HALO_RADIUS).then(|| view! { <path class="ft-halo" d=outline.clone()></path> });
    view! {
        <g
            role=is_live.then_some("button")
            aria-label=is_live.then(|| state.localizer().describe_mark(&mark.figure, &metric.unit))
            aria-pressed=move || is_live.then(|| if is_selected() { "true" } else { "false" })
            tabindex=move || is_live.then(|| if is_selected() { "0" } else { "-1" })
            part="figure"
            class=class
            data-figure=mark.figure.id.clone()
            transform=path(&[("translate(", mark.at.x), (" ", mark.at.y)]) + ")"
        >
            {halo}
            <path class="ft-whisker" d=thin_strokes(&mark, radius)></path>
            <path class=if full { "ft-shape ft-full" } else { "ft-shape" } d=outline></path>
            <path class="ft-ring" d=ring></path>
        </g>
    }
}

/// The ends of its range, from the mark's middle.
fn ends(mark: &Mark) -> Option<(f64, f64)> {
    mark.range.map(|(top, bottom)| (top - mark.at.y, bottom - mark.at.y))
}

/// The thin strokes of a mark: where its date can lie, its range, its strike.
fn thin_strokes(mark: &Mark, radius: f64) -> String {
    let ends = ends(mark);
    let range = ends.map(|(top, bottom)| outline::bar(top, bottom));
    // At the foot of a range, for nothing stands at its middle.
    let level = ends.filter(|_| mark.shape == Shape::Range).map_or(0.0, |(_, bottom)| bottom);
    let whisker =
        mark.whisker.map(|(left, right)| outline::whisker(left - mark.at.x, right - mark.at.x, level));
    let strike = mark.struck.then(|| outline::strike(radius));
    [whisker, range, strike].into_iter().flatten().collect()
}

/// The numbers beside the marks that show theirs while a figure is selected.
fn values(scene: &Scene, selected: usize) -> impl IntoView + use<> {
    let mut labelled = scene.labelled(Some(selected));
    labelled.sort_unstable();
    let values = labelled.into_iter().filter_map(|index| {
        let label = scene.marks.get(index)?.label.as_ref()?;
        let class = if index == selected { "ft-value ft-selected" } else { "ft-value" };
        Some(text(label, move || class))
    });
    let values = values.collect_view();
    view! { <g aria-hidden="true">{values}</g> }
}

/// A text, isolated so that its signs and digits stay where they belong.
fn text<Class>(label: &Label, class: Class) -> impl IntoView + use<Class>
where
    Class: Fn() -> &'static str + Send + Sync + Clone + 'static,
{
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let text =
        if label.text.is_ascii() { label.text.clone() } else { format!("\u{2068}{}\u{2069}", label.text) };
    let (x, y) = (short(label.at.x), short(label.at.y));
    view! { <text class=class x=x y=y text-anchor=anchor>{text}</text> }
}
