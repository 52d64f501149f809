//! A document that cites another names one that is in the file.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// What is cited is a source, else an outlet.
pub(super) fn check_citations(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let (Some(sources), Some(outlets)) = (document.ids(Key::Sources), document.ids(Key::Outlets)) else {
        return;
    };
    if !sources.is_complete || !outlets.is_complete {
        return;
    }
    for (index, figure) in document.figures.iter() {
        for (item, carried) in figure.sources.iter().enumerate() {
            let Some(cited) = carried.cites.as_deref() else { continue };
            let place = Place::of(Key::Figures, index).key(Key::Sources).item(item).key(Key::Cites);
            if cited == carried.source {
                let message = format!("the source `{cited}` cites itself");
                report.error("self-relation", &place, message, ());
            } else if sources.find(cited).is_none()
                && outlets.find(cited).is_none()
                && !report.is_faulty(&place)
            {
                let message = format!("no source and no outlet has the id `{cited}`");
                let help = report
                    .did_you_mean(cited, sources.candidates())
                    .or_else(|| report.did_you_mean(cited, outlets.candidates()));
                report.error("unresolved-reference", &place, message, help);
            }
        }
    }
}
