//! Figures: new ones, and those whose cells have changed.

use crate::spreadsheet::cell::phrase::qualifier_name;
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::cell::term::status_name;
use crate::spreadsheet::merge::status::Verdict;
use crate::spreadsheet::merge::status::read_verdict;
use std::collections::HashSet;

use crate::spreadsheet::decimal;
use crate::spreadsheet::matching::statement::{IdDirectories, Statement, StatementMatch, report_of};
use crate::spreadsheet::merge::{List, Sheet, Writer, ats, set};
use crate::spreadsheet::record::{Cell, Record, Reported};
use crate::spreadsheet::report::{Change, Edit};
use crate::spreadsheet::text::{change, same, shown};
use figure_tracker_core::dataset::Status;
use figure_tracker_core::dataset::raw::{self, Text};

impl Writer<'_> {
    pub(crate) fn speaker(&mut self, row: &Record<'_>, id: Option<&String>) {
        if let (Some(name), Some(id)) = (row.speaker.as_deref(), id)
            && self.enter(List::Speakers, id)
        {
            self.after.speakers.push(raw::Speaker {
                id: id.clone(),
                name: Text::from(name),
                spellings: Vec::new(),
            });
        }
    }

    pub(crate) fn institution(&mut self, row: &Record<'_>, ids: &IdDirectories) {
        let Some(name) = row.institution.as_deref() else { return };
        let id = ids.institutions.id(name);
        if self.enter(List::Institutions, &id) {
            self.after.institutions.push(raw::Institution { id, name: Text::from(name) });
        }
    }

    /// Adds a new figure.
    pub(crate) fn add(&mut self, sheet: &Sheet<'_, '_>, statement: &StatementMatch, id: String) {
        let mut figure = raw::Figure { id, metric: statement.said.metric.clone(), ..raw::Figure::default() };
        self.fill(sheet, statement, &mut figure, &mut Vec::new());
        if figure.sources.is_empty() {
            figure.sources.push(self.unnamed(statement, sheet));
        }
        self.changes.added.push((figure.id.clone(), ats(sheet, statement)));
        self.after.figures.push(figure);
    }

    /// Changes a figure that is in the file.
    pub(crate) fn edit(&mut self, sheet: &Sheet<'_, '_>, statement: &StatementMatch, index: usize) {
        let Some(mut figure) = self.after.figures.get(index).cloned() else { return };
        let mut edits = Vec::new();
        let before = self.changes.changed.len();
        self.fill(sheet, statement, &mut figure, &mut edits);
        if edits.is_empty() && self.changes.changed.len() == before {
            self.changes.same += 1;
        }
        let (id, rows) = (figure.id.clone(), ats(sheet, statement));
        if let Some(place) = self.after.figures.get_mut(index).filter(|_| !edits.is_empty()) {
            *place = figure;
        }
        self.changed(Change { noun: "figure", figure: Some(id.clone()), id, edits, rows });
    }

    /// Fills in what the rows of a statement say.
    pub(crate) fn fill(
        &mut self,
        sheet: &Sheet<'_, '_>,
        statement: &StatementMatch,
        figure: &mut raw::Figure,
        edits: &mut Vec<Edit>,
    ) {
        let rows = sheet.rows_of(statement);
        let Some(first) = rows.first() else { return };
        let language = self.after.language.clone();
        let is_new = figure.sources.is_empty();
        let old = if is_new { Statement::default() } else { Statement::of_figure(figure, &language) };
        let new = &statement.said;
        if old.report != new.report {
            report(figure, &first.report, &language, edits);
        }
        set("scope", &mut figure.scope, new.scope.as_ref(), edits);
        if old.said != new.said {
            set("said_on", &mut figure.said, new.said.as_ref(), edits);
        }
        rows.iter().for_each(|row| self.speaker(row, new.speaker.as_ref()));
        rows.iter().for_each(|row| self.institution(row, &sheet.ids));
        set("speaker", &mut figure.speaker, new.speaker.as_ref(), edits);
        set("institution", &mut figure.institution, new.institution.as_ref(), edits);
        set_text("role", &mut figure.office, new.office.as_deref(), &language, edits);
        self.sources(sheet, statement, figure, edits);
    }

    /// Fills in the documents of a figure, its status and its note.
    pub(crate) fn sources(
        &mut self,
        sheet: &Sheet<'_, '_>,
        statement: &StatementMatch,
        figure: &mut raw::Figure,
        edits: &mut Vec<Edit>,
    ) {
        let language = self.after.language.clone();
        let is_new = figure.sources.is_empty();
        let rows = sheet.rows_of(statement);
        let documents: Vec<Option<String>> = (0..rows.len())
            .map(|place| self.source(sheet, sheet.document(statement, place)?, &figure.id))
            .collect();
        let casts = rows.iter().zip(&documents).filter(|(row, _)| row.status.is_some_and(is_doubt));
        let doubting: HashSet<&String> = casts.filter_map(|(_, id)| id.as_ref()).collect();
        let carried = figure.sources.iter().any(|source| !doubting.contains(source));
        let verdict = read_verdict(&rows, carried, self.faults);
        let mut there: HashSet<String> = figure.sources.iter().cloned().collect();
        for id in verdict.carriers.iter().filter_map(|place| documents.get(*place)?.as_ref()) {
            if there.insert(id.clone()) {
                let place = if is_new { figure.sources.len() } else { self.place(&figure.sources, id) };
                figure.sources.insert(place, id.clone());
                Edit::note("source", "", id, edits);
            }
        }
        let by = verdict.by.and_then(|place| documents.get(place).cloned().flatten());
        doubt(figure, &verdict, by.as_ref(), &language, edits);
        if is_doubt(figure.status) && figure.status_source.is_none() {
            figure.status_source = Some(self.unnamed(statement, sheet));
        }
        let noted = figure.status_note.as_ref().map(|note| shown(note, &language));
        if verdict.note.as_deref().is_some_and(|note| noted != Some(note)) {
            set_text("note", &mut figure.note, verdict.note.as_deref(), &language, edits);
        }
    }
}

