//! What the marks of a picture mean, as far as they are not plain discs: a symbol and its words, one after the
//! other along lines.

use super::column::{Type, directed, width};
use figure_tracker::view::{self, Model, Node, classy, el};
use figure_tracker_core::chart::{format_length, format_path};
use figure_tracker_core::dataset::Metric;

/// The room of a symbol and the gap behind its words.
const SYMBOL: f64 = 40.0;
const GAP: f64 = 16.0;
/// The height of a line.
const LINE: f64 = 24.0;

/// The key along lines from `left` to `right`, under `top`; and where it ends.
pub(super) fn key(model: &Model, metric: &Metric, (left, right): (f64, f64), top: f64) -> (Vec<Node>, f64) {
    let right_to_left = model.localizer.messages.is_right_to_left();
    let type_ = Type { size: 12.0, class: "soft", lines: 1 };
    let (mut nodes, mut x, mut y) = (Vec::new(), left, top);
    for (symbol, meaning) in view::key_marks(model, metric, false) {
        let length = SYMBOL + width(&meaning, type_);
        if x > left && x + length > right {
            (x, y) = (left, y + LINE);
        }
        let mirrored = |at: f64| if right_to_left { left + right - at } else { at };
        let at = format_path(&[("translate(", mirrored(x + 16.0)), (" ", y + LINE / 2.0)]) + ")";
        let words = classy("text", type_.class)
            .attr("x", format_length(mirrored(x + SYMBOL)))
            .attr("y", format_length(y + LINE / 2.0 + 4.0))
            .attr("font-size", format_length(type_.size))
            .attr("text-anchor", if right_to_left { "end" } else { "start" });
        nodes.push(classy("g", "plot").child(el("g").attr("transform", at).child(symbol)));
        nodes.push(words.child(directed(&meaning, right_to_left)));
        x += length + GAP;
    }
    let end = if nodes.is_empty() { top } else { y + LINE };
    (nodes, end)
}
