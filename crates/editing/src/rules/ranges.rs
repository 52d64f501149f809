//! Ranges are ranges: the lower end comes first, and a number with a range lies in it.

use figure_tracker_core::dataset::Qualifier;

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

/// A range is not qualified: it says itself how exact it is.
pub(super) fn check_qualifiers(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        let is_stated = |key| document.is_stated(Key::Figures, index, key);
        let is_range = !is_stated(Key::Value) && (is_stated(Key::Low) || is_stated(Key::High));
        if is_range && figure.qualifier != Qualifier::Exact {
            let place = Place::of(Key::Figures, index).key(Key::Qualifier);
            let help = "leave the qualifier out, or give the number it belongs to as `value`";
            report.error("qualified-range", &place, "a range has no `qualifier`", help);
        }
    }
}
