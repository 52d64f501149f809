//! A scene as SVG. What follows the selection are attributes alone: nothing is drawn anew when it changes.

use std::sync::Arc;

use super::super::node::{Node, Words, classy, el};
use super::super::{Model, mark};
use figure_tracker_core::chart::{Anchor, Label, Mark, Scene, Shape, format_length, format_path};
use figure_tracker_core::dataset::Metric;

/// Under this radius marks stand so dense that a halo would hide the line.
const HALO_FROM: f64 = 3.0;

/// The drawing of a scene.
pub fn drawing(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> Node {
    el("svg")
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("width", format_length(scene.width))
        .attr("height", format_length(scene.height))
        .attr("viewBox", format_path(&[("0 0 ", scene.width), (" ", scene.height)]))
        .child(frame(scene))
        .child(lines(scene))
        .child(day_tick(model, scene))
        .child(marks(model, metric, scene))
        .child(values(model, metric, scene))
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
    let apart = undated.map(|u| stroke("grid", format_path(&[("M", u.x), (" ", top), ("V", scene.height)])));
    let mut frame = hidden()
        .child(stroke("grid", format_path(&grid)))
        .child(stroke("axis", format_path(&axis)))
        .child(stroke("event", format_path(&events)))
        .child(apart);
    for word in words {
        frame = frame.child(label("word", word));
    }
    frame
}

fn lines(scene: &Scene) -> Node {
    let mut lines = hidden();
    for line in &scene.lines {
        let class = |main: &'static str, other| if line.subject { main } else { other };
        let path = classy("path", class("line main", "line")).attr("d", line.path.clone());
        let tail = classy("path", class("line tail main", "line tail")).attr("d", line.tail.clone());
        let name = line.label.as_ref().map(|l| label(class("name main", "name"), l));
        lines = lines.child(path).child(tail).child(name);
    }
    for bracket in &scene.brackets {
        lines = lines.child(stroke("bracket", bracket.path.clone()));
    }
    lines
}

/// A bold tick at the day of the selected figure.
fn day_tick(model: &Model, scene: &Arc<Scene>) -> Node {
    let (shown, s) = (model.shown, scene.clone());
    let tick = move || {
        let at = s.point_of(shown.get().figure)?;
        let dated = s.undated.as_ref().is_none_or(|undated| at.x > undated.x);
        let bottom = s.plot.bottom();
        dated.then(|| format_path(&[("M", at.x), (" ", bottom - 1.0), ("V", bottom + 6.0)]).into())
    };
    classy("path", "drop").attr("aria-hidden", "true").live("d", tick)
}

fn marks(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> Node {
    let marks = scene.marks.iter().enumerate().map(|(at, mark)| figure(model, metric, scene, at, mark));
    classy("g", "marks").child(marks.collect::<Vec<_>>())
}

/// What tells which figure a mark shows, the selected one or its last, and what it looks like then.
fn showing(
    model: &Model,
    metric: &Arc<Metric>,
    scene: &Arc<Scene>,
    at: usize,
) -> impl Fn() -> Option<(usize, Mark)> + Clone + use<> {
    let (m, metric, scene) = (model.clone(), metric.clone(), scene.clone());
    move || {
        let selected = m.shown.get().figure;
        let last = *scene.marks.get(at)?.figures.last()?;
        let shown = if scene.mark_of(selected) == Some(at) { selected } else { last };
        Some((shown, selected_mark(&m, &metric, &scene, shown)?))
    }
}

/// The mark of a figure as it is drawn while that is selected.
fn selected_mark(model: &Model, metric: &Metric, scene: &Scene, figure: usize) -> Option<Mark> {
    let amount = model.localizer.format_short_amount(metric.figures.get(figure)?, &metric.unit);
    scene.mark_showing(figure, &amount)
}

fn figure(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>, at: usize, mark: &Mark) -> Node {
    let (shown, s, radius) = (model.shown, scene.clone(), scene.radius);
    let subject = if mark.subject { " main" } else { "" };
    let look = showing(model, metric, scene, at);
    let (l, m) = (look.clone(), metric.clone());
    let class = move || {
        let selected = if s.mark_of(shown.get().figure) == Some(at) { " selected" } else { "" };
        let struck = if l().is_some_and(|(_, mark)| mark.struck) { " struck" } else { "" };
        Some(["mark", struck, subject, selected].concat().into())
    };
    let shape = |mark: &Mark| mark::outline(mark.shape, radius).0;
    let full = mark::outline(mark.shape, radius).1;
    let several = mark.figures.len() > 1;
    let live = move |node: Node, name: &'static str, of: fn(&Mark, f64) -> String| {
        let look = look.clone();
        node.live(name, move || look().map(|(_, mark)| of(&mark, radius).into()))
    };
    let fixed = |node: Node, name: &'static str, of: fn(&Mark, f64) -> String| {
        if several { live(node, name, of) } else { node.attr(name, of(mark, radius)) }
    };
    let halo = (radius >= HALO_FROM).then(|| stroke("halo", shape(mark)));
    let group = if model.is_printed() { el("g") } else { pressable(model, metric, scene, at) };
    let look = showing(model, metric, scene, at);
    let id = move || look().and_then(|(at, _)| Some(m.figures.get(at)?.id.clone().into()));
    let open = mark.whisker.filter(|whisker| whisker.open);
    let whisker = open.map(|whisker| {
        let level = range_foot(mark);
        stroke(
            "whisker open",
            mark::whisker(whisker.left - mark.at.x, whisker.right - mark.at.x, level, true),
        )
    });
    let outline = classy("path", if full { "shape full" } else { "shape" });
    fixed(group.attr("part", "figure").live("class", class).live("data-figure", id), "transform", place)
        .child(halo)
        .child(whisker)
        .child(fixed(classy("path", "whisker"), "d", thin))
        .child(fixed(outline, "d", |mark, radius| mark::outline(mark.shape, radius).0))
        .child(fixed(classy("path", "ring"), "d", ring))
}

