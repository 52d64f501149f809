//! What changed from one figure to the next: never more exactly than both were reported.

use super::Voice;
use super::decimal::Exact;
use super::fill::fill;
use crate::dataset::{Figure, Measure, Qualifier, Unit};

impl Voice {
    /// What changed since the figure `before`: `5 more (+2.2%) than 225 on 15 January 2022`.
    ///
    /// None where one of them has no number, or they don't cover the same. Where one is not exact there is no
    /// difference to reckon: `up from more than 4,500 on 15 January 2022`.
    pub fn change(&self, before: &Figure, now: &Figure, unit: &Unit) -> Option<String> {
        let same = before.metric == now.metric && before.scope_id() == now.scope_id();
        let (old, new) = before.value.as_ref().zip(now.value.as_ref()).filter(|_| same)?;
        let (exact_old, exact_new) = (Exact::of(old)?, Exact::of(new)?);
        let difference = exact_new.plus(exact_old.negated())?;
        let words = self.words;
        let share = share(old.number, new.number).filter(|_| !matches!(unit.measure, Measure::Percent));
        let counted = matches!(unit.measure, Measure::Counted(_));
        let template = match (difference.sign(), is_exact(before) && is_exact(now), share, counted) {
            (0, ..) if before.qualifier == now.qualifier => words.unchanged,
            (0, ..) => words.compared,
            (1, false, ..) => words.up_from,
            (_, false, ..) => words.down_from,
            (1, true, Some(_), _) => words.more,
            (1, true, None, _) => words.more_plain,
            (_, true, Some(_), true) => words.fewer,
            (_, true, None, true) => words.fewer_plain,
            (_, true, Some(_), false) => words.less,
            (_, true, None, false) => words.less_plain,
        };
        let holes = [
            ("n", &*self.difference(difference, unit)),
            ("share", &*share.map(|share| self.share(share)).unwrap_or_default()),
            ("before", &*self.bare(before, unit)),
            ("when", &*self.said_in_sentence(before.said.as_ref())),
        ];
        Some(fill(template, &holes))
    }

    fn difference(&self, difference: Exact, unit: &Unit) -> String {
        let size = if difference.sign() < 0 { difference.negated() } else { difference }.divided(0);
        let digits = size.digits();
        match &unit.measure {
            Measure::Counted(_) => self.locale.number(&digits),
            Measure::Currency(code) => self.money(&digits, Some(size), code, false),
            Measure::Percent => {
                let phrase = super::fill::choose(self.words.points, self.locale.plural(&digits));
                fill(phrase, &[("n", &self.locale.number(&digits))])
            }
        }
    }

    fn share(&self, tenths: i64) -> String {
        let rounded = if tenths.abs() < 1000 { tenths } else { (tenths + 5 * tenths.signum()) / 10 * 10 };
        let number = self.locale.number(&Exact::tenths(rounded.abs()).digits());
        let template = if tenths > 0 { self.words.plus_percent } else { self.words.minus_percent };
        fill(template, &[("n", &number)])
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
