//! Documents, and the outlets that publish them.

use super::entries::List;
use super::{Merger, set};
use crate::diagnostic::Diagnostic;
use crate::hash::HashSet;
use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::id::assign_ids;
use crate::spreadsheet::matching::statement::StatementMatch;
use crate::spreadsheet::report::{Change, Edits};
use figure_tracker_core::dataset::format::{FigureSource, Outlet, Source, Text};
use figure_tracker_core::date::Date;

/// From how many documents on a figure has so many that a new one simply comes last.
const MANY: usize = 64;

impl<'a> Merger<'a, '_> {
    /// Merges a document when it is met first, and returns its id.
    pub(super) fn merge_source(&mut self, index: usize, figure: &str) -> Option<&'a str> {
        let document = self.matched.documents.get(index)?;
        if let Some(known) = document.known {
            if self.entries.see(List::Sources, &document.id) {
                self.edit_source(document, known, figure);
            }
        } else if self.entries.enter(List::Sources, &document.id) {
            self.add_outlet(document);
            self.after.sources.push(Source {
                id: document.id.clone(),
                outlet: document.outlet.map(str::to_owned),
                published: document.published.clone(),
                url: document.url.cloned(),
                archived: document.archived.cloned(),
                ..Source::default()
            });
        }
        Some(&document.id)
    }

    fn add_outlet(&mut self, document: &Document<'_>) {
        let Some(id) = document.outlet else { return };
        if self.entries.enter(List::Outlets, id) {
            let name = Text::from(document.outlet_name.unwrap_or(id));
            self.after.outlets.push(Outlet { id: id.to_owned(), name, url: None });
        }
    }

    fn edit_source(&mut self, document: &Document<'_>, known: usize, figure: &str) {
        self.add_outlet(document);
        let Some(source) = self.after.sources.get_mut(known) else { return };
        let mut edits = Edits::kept();
        set("published_on", &mut source.published, document.published.as_ref(), &mut edits);
        set("outlet", &mut source.outlet, document.outlet, &mut edits);
        set("url", &mut source.url, document.url, &mut edits);
        set("archived_url", &mut source.archived, document.archived, &mut edits);
        let (id, rows, edits) = (document.id.clone(), vec![document.position], edits.into_kept());
        self.note_change(Change { noun: "source", id, figure: Some(figure.to_owned()), edits, rows });
    }

    /// Returns the id of the document that is entered where the records of a statement name none.
    pub(super) fn unnamed_source(&mut self, found: &StatementMatch<'_>) -> String {
        let records = self.matched.records_of(found);
        let bare = records.iter().find(|record| !record.names_document()).or(records.first());
        let span = bare.map(|record| record.position).unwrap_or_default().span();
        let help = "give its `url`, or its `outlet` and `published_on`; until then it is entered as an unnamed document";
        self.diagnostics
            .push(Diagnostic::warning("no-source", span, "the row names no document").with_help(help));
        let known =
            || self.after.sources.iter().find(|source| is_unnamed(source)).map(|source| source.id.clone());
        if let Some(id) = self.unnamed.clone().or_else(known) {
            self.unnamed = Some(id.clone());
            return id;
        }
        let mut taken: HashSet<String> = self.after.sources.iter().map(|source| source.id.clone()).collect();
        let wish = "unnamed".to_owned();
        let id =
            assign_ids(&[wish], &|_| "unnamed".to_owned(), "source", &mut taken).pop().unwrap_or_default();
        self.entries.enter(List::Sources, &id);
        self.after.sources.push(Source { id: id.clone(), ..Source::default() });
        self.unnamed = Some(id.clone());
        id
    }

    /// Returns where a document belongs among those of a figure: before the first that was surely published later.
    pub(super) fn place_of_source(&self, sources: &[FigureSource], id: &str) -> usize {
        if sources.len() > MANY {
            return sources.len();
        }
        let published = |id: &str| {
            let source = self.after.sources.get(self.entries.find(List::Sources, id)?)?;
            source.published.as_ref()
        };
        let latest = published(id).and_then(Date::latest);
        let is_later = |other: &FigureSource| {
            let earliest = published(&other.source).and_then(Date::earliest);
            earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest)
        };
        sources.iter().position(is_later).unwrap_or(sources.len())
    }
}

/// Whether a document of the dataset says nothing of itself.
pub(super) fn is_unnamed(source: &Source) -> bool {
    let Source { id: _, outlet, title, published, url, archived, language, note } = source;
    outlet.is_none()
        && title.is_none()
        && published.is_none()
        && url.is_none()
        && archived.is_none()
        && language.is_none()
        && note.is_none()
}
