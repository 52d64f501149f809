//! A scene as SVG. What follows the selection are attributes and the numbers at a few marks: nothing else is drawn anew
//! when it changes.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::erased::{Erase, ErasedView};
use super::outline;
use crate::state::{Picture, TrackerState, use_tracker};
use figure_tracker_core::chart::{Curtain, Label, Mark, Scene, Shape, Tick, format_length, format_path};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::localize::balance_isolates;

/// Under this radius marks stand so dense that a halo would hide the line.
const MIN_HALO_RADIUS: f64 = 3.0;

/// The drawing of a scene, to be put into an SVG of its size.
#[component]
pub fn Drawing(
    /// The metric that the scene shows, with the figures of the selected one's scope alone.
    metric: Arc<Metric>,
    /// The scene.
    scene: Arc<Scene>,
) -> impl IntoView {
    let state = use_tracker();
    let (ticked, labelled) = (scene.clone(), scene.clone());
    let marks = match state.picture() {
        _ if scene.is_long() => outstanding_marks(state, &metric, &scene),
        Some(Picture { marks: false, .. }) => dots(&scene),
        _ => {
            let marks = (0..scene.marks.len())
                .map(|index| view! { <FigureMark metric=metric.clone() scene=scene.clone() index/> }.erase());
            marks.collect_view().erase()
        }
    };
    let of_metric = metric.clone();
    view! {
        {scene.curtain.as_ref().map(|curtain| draw_curtain(curtain, &scene))}
        <Frame scene=scene.clone()/>
        <Lines scene/>
        <path class="ft-drop" aria-hidden="true" d=move || day_tick(&ticked, state.step_index())></path>
        <g class="ft-marks">{marks}</g>
        {move || numbers(state, &of_metric, &labelled)}
    }
    .erase()
}

/// A drawing in which nothing can be selected; a figure is ringed.
#[component]
pub fn StillDrawing(
    /// The scene.
    scene: Arc<Scene>,
    /// The place of the figure that is ringed in the scene's metric.
    selected: Option<usize>,
) -> impl IntoView {
    let ringed = selected.and_then(|figure| scene.mark_of(figure));
    let is_drawn = |index: usize| Some(index) == ringed || !scene.is_long() || scene.stands_out(index);
    let marks = scene.marks.iter().enumerate().filter(|(index, _)| is_drawn(*index)).map(|(index, mark)| {
        let class = mark_class(mark.struck, mark.subject, Some(index) == ringed);
        view! { <g class=class transform=place(mark, scene.radius)>{strokes(mark, scene.radius)}</g> }.erase()
    });
    let marks = marks.collect_view();
    let labelled =
        scene.labelled(None).into_iter().filter_map(|index| scene.marks.get(index)?.label.as_ref());
    let numbers = labelled.map(|label| text(label, "ft-value")).collect_view();
    let curtain = scene.curtain.as_ref().map(|curtain| draw_curtain(curtain, &scene));
    view! {
        <Frame scene=scene.clone()/>
        <Lines scene/>
        <g class="ft-marks">{marks}</g>
        {numbers}
        {curtain}
    }
    .erase()
}

/// What hides the days on which nothing was known yet.
fn draw_curtain(curtain: &Curtain, scene: &Scene) -> ErasedView {
    let (top, bottom) = (scene.plot.top, scene.plot.bottom());
    let area =
        format_path(&[("M", curtain.x), (" ", top), ("H", scene.width), ("V", bottom), ("H", curtain.x)]);
    let edge = format_path(&[("M", curtain.x), (" ", top), ("V", bottom)]);
    view! {
        <g aria-hidden="true">
            <path class="ft-curtain" d=area></path>
            <path class="ft-curtain-edge" d=edge></path>
            {curtain.label.as_ref().map(|label| text(label, "ft-word"))}
        </g>
    }
    .erase()
}

