//! The step chart: the drawing, and under it the buttons that go from figure to figure. It is laid out anew when metric
//! or width change; selecting only changes attributes.

mod drawing;
pub(crate) mod outline;

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

pub use drawing::{Drawing, DrawingProps};

use super::replace::Replace;
use crate::breakpoints::{BANDS, PlotSize};
use crate::state::{TrackerState, unsubscribe_on_cleanup, use_tracker};
use figure_tracker_core::chart::{
    ChartRelations, ChartTexts, LONG_SERIES, LayoutOptions, Point, Scene, format_length, format_path, layout,
};
use figure_tracker_core::dataset::{Dataset, Metric};
use figure_tracker_core::localize::Localizer;

/// Lays the chart of a metric out.
pub fn lay_out(
    dataset: &Dataset,
    localizer: &Localizer,
    metric: &Metric,
    size: PlotSize,
    from_zero: bool,
) -> Scene {
    let texts = ChartTexts {
        locale: localizer.locale.as_ref(),
        language: &localizer.tag,
        amount: &|figure| localizer.format_short_amount(figure, &metric.unit),
        magnitude: &|largest| localizer.axis_scale(&metric.unit, largest),
        no_later_figure: &localizer.messages.no_later_figure,
        undated: &localizer.messages.undated,
    };
    let PlotSize { width, height } = size;
    let relations = ChartRelations::of_metric(metric, dataset.relations_of_metric(&metric.id));
    let events = &dataset.events;
    layout(metric, &LayoutOptions { width, height, texts, events, relations: &relations, from_zero })
}

/// The chart of a metric.
#[component]
pub(super) fn Chart(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let from_zero = RwSignal::new(false);
    let scene_at = {
        let metric = metric.clone();
        move |size, from_zero| {
            Arc::new(lay_out(&state.dataset(), &state.localizer(), &metric, size, from_zero))
        }
    };
    let of_metric = metric.clone();
    let lay_out = scene_at.clone();
    let scene = Memo::new_with_compare(
        move |_| lay_out(state.plot_size(), from_zero.get()),
        |before, now| match (before, now) {
            (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
            _ => true,
        },
    );
    unsubscribe_on_cleanup(scene);
    let (unit, breakable, marks) =
        scene.with_untracked(|scene| (scene.unit.clone(), scene.breakable, scene.marks.len()));
    let figures = metric.figures.len();
    let crowded = (figures >= LONG_SERIES && marks < figures).then(|| view! { <Crowded figures/> });
    let plot = match state.is_printed() {
        true => printed_plots(&of_metric, &scene_at).into_any(),
        false => {
            let plot = move || Replace(view! { <LivePlot metric=of_metric.clone() scene=scene.get()/> });
            view! { <div class="ft-plot">{plot}</div> }.into_any()
        }
    };
    view! {
        <div class="ft-chart">
            <p class={"ft-unit-name"} aria-hidden="true">{unit}</p>
            {plot}
            {crowded}
            <div class="ft-plot-foot">
                {breakable.then(|| view! { <ZeroToggle from_zero/> })}
                <Steps count=figures/>
            </div>
        </div>
    }
}

/// Says that marks stand for several figures: in a short series each such mark says for how many.
#[component]
fn Crowded(figures: usize) -> impl IntoView {
    let localizer = use_tracker().localizer();
    view! { <p class="ft-crowded">{localizer.describe_shared_marks(figures)}</p> }
}

/// The drawing in every size that it may be read in; the style sheet shows the one that fits, and without it one for
/// phones is there.
fn printed_plots<At>(metric: &Arc<Metric>, scene_at: &At) -> impl IntoView + use<At>
where
    At: Fn(PlotSize, bool) -> Arc<Scene>,
{
    let label = use_tracker().localizer().describe_chart(metric);
    let bands = use_tracker().picture().map_or([true; BANDS.len()], |picture| picture.bands);
    let bands =
        BANDS.into_iter().enumerate().zip(bands).filter_map(|(band, is_printed)| is_printed.then_some(band));
    let plots = bands.map(|(index, band)| {
        let scene = scene_at(PlotSize::of_band(band), false);
        let size = svg_size(&scene);
        view! {
            <div class=format!("ft-plot ft-at-{index}") hidden={index != 1}>
                <svg
                    fill="none"
                    stroke="currentColor"
                    width=size.width
                    height=size.height
                    viewBox=size.view_box
                    part="chart"
                    role="img"
                    aria-label=label.clone()
                >
                    <Drawing metric=metric.clone() scene/>
                </svg>
            </div>
        }
    });
    plots.collect_view()
}

/// The size of a scene as the attributes of its SVG.
struct SvgSize {
    width: String,
    height: String,
    view_box: String,
}

fn svg_size(scene: &Scene) -> SvgSize {
    SvgSize {
        width: format_length(scene.width),
        height: format_length(scene.height),
        view_box: format_path(&[("0 0 ", scene.width), (" ", scene.height)]),
    }
}

/// The drawing with what pointer and keys do on it.
#[component]
fn LivePlot(metric: Arc<Metric>, scene: Arc<Scene>) -> impl IntoView {
    let state = use_tracker();
    let label = state.localizer().describe_chart(&metric);
    let drawing = NodeRef::<Svg>::new();
    let size = svg_size(&scene);
    let last = metric.figures.len().saturating_sub(1);
    // A listener lives until the browser collects its garbage, so it doesn't hold the scene itself.
    let held = StoredValue::new(scene.clone());
    let tap = move |event: MouseEvent| {
        let selected = untrack(|| state.figure_index());
        let figure = held.with_value(|scene| {
            let drawing = drawing.get_untracked()?;
            scene.figure_at(point_in_scene(&drawing, scene, &event)?, Some(selected))
        });
        if let Some(figure) = figure {
            state.select_figure(figure);
        }
    };
    let press =
        move |event: KeyboardEvent| held.with_value(|scene| press_key(state, drawing, scene, last, &event));
    view! {
        <svg
            node_ref=drawing
            fill="none"
            stroke="currentColor"
            width=size.width
            height=size.height
            viewBox=size.view_box
            part="chart"
            role="group"
            aria-label=label
            on:click=tap
            on:keydown=press
        >
            <Drawing metric scene/>
        </svg>
    }
}

/// The point of a scene that was tapped.
fn point_in_scene(drawing: &Element, scene: &Scene, event: &MouseEvent) -> Option<Point> {
    let area = drawing.get_bounding_client_rect();
    if area.width() <= 0.0 {
        return None;
    }
    let zoom = scene.width / area.width();
    let x = (f64::from(event.client_x()) - area.left()) * zoom;
    let y = (f64::from(event.client_y()) - area.top()) * zoom;
    Some(Point { x, y })
}

/// Arrows, Home and End go from figure to figure and take the focus along.
fn press_key(state: TrackerState, drawing: NodeRef<Svg>, scene: &Scene, last: usize, event: &KeyboardEvent) {
    let figure = untrack(|| state.figure_index());
    let next = match event.key().as_str() {
        "ArrowLeft" | "ArrowUp" => figure.saturating_sub(1),
        "ArrowRight" | "ArrowDown" => (figure + 1).min(last),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => return select_focused(state, event),
        _ => return,
    };
    event.prevent_default();
    state.select_figure(next);
    if scene.marks.len() > drawing::MAX_LIVE_MARKS {
        // By then the mark is there.
        request_animation_frame(move || focus_mark(drawing, ".ft-mark.ft-selected"));
    } else if let Some(mark) = scene.mark_of(next) {
        focus_mark(drawing, &format!(".ft-marks > :nth-child({})", mark + 1));
    }
}

fn focus_mark(drawing: NodeRef<Svg>, selector: &str) {
    let drawing = drawing.try_get_untracked().flatten();
    let mark = drawing.and_then(|drawing| drawing.query_selector(selector).ok().flatten());
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into::<SvgElement>().ok()) {
        _ = mark.focus();
    }
}

