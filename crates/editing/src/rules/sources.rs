//! Every figure leads to a document that carries it, and names no document twice.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// A figure has at least one source.
pub(super) fn check_sources(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        if figure.sources.is_empty() {
            let place = Place::of(Key::Figures, index).key(Key::Sources);
            let message = format!("the figure `{}` has no source", figure.id);
            report.error("no-source", &place, message, "name at least one document that carries it");
        }
    }
}
