//! What the marks of a picture mean, as far as they are not plain discs: a symbol and its words, one after the
//! other along lines.

use figure_tracker::view::{self, Model};
use figure_tracker_core::dataset::Metric;
use leptos::prelude::*;

use super::super::markup::printed_group;
use super::column::{Type, text_line, width};

/// The width of a symbol and the gap behind its words.
const SYMBOL: f64 = 40.0;
const GAP: f64 = 16.0;
/// The height of a line.
const LINE: f64 = 24.0;
/// How the words are set.
const WORDS: Type = Type { size: 12.0, class: "soft", lines: 1 };

/// Returns the legend along lines from `left` to `right`, under `top`; and where it ends.
pub(super) fn place_legend(
    model: &Model,
    metric: &Metric,
    (left, right): (f64, f64),
    top: f64,
) -> (Vec<AnyView>, f64) {
    let right_to_left = model.localizer.messages.right_to_left;
    let mirrored = |at: f64| if right_to_left { left + right - at } else { at };
    let (mut views, mut x, mut y) = (Vec::new(), left, top);
    for (symbol, meaning) in view::key_marks(model, metric, false) {
        let length = SYMBOL + width(meaning, WORDS);
        if x > left && x + length > right {
            (x, y) = (left, y + LINE);
        }
        let transform = format!("translate({} {})", mirrored(x + 16.0), y + LINE / 2.0);
        let symbol = printed_group(&symbol);
        views.push(view! { <g class="plot" transform=transform>{symbol}</g> }.into_any());
        let start = (mirrored(x + SYMBOL), y + LINE / 2.0 + 4.0);
        views.push(text_line(meaning, WORDS, start, right_to_left));
        x += length + GAP;
    }
    let end = if views.is_empty() { top } else { y + LINE };
    (views, end)
}
