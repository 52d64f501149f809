//! What casts doubt on a figure is explained and sourced.

use figure_tracker_core::dataset::Status;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

const NEEDED: [(Key, &str); 2] =
    [(Key::StatusNote, "say why, in your own words"), (Key::StatusSource, "name the document that says so")];

/// A status that casts doubt has its note and its source.
pub(super) fn check_statuses(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        if matches!(figure.status, Status::Stands | Status::Superseded) {
            continue;
        }
        for (key, help) in NEEDED {
            if !document.is_stated(Key::Figures, index, key) {
                let place = Place::of(Key::Figures, index).key(Key::Status);
                let message = format!("`status` is `{}`, but there is no `{key}`", figure.status.name());
                report.error("unexplained-status", &place, message, help);
            }
        }
    }
}
