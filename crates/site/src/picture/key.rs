//! What the marks of a picture mean, as far as they are not plain discs: a symbol and its words, one after the
//! other along lines.

use super::super::Site;
use super::column::{Type, isolate_text, styled_width};
use figure_tracker::components::{Symbol, legend_items};
use leptos::prelude::*;

use figure_tracker_core::chart::{ChartRelations, Scene, format_length, format_path};
use figure_tracker_core::dataset::Metric;

/// The room of a symbol and the gap behind its words.
const SYMBOL: f64 = 40.0;
const GAP: f64 = 16.0;
/// The height of a line.
const LINE: f64 = 24.0;

/// The key along lines from `left` to `right`, under `top`; and where it ends.
pub(super) fn draw_legend(
    site: &Site<'_>,
    metric: &Metric,
    scene: &Scene,
    (left, right): (f64, f64),
    top: f64,
) -> (Vec<AnyView>, f64) {
    let right_to_left = site.localizer.messages.is_right_to_left();
    let type_ = Type { size: 12.0, class: "soft", lines: 1 };
    let (mut nodes, mut x, mut y) = (Vec::new(), left, top);
    let relations = ChartRelations::of_metric(metric, site.dataset.relations_of_metric(&metric.id));
    for item in legend_items(&site.localizer, metric, &relations, std::slice::from_ref(scene), false) {
        let length = SYMBOL + styled_width(&item.meaning, type_);
        if x > left && x + length > right {
            (x, y) = (left, y + LINE);
        }
        let mirrored = |at: f64| if right_to_left { left + right - at } else { at };
        let at = format_path(&[("translate(", mirrored(x + 16.0)), (" ", y + LINE / 2.0)]) + ")";
        let (text_x, text_y) = (format_length(mirrored(x + SYMBOL)), format_length(y + LINE / 2.0 + 4.0));
        let (size, anchor) = (format_length(type_.size), if right_to_left { "end" } else { "start" });
        let meaning = isolate_text(&item.meaning, right_to_left);
        let symbol = view! { <g class="ft-plot"><g transform=at><Symbol item/></g></g> };
        let words = view! {
            <text class=type_.class x=text_x y=text_y font-size=size text-anchor=anchor>{meaning}</text>
        };
        nodes.extend([symbol.into_any(), words.into_any()]);
        x += length + GAP;
    }
    let end = if nodes.is_empty() { top } else { y + LINE };
    (nodes, end)
}
