//! A metric as a small chart without words: its lines as steps, as the chart lays them out, and its last mark.

use super::Site;
use crate::chart::path;
use crate::dataset::Metric;
use crate::view::{Node, classy, el};

/// How large it is drawn, in CSS pixels.
const SIZE: (f64, f64) = (160.0, 40.0);
/// The margin within which marks and strokes stay.
const MARGIN: f64 = 4.0;
/// The size in which the chart is laid out whose lines are taken.
const LAID_OUT: (f64, f64) = (480.0, 360.0);

/// The small chart; none for a metric that doesn't move, of which the number says it all.
pub(super) fn spark(site: &Site<'_>, metric: &Metric) -> Option<Node> {
    if metric.figures.len() < 2 {
        return None;
    }
    let scene = site.model(metric).scene(metric, LAID_OUT, false);
    let main = metric.main_scope();
    let (across, down) =
        ((SIZE.0 - 2.0 * MARGIN) / scene.plot.width, (SIZE.1 - 2.0 * MARGIN) / scene.plot.height);
    let x = |x: f64| MARGIN + (x - scene.plot.left) * across;
    let y = |y: f64| MARGIN + (y - scene.plot.top) * down;
    let lines = scene.lines.iter().map(|line| {
        let class = if line.scope.as_deref() == main { "line main" } else { "line" };
        classy("path", class).attr("d", line.path.clone())
    });
    let to = path(&[("matrix(", across), (" 0 0 ", down), (" ", x(0.0)), (" ", y(0.0))]) + ")";
    let lines = el("g").attr("transform", to).child(lines.collect::<Vec<_>>());
    let last =
        scene.marks.iter().rev().find(|mark| mark.figure.scope.as_ref().map(|s| s.id.as_str()) == main);
    let last = last.map(|mark| {
        let (x, y) = (x(mark.at.x), y(mark.at.y));
        let disc = path(&[("M", x), (" ", y)]) + "h0";
        classy("path", "last").attr("d", disc)
    });
    let picture = el("svg")
        .attr("viewBox", path(&[("0 0 ", SIZE.0), (" ", SIZE.1)]))
        .attr("fill", "none")
        .attr("stroke", "currentColor")
        .attr("aria-hidden", "true");
    Some(classy("div", "spark").child(picture.child(lines).child(last)))
}