/// Enter and space select the mark that has the focus, which a screen reader may have put anywhere.
fn select_focused(state: TrackerState, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let mark = target.and_then(|target| target.closest("[data-figure]").ok().flatten());
    if let Some(id) = mark.and_then(|mark| mark.get_attribute("data-figure")) {
        event.prevent_default();
        state.select_figure_by_id(&id);
    }
}

/// The button that lets the value axis start at zero.
#[component]
fn ZeroToggle(from_zero: RwSignal<bool>) -> impl IntoView {
    let messages = use_tracker().localizer().messages.clone();
    let text = move || {
        let text = if from_zero.get() { &messages.zoom_in } else { &messages.start_at_zero };
        Replace(view! { <span>{text.clone()}</span> })
    };
    view! {
        <button class="ft-zero ft-text-link" type="button" on:click=move |_| from_zero.update(|on| *on = !*on)>
            {text}
        </button>
    }
}

/// The buttons to the figures before and after, and between them which figure of how many is selected.
#[component]
fn Steps(count: usize) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let (messages, total) = (localizer.messages.clone(), localizer.format_whole_number(count));
    let place = move || {
        let index = state.localizer().format_whole_number(state.figure_index() + 1);
        Replace(view! { <span>{format!("{index} / {total}")}</span> })
    };
    let previous = move || state.figure_index().checked_sub(1);
    let next = move || Some(state.figure_index() + 1).filter(|next| *next < count);
    view! {
        <div class="ft-steps">
            <Step part="previous" label=messages.previous_figure.clone() arrow="M15 5L8 12L15 19" to=previous/>
            <span class="ft-count" aria-live="polite">{place}</span>
            <Step part="next" label=messages.next_figure.clone() arrow="M9 5L16 12L9 19" to=next/>
        </div>
    }
}

#[component]
fn Step<To>(part: &'static str, label: String, arrow: &'static str, to: To) -> impl IntoView
where
    To: Fn() -> Option<usize> + Copy + Send + Sync + 'static,
{
    let state = use_tracker();
    let step = move |_| {
        if let Some(figure) = untrack(to) {
            state.select_figure(figure);
        }
    };
    view! {
        <button
            type="button"
            part=part
            aria-label=label
            aria-disabled=move || if to().is_none() { "true" } else { "false" }
            on:click=step
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=arrow></path></svg>
        </button>
    }
}