/// Replaces what was reported.
fn report(figure: &mut raw::Figure, report: &Reported<'_>, language: &str, edits: &mut Vec<Edit>) {
    let old = report_of(figure, language);
    let show = |part: &Option<String>| part.clone().unwrap_or_default();
    let words = |part: &Cell<'_>| part.as_deref().unwrap_or_default().to_owned();
    Edit::note("value", &show(&old.value), &show(&report.value), edits);
    Edit::note("low", &show(&old.low), &show(&report.low), edits);
    Edit::note("high", &show(&old.high), &show(&report.high), edits);
    Edit::note("words", &words(&old.words), &words(&report.words), edits);
    let name = qualifier_name;
    Edit::note("qualifier", name(old.qualifier), name(report.qualifier), edits);
    let number = |digits: &Option<String>| {
        digits.clone().map(|text| raw::Number { quoted: decimal::is_long(&text), text })
    };
    (figure.value, figure.low, figure.high) =
        (number(&report.value), number(&report.low), number(&report.high));
    figure.qualifier = report.qualifier;
    match (&mut figure.words, report.words.as_deref()) {
        (Some(text), Some(words)) => change(text, language, words),
        (text, words) => *text = words.map(Text::from),
    }
}

/// Writes a status and what it needs; an empty cell leaves the figure as it is.
fn doubt(
    figure: &mut raw::Figure,
    verdict: &Verdict,
    by: Option<&String>,
    language: &str,
    edits: &mut Vec<Edit>,
) {
    let Some(now) = verdict.status else { return };
    if figure.status != now {
        Edit::note("status", status_name(figure.status), status_name(now), edits);
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
