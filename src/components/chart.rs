//! The step chart: the drawing, which is a slider through the figures of one scope, and under it the buttons that step
//! through them too. It is laid out anew when metric or width change; selecting only changes attributes.

mod drawing;
pub(crate) mod outline;
mod step_number;

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::svg::Svg;
use web_sys::Element;

pub use drawing::{Drawing, DrawingProps};
pub(super) use drawing::{SelectedMark, StillDrawing, tick_labels};

pub(super) use self::step_number::StepNumber;
use self::step_number::awaited_field;
use super::erased::{Erase, ErasedView};
use super::known_on::KnownOn;
use super::late::late_in_place;
use super::period::Period;
use crate::breakpoints::PlotSize;
use crate::state::{Picture, TrackerState, unsubscribe_on_cleanup, use_tracker};
use figure_tracker_core::chart::{
    Axes, ChartRelations, ChartTexts, LONG_SERIES, LayoutOptions, Point, Scene, format_length, format_path,
    layout, metric_span,
};
use figure_tracker_core::dataset::{Dataset, Figure, Metric, Question};
use figure_tracker_core::date::Day;
use figure_tracker_core::localize::Localizer;

/// Lays the chart of a scope out, which is all that the metric has, on the time axis of the whole metric.
pub fn lay_out(
    dataset: &Dataset,
    localizer: &Localizer,
    metric: &Metric,
    axes: Axes<'_>,
    size: PlotSize,
    from_zero: bool,
) -> Scene {
    let texts = ChartTexts {
        locale: localizer.locale.as_ref(),
        language: &localizer.tag,
        interface: &localizer.interface_tag,
        amount: &|figure| localizer.format_short_amount(figure, &metric.unit),
        magnitude: &|largest| localizer.axis_scale(&metric.unit, largest),
        no_later_figure: localizer.messages.no_later_figure(),
        not_yet_known: localizer.messages.not_yet_known(),
        undated: localizer.messages.undated(),
    };
    let PlotSize { width, height } = size;
    let relations = ChartRelations::of_metric(metric, dataset.relations_of_metric(&metric.id));
    let whole = dataset.place_of_metric(&metric.id).and_then(|place| dataset.metrics.get(place));
    let span = axes.span.or_else(|| metric_span(whole?));
    let events = &dataset.events;
    let axes = Axes { span, ..axes };
    layout(metric, &LayoutOptions { width, height, texts, events, relations: &relations, from_zero, axes })
}

/// The chart of a metric: of the scope that the selected figure covers, for a chart has one line.
#[component]
pub(super) fn Chart(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let chart = move || {
        let metric = metric.of_chart(state.shown_scope().as_deref());
        view! { <ScopeChart metric/> }.erase()
    };
    view! { <div class="ft-chart">{chart}</div> }.erase()
}

/// What is drawn of a metric as it is asked for, in any size.
#[derive(Clone)]
pub(super) struct ShownChart {
    /// The metric with the figures of one chart alone.
    metric: Arc<Metric>,
    question: Question,
    span: Option<(Day, Day)>,
    /// All figures of the chart, where some of them are left out: the axes stay as they are for all.
    whole: Option<Arc<Metric>>,
    before: Option<Arc<Figure>>,
}

impl ShownChart {
    /// Takes what is shown now. Doesn't track.
    pub(super) fn new(state: TrackerState, metric: Arc<Metric>) -> Self {
        untrack(|| {
            let question = state.question();
            let whole = state.whole_metric();
            let span = whole.as_ref().and_then(|whole| metric_span(whole));
            let whole = whole.map(|whole| whole.of_chart(state.chart_scope().as_deref()));
            let whole = whole
                .filter(|whole| whole.figures.len() > metric.figures.len() || question.known_on.is_some());
            Self { metric, question, span, whole, before: state.figure_before() }
        })
    }

    /// Lays it out.
    pub(super) fn lay_out(&self, state: TrackerState, size: PlotSize, from_zero: bool) -> Arc<Scene> {
        let Question { from, to, known_on, .. } = self.question;
        let (whole, before) = (self.whole.as_deref(), self.before.as_deref());
        let axes = Axes { whole, span: self.span, before, from, to, known_on };
        Arc::new(lay_out(&state.dataset(), &state.localizer(), &self.metric, axes, size, from_zero))
    }
}

