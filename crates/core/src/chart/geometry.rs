//! Points, rectangles and SVG paths: the geometry that the layout is made of. Knows no figures and no texts.

use std::fmt::Write as _;

/// A point in the drawing, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// The distance from the left edge.
    pub x: f64,
    /// The distance from the top edge.
    pub y: f64,
}

/// A rectangle in the drawing, in CSS pixels.
///
/// ```
/// use figure_tracker_core::chart::Rect;
///
/// let rect = Rect::from_sides((10.0, 40.0), (0.0, 20.0));
/// assert_eq!((rect.right(), rect.bottom()), (40.0, 20.0));
/// assert!(rect.touches(&Rect::from_sides((39.0, 50.0), (5.0, 6.0))));
/// assert!(!rect.touches(&Rect::from_sides((40.0, 50.0), (5.0, 6.0))));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// Makes a rectangle of its four sides, each pair in any order.
    pub fn from_sides(x: (f64, f64), y: (f64, f64)) -> Self {
        let (left, top) = (x.0.min(x.1), y.0.min(y.1));
        Self { left, top, width: x.0.max(x.1) - left, height: y.0.max(y.1) - top }
    }

    /// Returns the x of the right side.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Returns the y of the lower side.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Returns whether two rectangles have more than a side in common.
    pub fn touches(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }

    /// Returns whether this rectangle lies within another.
    pub fn is_within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.right() <= other.right()
            && self.top >= other.top
            && self.bottom() <= other.bottom()
    }

    /// Returns how far a point is from the rectangle; zero within.
    pub fn distance_to(&self, point: Point) -> f64 {
        let x = (self.left - point.x).max(point.x - self.right()).max(0.0);
        let y = (self.top - point.y).max(point.y - self.bottom()).max(0.0);
        x.hypot(y)
    }

    /// Returns the rectangle with so much more room on each side.
    pub fn expand(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }
}

/// Rounds a length to a tenth of a pixel, which no screen shows more of. Never returns `-0`.
pub(super) fn round_to_tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0 + 0.0
}

/// Writes a length, rounded to a tenth of a pixel.
///
/// ```
/// use figure_tracker_core::chart::format_length;
///
/// assert_eq!(format_length(49.64), "49.6");
/// assert_eq!(format_length(-0.04), "0");
/// ```
pub fn format_length(length: f64) -> String {
    format_path(&[("", length)])
}

/// Writes commands of an SVG path, each with a length behind it.
///
/// ```
/// use figure_tracker_core::chart::format_path;
///
/// assert_eq!(format_path(&[("M", 4.0), (" ", 10.25), ("H", 20.0)]), "M4 10.3H20");
/// ```
pub fn format_path(commands: &[(&str, f64)]) -> String {
    let mut path = String::new();
    for (command, length) in commands {
        // Whole tenths, for to write any number exactly takes four kilobytes of the wasm.
        let tenths = (length * 10.0).round() as i64;
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        // Writing to a string cannot fail.
        let _ = match tenth {
            0 => write!(path, "{command}{sign}{whole}"),
            _ => write!(path, "{command}{sign}{whole}.{tenth}"),
        };
    }
    path
}

/// Writes a polyline of level and upright segments as an SVG path.
pub(super) fn format_steps(corners: &[Point]) -> String {
    let mut commands = Vec::with_capacity(corners.len() + 1);
    let mut previous: Option<&Point> = None;
    for corner in corners {
        match previous.replace(corner) {
            None => commands.extend([("M", corner.x), (" ", corner.y)]),
            Some(last) if last.y == corner.y => commands.push(("H", corner.x)),
            Some(_) => commands.push(("V", corner.y)),
        }
    }
    format_path(&commands)
}