/// Axes, events, and the words inside the frame.
#[component]
fn Frame(scene: Arc<Scene>) -> impl IntoView {
    let (left, right) = (scene.plot.left, scene.plot.right());
    let (top, bottom) = (scene.plot.top, scene.plot.bottom());
    let grid = scene.gridlines.iter().flat_map(|y| [("M", left), (" ", *y), ("H", right)]);
    let start = if scene.broken { "h6l3 -5l6 10l3 -5H" } else { "H" };
    let ticks = scene.time_ticks.iter().flat_map(|tick| [("M", tick.at), (" ", bottom), ("v", 5.0)]);
    let axis = [("M", left), (" ", bottom), (start, right)].into_iter().chain(ticks);
    let events = scene.events.iter().flat_map(|event| [("M", event.x), (" ", event.top), ("V", bottom)]);
    let apart = scene.undated.as_ref().map(|undated| {
        let line = format_path(&[("M", undated.x), (" ", top), ("V", scene.height)]);
        view! { <path class="ft-grid" d=line></path> }.erase()
    });
    let of_ticks = scene.value_ticks.iter().chain(&scene.time_ticks).filter_map(|tick| tick.label.as_ref());
    let of_events = scene.events.iter().filter_map(|event| event.label.as_ref());
    let of_undated = scene.undated.iter().filter_map(|undated| undated.label.as_ref());
    let labels = of_ticks.chain(of_events).chain(of_undated).chain(&scene.tail);
    view! {
        <g aria-hidden="true">
            <path class="ft-grid" d=format_path(&grid.collect::<Vec<_>>())></path>
            <path class="ft-axis" d=format_path(&axis.collect::<Vec<_>>())></path>
            <path class="ft-event" d=format_path(&events.collect::<Vec<_>>())></path>
            {apart}
            {labels.map(|label| text(label, "ft-word")).collect_view()}
        </g>
    }
    .erase()
}

/// The step lines with their names, and what brackets figures that contradict each other.
#[component]
fn Lines(scene: Arc<Scene>) -> impl IntoView {
    let is_long = scene.is_long();
    let lines = scene.lines.iter().map(|line| {
        let [step, tail, name] = match line.subject {
            true if is_long => {
                ["ft-line ft-main ft-thin", "ft-line ft-tail ft-main ft-thin", "ft-name ft-main"]
            }
            true => ["ft-line ft-main", "ft-line ft-tail ft-main", "ft-name ft-main"],
            false => ["ft-line", "ft-line ft-tail", "ft-name"],
        };
        view! {
            <path class=step d=line.path.clone()></path>
            <path class=tail d=line.tail.clone()></path>
            {line.label.as_ref().map(|label| text(label, name))}
        }
        .erase()
    });
    let carried_in = scene.carried_in.as_ref().map(|line| {
        let value = line.label.as_ref().map(|label| text(label, "ft-word"));
        view! { <path class="ft-line ft-tail ft-main" d=line.path.clone()></path>{value} }.erase()
    });
    let brackets = scene
        .brackets
        .iter()
        .map(|bracket| view! { <path class="ft-bracket" d=bracket.path.clone()></path> }.erase());
    view! { <g aria-hidden="true">{carried_in}{lines.collect_view()}{brackets.collect_view()}</g> }.erase()
}

/// The marks of a long series: those that stand out, and over them the one that is selected. The line speaks for the others.
fn outstanding_marks(state: TrackerState, metric: &Arc<Metric>, scene: &Arc<Scene>) -> ErasedView {
    let marks =
        scene.marks.iter().enumerate().filter(|(index, _)| scene.stands_out(*index)).map(|(_, mark)| {
            let class = mark_class(mark.struck, mark.subject, false);
            view! { <g class=class transform=place(mark, scene.radius)>{strokes(mark, scene.radius)}</g> }
                .erase()
        });
    let marks = marks.collect_view();
    let (metric, scene, of_scene) = (metric.clone(), scene.clone(), scene.clone());
    let selected = Memo::new(move |_| of_scene.mark_of(state.step_index()));
    let selected = move || {
        let (metric, scene) = (metric.clone(), scene.clone());
        selected.get().map(|index| view! { <FigureMark metric scene index/> }.erase())
    };
    view! { {marks}{selected} }.erase()
}

