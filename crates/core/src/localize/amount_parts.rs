//! A figure's amount in the pieces that are set apart on cards, and the unit of a value axis.

use super::Localizer;
use crate::dataset::{Figure, Unit, UnitKind};

/// An amount in pieces; a range or mere words are all number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountParts {
    /// What stands before the number, such as `more than`; may be empty.
    pub qualifier: String,
    /// The number.
    pub number: String,
    /// What stands after it, such as `people`; may be empty.
    pub unit: String,
}

impl Localizer {
    /// Splits the amount of a figure into its pieces.
    pub fn amount_parts(&self, figure: &Figure, unit: &Unit) -> AmountParts {
        let all = self.format_amount_without_unit(figure, unit);
        let number = figure.value.as_ref().map(|value| self.format_number(value, unit)).unwrap_or_default();
        let word = self.unit_label(figure, unit);
        match all.split_once(&number).filter(|_| !number.is_empty()) {
            Some((before, after)) => AmountParts {
                qualifier: before.trim().to_owned(),
                number,
                unit: format!("{} {word}", after.trim()).trim().to_owned(),
            },
            None => AmountParts { qualifier: String::new(), number: all, unit: word },
        }
    }

    /// Returns what the ticks of a value axis up to `largest` are divided by, and its unit, said once.
    pub fn axis_scale(&self, unit: &Unit, largest: f64) -> (f64, String) {
        let power = |exponent: u32| (0..exponent).fold(1.0, |power, _| power * 10.0);
        let is_money = matches!(unit.kind, UnitKind::Currency(_));
        let magnitudes = self.messages.magnitudes.iter().map(|magnitude| magnitude.exponent);
        let exponent = magnitudes.into_iter().find(|exponent| is_money && largest >= power(*exponent));
        let exponent = exponent.unwrap_or_default();
        (power(exponent), self.axis_unit_label(unit, exponent))
    }

    /// Writes a count as the language does.
    pub fn format_whole_number(&self, number: usize) -> String {
        self.locale.format_number(&number.to_string())
    }
}
