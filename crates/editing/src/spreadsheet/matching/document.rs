//! Which document each row is from: its `url`, else its `outlet` and `published_on`.
//!
//! One address that was read on several days (a page that is updated) is one document for each day.

use crate::spreadsheet::matching::id::assign_ids;
use std::collections::{HashMap, HashSet};

use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::metric::row_named;
use crate::spreadsheet::matching::slug::slug;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::{At, Fault};
use figure_tracker_core::dataset::raw;

/// A document that rows speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    /// Its id in the file.
    pub(crate) id: String,
    /// Its index in the file, where it is there already.
    pub(crate) known: Option<usize>,
    /// Id of its outlet.
    pub(crate) outlet: Option<String>,
    /// The outlet as the rows name it.
    pub(crate) outlet_name: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) archived: Option<String>,
    /// The first row from it.
    pub(crate) at: At,
}

/// What makes two rows the same document: address, outlet, date, archived copy, as far as each counts.
type Key<'t> = (Option<&'t str>, Option<&'t str>, Option<&'t str>, Option<&'t str>);

/// The documents of all rows, and for each row the index of its document.
pub(crate) fn gather_documents(
    rows: &[Record<'_>],
    outlets: &IdDirectory,
    faults: &mut Vec<Fault>,
) -> (Vec<Document>, Vec<Option<usize>>) {
    let mut days: HashMap<Key<'_>, Days<'_>> = HashMap::new();
    for row in rows {
        let (base, day) = base(row);
        days.entry(base).or_default().add(day);
    }
    let mut documents: Vec<Document> = Vec::new();
    let mut index: HashMap<(Key<'_>, Option<&str>), usize> = HashMap::new();
    let mut of_rows = Vec::with_capacity(rows.len());
    for row in rows {
        let (base, day) = base(row);
        if base == (None, None, None, None) && day.is_none() {
            of_rows.push(None);
            continue;
        }
        // An empty cell says nothing where the others say one thing.
        let only = || days.get(&base).and_then(Days::only);
        let place = *index.entry((base, day.or_else(only))).or_insert_with(|| {
            documents.push(Document::new(row));
            documents.len() - 1
        });
        if let Some(document) = documents.get_mut(place) {
            document.add(row, outlets, faults);
        }
        of_rows.push(Some(place));
    }
    (documents, of_rows)
}

/// The different cells that tell documents apart which are known by the same: only whether there is just one.
#[derive(Default)]
struct Days<'t> {
    first: Option<&'t str>,
    several: bool,
}

impl<'t> Days<'t> {
    fn add(&mut self, day: Option<&'t str>) {
        self.several |= day.is_some() && self.first.is_some() && day != self.first;
        self.first = self.first.or(day);
    }

    fn only(&self) -> Option<&'t str> {
        self.first.filter(|_| !self.several)
    }
}

/// What a document is known by, and what tells several of them apart.
fn base<'r>(row: &'r Record<'_>) -> (Key<'r>, Option<&'r str>) {
    match &row.url {
        Some(url) => ((Some(url), None, None, None), row.published.as_deref()),
        None => ((None, row.outlet.as_deref(), row.published.as_deref(), None), row.archived.as_deref()),
    }
}

impl Document {
    fn new(row: &Record<'_>) -> Self {
        let (id, url) = (String::new(), row.url.as_deref().map(str::to_owned));
        Self {
            id,
            known: None,
            outlet: None,
            outlet_name: None,
            published: None,
            url,
            archived: None,
            at: row.at,
        }
    }

    /// Adds what a row says of it; notes what the rows do not agree on.
    fn add(&mut self, row: &Record<'_>, outlets: &IdDirectory, faults: &mut Vec<Fault>) {
        let outlet = row.outlet.as_deref().map(|name| outlets.id(name));
        self.outlet_name = self.outlet_name.take().or_else(|| row.outlet.as_deref().map(str::to_owned));
        let cells = [
            (&mut self.outlet, outlet, "outlet", row.outlet.as_deref()),
            (&mut self.published, row.published.clone(), "published_on", row.published.as_deref()),
            (
                &mut self.archived,
                row.archived.as_deref().map(str::to_owned),
                "archived_url",
                row.archived.as_deref(),
            ),
        ];
        for (known, cell, column, content) in cells {
            if known.is_none() {
                *known = cell;
            } else if cell.is_some() && cell != *known {
                let message =
                    format!("`{column}` differs from {} about the same document", row_named(self.at, row.at));
                let hint = "one document has one; write the same in both rows";
                let fault = Fault::row("two-meanings", row.at, message, hint);
                faults.push(fault.in_column(column, String::new(), content.unwrap_or_default()));
            }
        }
    }

