//! What metrics are counted in: a unit says once what it counts.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// A unit has exactly one of `label`, `currency` and `percent`.
pub(super) fn check_units(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, unit) in document.units.iter() {
        let place = Place::of(Key::Units, index);
        if unit.percent == Some(false) {
            let place = place.key(Key::Percent);
            report.error("bad-unit", &place, "`percent` can only be true", "leave the key out");
            continue;
        }
        let measures = [Key::Label, Key::Currency, Key::Percent];
        let count = measures.iter().filter(|key| document.is_stated(Key::Units, index, **key)).count();
        let fault = match count {
            1 => continue,
            0 => "does not say what it counts",
            _ => "says more than once what it counts",
        };
        let message = format!("the unit `{}` {fault}", unit.id);
        let help = "a unit has exactly one of `label`, `currency` and `percent`";
        report.error("bad-unit", &place, message, help);
    }
}
