//! Which document each record is from: its `url`, `outlet` and `published_on` together.
//!
//! One address may carry several documents: a page that is updated, a landing page of several outlets. An empty cell
//! says nothing: where the other records of the address leave one reading, it is filled in.

use std::collections::hash_map::Entry;

use crate::diagnostic::Diagnostic;
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::Column;
use figure_tracker_core::dataset::format::WebAddress;
use figure_tracker_core::date::Date;

/// A document that records speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document<'r> {
    /// Its id in the file.
    pub(crate) id: String,
    /// Its index in the file, where it is there already.
    pub(crate) known: Option<usize>,
    /// Id of its outlet.
    pub(crate) outlet: Option<&'r str>,
    /// The outlet as the records name it.
    pub(crate) outlet_name: Option<&'r str>,
    pub(crate) published: Option<Date>,
    pub(crate) url: Option<&'r WebAddress>,
    pub(crate) archived: Option<&'r WebAddress>,
    /// The first row from it.
    pub(crate) position: RowPosition,
}

/// What makes two records the same document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct DocumentKey<'r> {
    url: Option<&'r WebAddress>,
    outlet: Option<&'r str>,
    published: Option<&'r Date>,
    /// The archived copy, which tells documents without address apart.
    archived: Option<&'r WebAddress>,
}

impl<'r> DocumentKey<'r> {
    /// Returns the cells of a record by which its document is known.
    pub(crate) fn of(record: &'r Record<'_>, outlets: &'r IdDirectory) -> Self {
        let url = record.url.as_ref();
        Self {
            url,
            outlet: record.outlet.as_deref().map(|name| outlets.find(name).unwrap_or(name)),
            published: record.published.as_ref(),
            archived: record.archived.as_ref().filter(|_| url.is_none()),
        }
    }
}

/// Collects the documents of all records, and for each record the index of its document.
pub(crate) fn gather_documents<'r>(
    records: &'r [Record<'_>],
    outlets: &'r IdDirectory,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Document<'r>>, Vec<Option<usize>>) {
    let readings = Readings::new(records, outlets);
    let mut documents: Vec<Document<'r>> = Vec::new();
    let mut index: HashMap<DocumentKey<'_>, usize> = HashMap::new();
    let mut of_records = Vec::with_capacity(records.len());
    for record in records {
        if !record.names_document() {
            of_records.push(None);
            continue;
        }
        let place = *index.entry(readings.complete(DocumentKey::of(record, outlets))).or_insert_with(|| {
            documents.push(Document::new(record));
            documents.len() - 1
        });
        if let Some(document) = documents.get_mut(place) {
            document.add(record, outlets, diagnostics);
        }
        of_records.push(Some(place));
    }
    documents.shrink_to_fit();
    (documents, of_records)
}

/// The one value that cells about the same have, if it is one.
struct Only<T>(Option<T>);

impl<T: PartialEq> Only<T> {
    fn note<K: std::hash::Hash + Eq>(all: &mut HashMap<K, Self>, key: K, value: Option<T>) {
        let Some(value) = value else { return };
        match all.entry(key) {
            Entry::Vacant(entry) => drop(entry.insert(Self(Some(value)))),
            Entry::Occupied(mut entry) if entry.get().0.as_ref() != Some(&value) => entry.get_mut().0 = None,
            Entry::Occupied(_) => {}
        }
    }
}

/// What an empty cell means, by the records that fill it in. Only what has an empty cell somewhere is looked at.
struct Readings<'r> {
    outlet_of_day: HashMap<(&'r WebAddress, Option<&'r Date>), Only<&'r str>>,
    outlet: HashMap<&'r WebAddress, Only<&'r str>>,
    day_of_outlet: HashMap<(&'r WebAddress, Option<&'r str>), Only<&'r Date>>,
    day: HashMap<&'r WebAddress, Only<&'r Date>>,
    copy: HashMap<(Option<&'r str>, Option<&'r Date>), Only<&'r WebAddress>>,
}

impl<'r> Readings<'r> {
    fn new(records: &'r [Record<'_>], outlets: &'r IdDirectory) -> Self {
        let mut readings = Self {
            outlet_of_day: HashMap::new(),
            outlet: HashMap::new(),
            day_of_outlet: HashMap::new(),
            day: HashMap::new(),
            copy: HashMap::new(),
        };
        let keys = || records.iter().map(|record| DocumentKey::of(record, outlets));
        let is_open = |key: &DocumentKey<'_>| match key.url {
            Some(_) => key.outlet.is_none() || key.published.is_none(),
            None => key.archived.is_none(),
        };
        let open: HashSet<Option<&WebAddress>> = keys().filter(is_open).map(|key| key.url).collect();
        for DocumentKey { url, outlet, published, archived } in keys().filter(|key| open.contains(&key.url)) {
            match url {
                Some(url) => {
                    Only::note(&mut readings.outlet_of_day, (url, published), outlet);
                    Only::note(&mut readings.outlet, url, outlet);
                    Only::note(&mut readings.day_of_outlet, (url, outlet), published);
                    Only::note(&mut readings.day, url, published);
                }
                None => Only::note(&mut readings.copy, (outlet, published), archived),
            }
        }
        readings
    }

    /// Fills in the empty cells that can mean one thing only.
    fn complete(&self, key: DocumentKey<'r>) -> DocumentKey<'r> {
        let DocumentKey { url, outlet, published, archived } = key;
        let Some(url) = url else {
            let copy = || self.copy.get(&(outlet, published))?.0;
            return DocumentKey { archived: archived.or_else(copy), ..key };
        };
        let only_outlet = || match self.outlet_of_day.get(&(url, published)) {
            Some(only) => only.0,
            None => self.outlet.get(url)?.0,
        };
        let outlet = outlet.or_else(only_outlet);
        let only_day = || match self.day_of_outlet.get(&(url, outlet)) {
            Some(only) => only.0,
            None => self.day.get(url)?.0,
        };
        DocumentKey { outlet, published: published.or_else(only_day), ..key }
    }
}

impl<'r> Document<'r> {
    fn new(record: &'r Record<'_>) -> Self {
        Self {
            id: String::new(),
            known: None,
            outlet: None,
            outlet_name: None,
            published: None,
            url: record.url.as_ref(),
            archived: None,
            position: record.position,
        }
    }

    /// Adds what a record says of it; notes where records name different archived copies.
    fn add(&mut self, record: &'r Record<'_>, outlets: &'r IdDirectory, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(name) = record.outlet.as_deref().filter(|_| self.outlet.is_none()) {
            self.outlet = Some(outlets.id(name));
            self.outlet_name = Some(name);
        }
        if self.published.is_none() {
            self.published.clone_from(&record.published);
        }
        match (self.archived, &record.archived) {
            (None, _) => self.archived = record.archived.as_ref(),
            (Some(known), Some(other)) if known != other => {
                let first = self.position.seen_from(record.position);
                let message = format!("`archived_url` differs from {first} about the same document");
                let span = record.position.cell(Column::ArchivedUrl, other);
                let help = "one document has one; write the same in both rows";
                diagnostics.push(Diagnostic::error("two-meanings", span, message).with_help(help));
            }
            _ => {}
        }
    }
}
