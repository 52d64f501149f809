//! Figures: new ones, and those whose cells have changed.

use std::rc::Rc;

use super::entries::List;
use super::status::{Verdict, read_verdict};
use super::{Merger, set};
use crate::diagnostic::Diagnostic;
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::matching::statement::{StatedReport, StatementMatch, reported_by};
use crate::spreadsheet::record::{CellText, Record, Reported};
use crate::spreadsheet::report::{Change, Edits, RowPosition};
use crate::spreadsheet::text::{change, same, shown};
use figure_tracker_core::dataset::Status;
use figure_tracker_core::dataset::format::{Figure, FigureSource, Institution, Speaker, Text};
use figure_tracker_core::decimal::Decimal;

impl<'a> Merger<'a, '_> {
    /// Adds a new figure.
    pub(super) fn add_figure(&mut self, found: &'a StatementMatch<'a>, id: String) {
        let metric = found.statement.metric.clone().into_owned();
        let mut figure = Figure { id, metric, ..Figure::default() };
        self.fill_figure(found, &mut figure, &mut Edits::of_something_new());
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
    pub(super) fn edit_figure(&mut self, found: &'a StatementMatch<'a>, index: usize) {
        let Some(mut figure) = self.after.figures.get(index).cloned() else { return };
        let mut edits = Edits::kept();
        let before = self.changes.changed.len();
        self.fill_figure(found, &mut figure, &mut edits);
        let edits = edits.into_kept();
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
    fn fill_figure(&mut self, found: &'a StatementMatch<'a>, figure: &mut Figure, edits: &mut Edits) {
        let records = self.matched.records_of(found);
        let Some(first) = records.first() else { return };
        let language = Rc::clone(&self.language);
        let new = &found.statement;
        if StatedReport::of_figure(figure, &language) != new.reported {
            set_reported(figure, &first.reported, &language, edits);
        }
        set("scope", &mut figure.scope, new.scope.as_deref(), edits);
        set("said_on", &mut figure.said, new.said.as_ref(), edits);
        records.iter().for_each(|record| self.add_speaker(record, new.speaker.as_deref()));
        records.iter().for_each(|record| self.add_institution(record));
        set("speaker", &mut figure.speaker, new.speaker.as_deref(), edits);
        set("institution", &mut figure.institution, new.institution.as_deref(), edits);
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
        if self.entries.enter(List::Institutions, id) {
            self.after.institutions.push(Institution { id: id.to_owned(), name: Text::from(name) });
        }
    }

    /// Fills in the documents of a figure, its status and its note.
    fn fill_sources(
        &mut self,
        found: &'a StatementMatch<'a>,
        records: &[&Record<'_>],
        figure: &mut Figure,
        edits: &mut Edits,
    ) {
        let language = Rc::clone(&self.language);
        let is_new = figure.sources.is_empty();
        let documents: Vec<Option<&str>> = (0..records.len())
            .map(|place| self.merge_source(self.matched.document_of(found, place)?, &figure.id))
            .collect();
        let casts_doubt = |record: &Record<'_>| record.status.is_some_and(is_doubt);
        let doubting: HashSet<&str> = records
            .iter()
            .zip(&documents)
            .filter(|(record, _)| casts_doubt(record))
            .filter_map(|(_, id)| *id)
            .collect();
        let is_carried = figure.sources.iter().any(|source| !doubting.contains(source.source.as_str()));
        let verdict = read_verdict(records, is_carried, &self.matched.ids.outlets, self.diagnostics);
        figure.sources.reserve_exact(verdict.carriers.len().max(1));
        let mut carriers: Vec<&str> =
            verdict.carriers.iter().filter_map(|place| documents.get(*place).copied()?).collect();
        leave_out_known(&mut carriers, &figure.sources);
        for id in carriers {
            let place = if is_new { figure.sources.len() } else { self.place_of_source(&figure.sources, id) };
            figure.sources.insert(place, FigureSource::from(id));
            edits.note("source", "", id);
        }
        self.note_joined(records, &documents);
        let by = verdict.by.and_then(|place| documents.get(place).copied().flatten());
        set_status(figure, &verdict, by, &language, edits);
        if is_doubt(figure.status) && figure.status_source.is_none() {
            figure.status_source = Some(self.unnamed_source(found));
        }
        let noted = figure.status_note.as_ref().map(|note| shown(note, &language));
        if verdict.note.as_deref().is_some_and(|note| noted != Some(note)) {
            set_text("note", &mut figure.note, verdict.note.as_deref(), &language, edits);
        }
    }

    /// Says which rows add nothing to one before them: such a row does not come back as a row of its own.
    fn note_joined(&mut self, records: &[&Record<'_>], documents: &[Option<&str>]) {
        let mut first_of: HashMap<(Option<&str>, bool), RowPosition> = HashMap::new();
        if records.len() < 2 {
            return;
        }
        for (record, document) in records.iter().zip(documents) {
            let casts_doubt = record.status.is_some_and(is_doubt);
            let first = *first_of.entry((*document, casts_doubt)).or_insert(record.position);
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
fn set_reported(figure: &mut Figure, reported: &Reported<'_>, language: &str, edits: &mut Edits) {
    if edits.are_kept() {
        note_reported(&reported_by(figure, language), reported, edits);
    }
    (figure.value, figure.low, figure.high) = (reported.value, reported.low, reported.high);
    figure.qualifier = reported.qualifier;
    match (&mut figure.words, reported.words.as_deref()) {
        (Some(text), Some(words)) => change(text, language, words),
        (text, words) => *text = words.map(Text::from),
    }
}

/// Notes where two reports differ.
fn note_reported(was: &Reported<'_>, now: &Reported<'_>, edits: &mut Edits) {
    let show = |number: &Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default();
    let words = |words: &CellText<'_>| words.as_deref().unwrap_or_default().to_owned();
    edits.note("value", &show(&was.value), &show(&now.value));
    edits.note("low", &show(&was.low), &show(&now.low));
    edits.note("high", &show(&was.high), &show(&now.high));
    edits.note("words", &words(&was.words), &words(&now.words));
    edits.note("qualifier", was.qualifier.name(), now.qualifier.name());
}

/// Takes out the documents that are among others, and all but the first of those that are the same.
fn leave_out_known(ids: &mut Vec<&str>, known: &[FigureSource]) {
    match ids.as_slice() {
        [] => {}
        [only] => {
            let is_known = known.iter().any(|source| source.source == *only);
            ids.retain(|_| !is_known);
        }
        _ => {
            let mut there: HashSet<&str> = known.iter().map(|source| source.source.as_str()).collect();
            ids.retain(|id| there.insert(id));
        }
    }
}

/// Writes a status and what it needs; an empty cell leaves the figure as it is.
fn set_status(figure: &mut Figure, verdict: &Verdict, by: Option<&str>, language: &str, edits: &mut Edits) {
    let Some(now) = verdict.status else { return };
    if figure.status != now {
        edits.note("status", figure.status.name(), now.name());
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
    edits: &mut Edits,
) {
    match (known, cell) {
        (Some(text), Some(cell)) if !same(shown(text, language), cell) => {
            edits.note(column, shown(text, language), cell);
            change(text, language, cell);
        }
        (known @ None, Some(cell)) => {
            edits.note(column, "", cell);
            *known = Some(Text::from(cell));
        }
        _ => {}
    }
}
