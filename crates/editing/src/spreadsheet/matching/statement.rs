//! Which rows are one statement, and which figure of the file it is.
//!
//! A statement is the same number of the same thing, said on the same day by the same person. The document does
//! not matter: one statement carried by two of them is one figure with two sources.

use crate::spreadsheet::cell::phrase::qualifier_name;
use crate::spreadsheet::matching::metric::add_metric_names;
use crate::spreadsheet::record::read_words;
use std::borrow::Cow;
use std::collections::HashMap;

use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::decimal;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::slug::composed;
use crate::spreadsheet::record::{Record, Reported};
use crate::spreadsheet::text::{same, shown};
use figure_tracker_core::dataset::raw;
use figure_tracker_core::date::Date;

/// What a row or a figure of the file states, with ids in place of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) metric: String,
    pub(crate) scope: Option<String>,
    /// The report, in a form that is the same for the same report.
    pub(crate) report: String,
    pub(crate) said: Option<String>,
    pub(crate) speaker: Option<String>,
    pub(crate) institution: Option<String>,
    pub(crate) office: Option<String>,
}

/// One statement: its rows, and the figure of the file that it is.
#[derive(Clone, Debug)]
pub(crate) struct StatementMatch {
    /// What is stated, with what any of the rows says of office and institution.
    pub(crate) said: Statement,
    /// Indexes of its rows, in their order.
    pub(crate) rows: Vec<usize>,
    /// Index of the figure, where it is in the file already.
    pub(crate) figure: Option<usize>,
}

/// Where ids are found.
pub(crate) struct IdDirectories {
    pub(crate) units: IdDirectory,
    pub(crate) institutions: IdDirectory,
    pub(crate) speakers: IdDirectory,
    pub(crate) outlets: IdDirectory,
    pub(crate) groups: IdDirectory,
    pub(crate) metrics: IdDirectory,
    /// By id of the metric.
    pub(crate) scopes: HashMap<String, IdDirectory>,
}

impl Statement {
    /// What a row states.
    pub(crate) fn of_row(row: &Record<'_>, ids: &IdDirectories) -> Self {
        let metric = ids.metrics.id(&row.metric);
        let scope = row.scope.as_deref().map(|scope| match ids.scopes.get(&metric) {
            Some(scopes) => scopes.id(scope),
            None => scope.to_owned(),
        });
        Self {
            metric,
            scope,
            report: report_key(&row.report),
            said: row.said.clone(),
            speaker: row.speaker.as_deref().map(|name| ids.speakers.id(name)),
            institution: row.institution.as_deref().map(|name| ids.institutions.id(name)),
            office: row.role.as_deref().map(str::to_owned),
        }
    }

    /// What a figure of the file states.
    pub(crate) fn of_figure(figure: &raw::Figure, language: &str) -> Self {
        let canonical =
            |date: &String| Date::parse(date).map_or_else(|_| date.clone(), |date| date.to_string());
        Self {
            metric: figure.metric.clone(),
            scope: figure.scope.clone(),
            report: report_key(&report_of(figure, language)),
            said: figure.said.as_ref().map(canonical),
            speaker: figure.speaker.clone(),
            institution: figure.institution.clone(),
            office: figure.office.as_ref().map(|office| shown(office, language).to_owned()),
        }
    }

    /// What must be the same: everything but office and institution, and the institution too where nobody is
    /// named.
    fn key(&self) -> String {
        let institution = self.institution.as_ref().filter(|_| self.speaker.is_none());
        let parts = [Some(&self.metric), self.scope.as_ref(), Some(&self.report), self.said.as_ref()];
        let parts = parts.into_iter().chain([self.speaker.as_ref(), institution]);
        let mut key = String::with_capacity(96);
        for part in parts {
            key.push_str(part.map_or("", String::as_str));
            key.push('\u{1f}');
        }
        key
    }

    /// Whether office and institution can be the same, an empty one saying nothing.
    fn agrees(&self, other: &Self) -> bool {
        let fits = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => same(a, b),
            _ => true,
        };
        fits(&self.office, &other.office) && fits(&self.institution, &other.institution)
    }

    /// Adds what another row of the same statement says of office and institution.
    fn fill(&mut self, other: &Self) {
        self.office = self.office.take().or_else(|| other.office.clone());
        self.institution = self.institution.take().or_else(|| other.institution.clone());
    }
}

/// A report in a form that is the same for the same report.
fn report_key(report: &Reported<'_>) -> String {
    fn number(digits: &Option<String>) -> &str {
        digits.as_deref().map(decimal::key).unwrap_or_default()
    }
    let words = report.words.as_deref().map(|words| composed(words.trim())).unwrap_or_default();
    let qualifier = qualifier_name(report.qualifier);
    [number(&report.value), number(&report.low), number(&report.high), qualifier, &words].join("\u{1e}")
}

/// What a figure of the file reports, as a row would say it.
pub(crate) fn report_of<'f>(figure: &'f raw::Figure, language: &str) -> Reported<'f> {
    let digits =
        |number: &Option<raw::Number>| number.as_ref().and_then(|number| decimal::plain(&number.text));
    let mut report = Reported {
        value: digits(&figure.value),
        low: digits(&figure.low),
        high: digits(&figure.high),
        words: None,
        qualifier: figure.qualifier,
    };
    let mut said = Some(figure.qualifier)
        .filter(|qualifier| *qualifier != figure_tracker_core::dataset::Qualifier::Exact);
    let words = figure.words.as_ref().map(|words| shown(words, language).into());
    read_words(words, SeparatorStyle::default(), &mut report, &mut said, &mut None);
    report.qualifier = said.unwrap_or_default();
    report
}