    /// The id that it would like to have.
    fn wish(&self) -> String {
        let Self { outlet, published, url, archived, .. } = self;
        let host = || url.as_ref().or(archived.as_ref()).and_then(|url| url.split('/').nth(2)).map(slug);
        let name = outlet.clone().or_else(host).unwrap_or_else(|| "unnamed".to_owned());
        let day = published.as_ref().map(|day| format!("-{}", slug(day))).unwrap_or_default();
        name + &day
    }

    /// What it is in full.
    fn text(&self) -> String {
        let Self { outlet, published, url, archived, .. } = self;
        [url, outlet, published, archived].map(|part| part.as_deref().unwrap_or_default()).join("\u{1f}")
    }

    /// Whether it is the document `known` of the file: 3 where nothing differs, 0 where it is another one.
    fn likeness(&self, known: &raw::Source) -> u8 {
        let (same_day, open_day) = compare(&self.published, &known.published);
        let (same_copy, open_copy) = compare(&self.archived, &known.archived);
        let same_outlet = self.outlet == known.outlet;
        match (&self.url, &known.url) {
            (Some(a), Some(b)) if a == b && same_day => 3,
            (Some(a), Some(b)) if a == b && open_day => 2,
            (None, None) if same_outlet && same_day && same_copy => 3,
            (None, None) if same_outlet && same_day && open_copy => 2,
            (None, _) if same_outlet && same_day && (same_copy || open_copy || known.url.is_none()) => 1,
            _ => 0,
        }
    }
}

/// Whether two cells are the same, and whether one of them is empty.
fn compare(a: &Option<String>, b: &Option<String>) -> (bool, bool) {
    (a == b, a.is_none() || b.is_none())
}

/// How many documents of the file are compared with one of a sheet where none is just the same.
const COMPARED: usize = 64;

/// Finds the documents that are in the file already, each at most once, the likest first.
pub(crate) fn find_known_documents(documents: &mut [Document], known: &[raw::Source]) {
    let mut by: HashMap<Key<'_>, Vec<usize>> = HashMap::new();
    for (index, source) in known.iter().enumerate() {
        let (outlet, published) = (source.outlet.as_deref(), source.published.as_deref());
        let (url, archived) = (source.url.as_deref(), source.archived.as_deref());
        let exact = if url.is_some() {
            (url, None, published, Some(""))
        } else {
            (None, outlet, published, archived)
        };
        by.entry(exact).or_default().push(index);
        by.entry((None, outlet, published, Some(" "))).or_default().push(index);
        if url.is_some() {
            by.entry((url, None, None, Some(" "))).or_default().push(index);
        }
    }
    let mut claimed = HashSet::new();
    for wanted in [3, 2, 1] {
        for document in documents.iter_mut().filter(|document| document.known.is_none()) {
            let Document { outlet, published, url, archived, .. } = &*document;
            let (outlet, published) = (outlet.as_deref(), published.as_deref());
            let key = match (url.as_deref(), wanted) {
                (Some(url), 3) => (Some(url), None, published, Some("")),
                (None, 3) => (None, outlet, published, archived.as_deref()),
                (Some(url), _) => (Some(url), None, None, Some(" ")),
                (None, _) => (None, outlet, published, Some(" ")),
            };
            let like = |index: &&usize| {
                !claimed.contains(*index)
                    && known.get(**index).is_some_and(|source| document.likeness(source) == wanted)
            };
            let mut found = by.get(&key).into_iter().flatten().take(COMPARED).filter(like);
            let first = found.next().copied();
            // A row without address means a document that has one only if there is just one such.
            if first.is_some() && (wanted > 1 || found.next().is_none()) {
                document.known = first;
                claimed.extend(first);
            }
        }
    }
}

/// Gives every document its id: that in the file, else one made of its outlet and its date.
pub(crate) fn name_documents(documents: &mut [Document], known: &[raw::Source]) {
    let mut taken: HashSet<String> = known.iter().map(|source| source.id.clone()).collect();
    let new: Vec<&Document> = documents.iter().filter(|document| document.known.is_none()).collect();
    let wishes: Vec<String> = new.iter().map(|document| document.wish()).collect();
    let text = |index: usize| new.get(index).map(|document| document.text()).unwrap_or_default();
    let mut ids = assign_ids(&wishes, &text, "source", &mut taken).into_iter();
    for document in documents {
        let there = document.known.and_then(|index| known.get(index)).map(|source| source.id.clone());
        document.id = there.or_else(|| ids.next()).unwrap_or_default();
    }
}