/// Marks as one path of dots, as large as discs.
fn dots(scene: &Scene) -> ErasedView {
    let dots = scene.marks.iter().flat_map(|mark| [("M", mark.at.x), (" ", mark.at.y), ("h", 0.0)]);
    let path = format_path(&dots.collect::<Vec<_>>());
    let width = format_length(scene.radius * 2.0 + 2.0);
    view! { <g class=mark_class(false, true, false)><path class="ft-dots" stroke-width=width d=path></path></g> }.erase()
}

fn mark_class(struck: bool, subject: bool, selected: bool) -> String {
    let classes =
        [("ft-mark", true), (" ft-struck", struck), (" ft-main", subject), (" ft-selected", selected)];
    classes.into_iter().filter(|(_, on)| *on).map(|(class, _)| class).collect()
}

/// A bold tick at the day of a figure; none where it has no date.
fn day_tick(scene: &Scene, figure: usize) -> Option<String> {
    let point = scene.point_of(figure)?;
    let is_dated = scene.undated.as_ref().is_none_or(|undated| point.x > undated.x);
    let bottom = scene.plot.bottom();
    is_dated.then(|| format_path(&[("M", point.x), (" ", bottom - 1.0), ("V", bottom + 6.0)]))
}

/// The mark of one or several figures. It looks like the selected one of its figures, else like the last.
#[component]
fn FigureMark(metric: Arc<Metric>, scene: Arc<Scene>, index: usize) -> impl IntoView {
    let state = use_tracker();
    let radius = scene.radius;
    let subject = scene.marks.get(index)?.subject;
    let of_scene = scene.clone();
    let selected = Memo::new(move |_| {
        let figure = state.step_index();
        (of_scene.mark_of(figure) == Some(index)).then_some(figure)
    });
    let is_selected = move || selected.with(Option::is_some);
    let of_metric = metric.clone();
    let shown = Memo::new(move |_| {
        let figure = selected.get().or_else(|| scene.marks.get(index)?.figures.last().copied())?;
        Some((figure, mark_of_figure(state, &of_metric, &scene, figure)?))
    });
    let with_mark = move |attribute: fn(&Mark, f64) -> String| {
        move || shown.with(|shown| shown.as_ref().map(|(_, mark)| attribute(mark, radius)))
    };
    let is_struck = move || shown.with(|shown| shown.as_ref().is_some_and(|(_, mark)| mark.struck));
    let class = move || {
        // Asked first: an effect that asks a memo after one that hangs on it doesn't hear of its change.
        let is_selected = is_selected();
        mark_class(is_struck(), subject, is_selected)
    };
    let id = move || {
        let figure = shown.with(|shown| shown.as_ref().map(|(figure, _)| *figure))?;
        metric.figures.get(figure).map(|figure| figure.id.clone())
    };
    Some(
        view! {
            <g part="figure" class=class data-figure=id transform=with_mark(place)>
                {move || shown.with(|shown| shown.as_ref().map(|(_, mark)| strokes(mark, radius)))}
            </g>
        }
        .erase(),
    )
}

/// What the drawing of a scene has of a figure that is selected, and of no other: the tick at its day, its mark and its number.
/// The mark says which of the drawn ones it takes the place of.
#[component]
pub(in super::super) fn SelectedMark(metric: Arc<Metric>, scene: Arc<Scene>, figure: usize) -> impl IntoView {
    let mark = mark_of_figure(use_tracker(), &metric, &scene, figure)?;
    let id = metric.figures.get(figure)?.id.clone();
    let class = mark_class(mark.struck, mark.subject, true);
    // In a long series the marks that are drawn stay as they are.
    let replaced = (!scene.is_long()).then(|| scene.mark_of(figure)).flatten();
    let number = mark.label.as_ref().map(|label| text(label, "ft-value ft-selected"));
    Some(
        view! {
            <path class="ft-drop" aria-hidden="true" d=day_tick(&scene, figure)></path>
            <g
                part="figure"
                class=class
                data-figure=id
                data-mark=replaced.map(|mark| mark.to_string())
                transform=place(&mark, scene.radius)
            >
                {strokes(&mark, scene.radius)}
            </g>
            {number}
        }
        .erase(),
    )
}

