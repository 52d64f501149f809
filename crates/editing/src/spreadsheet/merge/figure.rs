//! Figures: new ones, and those whose cells have changed.

use std::collections::{HashMap, HashSet};

use super::entries::List;
use super::status::{Verdict, read_verdict};
use super::{Merger, set};
use crate::diagnostic::Diagnostic;
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::matching::statement::{Statement, StatementMatch, reported_by};
use crate::spreadsheet::record::{CellText, Record, Reported};
use crate::spreadsheet::report::{Change, Edit, RowPosition};
use crate::spreadsheet::text::{change, same, shown};
use figure_tracker_core::dataset::Status;
use figure_tracker_core::dataset::format::{Figure, FigureSource, Institution, Speaker, Text};
use figure_tracker_core::decimal::Decimal;

impl Merger<'_, '_> {
    /// Adds a new figure.
    pub(super) fn add_figure(&mut self, found: &StatementMatch, id: String) {
        let mut figure = Figure { id, metric: found.statement.metric.clone(), ..Figure::default() };
        self.fill_figure(found, &mut figure, &mut Vec::new());
        let is_bare = |record: &&Record<'_>| !record.names_document() && !record.status.is_some_and(is_doubt);
        let bare = self.matched.records_of(found).into_iter().find(is_bare);
        if figure.sources.is_empty() || bare.is_some() {
            let unnamed = self.unnamed_source(found);
            figure.sources.push(FigureSource::from(unnamed.as_str()));
        }
        self.changes.added.push((figure.id.clone(), self.matched.positions_of(found)));
        self.after.figures.push(figure);
    }

    /// Changes a figure that is in the dataset.
    pub(super) fn edit_figure(&mut self, found: &StatementMatch, index: usize) {
        let Some(mut figure) = self.after.figures.get(index).cloned() else { return };
        let mut edits = Vec::new();
        let before = self.changes.changed.len();
        self.fill_figure(found, &mut figure, &mut edits);
        if edits.is_empty() && self.changes.changed.len() == before {
            self.changes.same += 1;
        }
        let (id, rows) = (figure.id.clone(), self.matched.positions_of(found));
        if let Some(place) = self.after.figures.get_mut(index).filter(|_| !edits.is_empty()) {
            *place = figure;
        }
        self.note_change(Change { noun: "figure", figure: Some(id.clone()), id, edits, rows });
    }

    /// Fills in what the records of a statement say.
    fn fill_figure(&mut self, found: &StatementMatch, figure: &mut Figure, edits: &mut Vec<Edit>) {
        let records = self.matched.records_of(found);
        let Some(first) = records.first() else { return };
        let language = self.after.language.clone();
        let is_new = figure.sources.is_empty();
        let old = if is_new { Statement::default() } else { Statement::of_figure(figure, &language) };
        let new = &found.statement;
        if old.reported != new.reported {
            set_reported(figure, &first.reported, &language, edits);
        }
        set("scope", &mut figure.scope, new.scope.as_ref(), edits);
        set("said_on", &mut figure.said, new.said.as_ref(), edits);
        records.iter().for_each(|record| self.add_speaker(record, new.speaker.as_deref()));
        records.iter().for_each(|record| self.add_institution(record));
        set("speaker", &mut figure.speaker, new.speaker.as_ref(), edits);
        set("institution", &mut figure.institution, new.institution.as_ref(), edits);
        set_text("role", &mut figure.office, new.office.as_deref(), &language, edits);
        self.fill_sources(found, &records, figure, edits);
    }

    fn add_speaker(&mut self, record: &Record<'_>, id: Option<&str>) {
        if let (Some(name), Some(id)) = (record.speaker.as_deref(), id)
            && self.entries.enter(List::Speakers, id)
        {
            let (id, name) = (id.to_owned(), Text::from(name));
            self.after.speakers.push(Speaker { id, name, spellings: Vec::new() });
        }
    }

    fn add_institution(&mut self, record: &Record<'_>) {
        let Some(name) = record.institution.as_deref() else { return };
        let id = self.matched.ids.institutions.id(name);
        if self.entries.enter(List::Institutions, &id) {
            self.after.institutions.push(Institution { id, name: Text::from(name) });
        }
    }

