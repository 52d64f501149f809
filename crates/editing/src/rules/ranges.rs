//! Ranges are ranges: the lower end comes first, and a number with a range lies in it.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// The lower end of a range is not above its upper end.
pub(super) fn check_order(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        if let (Some(low), Some(high)) = (figure.low, figure.high)
            && low > high
        {
            let place = Place::of(Key::Figures, index).key(Key::Low);
            report.error("low-above-high", &place, format!("`low` {low} is above `high` {high}"), ());
        }
    }
}

/// A number with a range lies in it.
pub(super) fn check_values(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        let Some(value) = figure.value else { continue };
        let below = figure.low.filter(|low| value < *low).map(|low| format!("below `low` {low}"));
        let above = || figure.high.filter(|high| value > *high).map(|high| format!("above `high` {high}"));
        if let Some(outside) = below.or_else(above) {
            let place = Place::of(Key::Figures, index).key(Key::Value);
            report.error("value-outside-range", &place, format!("`value` {value} is {outside}"), ());
        }
    }
}
