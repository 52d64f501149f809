//! Documents, and the outlets that publish them.

use crate::spreadsheet::import::is_surely_later;
use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::id::assign_ids;
use crate::spreadsheet::matching::statement::StatementMatch;
use crate::spreadsheet::merge::{List, Sheet, Writer, set};
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::Change;
use crate::spreadsheet::report::Fault;
use figure_tracker_core::dataset::raw::{self, Text};
use figure_tracker_core::date::Date;

/// From how many documents on a figure has so many that a new one simply comes last.
const MANY: usize = 64;

impl Writer<'_> {
    /// Writes a document when it is met first, and gives its id.
    pub(crate) fn source(&mut self, sheet: &Sheet<'_, '_>, index: usize, figure: &str) -> Option<String> {
        let document = sheet.documents.get(index)?;
        if let Some(known) = document.known {
            if self.enter(List::SeenSources, &document.id) {
                self.edit_source(document, known, figure);
            }
        } else if self.enter(List::Sources, &document.id) {
            self.outlet(document);
            self.after.sources.push(raw::Source {
                id: document.id.clone(),
                outlet: document.outlet.clone(),
                published: document.published.clone(),
                url: document.url.clone(),
                archived: document.archived.clone(),
                ..raw::Source::default()
            });
        }
        Some(document.id.clone())
    }

    pub(crate) fn outlet(&mut self, document: &Document) {
        let Some(id) = &document.outlet else { return };
        if self.find(List::Outlets, id).is_some() {
            return;
        }
        let name = document.outlet_name.as_deref();
        self.enter(List::Outlets, id);
        self.after.outlets.push(raw::Outlet {
            id: id.clone(),
            name: Text::from(name.unwrap_or(id)),
            url: None,
        });
    }

    pub(crate) fn edit_source(&mut self, document: &Document, known: usize, figure: &str) {
        self.outlet(document);
        let Some(source) = self.after.sources.get_mut(known) else { return };
        let mut edits = Vec::new();
        let canonical =
            |date: &String| Date::parse(date).map_or_else(|_| date.clone(), |date| date.to_string());
        if source.published.as_ref().map(canonical) != document.published {
            set("published_on", &mut source.published, document.published.as_ref(), &mut edits);
        }
        set("outlet", &mut source.outlet, document.outlet.as_ref(), &mut edits);
        set("url", &mut source.url, document.url.as_ref(), &mut edits);
        set("archived_url", &mut source.archived, document.archived.as_ref(), &mut edits);
        let (id, rows) = (document.id.clone(), vec![document.at]);
        self.changed(Change { noun: "source", id, figure: Some(figure.to_owned()), edits, rows });
    }

    /// The document that is entered where the rows name none.
    pub(crate) fn unnamed(&mut self, statement: &StatementMatch, sheet: &Sheet<'_, '_>) -> String {
        let known = |source: &&raw::Source| {
            let parts = [&source.outlet, &source.published, &source.url, &source.archived];
            parts.iter().all(|part| part.is_none()) && source.title.is_none() && source.note.is_none()
        };
        let bare = |row: &&&Record<'_>| row.url.is_none() && row.outlet.is_none();
        let rows = sheet.rows_of(statement);
        let at = rows.iter().find(bare).or(rows.first()).map(|row| row.at).unwrap_or_default();
        let hint = "give its `url`, or its `outlet` and `published_on`; until then it is entered as an unnamed document";
        self.faults.push(Fault::row("no-source", at, "the row names no document", hint).mild());
        self.unnamed =
            self.unnamed.take().or_else(|| self.after.sources.iter().find(known).map(|s| s.id.clone()));
        if let Some(id) = &self.unnamed {
            return id.clone();
        }
        let mut taken = self.after.sources.iter().map(|source| source.id.clone()).collect();
        let wish = "unnamed".to_owned();
        let id =
            assign_ids(&[wish], &|_| "unnamed".to_owned(), "source", &mut taken).pop().unwrap_or_default();
        self.enter(List::Sources, &id);
        self.after.sources.push(raw::Source { id: id.clone(), ..raw::Source::default() });
        self.unnamed = Some(id.clone());
        id
    }

    /// Where a document belongs among those of a figure: before the first that was surely published later.
    pub(crate) fn place(&self, sources: &[String], id: &str) -> usize {
        let published = |id: &str| {
            let place = self.find(List::Sources, id);
            let source = place.and_then(|place| self.after.sources.get(place));
            source.and_then(|source| Date::parse(source.published.as_ref()?).ok())
        };
        if sources.len() > MANY {
            return sources.len();
        }
        let date = published(id);
        let later = |other: &String| is_surely_later(published(other).as_ref(), date.as_ref());
        sources.iter().position(later).unwrap_or(sources.len())
    }
}
