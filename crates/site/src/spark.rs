//! A metric as a small chart without words: the line of its main scope as steps, as the chart lays it out, fitted to
//! its box; dashed after its last number, which is marked.

use super::Site;
use figure_tracker::view::{Node, classy, el};
use figure_tracker_core::chart::{format_length, format_path};
use figure_tracker_core::dataset::Metric;

/// How large it is drawn, in CSS pixels.
const SIZE: (f64, f64) = (160.0, 40.0);
/// The margin within which marks and strokes stay.
const MARGIN: f64 = 4.0;
/// The length of the dashed stretch.
const TAIL: f64 = 20.0;
/// The size in which the chart is laid out whose line is taken.
const LAID_OUT: (f64, f64) = (480.0, 360.0);

/// The small chart; none for a metric whose main scope has no two numbers on two days: the number says it all.
pub(super) fn spark(site: &Site<'_>, metric: &Metric) -> Option<Node> {
    let scene = site.model(metric).scene(metric, LAID_OUT, false);
    let main = metric.main_scope();
    let line = scene.lines.iter().find(|line| line.scope.as_deref() == main)?;
    let figures = metric.figures.iter().enumerate().filter(|(_, figure)| figure.scope_id() == main);
    let last_day = figures.filter_map(|(at, _)| scene.point_of(at)).map(|at| at.x).fold(0.0, f64::max);
    let (first, last) = (scene.point_of(line.ends.0)?, scene.point_of(line.ends.1)?);
    // What is fitted: across from the first number to the last day, down from the highest tick to the lowest.
    let (left, width) = (first.x, last_day - first.x);
    let (top, bottom) = (scene.value_ticks.last()?.at, scene.value_ticks.first()?.at);
    let (room, height) = (SIZE.0 - 2.0 * MARGIN - TAIL, SIZE.1 - 2.0 * MARGIN);
    if line.ends.0 == line.ends.1 || width < 1.0 || bottom - top < 1.0 {
        return None;
    }
    let zero = (!scene.broken).then(|| {
        let at = format_path(&[("M0 ", SIZE.1 - MARGIN), ("H", SIZE.0)]);
        classy("path", "ground").attr("d", at)
    });
    let steps = el("svg")
        .attr("x", format_length(MARGIN))
        .attr("y", format_length(MARGIN))
        .attr("width", format_length(room))
        .attr("height", format_length(height))
        .attr("viewBox", format_path(&[("", left), (" ", top), (" ", width), (" ", bottom - top)]))
        .attr("preserveAspectRatio", "none")
        .attr("overflow", "visible")
        .child(classy("path", "line main").attr("d", line.path.clone()));
    let x = |day: f64| MARGIN + (day - left) / width * room;
    let y = MARGIN + (last.y - top) / (bottom - top) * height;
    let tail = format_path(&[("M", x(last_day)), (" ", y), ("H", SIZE.0)]);
    let tail = (!line.tail.is_empty()).then(|| classy("path", "line main tail").attr("d", tail));
    let disc = classy("path", "last").attr("d", format_path(&[("M", x(last.x)), (" ", y)]) + "h0");
    let picture = el("svg")
        .attr("viewBox", format_path(&[("0 0 ", SIZE.0), (" ", SIZE.1)]))
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("aria-hidden", "true");
    Some(classy("div", "spark").child(picture.child(zero).child(steps).child(tail).child(disc)))
}
