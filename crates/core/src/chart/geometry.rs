//! Points, boxes and paths: the little geometry that everything else is placed with.

use super::{Anchor, Label, Point, Rect, measure};

/// How far a text reaches above its baseline, in em: room for accents and for tall scripts.
const ASCENT: f64 = 0.95;
/// How far a text reaches below its baseline, in em.
const DESCENT: f64 = 0.3;

impl Rect {
    /// From the four sides, in any order of each pair.
    pub fn from_sides(x: (f64, f64), y: (f64, f64)) -> Self {
        let (left, top) = (x.0.min(x.1), y.0.min(y.1));
        Self { left, top, width: x.0.max(x.1) - left, height: y.0.max(y.1) - top }
    }

    /// The right side.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// The lower side.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Whether two boxes have more than a side in common.
    pub fn touches(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }

    /// Whether this box lies within another.
    pub fn within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.right() <= other.right()
            && self.top >= other.top
            && self.bottom() <= other.bottom()
    }

    /// How far a point is from the box; zero within.
    pub fn distance(&self, point: &Point) -> f64 {
        let x = (self.left - point.x).max(point.x - self.right()).max(0.0);
        let y = (self.top - point.y).max(point.y - self.bottom()).max(0.0);
        (x * x + y * y).sqrt()
    }

    /// The box with so much more room on each side.
    pub fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }
}

impl Label {
    /// A label; its point is rounded to a tenth of a pixel.
    pub fn new(text: String, size: f64, anchor: Anchor, x: f64, y: f64) -> Self {
        Self { at: Point { x: tenth(x), y: tenth(y) }, anchor, text, size }
    }

    /// The box it takes, by the estimate of [`measure::width`].
    pub fn rect(&self) -> Rect {
        let width = measure::width(&self.text, self.size);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let height = (ASCENT + DESCENT) * self.size;
        Rect { left, top: self.at.y - ASCENT * self.size, width, height }
    }
}

/// The baseline of a text of this size whose box ends at `bottom`.
pub(crate) fn baseline_over(bottom: f64, size: f64) -> f64 {
    bottom - DESCENT * size
}

/// The baseline of a text of this size whose box starts at `top`.
pub(crate) fn baseline_under(top: f64, size: f64) -> f64 {
    top + ASCENT * size
}

/// The baseline of a text of this size whose figures stand about a height.
pub(crate) fn baseline_beside(middle: f64, size: f64) -> f64 {
    middle + 0.35 * size
}

/// A length rounded to a tenth of a pixel.
pub(crate) fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0 + 0.0
}

/// Commands of an SVG path, each with a length behind it.
pub fn path(pieces: &[(&str, f64)]) -> String {
    let mut path = String::new();
    for (command, length) in pieces {
        path.push_str(command);
        path.push_str(&short(*length));
    }
    path
}

/// A length in as few characters as hold a tenth of a pixel. Everything that is drawn goes through here: the
/// standard library's way of writing a double is one of the largest things that the widget could carry.
pub fn short(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let whole = whole.to_string();
    match rest {
        0 => [sign, &whole].concat(),
        _ => [sign, &whole, ".", &rest.to_string()].concat(),
    }
}
