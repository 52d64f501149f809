//! No two records of a list have the same id.

use crate::document::Document;
use crate::hash::{HashSet, HashSetExt};
use crate::place::{Key, Place};
use crate::report::Report;

/// Reports the second record of a list that has an id, and every one after it.
pub(super) fn check_ids(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for ids in document.all_ids() {
        for (index, id) in ids.iter() {
            if !id.is_empty() && ids.find(id) != Some(index) {
                let message = format!("another {} has the id `{id}` already", ids.noun);
                report.error("duplicate-id", &Place::of(ids.list, index).key(Key::Id), message, ());
            }
        }
    }
    for (index, metric) in document.metrics.iter() {
        let mut known = HashSet::new();
        for (item, scope) in metric.scopes.iter().enumerate() {
            if !known.insert(scope.id.as_str()) {
                let place = Place::of(Key::Metrics, index).key(Key::Scopes).item(item).key(Key::Id);
                let message = format!("another scope of this metric has the id `{}` already", scope.id);
                report.error("duplicate-id", &place, message, ());
            }
        }
    }
}