/// What is shown as a chart, where another view stands in its place: for paper, and to be taken along.
#[component]
pub(super) fn UnseenChart() -> impl IntoView {
    let state = use_tracker();
    move || {
        let metric = state.metric()?.of_chart(state.chart_scope().as_deref());
        state.whole_metric().filter(|whole| whole.figures.len() > 1)?;
        let selected = state.step_index();
        let scene = ShownChart::new(state, metric).lay_out(state, state.plot_size(), true);
        let size = svg_size(&scene);
        Some(
            view! {
                <div class="ft-still ft-plot" aria-hidden="true">
                    <svg fill="none" stroke="currentColor" viewBox=size.view_box>
                        <StillDrawing scene selected=Some(selected)/>
                    </svg>
                </div>
            }
            .erase(),
        )
    }
}

/// The chart of a scope. Its figures have the places that stepping goes through.
#[component]
fn ScopeChart(
    /// The metric with the figures of that scope alone.
    metric: Arc<Metric>,
) -> impl IntoView {
    let state = use_tracker();
    let from_zero = RwSignal::new(true);
    let shown = ShownChart::new(state, metric.clone());
    let scene_at = move |size, from_zero| shown.lay_out(state, size, from_zero);
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
    let crowded = (figures >= LONG_SERIES && marks < figures).then(|| view! { <Crowded figures/> }.erase());
    let plot = match state.is_printed() {
        true => printed_plots(&of_metric, &scene_at).erase(),
        false => {
            let plot = move || view! { <LivePlot metric=of_metric.clone() scene=scene.get()/> }.erase();
            view! { <div class="ft-plot">{plot}</div> }.erase()
        }
    };
    let usage = (!state.is_printed()).then(|| {
        let usage = state.localizer().messages.chart_usage().to_owned();
        view! { <p class="ft-usage ft-unseen" id=state.element_id("usage")>{usage}</p> }.erase()
    });
    view! {
        {usage}
        <div class="ft-plot-head">
            <p class={"ft-unit-name"} aria-hidden="true">{unit}</p>
            {breakable.then(|| view! { <ZeroToggle from_zero/> }.erase())}
        </div>
        {plot}
        {crowded}
        <Period/>
        <div class="ft-plot-foot">
            <KnownOn/>
            {move || state.question().known_on.is_none().then(|| view! { <Steps/> }.erase())}
        </div>
    }
    .erase()
}

/// Says that not every figure has a mark of its own: in a short series each mark of several says of how many.
#[component]
fn Crowded(figures: usize) -> impl IntoView {
    let localizer = use_tracker().localizer();
    view! { <p class="ft-crowded">{localizer.describe_shared_marks(figures)}</p> }.erase()
}

/// The drawing in every size that it may be read in; the style sheet shows the one that fits, and without it one for
/// phones is there.
fn printed_plots<At>(metric: &Arc<Metric>, scene_at: &At) -> Vec<ErasedView>
where
    At: Fn(PlotSize, bool) -> Arc<Scene>,
{
    let label = use_tracker().localizer().describe_chart(metric);
    let picture = use_tracker().picture().unwrap_or(Picture::WHOLE);
    let plots = picture.printed_bands().map(|(index, band)| {
        let scene = scene_at(PlotSize::of_band(band), true);
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
        .erase()
    });
    plots.collect_view()
}

/// The size of a scene as the attributes of its SVG.
pub(super) struct SvgSize {
    pub(super) width: String,
    pub(super) height: String,
    pub(super) view_box: String,
}

pub(super) fn svg_size(scene: &Scene) -> SvgSize {
    SvgSize {
        width: format_length(scene.width),
        height: format_length(scene.height),
        view_box: format_path(&[("0 0 ", scene.width), (" ", scene.height)]),
    }
}

/// How far Page Up and Page Down step.
const PAGE: usize = 10;

