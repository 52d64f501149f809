//! What changed from one figure to the next: never more exactly than both were reported.

use super::Localizer;
use super::amounts::NumberForm;
use super::interpolate::interpolate;
use crate::dataset::{Figure, Qualifier, Trend, Unit, UnitKind};
use crate::decimal::Decimal;

impl Localizer {
    /// The figure `before`, and what changed since: `225 on 15 January 2022: 5 more (+2.2%)`.
    ///
    /// None where one of them has no number, or they don't cover the same. Where one is not exact there is no
    /// difference to reckon: `546 on 8 January 2022: risen since`; and where even the direction isn't certain, none is
    /// told: `more than 4,500 on 15 January 2022`.
    pub fn format_change(&self, before: &Figure, now: &Figure, unit: &Unit) -> Option<String> {
        let same = before.metric == now.metric && before.scope_id() == now.scope_id();
        let (old, new) = before.value.zip(now.value).filter(|_| same)?;
        let difference = new.checked_sub(old)?;
        let messages = &self.messages;
        let share = share(old.to_f64(), new.to_f64()).filter(|_| !matches!(unit.kind, UnitKind::Percent));
        let counted = matches!(unit.kind, UnitKind::Counted(_));
        let template = match (now.trend_since(before)?, is_exact(before) && is_exact(now), share, counted) {
            (Trend::Same, ..) => messages.unchanged(),
            (Trend::Unknown, ..) => messages.compared(),
            (Trend::Up, false, ..) => messages.up_from(),
            (Trend::Down, false, ..) => messages.down_from(),
            (Trend::Up, true, Some(_), _) => messages.more(),
            (Trend::Up, true, None, _) => messages.more_plain(),
            (Trend::Down, true, Some(_), true) => messages.fewer(),
            (Trend::Down, true, None, true) => messages.fewer_plain(),
            (Trend::Down, true, Some(_), false) => messages.less(),
            (Trend::Down, true, None, false) => messages.less_plain(),
        };
        let placeholders = [
            ("n", &*self.format_difference(difference, unit)),
            ("share", &*share.map(|share| self.format_share(share)).unwrap_or_default()),
            ("before", &*self.format_amount_without_unit(before, unit)),
            ("when", &*self.format_date_in_sentence(before.said.as_ref())),
        ];
        Some(interpolate(template, &placeholders))
    }

    fn format_difference(&self, difference: Decimal, unit: &Unit) -> String {
        let size = difference.checked_abs().unwrap_or(difference).normalized();
        let digits = size.to_string();
        match &unit.kind {
            UnitKind::Counted(_) => self.locale.format_number(&digits),
            UnitKind::Currency(code) => self.format_money(size, code, NumberForm::default()),
            UnitKind::Percent => {
                let phrase = self.messages.percentage_points().form(self.locale.plural_category(&digits));
                interpolate(phrase, &[("n", &self.locale.format_number(&digits))])
            }
        }
    }

    fn format_share(&self, tenths: i64) -> String {
        let rounded = if tenths.abs() < 1000 { tenths } else { (tenths + 5 * tenths.signum()) / 10 * 10 };
        let size = Decimal::from(rounded.abs()).checked_shift(-1).unwrap_or_default().normalized();
        let number = self.locale.format_number(&size.to_string());
        let template = if tenths > 0 { self.messages.plus_percent() } else { self.messages.minus_percent() };
        interpolate(template, &[("n", &number)])
    }
}

fn is_exact(figure: &Figure) -> bool {
    figure.qualifier == Qualifier::Exact && figure.low.is_none() && figure.high.is_none()
}

/// The change in tenths of a per cent; none where it can't be said or rounds to nothing.
fn share(old: f64, new: f64) -> Option<i64> {
    let tenths = ((new - old) / old * 1000.0).round();
    (old > 0.0 && tenths.is_finite() && tenths != 0.0).then_some(tenths as i64)
}
