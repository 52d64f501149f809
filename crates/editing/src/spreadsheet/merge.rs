//! Merging: writes statements into a dataset: new entries behind those that are there, changed cells into theirs, and
//! nothing else. What a sheet has no cell for stays as it is, and so does what its cell is empty for.

mod document;
mod entries;
mod figure;
mod metric;
mod status;

use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::hash::{HashMap, HashSet};
use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::figure_id;
use crate::spreadsheet::matching::id::assign_ids;
use crate::spreadsheet::matching::ids::IdDirectories;
use crate::spreadsheet::matching::metric::MetricRecords;
use crate::spreadsheet::matching::statement::StatementMatch;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::{Change, Changes, Edits, RowPosition};
use entries::Entries;
use figure_tracker_core::dataset::format;

/// What is merged, from what matching has found out.
pub(crate) struct MatchedRecords<'a, 't> {
    pub(crate) records: &'a [Record<'t>],
    pub(crate) statements: Vec<StatementMatch<'a>>,
    pub(crate) documents: Vec<Document<'a>>,
    /// For each record the index of its document.
    pub(crate) of_records: Vec<Option<usize>>,
    pub(crate) metrics: HashMap<String, MetricRecords<'a>>,
    pub(crate) ids: &'a IdDirectories,
}

/// A dataset while records are merged into it.
struct Merger<'a, 't> {
    matched: &'a MatchedRecords<'a, 't>,
    after: format::Dataset,
    changes: Changes,
    entries: Entries,
    /// The language of the dataset.
    language: Rc<str>,
    /// The document that is entered where records name none.
    unnamed: Option<String>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// Merges records into a dataset.
pub(crate) fn merge_statements(
    matched: &MatchedRecords<'_, '_>,
    before: format::Dataset,
    diagnostics: &mut Vec<Diagnostic>,
) -> (format::Dataset, Changes) {
    let mut ids = new_figure_ids(matched, &before).into_iter();
    let changes = Changes { left: figures_left(matched, &before), ..Changes::default() };
    let mut merger = Merger {
        matched,
        changes,
        entries: Entries::new(&before),
        language: Rc::from(before.language.as_str()),
        after: before,
        unnamed: None,
        diagnostics,
    };
    merger.reserve(ids.len());
    for found in &matched.statements {
        merger.merge_metric(found);
        match found.figure {
            Some(index) => merger.edit_figure(found, index),
            None => merger.add_figure(found, ids.next().unwrap_or_default()),
        }
    }
    let Merger { after, mut changes, entries, .. } = merger;
    changes.new = entries.into_new(&after);
    (after, changes)
}

/// Returns the ids of the figures of the dataset that are in no row, in order.
fn figures_left(matched: &MatchedRecords<'_, '_>, before: &format::Dataset) -> Vec<String> {
    let seen: HashSet<usize> = matched.statements.iter().filter_map(|found| found.figure).collect();
    let left = before.figures.iter().enumerate().filter(|(index, _)| !seen.contains(index));
    left.map(|(_, figure)| figure.id.clone()).collect()
}

/// Returns the ids of the figures that are new, in order.
fn new_figure_ids(matched: &MatchedRecords<'_, '_>, before: &format::Dataset) -> Vec<String> {
    let new = || matched.statements.iter().filter(|found| found.figure.is_none());
    let wishes: Vec<String> = new().map(|found| figure_id::wanted_id(&found.statement)).collect();
    let statements: Vec<_> = new().map(|found| &found.statement).collect();
    let text =
        |index: usize| statements.get(index).map(|found| figure_id::full_text(found)).unwrap_or_default();
    let mut taken: HashSet<String> = before.figures.iter().map(|figure| figure.id.clone()).collect();
    assign_ids(&wishes, &text, "figure", &mut taken)
}

impl<'t> MatchedRecords<'_, 't> {
    fn records_of(&self, found: &StatementMatch<'_>) -> Vec<&Record<'t>> {
        found.records.iter().filter_map(|index| self.records.get(*index)).collect()
    }

    fn positions_of(&self, found: &StatementMatch<'_>) -> Vec<RowPosition> {
        let records = found.records.iter().filter_map(|index| self.records.get(*index));
        records.map(|record| record.position).collect()
    }

    /// The document of a record, by the place of the record among those of a statement.
    fn document_of(&self, found: &StatementMatch<'_>, place: usize) -> Option<usize> {
        found.records.get(place).and_then(|record| self.of_records.get(*record).copied().flatten())
    }
}

impl Merger<'_, '_> {
    /// Makes room for so many new figures and for the new documents, no more than they need.
    fn reserve(&mut self, figures: usize) {
        let is_new = |document: &&Document<'_>| document.known.is_none();
        self.after.sources.reserve_exact(self.matched.documents.iter().filter(is_new).count());
        self.after.figures.reserve_exact(figures);
        self.changes.added.reserve_exact(figures);
    }

    /// Notes a change, unless nothing was changed.
    fn note_change(&mut self, change: Change) {
        if !change.edits.is_empty() {
            self.changes.changed.push(change);
        }
    }
}

/// Fills in what a cell says that is not empty.
fn set<T: Borrow<C>, C: ToOwned<Owned = T> + PartialEq + fmt::Display + ?Sized>(
    column: &'static str,
    known: &mut Option<T>,
    cell: Option<&C>,
    edits: &mut Edits,
) {
    if let Some(cell) = cell.filter(|cell| known.as_ref().map(T::borrow) != Some(*cell)) {
        if edits.are_kept() {
            let was = known.as_ref().map(|known| known.borrow().to_string()).unwrap_or_default();
            edits.note(column, &was, &cell.to_string());
        }
        *known = Some(cell.to_owned());
    }
}
