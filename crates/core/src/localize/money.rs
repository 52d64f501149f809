//! Money, and large sums of it in fewer digits. A sum is shortened only where that loses nothing.

use super::Localizer;
use super::amounts::NumberForm;
use super::interpolate::interpolate;
use super::messages::Magnitude;
use crate::dataset::{Unit, UnitKind};
use crate::decimal::Decimal;

/// Currencies that are written by their sign.
const SIGNS: [(&str, &str); 4] = [("USD", "$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "¥")];

/// With more digits after the point than these a sum is not shortened but written out in full. From a trillion on there
/// may be more: in full such a sum fits nowhere, and one metric has one notation.
const FRACTION_DIGITS: u32 = 3;
const FRACTION_DIGITS_OF_TRILLIONS: u32 = 6;

impl Localizer {
    /// A sum of money: `KZT 38.6 billion`, on charts `KZT 38.6 bn`.
    pub(super) fn format_money(&self, amount: Decimal, code: &str, form: NumberForm) -> String {
        let minus = if amount.signum() < 0 { "-" } else { "" };
        let size = amount.checked_abs().unwrap_or(amount);
        let sum = self.format_shortened(size, form);
        let sum = sum.unwrap_or_else(|| self.locale.format_number(&size.to_string()));
        let written = match sign(code) {
            Some(sign) => interpolate(self.messages.money_sign(), &[("code", sign), ("n", &sum)]),
            None => interpolate(self.messages.money(), &[("code", code), ("n", &sum)]),
        };
        [minus, &written].concat()
    }

    fn format_shortened(&self, sum: Decimal, form: NumberForm) -> Option<String> {
        let scale_down = |magnitude: &Magnitude| {
            let scaled = sum.checked_shift(-i32::try_from(magnitude.exponent).ok()?)?;
            (scaled >= Decimal::from(1)).then(|| scaled.normalized())
        };
        let mut magnitudes = self.messages.magnitudes.iter();
        let (magnitude, scaled) =
            magnitudes.find_map(|magnitude| Some((magnitude, scale_down(magnitude)?)))?;
        let most = if magnitude.exponent < 12 { FRACTION_DIGITS } else { FRACTION_DIGITS_OF_TRILLIONS };
        (scaled.scale() <= most).then(|| {
            let digits = scaled.to_string();
            let scale = self.magnitude_label(magnitude, &digits, form);
            interpolate(
                self.messages.scaled(),
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
    /// by ten to the power of `exponent` (6, 9 or 12; 0 where they are not). In the form that stands beside round numbers,
    /// as those of an axis are: `человек`, not `человека`.
    pub fn axis_unit_label(&self, unit: &Unit, exponent: u32) -> String {
        let scale = self.messages.magnitudes.iter().find(|magnitude| magnitude.exponent == exponent);
        let scale =
            scale.map_or("", |magnitude| self.magnitude_label(magnitude, "100", NumberForm::default()));
        let unit = match &unit.kind {
            UnitKind::Counted(_) => self.counted_label(unit, "100", false),
            UnitKind::Currency(code) => sign(code).unwrap_or(code).to_owned(),
            UnitKind::Percent => "%".to_owned(),
        };
        interpolate(self.messages.money(), &[("code", &unit), ("n", scale)]).trim().to_owned()
    }
}

fn sign(code: &str) -> Option<&str> {
    SIGNS.into_iter().find(|(known, _)| *known == code).map(|(_, sign)| sign)
}
