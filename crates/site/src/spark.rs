//! A metric as a small chart without words: the line of its main scope as steps, as the chart lays it out, fitted to
//! its box; dashed after its last number, which is marked.

use leptos::prelude::*;

use super::Site;
use figure_tracker::breakpoints::PlotSize;
use figure_tracker::components::lay_out;
use figure_tracker_core::chart::{Axes, format_length, format_path};
use figure_tracker_core::dataset::Metric;

/// How large it is drawn, in CSS pixels.
const SIZE: (f64, f64) = (160.0, 40.0);
/// The margin within which marks and strokes stay.
const MARGIN: f64 = 4.0;
/// The length of the dashed stretch.
const TAIL: f64 = 20.0;
/// The size in which the chart is laid out whose line is taken.
const LAID_OUT: PlotSize = PlotSize { width: 480.0, height: 360.0 };

/// The small chart; none for a metric whose main scope has no two numbers on two days: the number says it all.
pub(super) fn view_sparkline(site: &Site<'_>, metric: &Metric) -> Option<impl IntoView + use<>> {
    let scene = lay_out(&site.dataset, &site.localizer, metric, Axes::default(), LAID_OUT, false);
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
    let ground = format_path(&[("M0 ", SIZE.1 - MARGIN), ("H", SIZE.0)]);
    let ground = (!scene.broken).then(|| view! { <path class="ground" d=ground></path> });
    let x = |day: f64| MARGIN + (day - left) / width * room;
    let y = MARGIN + (last.y - top) / (bottom - top) * height;
    let tail = format_path(&[("M", x(last_day)), (" ", y), ("H", SIZE.0)]);
    let tail = (!line.tail.is_empty()).then(|| view! { <path class="line main tail" d=tail></path> });
    let disc = format_path(&[("M", x(last.x)), (" ", y)]) + "h0";
    Some(view! {
        <div class="spark">
            <svg
                viewBox=format_path(&[("0 0 ", SIZE.0), (" ", SIZE.1)])
                fill="none"
                stroke="currentColor"
                aria-hidden="true"
            >
                {ground}
                <svg
                    x=format_length(MARGIN)
                    y=format_length(MARGIN)
                    width=format_length(room)
                    height=format_length(height)
                    viewBox=format_path(&[("", left), (" ", top), (" ", width), (" ", bottom - top)])
                    preserveAspectRatio="none"
                    overflow="visible"
                >
                    <path class="line main" d=line.path.clone()></path>
                </svg>
                {tail}
                <path class="last" d=disc></path>
            </svg>
        </div>
    })
}
