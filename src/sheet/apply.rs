//! Writes statements into the mirror of a file: new entries behind those that are there, changed cells into
//! theirs, and nothing else. What a sheet has no cell for stays as it is, and so does what its cell is empty for.

use std::collections::{HashMap, HashSet};

use super::cell::unit::UnitCell;
use super::change::{Change, Changes, Edit};
use super::documents::Document;
use super::fault::{At, Fault};
use super::metrics::{self, Metric};
use super::naming;
use super::row::{Report, Row};
use super::statement::{Directories, Said, Statement, report_of};
use super::text::{change, same, shown, unit};
use super::{cell, figure_id, status};
use crate::dataset::raw::{self, Text};
use crate::dataset::{Kind, Standing};
use crate::date::Date;

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

    /// Writes what the rows say of the metric of a statement, when it is met first.
    fn metric(&mut self, sheet: &Sheet<'_, '_>, statement: &Statement) {
        let id = statement.said.metric.as_str();
        let Some(metric) = sheet.metrics.get(id) else { return };
        if !self.there.get("metrics").is_some_and(|ids| ids.contains_key(id)) {
            self.add_metric(id, metric, &sheet.ids);
        } else if self.enter("seen", id) {
            self.edit_metric(id, metric, sheet, statement);
        }
        let scope = sheet.rows_of(statement).first().and_then(|row| row.scope.clone());
        let (Some(text), Some(scope)) = (scope, &statement.said.scope) else { return };
        let place = self.there.get("metrics").and_then(|ids| ids.get(id)).copied().unwrap_or_default();
        if self.enter("scopes", &[id, scope].join("/"))
            && let Some(metric) = self.after.metrics.get_mut(place)
        {
            metric.scopes.push(raw::Scope { id: scope.clone(), label: Text::from(&*text), definition: None });
        }
    }

    fn add_metric(&mut self, id: &str, metric: &Metric<'_>, ids: &Directories) {
        let label = metric.label.map_or(metric.name, |(label, _)| label);
        // Where nothing is said of the unit, the metric itself is what is counted: "225 deaths".
        let fallback = UnitCell::Label(label.to_owned());
        let cell = metric.unit.map_or(&fallback, |(unit, _)| unit);
        let unit = self.unit(cell, ids);
        let group = metric.group.map(|(group, _)| self.group(group, ids));
        self.enter("metrics", id);
        self.after.metrics.push(raw::Metric {
            id: id.to_owned(),
            label: Text::from(label),
            group,
            unit,
            kind: match cell {
                UnitCell::Percent => Kind::Level,
                UnitCell::Currency(..) => Kind::Amount,
                UnitCell::Label(_) => Kind::RunningTotal,
            },
            ..raw::Metric::default()
        });
    }

    fn edit_metric(&mut self, id: &str, metric: &Metric<'_>, sheet: &Sheet<'_, '_>, statement: &Statement) {
        let language = self.after.language.clone();
        let mut edits = Vec::new();
        let unit_id = metric.unit.map(|(cell, _)| self.unit(cell, &sheet.ids));
        let group_id = metric.group.map(|(group, _)| self.group(group, &sheet.ids));
        let place = self.there.get("metrics").and_then(|ids| ids.get(id)).copied().unwrap_or_default();
        let unit_named = |after: &raw::Dataset, id: &str| {
            after
                .units
                .iter()
                .find(|unit| unit.id == id)
                .map_or(id.to_owned(), |found| unit(found, &language).into_owned())
        };
        let units = unit_id.as_ref().map(|now| {
            let was = self.after.metrics.get(place).map(|metric| metric.unit.clone()).unwrap_or_default();
            (unit_named(&self.after, &was), unit_named(&self.after, now))
        });
        let Some(known) = self.after.metrics.get_mut(place) else { return };
        if let Some((label, _)) =
            metric.label.filter(|(label, _)| !same(shown(&known.label, &language), label))
        {
            Edit::note("metric_label", shown(&known.label, &language), label, &mut edits);
            change(&mut known.label, &language, label);
        }
        if let Some(group) = group_id.filter(|group| known.group.as_ref() != Some(group)) {
            Edit::note("group", known.group.as_deref().unwrap_or_default(), &group, &mut edits);
            known.group = Some(group);
        }
        if let (Some(now), Some((was, named))) = (unit_id.filter(|now| known.unit != *now), units) {
            Edit::note("unit", &was, &named, &mut edits);
            known.unit = now;
        }
        let rows =
            [metric.label.map(|(_, at)| at), metric.group.map(|(_, at)| at), metric.unit.map(|(_, at)| at)];
        let rows = rows.into_iter().flatten().take(1).collect();
        let _ = statement;
        self.changed(Change { noun: "metric", id: id.to_owned(), figure: None, edits, rows });
    }

    fn unit(&mut self, cell: &UnitCell, ids: &Directories) -> String {
        let text = metrics::key(cell);
        let id = ids.units.id(&text);
        if self.enter("units", &id) {
            let (label, currency, percent) = match cell {
                UnitCell::Percent => (None, None, Some(true)),
                UnitCell::Currency(code, _) => (None, Some(code.clone()), None),
                UnitCell::Label(word) => (Some(raw::Label::Plain(word.clone())), None, None),
            };
            self.after.units.push(raw::Unit { id: id.clone(), label, currency, percent });
        }
        id
    }

    fn group(&mut self, text: &str, ids: &Directories) -> String {
        let id = ids.groups.id(text);
        if self.enter("groups", &id) {
            self.after.groups.push(raw::Group { id: id.clone(), label: Text::from(text) });
        }
        id
    }

    fn speaker(&mut self, row: &Row<'_>, id: Option<&String>) {
        if let (Some(name), Some(id)) = (row.speaker.as_deref(), id)
            && self.enter("speakers", id)
        {
            self.after.speakers.push(raw::Speaker {
                id: id.clone(),
                name: Text::from(name),
                spellings: Vec::new(),
            });
        }
    }

    fn institution(&mut self, row: &Row<'_>, ids: &Directories) {
        let Some(name) = row.institution.as_deref() else { return };
        let id = ids.institutions.id(name);
        if self.enter("institutions", &id) {
            self.after.institutions.push(raw::Institution { id, name: Text::from(name) });
        }
    }

    /// Writes a document when it is met first, and gives its id.
    fn source(&mut self, sheet: &Sheet<'_, '_>, index: usize, figure: &str) -> Option<String> {
        let document = sheet.documents.get(index)?;
        if let Some(known) = document.known {
            if self.enter("seen sources", &document.id) {
                self.edit_source(document, known, sheet, figure);
            }
        } else if self.enter("sources", &document.id) {
            self.outlet(sheet, document);
            self.after.sources.push(raw::Source {
                id: document.id.clone(),
                outlet: document.outlet.clone(),
                published: document.published.clone(),
                url: document.url.clone(),
                archived: document.archived.clone(),
                ..raw::Source::default()
            });
        }
        Some(document.id.clone())
    }

    fn outlet(&mut self, sheet: &Sheet<'_, '_>, document: &Document) {
        let Some(id) = &document.outlet else { return };
        if self.there.get("outlets").is_some_and(|ids| ids.contains_key(id)) {
            return;
        }
        let name = sheet.outlets.get(id).copied();
        self.enter("outlets", id);
        self.after.outlets.push(raw::Outlet {
            id: id.clone(),
            name: Text::from(name.unwrap_or(id)),
            url: None,
        });
    }

    fn edit_source(&mut self, document: &Document, known: usize, sheet: &Sheet<'_, '_>, figure: &str) {
        self.outlet(sheet, document);
        let Some(source) = self.after.sources.get_mut(known) else { return };
        let mut edits = Vec::new();
        let canonical =
            |date: &String| Date::parse(date).map_or_else(|_| date.clone(), |date| date.to_string());
        if source.published.as_ref().map(canonical) != document.published {
            set("published_on", &mut source.published, document.published.as_ref(), &mut edits);
        }
        set("outlet", &mut source.outlet, document.outlet.as_ref(), &mut edits);
        set("url", &mut source.url, document.url.as_ref(), &mut edits);
        set("archived_url", &mut source.archived, document.archived.as_ref(), &mut edits);
        let (id, rows) = (document.id.clone(), vec![document.at]);
        self.changed(Change { noun: "source", id, figure: Some(figure.to_owned()), edits, rows });
    }

    /// Adds a new figure.
    fn add(&mut self, sheet: &Sheet<'_, '_>, statement: &Statement, id: String) {
        let mut figure = raw::Figure { id, metric: statement.said.metric.clone(), ..raw::Figure::default() };
        self.fill(sheet, statement, &mut figure, &mut Vec::new());
        if figure.sources.is_empty() {
            figure.sources.push(self.unnamed(statement, sheet));
        }
        self.changes.added.push((figure.id.clone(), ats(sheet, statement)));
        self.after.figures.push(figure);
    }

    /// The document that is entered where the rows name none.
    fn unnamed(&mut self, statement: &Statement, sheet: &Sheet<'_, '_>) -> String {
        let known = |source: &&raw::Source| {
            let parts = [&source.outlet, &source.published, &source.url, &source.archived];
            parts.iter().all(|part| part.is_none()) && source.title.is_none() && source.note.is_none()
        };
        let at = sheet.rows_of(statement).first().map(|row| row.at).unwrap_or_default();
        let hint = "give its `url`, or its `outlet` and `published_on`; until then it is entered as an unnamed document";
        self.faults.push(Fault::row("no-source", at, "the row names no document", hint).mild());
        self.unnamed =
            self.unnamed.take().or_else(|| self.after.sources.iter().find(known).map(|s| s.id.clone()));
        if let Some(id) = &self.unnamed {
            return id.clone();
        }
        let mut taken = self.after.sources.iter().map(|source| source.id.clone()).collect();
        let wish = naming::Wish { id: "unnamed".to_owned(), text: "unnamed".to_owned() };
        let id = naming::ids(&[wish], "source", &mut taken).pop().unwrap_or_default();
        self.enter("sources", &id);
        self.after.sources.push(raw::Source { id: id.clone(), ..raw::Source::default() });
        self.unnamed = Some(id.clone());
        id
    }

    /// Changes a figure that is in the file.
    fn edit(&mut self, sheet: &Sheet<'_, '_>, statement: &Statement, index: usize) {
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
    fn fill(
        &mut self,
        sheet: &Sheet<'_, '_>,
        statement: &Statement,
        figure: &mut raw::Figure,
        edits: &mut Vec<Edit>,
    ) {
        let rows = sheet.rows_of(statement);
        let Some(first) = rows.first() else { return };
        let language = self.after.language.clone();
        let old = Said::of_figure(figure, &language);
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
    fn sources(
        &mut self,
        sheet: &Sheet<'_, '_>,
        statement: &Statement,
        figure: &mut raw::Figure,
        edits: &mut Vec<Edit>,
    ) {
        let language = self.after.language.clone();
        let rows = sheet.rows_of(statement);
        let documents: Vec<Option<String>> = (0..rows.len())
            .map(|place| self.source(sheet, sheet.document(statement, place)?, &figure.id))
            .collect();
        let doubted = |source: &String| {
            let mut both = rows.iter().zip(&documents);
            both.any(|(row, id)| row.status.is_some_and(super::row::is_doubt) && id.as_ref() == Some(source))
        };
        let carried = figure.sources.iter().any(|source| !doubted(source));
        let verdict = status::read(&rows, carried, self.faults);
        for id in verdict.carriers.iter().filter_map(|place| documents.get(*place)?.as_ref()) {
            if !figure.sources.contains(id) {
                let place = self.place(&figure.sources, id);
                figure.sources.insert(place, id.clone());
                Edit::note("source", "", id, edits);
            }
        }
        let by = verdict.by.and_then(|place| documents.get(place).cloned().flatten());
        doubt(figure, &verdict, by, &language, edits);
        if super::row::is_doubt(figure.status) && figure.status_source.is_none() {
            let at = verdict.by.and_then(|place| rows.get(place)).map(|row| row.at).unwrap_or_default();
            let message = "the row has a status that casts doubt, and names no document that says so";
            let hint = "give its `url`, or its `outlet` and `published_on`";
            self.faults.push(Fault::row("unexplained-status", at, message, hint));
        }
        let noted = figure.status_note.as_ref().map(|note| shown(note, &language));
        if verdict.note.as_deref().is_some_and(|note| noted != Some(note)) {
            set_text("note", &mut figure.note, verdict.note.as_deref(), &language, edits);
        }
    }

    /// Where a document belongs among those of a figure: before the first that was surely published later.
    fn place(&self, sources: &[String], id: &str) -> usize {
        let published = |id: &str| {
            let place = self.there.get("sources").and_then(|ids| ids.get(id)).copied();
            let source = place.and_then(|place| self.after.sources.get(place));
            source.and_then(|source| Date::parse(source.published.as_ref()?).ok())
        };
        let latest = published(id).and_then(|date| date.latest());
        let later = |other: &String| {
            let earliest = published(other).and_then(|date| date.earliest());
            earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest)
        };
        sources.iter().position(later).unwrap_or(sources.len())
    }
}

