//! Writes statements into the mirror of a file: new entries behind those that are there, changed cells into
//! theirs, and nothing else. What a sheet has no cell for stays as it is, and so does what its cell is empty for.

mod document;
mod figure;
mod metric;

use std::collections::{HashMap, HashSet};

use super::change::{Change, Changes, Edit};
use super::documents::Document;
use super::fault::{At, Fault};
use super::metrics::Metric;
use super::row::{Report, Row};
use super::statement::{Directories, Statement};
use super::{figure_id, naming};
use crate::dataset::raw;

/// What is written, from what was found out before.
pub(super) struct Sheet<'a, 't> {
    pub(super) rows: &'a [Row<'t>],
    pub(super) statements: Vec<Statement>,
    pub(super) documents: Vec<Document>,
    /// For each row the index of its document.
    pub(super) of_rows: Vec<Option<usize>>,
    pub(super) metrics: HashMap<String, Metric<'a>>,
    pub(super) ids: Directories,
    /// The names of outlets, by id.
    pub(super) outlets: HashMap<String, &'a str>,
}

/// The file while it is written.
struct Writer<'a> {
    after: raw::Dataset,
    changes: Changes,
    /// Ids by list, of what is in the file by now.
    there: HashMap<&'static str, HashMap<String, usize>>,
    new: HashMap<&'static str, Vec<String>>,
    /// The document that is entered where rows name none.
    unnamed: Option<String>,
    faults: &'a mut Vec<Fault>,
}

/// The lists whose new entries are told, in the order of the file.
const LISTS: [&str; 8] =
    ["units", "institutions", "speakers", "outlets", "sources", "groups", "metrics", "scopes"];

/// Writes a sheet into a file.
pub(super) fn apply(
    sheet: &Sheet<'_, '_>,
    before: &raw::Dataset,
    faults: &mut Vec<Fault>,
) -> (raw::Dataset, Changes) {
    let mut writer = Writer::new(before, faults);
    let new = || sheet.statements.iter().filter(|statement| statement.figure.is_none());
    let wishes: Vec<_> =
        new().map(|statement| figure_id::wish(&statement.said, &sheet.report(statement))).collect();
    let mut taken: HashSet<String> = before.figures.iter().map(|figure| figure.id.clone()).collect();
    let mut ids = naming::ids(&wishes, "figure", &mut taken).into_iter();
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
    let Writer { after, mut changes, mut new, .. } = writer;
    changes.new = LISTS.iter().filter_map(|list| Some((*list, new.remove(list)?))).collect();
    (after, changes)
}

impl Sheet<'_, '_> {
    fn rows_of(&self, statement: &Statement) -> Vec<&Row<'_>> {
        statement.rows.iter().filter_map(|index| self.rows.get(*index)).collect()
    }

    fn report(&self, statement: &Statement) -> Report<'_> {
        self.rows_of(statement).first().map(|row| row.report.clone()).unwrap_or_default()
    }

    /// The document of a row, by the place of the row among those of a statement.
    fn document(&self, statement: &Statement, place: usize) -> Option<usize> {
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
        let there = HashMap::from([
            ("units", ids(before.units.iter().map(|unit| &unit.id))),
            ("institutions", ids(before.institutions.iter().map(|institution| &institution.id))),
            ("speakers", ids(before.speakers.iter().map(|speaker| &speaker.id))),
            ("outlets", ids(before.outlets.iter().map(|outlet| &outlet.id))),
            ("sources", ids(before.sources.iter().map(|source| &source.id))),
            ("groups", ids(before.groups.iter().map(|group| &group.id))),
            ("metrics", ids(before.metrics.iter().map(|metric| &metric.id))),
            ("scopes", ids(before.metrics.iter().flat_map(scopes).collect::<Vec<_>>().iter())),
        ]);
        Self {
            after: before.clone(),
            changes: Changes::default(),
            there,
            new: HashMap::new(),
            unnamed: None,
            faults,
        }
    }

    /// Notes an entry of a list, and tells whether it is new.
    fn enter(&mut self, list: &'static str, id: &str) -> bool {
        let ids = self.there.entry(list).or_default();
        if ids.contains_key(id) {
            return false;
        }
        ids.insert(id.to_owned(), ids.len());
        self.new.entry(list).or_default().push(id.to_owned());
        true
    }

    fn changed(&mut self, change: Change) {
        if !change.edits.is_empty() {
            self.changes.changed.push(change);
        }
    }
}

fn ats(sheet: &Sheet<'_, '_>, statement: &Statement) -> Vec<At> {
    sheet.rows_of(statement).iter().map(|row| row.at).collect()
}

/// Fills in a cell that is not empty.
fn set(column: &'static str, known: &mut Option<String>, cell: Option<&String>, edits: &mut Vec<Edit>) {
    if let Some(cell) = cell.filter(|cell| known.as_ref() != Some(cell)) {
        Edit::note(column, known.as_deref().unwrap_or_default(), cell, edits);
        *known = Some(cell.clone());
    }
}
