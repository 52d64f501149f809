//! Which numbers the value axis covers, in which unit.

use super::figures::ChartFigure;
use super::options::LayoutOptions;
use crate::dataset::{Metric, UnitKind};
use crate::scale::ticks::round_ticks;

/// Where the change is less than this share of the largest number, starting at zero would hide it.
const MIN_VISIBLE_CHANGE: f64 = 0.12;
/// The height of the drawing that one tick needs.
const HEIGHT_PER_TICK: f64 = 56.0;
/// The fewest and the most ticks.
const MIN_TICKS: f64 = 3.0;
const MAX_TICKS: f64 = 6.0;
/// So few figures say their numbers themselves and need no grid.
const MAX_FIGURES_WITHOUT_GRID: usize = 6;
/// The smallest divisor of the numbers at ticks that makes sense.
const MIN_DIVISOR: f64 = 1e-9;

/// What the value axis covers.
pub(super) struct ValueAxis {
    /// The unit, said once.
    pub(super) unit: String,
    /// The lowest and the highest number of the axis.
    pub(super) domain: (f64, f64),
    /// Numbers and texts, lowest first; empty where no figure has a number.
    pub(super) ticks: Vec<(f64, String)>,
    /// Whether all ticks have gridlines; else only the lowest and the highest are labelled, without one.
    pub(super) has_grid: bool,
    /// Whether the axis starts elsewhere than at zero.
    pub(super) broken: bool,
    /// Whether starting at zero would hide the change.
    pub(super) breakable: bool,
}

/// Chooses what the value axis covers.
pub(super) fn choose_value_axis(
    metric: &Metric,
    figures: &[ChartFigure<'_>],
    options: &LayoutOptions<'_>,
) -> ValueAxis {
    let numbers: Vec<f64> = figures.iter().flat_map(ChartFigure::numbers).collect();
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        let (_, unit) = choose_magnitude(0.0, options);
        return ValueAxis {
            unit,
            domain: (0.0, 1.0),
            ticks: Vec::new(),
            has_grid: false,
            broken: false,
            breakable: false,
        };
    }
    let (divisor, unit) = choose_magnitude(low.abs().max(high.abs()), options);
    let whole = matches!(metric.unit.kind, UnitKind::Counted(_))
        && divisor == 1.0
        && numbers.iter().all(|number| number.fract() == 0.0);
    let is_close = low > 0.0 && high > low && high - low < MIN_VISIBLE_CHANGE * high;
    // What only figures of different scopes differ by is no change: enlarged it would look like one.
    let breakable = is_close && metric.moved();
    let bottom = if breakable && !options.from_zero { low } else { low.min(0.0) };
    let has_grid = figures.len() > MAX_FIGURES_WITHOUT_GRID;
    // Where only the ends are labelled, fine steps keep the highest close to the figures.
    let max_ticks = match has_grid {
        true => (options.drawing_size().1 / HEIGHT_PER_TICK).clamp(MIN_TICKS, MAX_TICKS) as i64,
        false => MAX_TICKS as i64,
    };
    let ticks = round_ticks(bottom / divisor, high.max(0.0) / divisor, max_ticks, whole);
    let labelled =
        |(number, digits): (f64, String)| (number * divisor, options.texts.locale.format_number(&digits));
    ValueAxis {
        unit,
        domain: (ticks.domain().0 * divisor, ticks.domain().1 * divisor),
        ticks: ticks.list().into_iter().map(labelled).collect(),
        has_grid,
        broken: ticks.first > 0,
        breakable,
    }
}

fn choose_magnitude(largest: f64, options: &LayoutOptions<'_>) -> (f64, String) {
    let (divisor, unit) = (options.texts.magnitude)(largest);
    (if divisor.is_finite() && divisor >= MIN_DIVISOR { divisor } else { 1.0 }, unit)
}