fn ats(sheet: &Sheet<'_, '_>, statement: &Statement) -> Vec<At> {
    sheet.rows_of(statement).iter().map(|row| row.at).collect()
}

/// Replaces what was reported.
fn report(figure: &mut raw::Figure, report: &Report<'_>, language: &str, edits: &mut Vec<Edit>) {
    let old = report_of(figure, language);
    let show = |part: &Option<String>| part.clone().unwrap_or_default();
    let words = |part: &super::row::Cell<'_>| part.as_deref().unwrap_or_default().to_owned();
    Edit::note("value", &show(&old.value), &show(&report.value), edits);
    Edit::note("low", &show(&old.low), &show(&report.low), edits);
    Edit::note("high", &show(&old.high), &show(&report.high), edits);
    Edit::note("words", &words(&old.words), &words(&report.words), edits);
    let name = cell::phrase::name;
    Edit::note("qualifier", name(old.qualifier), name(report.qualifier), edits);
    let number = |digits: &Option<String>| digits.clone().map(|text| raw::Number { text, quoted: false });
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
    verdict: &status::Verdict,
    by: Option<String>,
    language: &str,
    edits: &mut Vec<Edit>,
) {
    let Some(now) = verdict.status else { return };
    let name = |status| {
        super::row::STANDINGS.iter().find(|(_, known)| *known == status).map_or("", |(name, _)| name)
    };
    if figure.status != now {
        Edit::note("status", name(figure.status), name(now), edits);
        figure.status = now;
        if matches!(now, Standing::Stands) {
            (figure.status_note, figure.status_source) = (None, None);
        }
    }
    set_text("status note", &mut figure.status_note, verdict.why.as_deref(), language, edits);
    set("status source", &mut figure.status_source, by.as_ref(), edits);
}

/// Fills in a cell that is not empty.
fn set(column: &'static str, known: &mut Option<String>, cell: Option<&String>, edits: &mut Vec<Edit>) {
    if let Some(cell) = cell.filter(|cell| known.as_ref() != Some(cell)) {
        Edit::note(column, known.as_deref().unwrap_or_default(), cell, edits);
        *known = Some(cell.clone());
    }
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
