//! Where parts are said to add up, they do; where they are said not to, they don't.

use figure_tracker_core::dataset::Qualifier;
use figure_tracker_core::dataset::format::Relation;
use figure_tracker_core::decimal::Decimal;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// The stated outcome of a sum is right, as far as exact numbers tell.
///
/// Where a number is missing, a range, or qualified ("about", "more than"), nothing can be told.
pub(super) fn check_sums(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, relation) in document.relations.iter() {
        let Some(adds_up) = relation.adds_up else { continue };
        let Some((sum, whole)) = sum_and_whole(document, relation) else { continue };
        if (sum == whole) == adds_up {
            continue;
        }
        let sum = sum.normalized();
        let (message, help) = if adds_up {
            let message = format!("the parts add up to {sum}, not to {}", whole.normalized());
            (message, "write `\"adds_up\": false`, or mend a number")
        } else {
            (format!("the parts do add up to {sum}"), "write `\"adds_up\": true`")
        };
        let place = Place::of(Key::Relations, index).key(Key::AddsUp);
        report.error("wrong-sum", &place, message, help);
    }
}

/// What the parts of a relation come to, and what its whole is.
fn sum_and_whole(document: &Document<'_>, relation: &Relation) -> Option<(Decimal, Decimal)> {
    let whole = exact_value(document, relation.whole.as_deref()?)?;
    let (first, rest) = relation.parts.split_first()?;
    let mut sum = exact_value(document, first)?;
    for part in rest {
        sum = sum.checked_add(exact_value(document, part)?)?;
    }
    Some((sum, whole))
}

/// The number of a figure that has exactly one.
fn exact_value(document: &Document<'_>, id: &str) -> Option<Decimal> {
    let figure = document.figures.get(document.find(Key::Figures, id)?)?;
    figure.value.filter(|_| figure.qualifier == Qualifier::Exact)
}