    /// Fills in the documents of a figure, its status and its note.
    fn fill_sources(
        &mut self,
        found: &StatementMatch,
        records: &[&Record<'_>],
        figure: &mut Figure,
        edits: &mut Vec<Edit>,
    ) {
        let language = self.after.language.clone();
        let is_new = figure.sources.is_empty();
        let documents: Vec<Option<String>> = (0..records.len())
            .map(|place| self.merge_source(self.matched.document_of(found, place)?, &figure.id))
            .collect();
        let casts_doubt = |record: &Record<'_>| record.status.is_some_and(is_doubt);
        let doubting: HashSet<&String> = records
            .iter()
            .zip(&documents)
            .filter(|(record, _)| casts_doubt(record))
            .filter_map(|(_, id)| id.as_ref())
            .collect();
        let is_carried = figure.sources.iter().any(|source| !doubting.contains(&source.source));
        let verdict = read_verdict(records, is_carried, &self.matched.ids.outlets, self.diagnostics);
        figure.sources.reserve_exact(verdict.carriers.len().max(1));
        let mut there: HashSet<String> = figure.sources.iter().map(|source| source.source.clone()).collect();
        for id in verdict.carriers.iter().filter_map(|place| documents.get(*place)?.as_ref()) {
            if there.insert(id.clone()) {
                let place =
                    if is_new { figure.sources.len() } else { self.place_of_source(&figure.sources, id) };
                figure.sources.insert(place, FigureSource::from(id.as_str()));
                Edit::note("source", "", id, edits);
            }
        }
        self.note_joined(records, &documents);
        let by = verdict.by.and_then(|place| documents.get(place).cloned().flatten());
        set_status(figure, &verdict, by.as_ref(), &language, edits);
        if is_doubt(figure.status) && figure.status_source.is_none() {
            figure.status_source = Some(self.unnamed_source(found));
        }
        let noted = figure.status_note.as_ref().map(|note| shown(note, &language));
        if verdict.note.as_deref().is_some_and(|note| noted != Some(note)) {
            set_text("note", &mut figure.note, verdict.note.as_deref(), &language, edits);
        }
    }

    /// Says which rows add nothing to one before them: such a row does not come back as a row of its own.
    fn note_joined(&mut self, records: &[&Record<'_>], documents: &[Option<String>]) {
        let mut first_of: HashMap<(Option<&String>, bool), RowPosition> = HashMap::new();
        for (record, document) in records.iter().zip(documents) {
            let casts_doubt = record.status.is_some_and(is_doubt);
            let first = *first_of.entry((document.as_ref(), casts_doubt)).or_insert(record.position);
            let other = records.first().map(|record| record.position);
            let joined = match document {
                Some(_) => Some(first).map(|first| (first, "from the same document")),
                None => other.map(|other| (other, "and names no document")),
            };
            if let Some((first, why)) = joined.filter(|(first, _)| *first != record.position) {
                let first = first.seen_from(record.position);
                let message = format!("the row says the same as {first}, {why}");
                let help = "both rows are one figure";
                let span = record.position.span();
                self.diagnostics.push(Diagnostic::warning("joined-row", span, message).with_help(help));
            }
        }
    }
}

/// Replaces what was reported.
fn set_reported(figure: &mut Figure, reported: &Reported<'_>, language: &str, edits: &mut Vec<Edit>) {
    let old = reported_by(figure, language);
    let show = |number: &Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default();
    let words = |words: &CellText<'_>| words.as_deref().unwrap_or_default().to_owned();
    Edit::note("value", &show(&old.value), &show(&reported.value), edits);
    Edit::note("low", &show(&old.low), &show(&reported.low), edits);
    Edit::note("high", &show(&old.high), &show(&reported.high), edits);
    Edit::note("words", &words(&old.words), &words(&reported.words), edits);
    Edit::note("qualifier", old.qualifier.name(), reported.qualifier.name(), edits);
    (figure.value, figure.low, figure.high) = (reported.value, reported.low, reported.high);
    figure.qualifier = reported.qualifier;
    match (&mut figure.words, reported.words.as_deref()) {
        (Some(text), Some(words)) => change(text, language, words),
        (text, words) => *text = words.map(Text::from),
    }
}

/// Writes a status and what it needs; an empty cell leaves the figure as it is.
fn set_status(
    figure: &mut Figure,
    verdict: &Verdict,
    by: Option<&String>,
    language: &str,
    edits: &mut Vec<Edit>,
) {
    let Some(now) = verdict.status else { return };
    if figure.status != now {
        Edit::note("status", figure.status.name(), now.name(), edits);
        figure.status = now;
        if matches!(now, Status::Stands) {
            (figure.status_note, figure.status_source) = (None, None);
        }
    }
    set_text("status note", &mut figure.status_note, verdict.why.as_deref(), language, edits);
    set("status source", &mut figure.status_source, by, edits);
}

/// Fills in a text that is not empty.
fn set_text(
    column: &'static str,
    known: &mut Option<Text>,
    cell: Option<&str>,
    language: &str,
    edits: &mut Vec<Edit>,
) {
    match (known, cell) {
        (Some(text), Some(cell)) if !same(shown(text, language), cell) => {
            Edit::note(column, shown(text, language), cell, edits);
            change(text, language, cell);
        }
        (known @ None, Some(cell)) => {
            Edit::note(column, "", cell, edits);
            *known = Some(Text::from(cell));
        }
        _ => {}
    }
}
