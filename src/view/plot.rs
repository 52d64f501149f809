//! The step chart: the drawing, and under it the buttons that go from figure to figure. It is laid out anew when
//! metric or width change; selecting only changes attributes.

mod drawing;

use std::cell::RefCell;
use std::sync::Arc;

pub use drawing::drawing;

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, SvgElement};

use super::Model;
use super::model::BANDS;
use super::node::{Node, classy, el};
use super::picker::key;
use figure_tracker_core::chart::{Point, Scene};
use figure_tracker_core::dataset::Metric;

/// The chart of a metric.
pub(super) fn plot(model: &Model, metric: &Arc<Metric>) -> Node {
    // A number, since each type of signal costs bytes of its own: 1 is yes.
    let from_zero = RwSignal::new(0_usize);
    let (m, shown) = (model.clone(), metric.clone());
    let at_first = model.scene(metric, untrack(|| model.plot_size()), false);
    let zero = at_first.breakable.then(|| zero(model, from_zero));
    let unit = classy("p", "unit-name").attr("aria-hidden", "true").child(at_first.unit.clone());
    let foot = classy("div", "plot-foot").child(zero).child(steps(model, metric));
    let chart = classy("div", "chart").child(unit);
    if model.is_printed() {
        return chart.child(printed(model, metric)).child(foot);
    }
    let laid_out = RefCell::new(Some(at_first));
    let plot = classy("div", "plot").follow(move || {
        let (size, zero) = (m.plot_size(), from_zero.get() == 1);
        let scene = laid_out.take().unwrap_or_else(|| m.scene(&shown, size, zero));
        drawn(&m, &shown, &Arc::new(scene))
    });
    chart.child(plot).child(foot)
}

/// The drawing in every size that it may be read in; the style sheet shows the one that fits, and without it one
/// for phones is there.
fn printed(model: &Model, metric: &Arc<Metric>) -> Vec<Node> {
    const SIZES: [&str; 6] = ["plot at-0", "plot at-1", "plot at-2", "plot at-3", "plot at-4", "plot at-5"];
    let sizes = SIZES.into_iter().zip(BANDS);
    let plot = |(class, (room, _))| {
        let plot = classy("div", class);
        let plot = if room != BANDS[1].0 { plot.attr("hidden", "") } else { plot };
        plot.child(drawn(model, metric, &Arc::new(model.scene(metric, model.band(room), false))))
    };
    sizes.map(plot).collect()
}

fn drawn(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> Node {
    let (m, n, s, t) = (model.clone(), model.clone(), scene.clone(), scene.clone());
    drawing(model, metric, scene)
        .attr("part", "chart")
        .attr("role", if model.is_printed() { "img" } else { "group" })
        .attr("aria-label", model.localizer.describe_chart(metric))
        .on("click", move |event| tapped(&m, &s, &event))
        .on("keydown", move |event| pressed(&n, &t, &event))
}

fn zero(model: &Model, from_zero: RwSignal<usize>) -> Node {
    let messages = model.localizer.messages.clone();
    classy("button", "zero text-link")
        .attr("type", "button")
        .on("click", move |_| from_zero.set(1 - from_zero.get_untracked()))
        .follow(
            move || {
                if from_zero.get() == 1 { messages.zoom_in.clone() } else { messages.start_at_zero.clone() }
            },
        )
}

fn steps(model: &Model, metric: &Metric) -> Node {
    let (m, count) = (model.clone(), metric.figures.len());
    let messages = &model.localizer.messages;
    let place = classy("span", "count").attr("aria-live", "polite");
    classy("div", "steps")
        .child(step(
            model,
            "previous",
            messages.previous_figure.clone(),
            "M15 5L8 12L15 19",
            |at| at.checked_sub(1),
            count,
        ))
        .child(place.follow(move || m.place(m.shown.get().figure, count)))
        .child(step(
            model,
            "next",
            messages.next_figure.clone(),
            "M9 5L16 12L9 19",
            |at| at.checked_add(1),
            count,
        ))
}

fn step(
    model: &Model,
    part: &'static str,
    name: String,
    arrow: &'static str,
    to: fn(usize) -> Option<usize>,
    count: usize,
) -> Node {
    let (m, shown) = (model.clone(), model.shown);
    let there = move |at: usize| to(at).filter(|to| *to < count);
    let arrow =
        el("svg").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").child(el("path").attr("d", arrow));
    el("button")
        .attr("type", "button")
        .attr("part", part)
        .attr("aria-label", name)
        .live("aria-disabled", move || {
            Some(if there(shown.get().figure).is_none() { "true" } else { "false" }.into())
        })
        .on("click", move |_| {
            if let Some(at) = there(shown.get_untracked().figure) {
                m.select_figure(at);
            }
        })
        .child(arrow)
}

/// A tap anywhere on the drawing selects the nearest figure.
fn tapped(model: &Model, scene: &Scene, event: &Event) {
    let drawing = event.current_target().and_then(|t| t.dyn_into::<Element>().ok());
    let (Some(drawing), Some(event)) = (drawing, event.dyn_ref::<MouseEvent>()) else { return };
    let area = drawing.get_bounding_client_rect();
    let zoom = if area.width() > 0.0 { scene.width / area.width() } else { 1.0 };
    let from = |client: i32, start: f64| (f64::from(client) - start) * zoom;
    let point = Point { x: from(event.client_x(), area.left()), y: from(event.client_y(), area.top()) };
    if let Some(at) = scene.figure_at(point, Some(model.shown.get_untracked().figure)) {
        model.select_figure(at);
    }
}

/// Arrows, Home and End go from figure to figure and take the focus along.
fn pressed(model: &Model, scene: &Scene, event: &Event) {
    let shown = model.shown.get_untracked();
    let last = model.metric_at(shown.metric).map_or(0, |metric| metric.figures.len().saturating_sub(1));
    let to = match key(event).as_str() {
        "ArrowLeft" | "ArrowUp" => shown.figure.saturating_sub(1),
        "ArrowRight" | "ArrowDown" => (shown.figure + 1).min(last),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => return chosen(model, event),
        _ => return,
    };
    event.prevent_default();
    model.select_figure(to);
    let drawing = event.current_target().and_then(|t| t.dyn_into::<Element>().ok());
    let marks = drawing.and_then(|d| d.query_selector(".marks").ok().flatten());
    let mark = marks.and_then(|m| {
        m.children().item(u32::try_from(scene.mark_of(to).unwrap_or_default()).unwrap_or_default())
    });
    if let Some(mark) = mark.and_then(|m| m.dyn_into::<SvgElement>().ok()) {
        _ = mark.focus();
    }
}

/// Enter and space select the mark that has the focus, which a screen reader may have put anywhere.
fn chosen(model: &Model, event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let mark = target.and_then(|t| t.closest("[data-figure]").ok().flatten());
    if let Some(id) = mark.and_then(|m| m.get_attribute("data-figure")) {
        event.prevent_default();
        model.select_id(&id);
    }
}
