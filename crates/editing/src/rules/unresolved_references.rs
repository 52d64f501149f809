//! Every id that names a record of another list is the id of one.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// Looks up every reference.
pub(super) fn check_references(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let mut check = References { document, report };
    for (index, source) in document.sources.iter() {
        check.optional((Key::Sources, index), Key::Outlet, source.outlet.as_deref(), Key::Outlets);
    }
    for (index, metric) in document.metrics.iter() {
        let record = (Key::Metrics, index);
        check.optional(record, Key::Group, metric.group.as_deref(), Key::Groups);
        check.optional(record, Key::Unit, Some(&metric.unit), Key::Units);
        check.optional(record, Key::PartOf, metric.part_of.as_deref(), Key::Metrics);
    }
    check.figures();
    for (index, relation) in document.relations.iter() {
        let record = (Key::Relations, index);
        check.optional(record, Key::Whole, relation.whole.as_deref(), Key::Figures);
        check.optional(record, Key::From, relation.from.as_deref(), Key::Figures);
        check.optional(record, Key::To, relation.to.as_deref(), Key::Figures);
        for (item, part) in relation.parts.iter().enumerate() {
            check.reference(part, Key::Figures, || {
                Place::of(Key::Relations, index).key(Key::Parts).item(item)
            });
        }
    }
    for (index, correction) in document.corrections.iter() {
        let figure = correction.figure.as_deref();
        check.optional((Key::Corrections, index), Key::Figure, figure, Key::Figures);
    }
}

struct References<'c, 'd, 'r, 't> {
    document: &'c Document<'d>,
    report: &'c mut Report<'r, 't>,
}

impl References<'_, '_, '_, '_> {
    fn figures(&mut self) {
        for (index, figure) in self.document.figures.iter() {
            let record = (Key::Figures, index);
            self.optional(record, Key::Metric, Some(&figure.metric), Key::Metrics);
            self.optional(record, Key::Speaker, figure.speaker.as_deref(), Key::Speakers);
            self.optional(record, Key::Institution, figure.institution.as_deref(), Key::Institutions);
            self.optional(record, Key::StatusSource, figure.status_source.as_deref(), Key::Sources);
            for (item, carried) in figure.sources.iter().enumerate() {
                let place =
                    || Place::of(Key::Figures, index).key(Key::Sources).item(item).key_if_object(Key::Source);
                self.reference(&carried.source, Key::Sources, place);
            }
        }
    }

    /// Looks up a reference under a key of a record, which is given by its list and its index, if there is one.
    fn optional(&mut self, record: (Key, usize), key: Key, id: Option<&str>, list: Key) {
        if let Some(id) = id {
            self.reference(id, list, || Place::of(record.0, record.1).key(key));
        }
    }

    fn reference<'a>(&mut self, id: &str, list: Key, place: impl FnOnce() -> Place<'a>) {
        let Some(ids) = self.document.ids(list) else { return };
        if !ids.is_complete || ids.find(id).is_some() {
            return;
        }
        let place = place();
        if !self.report.is_faulty(&place) {
            let help = self.report.did_you_mean(id, ids.candidates());
            let message = format!("no {} has the id `{id}`", ids.noun);
            self.report.error("unresolved-reference", &place, message, help);
        }
    }
}