/// The mark of a figure as it is drawn while that figure is selected.
fn mark_of_figure(state: TrackerState, metric: &Metric, scene: &Scene, figure: usize) -> Option<Mark> {
    let amount = state.localizer().format_short_amount(metric.figures.get(figure)?, &metric.unit);
    scene.mark_showing(figure, &amount)
}

fn place(mark: &Mark, _radius: f64) -> String {
    format_path(&[("translate(", mark.at.x), (" ", mark.at.y)]) + ")"
}

/// What is drawn of a mark, around its middle.
fn strokes(mark: &Mark, radius: f64) -> ErasedView {
    let (outline, full) = outline::outline(mark.shape, radius);
    let ring = match range_ends(mark).filter(|_| mark.shape == Shape::Range) {
        Some((top, bottom)) => outline::frame(top, bottom),
        None => outline::outline(Shape::Exact, radius + 4.0).0,
    };
    let halo = (radius >= MIN_HALO_RADIUS)
        .then(|| view! { <path class="ft-halo" d=outline.clone()></path> }.erase());
    let open =
        whisker(mark, true).map(|line| view! { <path class="ft-whisker ft-open" d=line></path> }.erase());
    let range = range_ends(mark).map(|(top, bottom)| outline::bar(top, bottom));
    let strike = mark.struck.then(|| outline::strike(radius));
    let thin = [whisker(mark, false), range, strike].into_iter().flatten().collect::<String>();
    view! {
        {halo}
        {open}
        <path class="ft-whisker" d=thin></path>
        <path class=if full { "ft-shape ft-full" } else { "ft-shape" } d=outline></path>
        <path class="ft-ring" d=ring></path>
    }
    .erase()
}

/// The ends of its range, from the mark's middle.
fn range_ends(mark: &Mark) -> Option<(f64, f64)> {
    mark.range.map(|(top, bottom)| (top - mark.at.y, bottom - mark.at.y))
}

/// The whisker of a mark if it is an open one or not: at the foot of a range, for nothing stands at its middle.
fn whisker(mark: &Mark, open: bool) -> Option<String> {
    let whisker = mark.whisker.filter(|whisker| whisker.open == open)?;
    let foot = range_ends(mark).filter(|_| mark.shape == Shape::Range).map_or(0.0, |(_, bottom)| bottom);
    Some(outline::whisker(whisker.left - mark.at.x, whisker.right - mark.at.x, foot, open))
}

/// The numbers beside the marks that show theirs while the selected figure is, and how many figures a mark stands for.
fn numbers(state: TrackerState, metric: &Metric, scene: &Scene) -> ErasedView {
    let figure = state.step_index();
    let selected = mark_of_figure(state, metric, scene, figure);
    let mut labelled = scene.labelled(selected.as_ref());
    labelled.sort_unstable();
    let numbers = labelled.into_iter().filter_map(|index| {
        if scene.mark_of(figure) == Some(index) {
            return Some(text(selected.as_ref()?.label.as_ref()?, "ft-value ft-selected"));
        }
        Some(text(scene.marks.get(index)?.label.as_ref()?, "ft-value"))
    });
    let numbers = numbers.collect_view();
    let counts = scene.marks.iter().filter_map(|mark| Some(text(mark.count.as_ref()?, "ft-tally")));
    let counts = counts.collect_view();
    view! { <g aria-hidden="true">{numbers}{counts}</g> }.erase()
}

/// The labels of the ticks of a time axis.
pub(in super::super) fn tick_labels(ticks: &[Tick]) -> ErasedView {
    let labels = ticks.iter().filter_map(|tick| tick.label.as_ref());
    labels.map(|label| text(label, "ft-word")).collect_view().erase()
}

/// A text, isolated so that its signs and digits stay where they belong.
fn text(label: &Label, class: &'static str) -> ErasedView {
    let anchor = label.anchor.name();
    let text = match label.text.is_ascii() {
        true => label.text.clone(),
        false => format!("\u{2068}{}\u{2069}", balance_isolates(&label.text)),
    };
    let language = label.language.clone();
    let (x, y) = (format_length(label.at.x), format_length(label.at.y));
    view! { <text class=class lang=language x=x y=y text-anchor=anchor>{text}</text> }.erase()
}
