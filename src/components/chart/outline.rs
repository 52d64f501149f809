//! The outlines of marks as SVG paths, for the chart and for the legend.

use figure_tracker_core::chart::{Shape, format_path};

/// The outline of a mark around the origin as an SVG path, and whether it is filled.
pub(crate) fn outline(shape: Shape, radius: f64) -> (String, bool) {
    match shape {
        Shape::Exact => (disc(radius), true),
        Shape::AtLeast => (disc(radius) + &tick(radius, -1.0), true),
        Shape::AtMost => (disc(radius) + &tick(radius, 1.0), true),
        Shape::About => (disc(radius - 0.5), false),
        Shape::Range => (String::new(), false),
        Shape::Words => (square(radius * 0.8), true),
    }
}

/// The strike through a number that was denied or taken back.
pub(crate) fn strike(radius: f64) -> String {
    let reach = radius + 3.0;
    format_path(&[("M", -reach), (" ", reach), ("L", reach), (" ", -reach)])
}

fn disc(radius: f64) -> String {
    let half = |across: f64| [("a", radius), (" ", radius), (" 0 1 0 ", across)];
    let [a, b, c] = half(radius * 2.0);
    let [d, e, f] = half(radius * -2.0);
    format_path(&[("M", -radius), (" ", 0.0), a, b, c, (" ", 0.0), d, e, f, (" ", 0.0)]) + "Z"
}

fn square(half: f64) -> String {
    format_path(&[("M", -half), (" ", -half), ("H", half), ("V", half), ("H", -half)]) + "Z"
}

/// An arrow out of the disc, upwards (`-1`) or downwards (`1`).
fn tick(radius: f64, way: f64) -> String {
    let (foot, tip, barb) = (radius * way, (radius + 7.0) * way, (radius + 3.5) * way);
    format_path(&[("M0 ", foot), ("V", tip), ("M-3 ", barb), ("L0 ", tip), ("L3 ", barb)])
}

/// An upright bar with feet, from `top` to `bottom`.
pub(crate) fn bar(top: f64, bottom: f64) -> String {
    format_path(&[("M-4 ", top), ("H4M0 ", top), ("V", bottom), ("M-4 ", bottom)]) + "H4"
}

/// A level line with feet, from `left` to `right` at `level`; without feet where one end is open.
pub(crate) fn whisker(left: f64, right: f64, level: f64, open: bool) -> String {
    if open {
        return format_path(&[("M", left), (" ", level), ("H", right)]);
    }
    let (up, down) = (level - 3.5, level + 3.5);
    let [first, last] = [left, right].map(|end| format_path(&[("M", end), (" ", up), ("V", down)]));
    first + &format_path(&[("M", left), (" ", level), ("H", right)]) + &last
}

/// A frame around a bar from `top` to `bottom`.
pub(crate) fn frame(top: f64, bottom: f64) -> String {
    format_path(&[("M-8 ", top - 4.0), ("H8V", bottom + 4.0), ("H-8V", top - 4.0)]) + "Z"
}
