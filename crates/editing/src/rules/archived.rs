//! A document has an archived copy, so that it can be read when its address is gone.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// Warns of every source without `archived` link.
pub(super) fn check_sources(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, source) in document.sources.iter() {
        if source.archived.is_none() && !document.is_stated(Key::Sources, index, Key::Archived) {
            let place = Place::of(Key::Sources, index).key_if_there(Key::Archived);
            let message = format!("the source `{}` has no `archived` link", source.id);
            report.warning("not-archived", &place, message, "save a copy at an archive and give its address");
        }
    }
}
