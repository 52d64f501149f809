//! The way of an import: records, who is who, which document, which statement, and then all of it into the dataset.
//! Where anything is wrong nothing comes out but what is wrong.

use crate::diagnostic::{Diagnostic, Span, any_error};
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::import_step::ImportStep;
use crate::spreadsheet::matching::document::{Document, gather_documents};
use crate::spreadsheet::matching::edited::{find_edited_documents, find_edited_figures};
use crate::spreadsheet::matching::ids::IdDirectories;
use crate::spreadsheet::matching::known_document::{find_known_documents, name_documents};
use crate::spreadsheet::matching::metric::gather_metrics;
use crate::spreadsheet::matching::statement::match_statements;
use crate::spreadsheet::merge::{MatchedRecords, merge_statements};
use crate::spreadsheet::record::{Record, read_records};
use crate::spreadsheet::report::{Changes, RowPosition};
use crate::spreadsheet::table::{ReadOptions, SheetName, open_tables};
use figure_tracker_core::dataset::format::{self, Text};
use figure_tracker_core::date::{Date, Day};

/// What came of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The dataset with the records in it; none exactly where `diagnostics` has an error.
    pub dataset: Option<format::Dataset>,
    /// What was added, changed and left.
    pub changes: Changes,
    /// Everything that is wrong, in the order of the files and their rows.
    pub diagnostics: Vec<Diagnostic>,
    /// The sheets of workbooks that were read.
    pub sheets: Vec<SheetName>,
}

impl Import {
    /// Returns the name of the sheet that a row is on; none where its file is no workbook.
    pub fn sheet_name(&self, position: RowPosition) -> Option<&str> {
        sheet_name(&self.sheets, position)
    }
}

fn sheet_name(sheets: &[SheetName], position: RowPosition) -> Option<&str> {
    let is_there = |sheet: &&SheetName| (sheet.file, sheet.sheet) == (position.file, position.sheet);
    sheets.iter().find(is_there).map(|sheet| sheet.name.as_str())
}

/// Reads the rows of spreadsheets, which are texts or workbooks, into a dataset, which is taken and given back. `day` is
/// the day of the import: the edition of the dataset where anything changes, and the date of what is mended. `progress`
/// hears what is done next.
pub fn import(
    files: &[&[u8]],
    options: &ReadOptions,
    before: format::Dataset,
    day: Day,
    progress: &dyn Fn(ImportStep<'_>),
) -> Import {
    let mut diagnostics = Vec::new();
    let (tables, sheets) = open_tables(files, options, progress, &mut diagnostics);
    let mut records = Vec::new();
    for table in &tables {
        let position = table.position();
        progress(ImportStep::ReadRows { file: position.file, sheet: sheet_name(&sheets, position) });
        read_records(table, &mut records, &mut diagnostics);
    }
    records.shrink_to_fit();
    progress(ImportStep::FindStatements);
    let done =
        if any_error(&diagnostics) { None } else { Some(merge_records(&records, before, &mut diagnostics)) };
    drop(records);
    drop(tables);
    diagnostics.sort_by_key(|diagnostic| (RowPosition::of(diagnostic), diagnostic.severity));
    name_sheets(&mut diagnostics, &sheets);
    match done.filter(|_| !any_error(&diagnostics)) {
        Some((mut dataset, changes)) => {
            finish(&mut dataset, &changes, day);
            Import { dataset: Some(dataset), changes, diagnostics, sheets }
        }
        None => Import { dataset: None, changes: Changes::default(), diagnostics, sheets },
    }
}

/// Writes the names of sheets into the diagnostics about them.
fn name_sheets(diagnostics: &mut [Diagnostic], sheets: &[SheetName]) {
    for diagnostic in diagnostics.iter_mut().filter(|_| !sheets.is_empty()) {
        let position = RowPosition::of(diagnostic);
        if let Span::Cell(span) = &mut diagnostic.span
            && span.row > 0
        {
            span.sheet_name = sheet_name(sheets, position).unwrap_or_default().to_owned();
        }
    }
}

fn merge_records(
    records: &[Record<'_>],
    before: format::Dataset,
    diagnostics: &mut Vec<Diagnostic>,
) -> (format::Dataset, Changes) {
    let mut ids = IdDirectories::new(&before);
    ids.add(records);
    let metrics = gather_metrics(records, &ids.metrics, diagnostics);
    ids.add_units(&metrics);
    let (mut documents, of_records) = gather_documents(records, &ids.outlets, diagnostics);
    find_known_documents(&mut documents, &before.sources);
    name_documents(&mut documents, &before.sources);
    let mut statements = match_statements(records, &ids, &source_ids(&of_records, &documents), &before);
    if find_edited_documents(&mut documents, &of_records, &statements, &before) {
        name_documents(&mut documents, &before.sources);
    }
    find_edited_figures(&mut statements, &source_ids(&of_records, &documents), &before, &ids);
    for found in &mut statements {
        sort_records(&mut found.records, records, &of_records, &documents);
    }
    let matched = MatchedRecords { records, statements, documents, of_records, metrics, ids: &ids };
    merge_statements(&matched, before, diagnostics)
}

/// Returns for each record the id of its document.
fn source_ids<'d>(of_records: &[Option<usize>], documents: &'d [Document<'_>]) -> Vec<Option<&'d str>> {
    let id = |place: &Option<usize>| Some(documents.get((*place)?)?.id.as_str());
    of_records.iter().map(id).collect()
}

/// Sorts the records of a statement: first appearance first, and those that only cast doubt behind the others. A
/// record whose document has no date stays behind the one before it.
fn sort_records(
    places: &mut [usize],
    records: &[Record<'_>],
    of_records: &[Option<usize>],
    documents: &[Document<'_>],
) {
    if places.len() < 2 {
        return;
    }
    let document = |place: usize| documents.get(of_records.get(place).copied().flatten()?);
    let published = |place: usize| document(place)?.published.as_ref()?.latest();
    let mut last = [None, None];
    let keyed = places.iter().map(|place| {
        let doubts = records.get(*place).and_then(|record| record.status).is_some_and(is_doubt);
        let [plain, doubting] = &mut last;
        let last = if doubts { doubting } else { plain };
        *last = published(*place).or(*last);
        ((doubts, *last), *place)
    });
    let mut keyed: Vec<_> = keyed.collect();
    keyed.sort_by_key(|(key, _)| *key);
    for (place, (_, sorted)) in places.iter_mut().zip(keyed) {
        *place = sorted;
    }
}

/// Dates the edition, and lists what was mended.
fn finish(dataset: &mut format::Dataset, changes: &Changes, day: Day) {
    if changes.is_empty() {
        return;
    }
    dataset.edition = Some(day.into());
    let is_english =
        dataset.language.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("en"));
    for change in &changes.changed {
        let Some(note) = change.correction() else { continue };
        let note = if is_english { Text::Plain(note) } else { Text::Tagged(vec![("en".to_owned(), note)]) };
        let figure = change.figure.clone();
        dataset.corrections.push(format::Correction { date: Date::from(day), figure, note });
    }
}
