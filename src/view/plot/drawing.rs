//! A scene as SVG. What follows the selection are attributes alone: nothing is drawn anew when it changes.

use std::sync::Arc;

use super::super::node::{Node, Words, classy, el};
use super::super::{Model, mark};
use figure_tracker_core::chart::{Anchor, Label, Mark, Scene, Shape, path, short};
use figure_tracker_core::dataset::Metric;

/// Under this radius marks stand so dense that a halo would hide the line.
const HALO_FROM: f64 = 3.0;

/// The drawing of a scene.
pub fn drawing(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> Node {
    el("svg")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("width", short(scene.width))
        .attr("height", short(scene.height))
        .attr("viewBox", path(&[("0 0 ", scene.width), (" ", scene.height)]))
        .child(frame(scene))
        .child(lines(model, metric, scene))
        .child(drop_line(model, scene))
        .child(marks(model, metric, scene))
        .child(values(model, scene))
}

fn hidden() -> Node {
    el("g").attr("aria-hidden", "true")
}

fn stroke(class: &'static str, d: impl Into<Words>) -> Node {
    classy("path", class).attr("d", d)
}

/// Axes, events, and the words inside the frame.
fn frame(scene: &Scene) -> Node {
    let (left, right) = (scene.plot.left, scene.plot.right());
    let (top, bottom) = (scene.plot.top, scene.plot.bottom());
    let (mut grid, mut axis, mut events) = (Vec::new(), Vec::new(), Vec::new());
    let mut words = Vec::new();
    for tick in &scene.value_ticks {
        grid.extend([("M", left), (" ", tick.at), ("H", right)]);
        words.extend(tick.label.as_ref());
    }
    let start = if scene.broken { "h6l3 -5l6 10l3 -5H" } else { "H" };
    axis.extend([("M", left), (" ", bottom), (start, right)]);
    for tick in &scene.time_ticks {
        axis.extend([("M", tick.at), (" ", bottom), ("v", 5.0)]);
        words.extend(tick.label.as_ref());
    }
    for event in &scene.events {
        events.extend([("M", event.x), (" ", event.top), ("V", bottom)]);
        words.extend(event.label.as_ref());
    }
    let undated = scene.undated.as_ref();
    words.extend(undated.and_then(|u| u.label.as_ref()));
    words.extend(&scene.tail);
    let apart = undated.map(|u| stroke("grid", path(&[("M", u.x), (" ", top), ("V", scene.height)])));
    let mut frame = hidden()
        .child(stroke("grid", path(&grid)))
        .child(stroke("axis", path(&axis)))
        .child(stroke("event", path(&events)))
        .child(apart);
    for word in words {
        frame = frame.child(label("word", word));
    }
    frame
}

fn lines(model: &Model, metric: &Arc<Metric>, scene: &Scene) -> Node {
    let mut lines = hidden();
    for line in &scene.lines {
        let main = || is_main(model, metric, line.scope.clone());
        let path = el("path").attr("d", line.path.clone()).class_if("line", "main", main());
        let tail = el("path").attr("d", line.tail.clone()).class_if("line tail", "main", main());
        let name = line.label.as_ref().map(|l| label("", l).class_if("name", "main", main()));
        lines = lines.child(path).child(tail).child(name);
    }
    lines
}

/// Whether a scope is the one of the selected figure, which has the accent.
fn is_main(model: &Model, metric: &Arc<Metric>, scope: Option<String>) -> impl Fn() -> bool + use<> {
    let (shown, metric) = (model.shown, metric.clone());
    move || {
        let selected = metric.figures.get(shown.get().figure);
        selected.is_some_and(|f| f.scope.as_ref().map(|s| &s.id) == scope.as_ref())
    }
}

/// From the selected mark down to its day.
fn drop_line(model: &Model, scene: &Arc<Scene>) -> Node {
    let (shown, s) = (model.shown, scene.clone());
    let line = move || {
        let mark = s.marks.get(shown.get().figure)?;
        let from = mark.range.map_or(mark.at.y, |(_, bottom)| bottom);
        Some(path(&[("M", mark.day?), (" ", from), ("V", s.plot.bottom() + 5.0)]).into())
    };
    classy("path", "drop").attr("aria-hidden", "true").live("d", line)
}

fn marks(model: &Model, metric: &Arc<Metric>, scene: &Scene) -> Node {
    let marks =
        scene.marks.iter().enumerate().map(|(at, mark)| figure(model, metric, scene.radius, at, mark));
    classy("g", "marks").child(marks.collect::<Vec<_>>())
}

fn figure(model: &Model, metric: &Arc<Metric>, radius: f64, at: usize, mark: &Mark) -> Node {
    let shown = model.shown;
    let is_selected = move || shown.get().figure == at;
    let main = is_main(model, metric, mark.figure.scope.as_ref().map(|s| s.id.clone()));
    let struck = if mark.struck { " struck" } else { "" };
    let class = move || {
        let (main, selected) =
            (if main() { " main" } else { "" }, if is_selected() { " selected" } else { "" });
        Some(["mark", struck, main, selected].concat().into())
    };
    let (outline, full) = mark::outline(mark.shape, radius);
    let ring = match ends(mark).filter(|_| mark.shape == Shape::Range) {
        Some((top, bottom)) => mark::frame(top, bottom),
        None => mark::outline(Shape::Exact, radius + 4.0).0,
    };
    let halo = (radius >= HALO_FROM).then(|| stroke("halo", outline.clone()));
    let group = if model.is_printed() { el("g") } else { pressable(model, metric, at, mark) };
    group
        .attr("part", "figure")
        .live("class", class)
        .attr("data-figure", mark.figure.id.clone())
        .attr("transform", path(&[("translate(", mark.at.x), (" ", mark.at.y)]) + ")")
        .child(halo)
        .child(stroke("whisker", thin(mark, radius)))
        .child(stroke(if full { "shape full" } else { "shape" }, outline))
        .child(stroke("ring", ring))
}

/// What a mark is to a keyboard and to those who don't see it, where a program answers.
fn pressable(model: &Model, metric: &Metric, at: usize, mark: &Mark) -> Node {
    let shown = model.shown;
    let is_selected = move || shown.get().figure == at;
    el("g")
        .attr("role", "button")
        .attr("aria-label", model.localizer.describe_mark(&mark.figure, &metric.unit))
        .live("aria-pressed", move || Some(if is_selected() { "true" } else { "false" }.into()))
        .live("tabindex", move || Some(if is_selected() { "0" } else { "-1" }.into()))
}

/// The ends of its range, from the mark's middle.
fn ends(mark: &Mark) -> Option<(f64, f64)> {
    mark.range.map(|(top, bottom)| (top - mark.at.y, bottom - mark.at.y))
}

/// The thin strokes of a mark: where its date can lie, its range, its strike.
fn thin(mark: &Mark, radius: f64) -> String {
    let ends = ends(mark);
    let range = ends.map(|(top, bottom)| mark::bar(top, bottom));
    // At the foot of a range, for nothing stands at its middle.
    let level = ends.filter(|_| mark.shape == Shape::Range).map_or(0.0, |(_, bottom)| bottom);
    let whisker = mark.whisker.map(|(left, right)| mark::whisker(left - mark.at.x, right - mark.at.x, level));
    let strike = mark.struck.then(|| mark::strike(radius));
    [whisker, range, strike].into_iter().flatten().collect()
}

/// The numbers beside the marks, all of them drawn, few of them shown.
fn values(model: &Model, scene: &Arc<Scene>) -> Node {
    let shown = model.shown;
    let fixed = model.is_printed().then(|| scene.labelled(Some(shown.get_untracked().figure)));
    let values = scene.marks.iter().enumerate().filter_map(|(at, mark)| {
        if fixed.as_ref().is_some_and(|fixed| !fixed.contains(&at)) {
            return None;
        }
        let s = scene.clone();
        let class = move || {
            let figure = shown.get().figure;
            let (selected, here) = (figure == at, s.labelled(Some(figure)).contains(&at));
            Some(
                if !here {
                    "value"
                } else if selected {
                    "value shown selected"
                } else {
                    "value shown"
                }
                .into(),
            )
        };
        Some(label("", mark.label.as_ref()?).live("class", class))
    });
    hidden().child(values.collect::<Vec<_>>())
}

/// A text, isolated so that its signs and digits stay where they belong.
fn label(class: &'static str, label: &Label) -> Node {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let text = if label.text.is_ascii() {
        label.text.clone()
    } else {
        ["\u{2068}", &label.text, "\u{2069}"].concat()
    };
    let node = if class.is_empty() { el("text") } else { classy("text", class) };
    node.attr("x", short(label.at.x)).attr("y", short(label.at.y)).attr("text-anchor", anchor).child(text)
}