/// The drawing with what pointer and keys do on it: one slider, whose text is the statement of the selected figure. No
/// mark takes the focus.
#[component]
fn LivePlot(metric: Arc<Metric>, scene: Arc<Scene>) -> impl IntoView {
    let state = use_tracker();
    let label = describe_shown(state, &metric);
    let drawing = NodeRef::<Svg>::new();
    let size = svg_size(&scene);
    // A listener lives until the browser collects its garbage, so it doesn't hold the scene itself.
    let held = StoredValue::new(scene.clone());
    let described = metric.clone();
    let statement = move || {
        let figure = described.figures.get(state.step_index())?;
        Some(state.localizer().describe_mark(figure, &described.unit))
    };
    let tap = move |event: MouseEvent| {
        let selected = untrack(|| state.step_index());
        let figure = held.with_value(|scene| {
            let drawing = drawing.get_untracked()?;
            scene.figure_at(point_in_scene(&drawing, scene, &event)?, Some(selected))
        });
        if let Some(figure) = figure {
            state.step_to(figure);
        }
    };
    view! {
        <svg
            node_ref=drawing
            fill="none"
            stroke="currentColor"
            width=size.width
            height=size.height
            viewBox=size.view_box
            part="chart"
            role="slider"
            tabindex="0"
            aria-label=label
            aria-describedby=state.element_id("usage")
            aria-valuemin="1"
            aria-valuemax=move || state.step_count().to_string()
            aria-valuenow=move || (state.step_index() + 1).to_string()
            aria-valuetext=statement
            on:click=tap
            on:keydown=move |event| press_key(state, &event)
        >
            <Drawing metric scene/>
        </svg>
    }
    .erase()
}

/// Describes the chart, and what stood when its period begins.
fn describe_shown(state: TrackerState, metric: &Metric) -> String {
    let localizer = state.localizer();
    let before = untrack(|| state.figure_before());
    let before = before.map(|before| localizer.describe_carried_in(&before, metric));
    let sentences = [localizer.describe_chart(metric)].into_iter().chain(before);
    localizer.join_sentences(sentences)
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

/// Arrows step in time, to the left into the past in every language; Page Up and Page Down by ten.
fn press_key(state: TrackerState, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let step = untrack(|| state.step_index());
    let next = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => step.saturating_sub(1),
        "ArrowRight" | "ArrowUp" => step + 1,
        "PageDown" => step.saturating_sub(PAGE),
        "PageUp" => step + PAGE,
        "Home" => 0,
        "End" => usize::MAX,
        _ => return,
    };
    event.prevent_default();
    state.step_to(next);
}

/// The button that shows the change from close up, and lets the value axis start at zero again.
#[component]
fn ZeroToggle(from_zero: RwSignal<bool>) -> impl IntoView {
    let messages = use_tracker().localizer().messages.clone();
    let text = move || {
        let text = if from_zero.get() { messages.zoom_in() } else { messages.start_at_zero() };
        view! { <span>{text.to_owned()}</span> }.erase()
    };
    view! {
        <button class="ft-zero ft-text-link" type="button" on:click=move |_| from_zero.update(|on| *on = !*on)>
            {text}
        </button>
    }
    .erase()
}

/// The buttons to the figures before and after, and between them which figure of how many is selected.
#[component]
fn Steps() -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let place = move || {
        let place = state.localizer().format_place(state.step_index() + 1, state.step_count());
        view! { <span>{place}</span> }.erase()
    };
    let is_long = untrack(|| state.step_count()) >= LONG_SERIES && !state.is_printed();
    let count = match is_long {
        true => late_in_place(move || awaited_field(state), |views| (views.step_number)()),
        false => view! { <span class="ft-count" aria-live="polite">{place}</span> }.erase(),
    };
    let previous = move || state.step_index().checked_sub(1);
    let next = move || Some(state.step_index() + 1).filter(|next| *next < state.step_count());
    view! {
        <div class="ft-steps">
            <Step part="previous" label=messages.previous_figure().to_owned() arrow="M15 5L8 12L15 19" to=previous/>
            {count}
            <Step part="next" label=messages.next_figure().to_owned() arrow="M9 5L16 12L9 19" to=next/>
        </div>
    }
    .erase()
}

#[component]
fn Step<To>(part: &'static str, label: String, arrow: &'static str, to: To) -> impl IntoView
where
    To: Fn() -> Option<usize> + Copy + Send + Sync + 'static,
{
    let state = use_tracker();
    let step = move |_| {
        if let Some(step) = untrack(to) {
            state.step_to(step);
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
    .erase()
}