/// The statements of all rows, in the order in which they first appear.
pub(crate) fn match_statements(
    said: Vec<Statement>,
    documents: &[Option<String>],
    before: &raw::Dataset,
) -> Vec<StatementMatch> {
    let mut book = Book { statements: Vec::new(), by_key: HashMap::new() };
    for (index, figure) in before.figures.iter().enumerate() {
        book.add(StatementMatch {
            said: Statement::of_figure(figure, &before.language),
            rows: Vec::new(),
            figure: Some(index),
        });
    }
    for (index, (said, document)) in said.into_iter().zip(documents).enumerate() {
        match book.find(&said, document.as_deref(), &before.figures) {
            Some(found) => {
                found.said.fill(&said);
                found.rows.push(index);
            }
            None => book.add(StatementMatch { said, rows: vec![index], figure: None }),
        }
    }
    let mut statements: Vec<StatementMatch> =
        book.statements.into_iter().filter(|s| !s.rows.is_empty()).collect();
    statements.sort_by_key(|statement| statement.rows.first().copied());
    statements
}

/// Statements, and where to look for one.
struct Book {
    statements: Vec<StatementMatch>,
    by_key: HashMap<String, (usize, Vec<usize>)>,
}

impl Book {
    fn add(&mut self, statement: StatementMatch) {
        let place = self.statements.len();
        let (first, more) = self.by_key.entry(statement.said.key()).or_insert((place, Vec::new()));
        more.extend(Some(place).filter(|place| place != first));
        self.statements.push(statement);
    }

    /// The statement that a row makes: best one that has the row's document already, else the first.
    fn find(
        &mut self,
        said: &Statement,
        document: Option<&str>,
        figures: &[raw::Figure],
    ) -> Option<&mut StatementMatch> {
        let (first, more) = self.by_key.get(&said.key())?;
        let fits = |index: &&usize| self.statements.get(**index).is_some_and(|other| other.said.agrees(said));
        let carries = |index: &&usize| {
            let figure =
                self.statements.get(**index).and_then(|s| s.figure).and_then(|index| figures.get(index));
            figure.is_some_and(|figure| {
                let mut ids = figure.sources.iter().chain(&figure.status_source);
                ids.any(|id| document == Some(id))
            })
        };
        let mut all = std::iter::once(first).chain(more).filter(fits);
        let found = all.clone().find(carries).or_else(|| all.next()).copied()?;
        self.statements.get_mut(found)
    }
}

impl IdDirectories {
    /// Everybody in the file.
    pub(crate) fn new(before: &raw::Dataset) -> Self {
        fn names<'a>(id: &'a str, name: &'a raw::Text, more: &'a [String]) -> (&'a str, Vec<Cow<'a, str>>) {
            let names = name.entries().map(|(_, name)| name).chain(more.iter().map(String::as_str));
            (id, names.map(Cow::Borrowed).collect())
        }
        let scopes = |metric: &raw::Metric| {
            let scopes = metric.scopes.iter().map(|scope| names(&scope.id, &scope.label, &[]));
            (metric.id.clone(), IdDirectory::new("scope", scopes))
        };
        Self {
            units: IdDirectory::new(
                "unit",
                before.units.iter().map(|u| (u.id.as_str(), crate::spreadsheet::text::unit_names(u))),
            ),
            institutions: IdDirectory::new(
                "institution",
                before.institutions.iter().map(|i| names(&i.id, &i.name, &[])),
            ),
            speakers: IdDirectory::new(
                "speaker",
                before.speakers.iter().map(|s| names(&s.id, &s.name, &s.spellings)),
            ),
            outlets: IdDirectory::new("outlet", before.outlets.iter().map(|o| names(&o.id, &o.name, &[]))),
            groups: IdDirectory::new("group", before.groups.iter().map(|g| names(&g.id, &g.label, &[]))),
            metrics: IdDirectory::new("metric", before.metrics.iter().map(|m| names(&m.id, &m.label, &[]))),
            scopes: before.metrics.iter().map(scopes).collect(),
        }
    }

    /// Gives ids to everybody who is new in the rows.
    pub(crate) fn learn(&mut self, rows: &[Record<'_>]) {
        self.institutions.learn(rows.iter().filter_map(|row| row.institution.as_deref()));
        self.speakers.learn(rows.iter().filter_map(|row| row.speaker.as_deref()));
        self.outlets.learn(rows.iter().filter_map(|row| row.outlet.as_deref()));
        self.groups.learn(rows.iter().filter_map(|row| row.group.as_deref()));
        add_metric_names(rows, &mut self.metrics);
        let mut scopes: HashMap<String, Vec<&str>> = HashMap::new();
        for row in rows {
            if let Some(scope) = row.scope.as_deref() {
                scopes.entry(self.metrics.id(&row.metric)).or_default().push(scope);
            }
        }
        for (metric, texts) in scopes {
            let none = || IdDirectory::new("scope", std::iter::empty());
            self.scopes.entry(metric).or_insert_with(none).learn(texts.into_iter());
        }
    }
}
