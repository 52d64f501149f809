//! The step chart. The drawing is laid out anew when metric or width change; selecting only changes classes.

use std::sync::Arc;

use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::html::{button, div, p, span};
use leptos::prelude::*;
use leptos::svg::{self, g, path, text};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::element::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use super::{Model, mark};
use crate::chart::{self, Anchor, Label, Mark, Point, Scene};
use crate::dataset::Metric;

/// The drawing, and under it the buttons that go from figure to figure.
pub(super) fn plot(model: &Model, metric: &Arc<Metric>) -> impl IntoView + use<> {
    let from_zero = RwSignal::new(false);
    let (m, shown) = (model.clone(), metric.clone());
    let scene = Memo::new(move |_| Arc::new(m.scene(&shown, from_zero.get())));
    let (m, n, shown) = (model.clone(), model.clone(), metric.clone());
    let drawing = move || drawing(&m, &shown, &scene.get());
    let unit = move || scene.with(|s| s.unit.clone());
    let zero = move || scene.with(|s| s.breakable).then(|| zero(&n, from_zero).into_any());
    div().attr("class", "chart").child((
        p().attr("class", "unit-name").attr("aria-hidden", "true").child(unit),
        div().attr("class", "plot").child(drawing),
        div().attr("class", "plot-foot").child((zero, steps(model, metric))),
    ))
}