fn place(mark: &Mark, _radius: f64) -> String {
    format_path(&[("translate(", mark.at.x), (" ", mark.at.y)]) + ")"
}

fn ring(mark: &Mark, radius: f64) -> String {
    match ends(mark).filter(|_| mark.shape == Shape::Range) {
        Some((top, bottom)) => mark::frame(top, bottom),
        None => mark::outline(Shape::Exact, radius + 4.0).0,
    }
}

/// What a mark is to a keyboard and to those who don't see it, where a program answers.
fn pressable(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>, at: usize) -> Node {
    let (shown, s) = (model.shown, scene.clone());
    let is_selected = move || s.mark_of(shown.get().figure) == Some(at);
    let also_selected = is_selected.clone();
    let (look, localizer, metric) =
        (showing(model, metric, scene, at), model.localizer.clone(), metric.clone());
    let described = move || {
        let (figure, _) = look()?;
        Some(localizer.describe_mark(metric.figures.get(figure)?, &metric.unit).into())
    };
    el("g")
        .attr("role", "button")
        .live("aria-label", described)
        .live("aria-pressed", move || Some(if is_selected() { "true" } else { "false" }.into()))
        .live("tabindex", move || Some(if also_selected() { "0" } else { "-1" }.into()))
}

/// The ends of its range, from the mark's middle.
fn ends(mark: &Mark) -> Option<(f64, f64)> {
    mark.range.map(|(top, bottom)| (top - mark.at.y, bottom - mark.at.y))
}

/// Where its whisker runs, from the mark's middle: at the foot of a range, for nothing stands at its middle.
fn range_foot(mark: &Mark) -> f64 {
    ends(mark).filter(|_| mark.shape == Shape::Range).map_or(0.0, |(_, bottom)| bottom)
}

/// The thin strokes of a mark: the days it can have been said on, its range, its strike.
fn thin(mark: &Mark, radius: f64) -> String {
    let range = ends(mark).map(|(top, bottom)| mark::bar(top, bottom));
    let closed = mark.whisker.filter(|whisker| !whisker.open);
    let x = mark.at.x;
    let whisker = closed.map(|w| mark::whisker(w.left - x, w.right - x, range_foot(mark), false));
    let strike = mark.struck.then(|| mark::strike(radius));
    [whisker, range, strike].into_iter().flatten().collect()
}

/// The numbers beside the marks, all of them drawn, few of them shown; that of the selected figure where its mark
/// stands for several; and how many they stand for.
fn values(model: &Model, metric: &Arc<Metric>, scene: &Arc<Scene>) -> Node {
    let selected = {
        let (m, metric, s, shown) = (model.clone(), metric.clone(), scene.clone(), model.shown);
        move || selected_mark(&m, &metric, &s, shown.get().figure)
    };
    let fixed = model.is_printed().then(|| scene.labelled(leptos::prelude::untrack(&selected).as_ref()));
    let values = scene.marks.iter().enumerate().filter_map(|(at, mark)| {
        if fixed.as_ref().is_some_and(|fixed| !fixed.contains(&at)) {
            return None;
        }
        let (s, selected, shown) = (scene.clone(), selected.clone(), model.shown);
        let last = mark.figures.last().copied();
        let class = move || {
            let figure = shown.get().figure;
            let here = s.labelled(selected().as_ref()).contains(&at);
            let of_selected = s.mark_of(figure) == Some(at);
            Some(
                if !here || (of_selected && Some(figure) != last) {
                    "value"
                } else if of_selected {
                    "value shown selected"
                } else {
                    "value shown"
                }
                .into(),
            )
        };
        Some(label("", mark.label.as_ref()?).live("class", class))
    });
    let counts = scene.marks.iter().filter_map(|mark| Some(label("tally", mark.count.as_ref()?)));
    let (shown, of_several) = (model.shown, selected.clone());
    let chosen = el("g").follow(move || {
        let mark = of_several().filter(|mark| mark.figures.last() != Some(&shown.get().figure));
        mark.and_then(|mark| mark.label).map(|number| label("value shown selected", &number))
    });
    hidden().child(values.collect::<Vec<_>>()).child(counts.collect::<Vec<_>>()).child(chosen)
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
    node.attr("x", format_length(label.at.x))
        .attr("y", format_length(label.at.y))
        .attr("text-anchor", anchor)
        .child(text)
}
