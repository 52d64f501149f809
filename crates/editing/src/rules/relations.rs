//! A relation has the keys of its type.

use figure_tracker_core::dataset::format::RelationType;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

const OF_SUM: [Key; 3] = [Key::Whole, Key::Parts, Key::AddsUp];
const OF_OTHERS: [Key; 2] = [Key::From, Key::To];

/// A sum has `whole`, `parts` and `adds_up`, every other relation `from` and `to`.
pub(super) fn check_keys(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, relation) in document.relations.iter() {
        let is_sum = relation.kind == RelationType::Sum;
        let (needed, foreign, noun): (&[Key], &[Key], _) =
            if is_sum { (&OF_SUM, &OF_OTHERS, "a sum") } else { (&OF_OTHERS, &OF_SUM, "this relation") };
        let place = || Place::of(Key::Relations, index);
        let is_stated = |key: &Key| document.is_stated(Key::Relations, index, *key);
        for key in needed.iter().copied().filter(|key| !is_stated(key)) {
            report.error("missing-key", &place(), format!("`{key}` is missing in {noun}"), ());
        }
        for key in foreign.iter().copied().filter(is_stated) {
            let names: Vec<&str> = needed.iter().map(|key| key.name()).collect();
            let help = format!("its keys are `{}`", names.join("`, `"));
            let message = format!("`{key}` is not a key of {noun}");
            report.error("unknown-key", &place().key(key).key_itself(), message, help);
        }
        if is_sum && relation.parts.is_empty() && is_stated(&Key::Parts) {
            report.error("empty-sum", &place().key(Key::Parts), "this sum has no parts", ());
        }
    }
}
