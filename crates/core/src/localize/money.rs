//! Money, and large sums of it in fewer digits. A sum is shortened only where that loses nothing.

use super::Localizer;
use super::amounts::NumberForm;
use super::decimal::Exact;
use super::interpolate::interpolate;
use super::messages::Magnitude;
use crate::dataset::{Unit, UnitKind};

/// Currencies that are written by their sign.
const SIGNS: [(&str, &str); 4] = [("USD", "$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "¥")];

/// More digits than these after the point are not shortened but written out in full.
const FRACTION_DIGITS: u32 = 3;

impl Localizer {
    /// A sum of money: `KZT 38.6 billion`, on charts `KZT 38.6 bn`.
    pub(super) fn format_money(
        &self,
        digits: &str,
        exact: Option<Exact>,
        code: &str,
        form: NumberForm,
    ) -> String {
        let (minus, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
        let sum = exact
            .and_then(|sum| self.format_shortened(if minus.is_empty() { sum } else { sum.negated() }, form));
        let sum = sum.unwrap_or_else(|| self.locale.format_number(digits));
        let written = match sign(code) {
            Some(sign) => interpolate(&self.messages.money_sign, &[("code", sign), ("n", &sum)]),
            None => interpolate(&self.messages.money, &[("code", code), ("n", &sum)]),
        };
        [minus, &written].concat()
    }

    fn format_shortened(&self, sum: Exact, form: NumberForm) -> Option<String> {
        let magnitude = self.messages.magnitudes.iter().find(|magnitude| sum.reaches(magnitude.exponent))?;
        let scaled = sum.divided(magnitude.exponent);
        (scaled.fraction_digits() <= FRACTION_DIGITS).then(|| {
            let digits = scaled.digits();
            let scale = self.magnitude_label(magnitude, &digits, form);
            interpolate(
                &self.messages.scaled,
                &[("n", &self.locale.format_number(&digits)), ("scale", scale)],
            )
        })
    }

    fn magnitude_label<'a>(&self, magnitude: &'a Magnitude, digits: &str, form: NumberForm) -> &'a str {
        match form.is_short {
            true => &magnitude.short,
            false => magnitude.name.form(self.plural_category(digits, form.is_governed)),
        }
    }

    /// What the numbers of an axis are, said once: `people`, `%`, `KZT`, or `KZT billion` where they are divided
    /// by ten to the power of `exponent` (6, 9 or 12; 0 where they are not).
    pub fn axis_unit_label(&self, unit: &Unit, exponent: u32) -> String {
        let scale = self.messages.magnitudes.iter().find(|magnitude| magnitude.exponent == exponent);
        let scale = scale.map_or("", |magnitude| self.magnitude_label(magnitude, "2", NumberForm::default()));
        let unit = match &unit.kind {
            UnitKind::Counted(_) => self.counted_label(unit, "2", false),
            UnitKind::Currency(code) => sign(code).unwrap_or(code).to_owned(),
            UnitKind::Percent => "%".to_owned(),
        };
        interpolate(&self.messages.money, &[("code", &unit), ("n", scale)]).trim().to_owned()
    }
}

fn sign(code: &str) -> Option<&str> {
    SIGNS.into_iter().find(|(known, _)| *known == code).map(|(_, sign)| sign)
}
