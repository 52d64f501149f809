//! What a layout needs to know besides the metric.

use super::relations::ChartRelations;
use crate::dataset::{Event, Figure, Metric};
use crate::date::Day;
use crate::localize::Locale;
use crate::scale::linear::clamp_to_finite;

/// The least and the largest width of a drawing.
const WIDTH_LIMITS: (f64, f64) = (120.0, 4000.0);
/// The least and the largest height of a drawing.
const HEIGHT_LIMITS: (f64, f64) = (90.0, 4000.0);

/// What [`layout`](fn@super::layout) needs to know besides the metric.
pub struct LayoutOptions<'a> {
    /// The width of the whole drawing in CSS pixels.
    pub width: f64,
    /// The height of the whole drawing in CSS pixels.
    pub height: f64,
    /// What labels say.
    pub texts: ChartTexts<'a>,
    /// What happened; events within the time shown are drawn.
    pub events: &'a [Event],
    /// How the figures of the metric are related.
    pub relations: &'a ChartRelations,
    /// Whether the value axis starts at zero even where that hides the change.
    pub from_zero: bool,
    /// What the axes cover where that isn't just what the figures need.
    pub axes: Axes<'a>,
}

/// What the axes cover where that isn't just what the figures of the metric need: a reader has asked for some of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Axes<'a> {
    /// The metric with all its figures, where only some of them are drawn: the axes stay as they are for all, and nothing
    /// is said of what comes after the last that is drawn.
    pub whole: Option<&'a Metric>,
    /// The first and the last day that the time axis has at least: those of other figures that are shown on the same axis.
    pub span: Option<(Day, Day)>,
    /// The figure whose value stands when the period shown begins. It is none of the period's own: only its value is drawn.
    pub before: Option<&'a Figure>,
    /// The first day of the period shown.
    pub from: Option<Day>,
    /// The last day of the period shown.
    pub to: Option<Day>,
    /// The day after which nothing is known yet.
    pub known_on: Option<Day>,
}

/// What labels say.
#[derive(Clone, Copy)]
pub struct ChartTexts<'a> {
    /// How numbers and dates are written on the axes.
    pub locale: &'a dyn Locale,
    /// The BCP 47 tag of the language in which labels of scopes and events are wanted.
    pub language: &'a str,
    /// The BCP 47 tag of the language around them.
    pub interface: &'a str,
    /// Writes the short label of a mark: `225`, `40–50`, `dozens`.
    pub amount: &'a dyn Fn(&Figure) -> String,
    /// From the largest number of the axis to what all of its ticks are divided by, and the unit said once:
    /// `(1.0, "people")`, `(1e9, "KZT billion")`.
    pub magnitude: &'a dyn Fn(f64) -> (f64, String),
    /// What stands at the dashed tail after the last figure.
    pub no_later_figure: &'a str,
    /// What stands where nothing is known yet.
    pub not_yet_known: &'a str,
    /// What stands under the column of undated figures.
    pub undated: &'a str,
}

impl LayoutOptions<'_> {
    /// Returns the width and the height of the drawing, within reason.
    pub(super) fn drawing_size(&self) -> (f64, f64) {
        let within = |length: f64, (least, most)| clamp_to_finite(length).clamp(least, most);
        (within(self.width, WIDTH_LIMITS), within(self.height, HEIGHT_LIMITS))
    }
}
