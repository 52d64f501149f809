//! A strip as SVG: a small chart of one line, stretched to the width that its row has. It is there for the eye alone, for
//! its row says its numbers.

use leptos::prelude::*;

use super::erased::{Erase, ErasedView};
use figure_tracker_core::chart::{Strip, StripOptions, Tick, format_path};

/// What stands behind the line of a strip.
#[derive(Clone, Default)]
pub struct StripGround {
    /// Hairlines at some days.
    pub days: String,
    /// The line of all figures, where the strip shows some of them.
    pub ghost: String,
}

/// Draws a strip. Its marks are strokes without length, which stay round however it is stretched.
pub fn draw_strip(options: &StripOptions, strip: &Strip, ground: &StripGround) -> ErasedView {
    let layers = [
        ("ft-days", &ground.days),
        ("ft-ghost", &ground.ghost),
        ("ft-line", &strip.line),
        ("ft-tail", &strip.tail),
        ("ft-strokes", &strip.strokes),
        ("ft-discs", &strip.discs),
        ("ft-rings", &strip.rings),
        ("ft-holes", &strip.rings),
        ("ft-squares", &strip.squares),
    ];
    let layers = layers.into_iter().filter(|(_, path)| !path.is_empty());
    let paths = layers.map(|(class, path)| view! { <path class=class d=path.clone()></path> }.erase());
    let size = format_path(&[("0 0 ", options.axis.width), (" ", options.height)]);
    view! {
        <svg class="ft-strip" viewBox=size preserveAspectRatio="none" aria-hidden="true">{paths.collect_view()}</svg>
    }
    .erase()
}

/// Returns hairlines at the ticks of a time axis, as high as a strip.
pub(super) fn hairlines(ticks: &[Tick], height: f64) -> String {
    let lines = ticks.iter().flat_map(|tick| [("M", tick.at), (" ", 0.0), ("V", height)]);
    format_path(&lines.collect::<Vec<_>>())
}
