//! The way of an import: rows, who is who, which document, which statement, and then all of it into the file.
//! Where anything is wrong nothing comes out but what is wrong.

use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::document::find_known_documents;
use crate::spreadsheet::matching::document::gather_documents;
use crate::spreadsheet::matching::document::name_documents;
use crate::spreadsheet::matching::edited::find_edited_documents;
use crate::spreadsheet::matching::edited::find_edited_figures;
use crate::spreadsheet::matching::metric::MetricRecords;
use crate::spreadsheet::matching::metric::gather_metrics;
use crate::spreadsheet::matching::metric::unit_key;
use crate::spreadsheet::matching::metric::wanted_unit_id;
use crate::spreadsheet::matching::statement::match_statements;
use crate::spreadsheet::matching::statement::{IdDirectories, Statement};
use crate::spreadsheet::merge::Sheet;
use crate::spreadsheet::merge::merge_statements;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::record::read_records;
use crate::spreadsheet::report::Changes;
use crate::spreadsheet::report::Fault;
use figure_tracker_core::dataset::raw::{self, Text};
use figure_tracker_core::date::Date;
use figure_tracker_core::problem::Severity;

/// What came of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The data set with the rows in it; none exactly where `faults` has an error.
    pub dataset: Option<raw::Dataset>,
    /// What was added, changed and left.
    pub changes: Changes,
    /// Everything that is wrong, in the order of the files and their rows.
    pub faults: Vec<Fault>,
}

/// Reads the rows of spreadsheets into a data set. `day` is the day of the import, EDTF: the edition of the data
/// set where anything changes, and the date of what is mended. `progress` hears what is done next.
pub fn import(files: &[&[u8]], before: &raw::Dataset, day: &str, progress: &dyn Fn(&'static str)) -> Import {
    let mut faults = Vec::new();
    progress("reading rows");
    let mut rows = Vec::new();
    for (index, bytes) in files.iter().enumerate() {
        rows.extend(read_records(bytes, index, &mut faults));
    }
    progress("finding statements");
    let is_error = |fault: &Fault| fault.severity == Severity::Error;
    let done = if faults.iter().any(is_error) { None } else { Some(merged(&rows, before, &mut faults)) };
    faults.sort_by_key(|fault| (fault.at, fault.severity));
    match done.filter(|_| !faults.iter().any(is_error)) {
        Some((mut dataset, changes)) => {
            finish(&mut dataset, &changes, day);
            Import { dataset: Some(dataset), changes, faults }
        }
        None => Import { dataset: None, changes: Changes::default(), faults },
    }
}

fn merged(rows: &[Record<'_>], before: &raw::Dataset, faults: &mut Vec<Fault>) -> (raw::Dataset, Changes) {
    let mut ids = IdDirectories::new(before);
    ids.learn(rows);
    let metrics = gather_metrics(rows, &ids.metrics, faults);
    learn_units(&metrics, &mut ids);
    let (mut documents, of_rows) = gather_documents(rows, &ids.outlets, faults);
    find_known_documents(&mut documents, &before.sources);
    name_documents(&mut documents, &before.sources);
    let source_of = |documents: &[Document]| -> Vec<Option<String>> {
        let id = |place: &Option<usize>| {
            place.and_then(|place| documents.get(place)).map(|document| document.id.clone())
        };
        of_rows.iter().map(id).collect()
    };
    let said: Vec<Statement> = rows.iter().map(|row| Statement::of_row(row, &ids)).collect();
    let mut statements = match_statements(said, &source_of(&documents), before);
    if find_edited_documents(&mut documents, &of_rows, &statements, before) {
        name_documents(&mut documents, &before.sources);
    }
    find_edited_figures(&mut statements, &source_of(&documents), before);
    for statement in &mut statements {
        sort_rows(&mut statement.rows, rows, &of_rows, &documents);
    }
    let sheet = Sheet { rows, statements, documents, of_rows, metrics, ids };
    merge_statements(&sheet, before, faults)
}

/// Sorts the rows of a statement: first appearance first, and those that only cast doubt behind the others. A row
/// whose document has no date stays behind the row before it.
fn sort_rows(places: &mut [usize], rows: &[Record<'_>], of_rows: &[Option<usize>], all: &[Document]) {
    if places.len() < 2 {
        return;
    }
    let document = |place: usize| of_rows.get(place).copied().flatten().and_then(|index| all.get(index));
    let published = |place: usize| Date::parse(document(place)?.published.as_ref()?).ok()?.latest();
    let mut last = [None, None];
    let keyed = places.iter().map(|place| {
        let doubts = rows.get(*place).and_then(|row| row.status).is_some_and(is_doubt);
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

/// Whether `date` is later than `other` whatever the two mean.
pub(crate) fn is_surely_later(date: Option<&Date>, other: Option<&Date>) -> bool {
    let earliest = date.and_then(Date::earliest);
    earliest.zip(other.and_then(Date::latest)).is_some_and(|(earliest, latest)| earliest > latest)
}

/// Gives ids to the units of new metrics.
fn learn_units(all: &std::collections::HashMap<String, MetricRecords<'_>>, ids: &mut IdDirectories) {
    let mut texts: Vec<(String, String)> = Vec::new();
    for metric in all.values() {
        match metric.unit {
            Some((unit, _)) => texts.push((unit_key(unit), wanted_unit_id(unit))),
            None => {
                let label = metric.label.map_or(metric.name, |(label, _)| label);
                texts.push((label.to_owned(), crate::spreadsheet::matching::slug::slug(label)));
            }
        }
    }
    texts.sort();
    ids.units.learn_as(texts.iter().map(|(text, id)| (text.as_str(), id)), |_, id| id.clone());
}

/// Dates the edition, and lists what was mended.
fn finish(dataset: &mut raw::Dataset, changes: &Changes, day: &str) {
    if changes.is_empty() {
        return;
    }
    dataset.edition = Some(day.to_owned());
    let english =
        dataset.language.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("en"));
    for change in &changes.changed {
        let Some(note) = change.correction() else { continue };
        let note = if english { Text::Plain(note) } else { Text::Tagged(vec![("en".to_owned(), note)]) };
        dataset.corrections.push(raw::Correction {
            date: day.to_owned(),
            figure: change.figure.clone(),
            note,
        });
    }
}