fn drawing(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> AnyView {
    let (m, n, s) = (model.clone(), model.clone(), scene.clone());
    let label = format!("{}. {}", metric.label.get(&model.voice.tag), model.voice.describe_chart(metric));
    svg::svg()
        .attr("part", "chart")
        .attr("role", "group")
        .attr("aria-label", label)
        .attr("width", scene.width.to_string())
        .attr("height", scene.height.to_string())
        .attr("viewBox", format!("0 0 {} {}", scene.width, scene.height))
        .on(ev::click, move |event| tapped(&m, &s, &event))
        .on(ev::keydown, move |event| pressed(&n, &event))
        .child((frame(scene), lines(model, metric, scene), marks(model, metric, scene), values(model, scene)))
        .into_any()
}

/// Axes, events, and the words inside the frame.
fn frame(scene: &Scene) -> impl IntoView + use<> {
    let (left, right) = (scene.plot.left, scene.plot.left + scene.plot.width);
    let (top, bottom) = (scene.plot.top, scene.plot.top + scene.plot.height);
    let grid = scene.value_ticks.iter().map(|t| stroke("grid", format!("M{left} {}H{right}", t.at)));
    let feet = scene.time_ticks.iter().map(|t| stroke("axis", format!("M{} {bottom}v5", t.at)));
    let events = scene.events.iter().map(|e| stroke("event", format!("M{} {}V{bottom}", e.x, e.top)));
    let words = scene.value_ticks.iter().chain(&scene.time_ticks).filter_map(|t| t.label.as_ref());
    let words = words.chain(scene.events.iter().filter_map(|e| e.label.as_ref()));
    let undated = scene.undated.as_ref();
    let words = words.chain(undated.and_then(|u| u.label.as_ref())).chain(&scene.tail);
    let apart = undated.map(|u| stroke("grid", format!("M{} {top}V{}", u.x, scene.height)));
    g().attr("aria-hidden", "true").child((
        grid.collect::<Vec<_>>(),
        stroke("axis", base_line(scene)),
        feet.collect::<Vec<_>>(),
        events.collect::<Vec<_>>(),
        apart,
        words.map(|l| label("word", l)).collect::<Vec<_>>(),
    ))
}

/// The time axis; where the value axis does not start at zero, a zigzag says so.
fn base_line(scene: &Scene) -> String {
    let (left, right) = (scene.plot.left, scene.plot.left + scene.plot.width);
    let bottom = scene.plot.top + scene.plot.height;
    let start = if scene.broken { "h6l3 -5l6 10l3 -5" } else { "" };
    format!("M{left} {bottom}{start}H{right}")
}

fn lines(model: &Model, metric: &Arc<Metric>, scene: &Scene) -> impl IntoView + use<> {
    let lines = scene.lines.iter().map(|line| {
        let main = is_main(model, metric, line.scope.clone());
        let (also, third) = (main.clone(), main.clone());
        let name = line.label.as_ref().map(|l| label("name", l).class(("main", move || third())));
        (
            path().attr("class", "line").attr("d", line.path.clone()).class(("main", move || main())),
            path().attr("class", "line tail").attr("d", line.tail.clone()).class(("main", move || also())),
            name,
        )
    });
    g().attr("aria-hidden", "true").child(lines.collect::<Vec<_>>())
}

/// Whether a scope is the one of the selected figure, which has the accent.
fn is_main(
    model: &Model,
    metric: &Arc<Metric>,
    scope: Option<String>,
) -> impl Fn() -> bool + Clone + Send + use<> {
    let (shown, metric) = (model.shown, metric.clone());
    move || {
        let selected = metric.figures.get(shown.get().figure);
        selected.is_some_and(|f| f.scope.as_ref().map(|s| &s.id) == scope.as_ref())
    }
}

fn marks(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> impl IntoView + use<> {
    let (shown, s) = (model.shown, scene.clone());
    let drop = move || {
        let mark = s.marks.get(shown.get().figure)?;
        let from = mark.range.map_or(mark.at.y, |(_, bottom)| bottom);
        Some(format!("M{} {from}V{}", mark.day?, s.plot.top + s.plot.height + 5.0))
    };
    let drop = path().attr("class", "drop").attr("aria-hidden", "true").attr("d", drop);
    let marks =
        scene.marks.iter().enumerate().map(|(at, mark)| figure(model, metric, scene.radius, at, mark));
    (drop, g().attr("class", "marks").child(marks.collect::<Vec<_>>()))
}

fn figure(model: &Model, metric: &Arc<Metric>, radius: f64, at: usize, mark: &Mark) -> impl IntoView + use<> {
    let shown = model.shown;
    let (outline, full) = mark::outline(mark.shape, radius);
    let shape = if full { "shape full" } else { "shape" };
    let (x, y) = (mark.at.x, mark.at.y);
    let range = mark.range.map(|(top, bottom)| mark::bar(top - y, bottom - y));
    let whisker = mark.whisker.map(|(left, right)| mark::whisker(left - x, right - x));
    let strike = mark.struck.then(|| mark::strike(radius));
    let thin = [whisker, range, strike].into_iter().flatten().collect::<String>();
    let (ring, _) = mark::outline(chart::Shape::Exact, radius + 4.0);
    let scope = mark.figure.scope.as_ref().map(|s| s.id.clone());
    let main = is_main(model, metric, scope);
    g().attr("part", "figure")
        .attr("class", if mark.struck { "mark struck" } else { "mark" })
        .attr("data-figure", mark.figure.id.clone())
        .attr("role", "button")
        .attr("aria-label", model.voice.describe_mark(&mark.figure, &metric.unit))
        .attr("aria-pressed", move || (shown.get().figure == at).to_string())
        .attr("tabindex", move || if shown.get().figure == at { "0" } else { "-1" })
        .attr("transform", format!("translate({x} {y})"))
        .class(("selected", move || shown.get().figure == at))
        .class(("main", main))
        .child((
            path().attr("class", "halo").attr("d", outline.clone()),
            path().attr("class", "whisker").attr("d", thin),
            path().attr("class", shape).attr("d", outline),
            path().attr("class", "ring").attr("d", ring),
        ))
}

/// The numbers beside the marks, all of them drawn, few of them shown.
fn values(model: &Model, scene: &Arc<Scene>) -> impl IntoView + use<> {
    let (shown, s) = (model.shown, scene.clone());
    let labelled = Memo::new(move |_| s.labelled(Some(shown.get().figure)));
    let values = scene.marks.iter().enumerate().filter_map(|(at, mark)| {
        let text = label("value", mark.label.as_ref()?);
        let text = text.class(("shown", move || labelled.with(|l| l.contains(&at))));
        Some(text.class(("selected", move || shown.get().figure == at)))
    });
    g().attr("aria-hidden", "true").child(values.collect::<Vec<_>>())
}

fn stroke(class: &'static str, d: String) -> impl IntoView + use<> {
    path().attr("class", class).attr("d", d)
}

/// A text, isolated so that its signs and digits stay where they belong.
fn label(
    class: &'static str,
    label: &Label,
) -> HtmlElement<svg::Text, impl Attribute + use<>, impl RenderHtml + use<>> {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    text()
        .attr("class", class)
        .attr("x", label.at.x.to_string())
        .attr("y", label.at.y.to_string())
        .attr("text-anchor", anchor)
        .child(isolated(&label.text))
}

fn isolated(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

fn zero(model: &Model, from_zero: RwSignal<bool>) -> impl IntoView + use<> {
    let words = model.voice.words;
    button()
        .attr("type", "button")
        .attr("class", "zero text-link")
        .on(ev::click, move |_| from_zero.update(|on| *on = !*on))
        .child(move || if from_zero.get() { words.zoom_in } else { words.start_at_zero })
}

fn steps(model: &Model, metric: &Metric) -> impl IntoView + use<> {
    let (m, shown, count) = (model.clone(), model.shown, metric.figures.len());
    let words = m.voice.words;
    let place = move || m.place(shown.get().figure, count);
    div().attr("class", "steps").child((
        step(
            model,
            "previous",
            words.previous_figure,
            "M15 5L8 12L15 19",
            (count, |at, _| at.checked_sub(1)),
        ),
        span().attr("class", "count").attr("aria-live", "polite").child(place),
        step(
            model,
            "next",
            words.next_figure,
            "M9 5L16 12L9 19",
            (count, |at, count| Some(at + 1).filter(|at| *at < count)),
        ),
    ))
}

fn step(
    model: &Model,
    part: &'static str,
    name: &'static str,
    arrow: &'static str,
    (count, to): (usize, fn(usize, usize) -> Option<usize>),
) -> impl IntoView + use<> {
    let (m, shown) = (model.clone(), model.shown);
    let arrow =
        svg::svg().attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").child(path().attr("d", arrow));
    button()
        .attr("type", "button")
        .attr("part", part)
        .attr("aria-label", name)
        .attr("aria-disabled", move || to(shown.get().figure, count).is_none().to_string())
        .on(ev::click, move |_| {
            if let Some(at) = to(shown.get_untracked().figure, count) {
                m.select_figure(at);
            }
        })
        .child(arrow)
}

/// A tap anywhere on the drawing selects the nearest figure.
fn tapped(model: &Model, scene: &Scene, event: &MouseEvent) {
    let Some(drawing) = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    let area = drawing.get_bounding_client_rect();
    let zoom = if area.width() > 0.0 { scene.width / area.width() } else { 1.0 };
    let from = |client: i32, start: f64| (f64::from(client) - start) * zoom;
    let point = Point { x: from(event.client_x(), area.left()), y: from(event.client_y(), area.top()) };
    if let Some(at) = scene.nearest(point) {
        model.select_figure(at);
    }
}

/// Arrows, Home and End go from figure to figure and take the focus along.
fn pressed(model: &Model, event: &KeyboardEvent) {
    let shown = model.shown.get_untracked();
    let last = model.current(shown).map_or(0, |(metric, _)| metric.figures.len().saturating_sub(1));
    let to = match event.key().as_str() {
        "ArrowLeft" | "ArrowUp" => shown.figure.saturating_sub(1),
        "ArrowRight" | "ArrowDown" => (shown.figure + 1).min(last),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => return focused(model, event),
        _ => return,
    };
    event.prevent_default();
    model.select_figure(to);
    let drawing = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let marks = drawing.and_then(|d| d.query_selector(".marks").ok().flatten());
    let mark = marks.and_then(|m| m.children().item(u32::try_from(to).unwrap_or_default()));
    if let Some(mark) = mark.and_then(|m| m.dyn_into::<web_sys::SvgElement>().ok()) {
        _ = mark.focus();
    }
}

/// Enter and space select the mark that has the focus, which a screen reader may have put anywhere.
fn focused(model: &Model, event: &KeyboardEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let mark = target.and_then(|t| t.closest("[data-figure]").ok().flatten());
    if let Some(id) = mark.and_then(|m| m.get_attribute("data-figure")) {
        event.prevent_default();
        model.select_id(&id);
    }
}
