//! Round numbers for a value axis: steps of 1, 2 or 5 times a power of ten.
//!
//! Ticks are counted in whole steps and written from those counts, so that `0.3` never comes out as
//! `0.30000000000000004`.

use super::linear::finite;
use crate::small;

/// The fewest ticks of an axis.
const FEWEST: i64 = 3;

/// Spans smaller than this are no span.
const NOTHING: f64 = 1e-12;

/// A distance of 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1, 2 or 5.
    pub digit: i64,
    /// The power of ten.
    pub power: i32,
}

/// Evenly spaced round numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticks {
    /// How far they are apart.
    pub step: Step,
    /// The lowest, in steps from zero.
    pub first: i64,
    /// The highest, in steps from zero.
    pub last: i64,
}

/// Round numbers around `low..=high`: at least three and at most `most` of them (never less than three), the
/// lowest not above `low`, the highest not below `high`. Only whole numbers if `whole`.
///
/// Where all is one number, zero counts as the other end; where that number is zero, one does.
pub fn nice(low: f64, high: f64, most: i64, whole: bool) -> Ticks {
    let (low, high) = widen(finite(low.min(high)), finite(high.max(low)));
    let most = most.max(FEWEST);
    let mut step = first_step((high - low) / most as f64, whole);
    let mut ticks = around(step, low, high);
    while ticks.count() > most {
        step = step.next();
        ticks = around(step, low, high);
    }
    ticks.at_least_three()
}

/// A true span in place of a single number.
fn widen(low: f64, high: f64) -> (f64, f64) {
    let tiny = NOTHING.max(low.abs().max(high.abs()) * NOTHING);
    match high - low >= tiny {
        true => (low, high),
        false if high > tiny => (0.0, high),
        false if low < -tiny => (low, 0.0),
        false => (0.0, 1.0),
    }
}

fn first_step(rough: f64, whole: bool) -> Step {
    let power = rough.log10().floor() as i32;
    Step { digit: 1, power: if whole { power.max(0) } else { power } }
}

fn around(step: Step, low: f64, high: f64) -> Ticks {
    // The 1e-9 forgives what division loses: 0.3 / 0.1 is a little under 3.
    let first = (step.count(low) + 1e-9).floor() as i64;
    let last = (step.count(high) - 1e-9).ceil() as i64;
    Ticks { step, first, last }
}

impl Step {
    /// Its size as a number.
    pub fn size(self) -> f64 {
        self.digit as f64 * 10_f64.powi(self.power)
    }

    /// How many of it make up a number.
    fn count(self, number: f64) -> f64 {
        let whole = number / self.digit as f64;
        if self.power < 0 { whole * 10_f64.powi(-self.power) } else { whole / 10_f64.powi(self.power) }
    }

    /// The next larger round step.
    fn next(self) -> Self {
        match self.digit {
            1 => Self { digit: 2, ..self },
            2 => Self { digit: 5, ..self },
            _ => Self { digit: 1, power: self.power + 1 },
        }
    }

    /// The digits of `count` steps, as in [`crate::dataset::Decimal::digits`].
    fn digits(self, count: i64) -> String {
        let whole = count.saturating_mul(self.digit);
        if whole == 0 {
            return "0".to_owned();
        }
        let zeros = usize::try_from(self.power).unwrap_or(0);
        let places = usize::try_from(-self.power).unwrap_or(0);
        let sign = if whole < 0 { "-" } else { "" };
        let mut digits = whole.unsigned_abs().to_string();
        digits.push_str(&small::zeros(zeros));
        sign.to_owned() + &point(digits, places)
    }
}

/// Puts a decimal point before the last `places` digits and drops the zeros at the end.
fn point(digits: String, places: usize) -> String {
    if places == 0 {
        return digits;
    }
    let missing = (places + 1).saturating_sub(digits.len());
    let padded = small::zeros(missing) + &digits;
    let (whole, fraction) = padded.split_at_checked(padded.len() - places).unwrap_or((&padded, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { [whole, fraction].join(".") }
}

impl Ticks {
    /// How many there are.
    pub fn count(&self) -> i64 {
        self.last.saturating_sub(self.first).saturating_add(1)
    }

    /// The lowest and the highest.
    pub fn domain(&self) -> (f64, f64) {
        (self.number(self.first), self.number(self.last))
    }

    /// Each as a number and as digits, lowest first.
    pub fn list(&self) -> Vec<(f64, String)> {
        let mut list = Vec::new();
        let mut count = self.first;
        while count <= self.last {
            list.push((self.number(count), self.step.digits(count)));
            count += 1;
        }
        list
    }

    fn number(&self, count: i64) -> f64 {
        count as f64 * self.step.size()
    }

    /// Room added away from zero.
    fn at_least_three(mut self) -> Self {
        let missing = (FEWEST - self.count()).max(0);
        if self.last <= 0 {
            self.first -= missing;
        } else {
            self.last += missing;
        }
        self
    }
}
