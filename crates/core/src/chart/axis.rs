//! Both axes: what the value axis covers, and the labelled ticks of either.

use super::facts::Fact;
use super::frame::{self, FOOT, Frame};
use super::geometry::{baseline_beside, baseline_over, tenth};
use super::{Anchor, Label, Options, SMALL, Tick, Undated, Wording, measure};
use crate::dataset::{Metric, UnitKind};
use crate::localize::Locale;
use crate::scale::calendar::{self, Fit};
use crate::scale::nice;

/// Where the change is less than this share of the largest number, starting at zero would hide it.
const HIDDEN: f64 = 0.12;
/// The height of the drawing that one tick needs.
const TICK: f64 = 56.0;
/// The least room between two labels of the time axis.
const GAP: f64 = 10.0;

/// What the value axis covers.
pub(crate) struct Values {
    /// The unit, said once.
    pub(crate) unit: String,
    /// The lowest and the highest number of the axis.
    pub(crate) domain: (f64, f64),
    /// Numbers and texts, lowest first; empty where no figure has a number.
    pub(crate) ticks: Vec<(f64, String)>,
    /// Whether the axis starts elsewhere than at zero.
    pub(crate) broken: bool,
    /// Whether starting at zero would hide the change.
    pub(crate) breakable: bool,
}

/// Chooses what the value axis covers.
pub(crate) fn values(metric: &Metric, facts: &[Fact], options: &Options<'_>) -> Values {
    let numbers: Vec<f64> = facts.iter().flat_map(Fact::numbers).collect();
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (divisor, unit) =
        magnitude(if numbers.is_empty() { 0.0 } else { low.abs().max(high.abs()) }, options);
    if numbers.is_empty() {
        return Values { unit, domain: (0.0, 1.0), ticks: Vec::new(), broken: false, breakable: false };
    }
    let whole = matches!(metric.unit.kind, UnitKind::Counted(_))
        && divisor == 1.0
        && numbers.iter().all(|number| number.fract() == 0.0);
    let breakable = low > 0.0 && high > low && high - low < HIDDEN * high;
    let bottom = if breakable && !options.from_zero { low } else { low.min(0.0) };
    let most = (frame::size(options).1 / TICK).clamp(3.0, 6.0) as i64;
    let ticks = nice::nice(bottom / divisor, high.max(0.0) / divisor, most, whole);
    let text =
        |(number, digits): (f64, String)| (number * divisor, options.wording.locale.format_number(&digits));
    Values {
        unit,
        domain: (ticks.domain().0 * divisor, ticks.domain().1 * divisor),
        ticks: ticks.list().into_iter().map(text).collect(),
        broken: ticks.first > 0,
        breakable,
    }
}

fn magnitude(largest: f64, options: &Options<'_>) -> (f64, String) {
    let (divisor, unit) = (options.wording.magnitude)(largest);
    (if divisor.is_finite() && divisor >= 1e-9 { divisor } else { 1.0 }, unit)
}

/// Ticks of the value axis, lowest first; their labels stand over their hairlines at the left, inside the plot.
pub(crate) fn value_ticks(values: &Values, frame: &Frame) -> Vec<Tick> {
    let room = frame.column.map_or(frame.left, |column| column.0) - 4.0;
    let tick = |(number, text): &(f64, String)| {
        let at = frame.y(*number);
        let text = (measure::width(text, SMALL) <= room).then(|| text.clone());
        let label = |text| Label::new(text, SMALL, Anchor::Start, 2.0, baseline_over(at - 1.0, SMALL));
        Tick { at, label: text.map(label).and_then(|label| frame.if_inside(label)) }
    };
    values.ticks.iter().map(tick).collect()
}

/// Ticks of the time axis, first first.
pub(crate) fn time_ticks(frame: &Frame, locale: &dyn Locale) -> Vec<Tick> {
    let Some(time) = frame.time else { return Vec::new() };
    let width = |text: &str| measure::width(text, SMALL);
    let room = (frame.column.map_or(2.0, |column| column.1 + 4.0), frame.width - 2.0);
    let fit = Fit { scale: &frame.days, room, gap: GAP, width: &width };
    let ticks = match time.only {
        Some(day) => calendar::only(day, locale, &fit),
        None => calendar::ticks(time.first, time.last, locale, &fit),
    };
    let y = baseline_beside(frame.height - FOOT / 2.0 + 1.0, SMALL);
    let label = |said: calendar::DayText| Label::new(said.text, SMALL, Anchor::Middle, said.middle, y);
    let tick = |tick: calendar::DayTick| Tick { at: frame.x(tick.day), label: tick.text.map(label) };
    ticks.into_iter().map(tick).collect()
}

/// The column of undated figures.
pub(crate) fn undated(frame: &Frame, wording: &Wording<'_>) -> Option<Undated> {
    let (left, right) = frame.column?;
    let y = baseline_beside(frame.height - FOOT / 2.0 + 1.0, SMALL);
    let text = measure::fit(wording.undated, SMALL, right - left - 4.0);
    let label = |text| Label::new(text, SMALL, Anchor::Middle, frame.column_middle(), y);
    Some(Undated { x: tenth(right), label: text.map(label).and_then(|label| frame.if_inside(label)) })
}
