//! Round numbers for a value axis: steps of 1, 2 or 5 times a power of ten.
//!
//! Ticks are counted in whole steps and written from those counts, so that `0.3` never comes out as
//! `0.30000000000000004`.

use super::linear::clamp_to_finite;

/// The fewest ticks of an axis.
const MIN_TICKS: i64 = 3;
/// A span smaller than this, or than this share of its numbers, is no span.
const MIN_SPAN: f64 = 1e-12;
/// What the division of two doubles may lose: 0.3 / 0.1 is a little under 3.
const DIVISION_ERROR: f64 = 1e-9;

/// A distance of 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecimalStep {
    /// 1, 2 or 5.
    pub digit: i64,
    /// The power of ten.
    pub power: i32,
}

/// Evenly spaced round numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundTicks {
    /// How far they are apart.
    pub step: DecimalStep,
    /// The lowest, in steps from zero.
    pub first: i64,
    /// The highest, in steps from zero.
    pub last: i64,
}

/// Chooses round numbers around `low..=high`: at least three and at most `max_ticks` of them (never less than
/// three), the lowest not above `low`, the highest not below `high`. Only whole numbers if `whole`.
///
/// Where all is one number, zero counts as the other end; where that number is zero, one does.
///
/// ```
/// use figure_tracker_core::scale::ticks::round_ticks;
///
/// let ticks = round_ticks(0.0, 230.0, 6, true).list();
/// let digits: Vec<&str> = ticks.iter().map(|(_, digits)| digits.as_str()).collect();
/// assert_eq!(digits, ["0", "50", "100", "150", "200", "250"]);
/// ```
pub fn round_ticks(low: f64, high: f64, max_ticks: i64, whole: bool) -> RoundTicks {
    let (low, high) = widen(clamp_to_finite(low.min(high)), clamp_to_finite(high.max(low)));
    let max_ticks = max_ticks.max(MIN_TICKS);
    let mut step = first_step((high - low) / max_ticks as f64, whole);
    let mut ticks = ticks_around(step, low, high);
    while ticks.count() > max_ticks {
        step = step.next_larger();
        ticks = ticks_around(step, low, high);
    }
    ticks.extend_to_three()
}

/// Returns a true span in place of a single number.
fn widen(low: f64, high: f64) -> (f64, f64) {
    let least = MIN_SPAN.max(low.abs().max(high.abs()) * MIN_SPAN);
    match high - low >= least {
        true => (low, high),
        false if high > least => (0.0, high),
        false if low < -least => (low, 0.0),
        false => (0.0, 1.0),
    }
}

fn first_step(least: f64, whole: bool) -> DecimalStep {
    let power = least.log10().floor() as i32;
    DecimalStep { digit: 1, power: if whole { power.max(0) } else { power } }
}

fn ticks_around(step: DecimalStep, low: f64, high: f64) -> RoundTicks {
    let first = (step.count(low) + DIVISION_ERROR).floor() as i64;
    let last = (step.count(high) - DIVISION_ERROR).ceil() as i64;
    RoundTicks { step, first, last }
}

impl DecimalStep {
    /// Returns its size as a number.
    pub fn size(self) -> f64 {
        self.digit as f64 * 10_f64.powi(self.power)
    }

    /// Returns how many of it make up a number.
    fn count(self, number: f64) -> f64 {
        let whole = number / self.digit as f64;
        if self.power < 0 { whole * 10_f64.powi(-self.power) } else { whole / 10_f64.powi(self.power) }
    }

    fn next_larger(self) -> Self {
        match self.digit {
            1 => Self { digit: 2, ..self },
            2 => Self { digit: 5, ..self },
            _ => Self { digit: 1, power: self.power + 1 },
        }
    }

    /// Writes `count` steps in canonical digits.
    fn format(self, count: i64) -> String {
        let whole = count.saturating_mul(self.digit);
        if whole == 0 {
            return "0".to_owned();
        }
        let sign = if whole < 0 { "-" } else { "" };
        let digits = whole.unsigned_abs();
        match usize::try_from(self.power) {
            Ok(zeros) => format!("{sign}{digits}{}", "0".repeat(zeros)),
            Err(_) => format!("{sign}{}", insert_point(digits, self.power.unsigned_abs() as usize)),
        }
    }
}

/// Writes a number with a decimal point before its last `places` digits, without zeros at the end.
fn insert_point(digits: u64, places: usize) -> String {
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at_checked(padded.len() - places).unwrap_or((&padded, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

impl RoundTicks {
    /// Returns how many there are.
    pub fn count(&self) -> i64 {
        self.last.saturating_sub(self.first).saturating_add(1)
    }

    /// Returns the lowest and the highest.
    pub fn domain(&self) -> (f64, f64) {
        (self.number(self.first), self.number(self.last))
    }

    /// Returns each as a number and as digits, lowest first.
    pub fn list(&self) -> Vec<(f64, String)> {
        (self.first..=self.last).map(|count| (self.number(count), self.step.format(count))).collect()
    }

    fn number(&self, count: i64) -> f64 {
        count as f64 * self.step.size()
    }

    /// Adds ticks away from zero until there are three.
    fn extend_to_three(mut self) -> Self {
        let missing = (MIN_TICKS - self.count()).max(0);
        if self.last <= 0 {
            self.first -= missing;
        } else {
            self.last += missing;
        }
        self
    }
}
