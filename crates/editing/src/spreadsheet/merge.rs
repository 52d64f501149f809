//! Writes statements into the mirror of a file: new entries behind those that are there, changed cells into
//! theirs, and nothing else. What a sheet has no cell for stays as it is, and so does what its cell is empty for.

mod document;
mod figure;
mod metric;
mod status;

use crate::spreadsheet::matching::id::assign_ids;
use std::collections::{HashMap, HashSet};

use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::figure_id;
use crate::spreadsheet::matching::metric::MetricRecords;
use crate::spreadsheet::matching::statement::{IdDirectories, Statement, StatementMatch};
use crate::spreadsheet::record::{Record, Reported};
use crate::spreadsheet::report::{At, Fault};
use crate::spreadsheet::report::{Change, Changes, Edit};
use figure_tracker_core::dataset::raw;

/// What is written, from what was found out before.
pub(crate) struct Sheet<'a, 't> {
    pub(crate) rows: &'a [Record<'t>],
    pub(crate) statements: Vec<StatementMatch>,
    pub(crate) documents: Vec<Document>,
    /// For each row the index of its document.
    pub(crate) of_rows: Vec<Option<usize>>,
    pub(crate) metrics: HashMap<String, MetricRecords<'a>>,
    pub(crate) ids: IdDirectories,
}

/// The file while it is written.
struct Writer<'a> {
    after: raw::Dataset,
    changes: Changes,
    /// The ids of each list, of what is in the file by now, with their places.
    there: [HashMap<String, usize>; LISTS.len()],
    new: [Vec<String>; LISTS.len()],
    /// The document that is entered where rows name none.
    unnamed: Option<String>,
    faults: &'a mut Vec<Fault>,
}

/// The lists of a file, and what else is noted once.
#[derive(Clone, Copy)]
enum List {
    Units,
    Institutions,
    Speakers,
    Outlets,
    Sources,
    Groups,
    Metrics,
    Scopes,
    /// Metrics that rows have spoken of.
    SeenMetrics,
    /// Documents that rows have spoken of.
    SeenSources,
}

/// The names of the lists whose new entries are told; nothing for the others.
const LISTS: [&str; 10] =
    ["units", "institutions", "speakers", "outlets", "sources", "groups", "metrics", "scopes", "", ""];

/// Writes a sheet into a file.
pub(crate) fn merge_statements(
    sheet: &Sheet<'_, '_>,
    before: &raw::Dataset,
    faults: &mut Vec<Fault>,
) -> (raw::Dataset, Changes) {
    let mut writer = Writer::new(before, faults);
    let new = || sheet.statements.iter().filter(|statement| statement.figure.is_none());
    let wishes: Vec<String> =
        new().map(|statement| figure_id::wish(&statement.said, sheet.report(statement))).collect();
    let said: Vec<&Statement> = new().map(|statement| &statement.said).collect();
    let text = |index: usize| said.get(index).map(|said| figure_id::text(said)).unwrap_or_default();
    let mut taken: HashSet<String> = before.figures.iter().map(|figure| figure.id.clone()).collect();
    let mut ids = assign_ids(&wishes, &text, "figure", &mut taken).into_iter();
    for statement in &sheet.statements {
        writer.metric(sheet, statement);
        match statement.figure {
            Some(index) => writer.edit(sheet, statement, index),
            None => writer.add(sheet, statement, ids.next().unwrap_or_default()),
        }
    }
    let seen: HashSet<usize> = sheet.statements.iter().filter_map(|statement| statement.figure).collect();
    let left = before.figures.iter().enumerate().filter(|(index, _)| !seen.contains(index));
    writer.changes.left = left.map(|(_, figure)| figure.id.clone()).collect();
    let Writer { after, mut changes, new, .. } = writer;
    let told = LISTS.into_iter().zip(new).filter(|(list, ids)| !list.is_empty() && !ids.is_empty());
    changes.new = told.collect();
    (after, changes)
}

impl Sheet<'_, '_> {
    fn rows_of(&self, statement: &StatementMatch) -> Vec<&Record<'_>> {
        statement.rows.iter().filter_map(|index| self.rows.get(*index)).collect()
    }

    fn report(&self, statement: &StatementMatch) -> &Reported<'_> {
        static NOTHING: Reported<'static> = Reported::NOTHING;
        statement.rows.first().and_then(|index| self.rows.get(*index)).map_or(&NOTHING, |row| &row.report)
    }

    /// The document of a row, by the place of the row among those of a statement.
    fn document(&self, statement: &StatementMatch, place: usize) -> Option<usize> {
        statement.rows.get(place).and_then(|row| self.of_rows.get(*row).copied().flatten())
    }
}

impl<'a> Writer<'a> {
    fn new(before: &raw::Dataset, faults: &'a mut Vec<Fault>) -> Self {
        fn ids<'i>(ids: impl Iterator<Item = &'i String>) -> HashMap<String, usize> {
            ids.enumerate().map(|(index, id)| (id.clone(), index)).collect()
        }
        let scopes = |metric: &raw::Metric| -> Vec<String> {
            metric.scopes.iter().map(|scope| [metric.id.as_str(), &scope.id].join("/")).collect()
        };
        let scopes: Vec<String> = before.metrics.iter().flat_map(scopes).collect();
        let there = [
            ids(before.units.iter().map(|unit| &unit.id)),
            ids(before.institutions.iter().map(|institution| &institution.id)),
            ids(before.speakers.iter().map(|speaker| &speaker.id)),
            ids(before.outlets.iter().map(|outlet| &outlet.id)),
            ids(before.sources.iter().map(|source| &source.id)),
            ids(before.groups.iter().map(|group| &group.id)),
            ids(before.metrics.iter().map(|metric| &metric.id)),
            ids(scopes.iter()),
            HashMap::new(),
            HashMap::new(),
        ];
        Self {
            after: before.clone(),
            changes: Changes::default(),
            there,
            new: Default::default(),
            unnamed: None,
            faults,
        }
    }

    /// Notes an entry of a list, and tells whether it is new.
    fn enter(&mut self, list: List, id: &str) -> bool {
        let Some(ids) = self.there.get_mut(list as usize).filter(|ids| !ids.contains_key(id)) else {
            return false;
        };
        ids.insert(id.to_owned(), ids.len());
        if let Some(new) = self.new.get_mut(list as usize) {
            new.push(id.to_owned());
        }
        true
    }

    /// The place of an entry in its list.
    fn find(&self, list: List, id: &str) -> Option<usize> {
        self.there.get(list as usize).and_then(|ids| ids.get(id)).copied()
    }

    fn changed(&mut self, change: Change) {
        if !change.edits.is_empty() {
            self.changes.changed.push(change);
        }
    }
}

fn ats(sheet: &Sheet<'_, '_>, statement: &StatementMatch) -> Vec<At> {
    sheet.rows_of(statement).iter().map(|row| row.at).collect()
}

/// Fills in a cell that is not empty.
fn set(column: &'static str, known: &mut Option<String>, cell: Option<&String>, edits: &mut Vec<Edit>) {
    if let Some(cell) = cell.filter(|cell| known.as_ref() != Some(cell)) {
        Edit::note(column, known.as_deref().unwrap_or_default(), cell, edits);
        *known = Some(cell.clone());
    }
}
