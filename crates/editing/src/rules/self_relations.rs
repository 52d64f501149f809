//! Nothing is a part of itself, revises itself and so on.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

const CODE: &str = "self-relation";

/// Reports every relation of a thing to itself.
pub(super) fn check_relations(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, metric) in document.metrics.iter() {
        if metric.part_of.as_deref() == Some(&metric.id) {
            let place = Place::of(Key::Metrics, index).key(Key::PartOf);
            report.error(CODE, &place, format!("the metric `{}` is part of itself", metric.id), ());
        }
    }
    for (index, relation) in document.relations.iter() {
        let place = || Place::of(Key::Relations, index);
        for (item, part) in relation.parts.iter().enumerate() {
            if relation.whole.as_deref() == Some(part) {
                let message = format!("`{part}` is a part of itself in this sum");
                report.error(CODE, &place().key(Key::Parts).item(item), message, ());
            }
        }
        if let Some(to) = relation.to.as_deref()
            && relation.from.as_deref() == Some(to)
        {
            report.error(CODE, &place().key(Key::To), format!("`{to}` is related to itself"), ());
        }
    }
}
