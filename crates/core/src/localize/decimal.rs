//! Exact arithmetic on reported digits, for sums, changes and shortened money. No doubles.

use crate::decimal::Decimal;
use crate::small::zeros;

/// A decimal number, exact: `units` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    units: i64,
    scale: u32,
}

impl Exact {
    pub(super) const ZERO: Self = Self { units: 0, scale: 0 };

    /// None where there are too many digits to reckon with.
    pub(super) fn of(decimal: &Decimal) -> Option<Self> {
        Some(Self { units: i64::try_from(decimal.coefficient()).ok()?, scale: decimal.scale() })
    }

    pub(super) fn tenths(units: i64) -> Self {
        Self { units, scale: 1 }.divided(0)
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let units = self.units_at(scale)?.checked_add(other.units_at(scale)?)?;
        Some(Self { units, scale })
    }

    pub(super) fn negated(self) -> Self {
        Self { units: self.units.saturating_neg(), ..self }
    }

    /// Divided by ten to the power of `exponent`, without zeros at the end of the fraction.
    pub(super) fn divided(self, exponent: u32) -> Self {
        let (mut units, mut scale) = (self.units, self.scale.saturating_add(exponent));
        while scale > 0 && units % 10 == 0 {
            (units, scale) = (units / 10, scale - 1);
        }
        Self { units, scale }
    }

    pub(super) fn fraction_digits(self) -> u32 {
        self.scale
    }

    pub(super) fn sign(self) -> i64 {
        self.units.signum()
    }

    /// Whether it is at least ten to the power of `exponent`, the sign left out.
    pub(super) fn reaches(self, exponent: u32) -> bool {
        let limit = 10_i64.checked_pow(exponent.saturating_add(self.scale));
        limit.is_some_and(|limit| self.units.unsigned_abs() >= limit.unsigned_abs())
    }

    pub(super) fn digits(self) -> String {
        let all = self.units.unsigned_abs().to_string();
        let scale = usize::try_from(self.scale).unwrap_or(0);
        let zeros = zeros((scale + 1).saturating_sub(all.len()));
        let all = [zeros, all].concat();
        let (integer, fraction) = all.split_at_checked(all.len() - scale).unwrap_or((&all, ""));
        let sign = if self.units < 0 { "-" } else { "" };
        [sign, integer, if scale > 0 { "." } else { "" }, fraction].concat()
    }

    fn units_at(self, scale: u32) -> Option<i64> {
        self.units.checked_mul(10_i64.checked_pow(scale.checked_sub(self.scale)?)?)
    }
}
