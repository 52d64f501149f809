//! Which records are one statement, and which figure of the dataset it is.
//!
//! A statement is the same number of the same thing, said on the same day by the same person. The document does
//! not matter: one statement carried by two of them is one figure with two sources.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::matching::ids::IdDirectories;
use crate::spreadsheet::matching::slug::composed;
use crate::spreadsheet::record::{Record, Reported, read_words};
use crate::spreadsheet::text::{same, shown};
use figure_tracker_core::dataset::Qualifier;
use figure_tracker_core::dataset::format;
use figure_tracker_core::date::Date;
use figure_tracker_core::decimal::Decimal;

/// What a record or a figure of the dataset states, with ids in place of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) metric: String,
    pub(crate) scope: Option<String>,
    pub(crate) reported: ReportedKey,
    pub(crate) said: Option<Date>,
    pub(crate) speaker: Option<String>,
    pub(crate) institution: Option<String>,
    pub(crate) office: Option<String>,
}

/// What was reported, in a form that is the same for the same report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ReportedKey {
    pub(crate) value: Option<Decimal>,
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
    pub(crate) qualifier: Qualifier,
    pub(crate) words: Option<String>,
}

/// One statement: its records, and the figure of the dataset that it is.
#[derive(Clone, Debug)]
pub(crate) struct StatementMatch {
    /// What is stated, with what any of the records says of office and institution.
    pub(crate) statement: Statement,
    /// Indexes of its records, in their order.
    pub(crate) records: Vec<usize>,
    /// Index of the figure, where it is in the dataset already.
    pub(crate) figure: Option<usize>,
}

impl From<&Reported<'_>> for ReportedKey {
    fn from(reported: &Reported<'_>) -> Self {
        let Reported { value, low, high, words, qualifier } = reported;
        let words = words.as_deref().map(|words| composed(words.trim()).into_owned());
        Self { value: *value, low: *low, high: *high, qualifier: *qualifier, words }
    }
}

impl Statement {
    /// Returns what a record states.
    pub(crate) fn of_record(record: &Record<'_>, ids: &IdDirectories) -> Self {
        let metric = ids.metrics.id(&record.metric);
        let scope = record.scope.as_deref().map(|scope| match ids.scopes.get(&metric) {
            Some(scopes) => scopes.id(scope),
            None => scope.to_owned(),
        });
        Self {
            metric,
            scope,
            reported: ReportedKey::from(&record.reported),
            said: record.said.clone(),
            speaker: record.speaker.as_deref().map(|name| ids.speakers.id(name)),
            institution: record.institution.as_deref().map(|name| ids.institutions.id(name)),
            office: record.role.as_deref().map(str::to_owned),
        }
    }

    /// Returns what a figure of the dataset states.
    pub(crate) fn of_figure(figure: &format::Figure, language: &str) -> Self {
        Self {
            metric: figure.metric.clone(),
            scope: figure.scope.clone(),
            reported: ReportedKey::from(&reported_by(figure, language)),
            said: figure.said.clone(),
            speaker: figure.speaker.clone(),
            institution: figure.institution.clone(),
            office: figure.office.as_ref().map(|office| shown(office, language).to_owned()),
        }
    }

    /// Returns what must be the same in records of one statement: everything but office and institution, and the
    /// institution too where nobody is named.
    fn key(&self) -> impl Hash + PartialEq {
        let Self { metric, scope, reported, said, speaker, institution, office: _ } = self;
        let institution = institution.as_ref().filter(|_| speaker.is_none());
        (metric, scope, reported, said, speaker, institution)
    }

    /// Whether office and institution can be the same, an empty one saying nothing.
    fn agrees(&self, other: &Self) -> bool {
        let fits = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => same(a, b),
            _ => true,
        };
        fits(&self.office, &other.office) && fits(&self.institution, &other.institution)
    }

    /// Adds what another record of the same statement says of office and institution.
    fn fill(&mut self, other: &Self) {
        self.office = self.office.take().or_else(|| other.office.clone());
        self.institution = self.institution.take().or_else(|| other.institution.clone());
    }
}

/// Returns what a figure of the dataset reports, as a row would say it.
pub(crate) fn reported_by<'f>(figure: &'f format::Figure, language: &str) -> Reported<'f> {
    let mut reported = Reported {
        value: figure.value,
        low: figure.low,
        high: figure.high,
        words: None,
        qualifier: figure.qualifier,
    };
    let mut said = Some(figure.qualifier).filter(|qualifier| *qualifier != Qualifier::Exact);
    let words = figure.words.as_ref().map(|words| shown(words, language).into());
    read_words(words, SeparatorStyle::default(), &mut reported, &mut said, &mut None);
    reported.qualifier = said.unwrap_or_default();
    reported
}

/// Groups what records state into statements, in the order in which they first appear.
pub(crate) fn match_statements(
    stated: impl Iterator<Item = Statement>,
    documents: &[Option<&str>],
    before: &format::Dataset,
) -> Vec<StatementMatch> {
    let mut book = StatementBook::with_capacity(before.figures.len() + documents.len());
    for (index, figure) in before.figures.iter().enumerate() {
        let statement = Statement::of_figure(figure, &before.language);
        book.add(StatementMatch { statement, records: Vec::new(), figure: Some(index) });
    }
    for (index, (statement, document)) in stated.zip(documents).enumerate() {
        match book.find(&statement, *document, &before.figures) {
            Some(found) => {
                found.statement.fill(&statement);
                found.records.push(index);
            }
            None => book.add(StatementMatch { statement, records: vec![index], figure: None }),
        }
    }
    let mut statements: Vec<StatementMatch> =
        book.statements.into_iter().filter(|found| !found.records.is_empty()).collect();
    statements.sort_by_key(|found| found.records.first().copied());
    statements
}

/// Statements, and where to look for one.
struct StatementBook {
    statements: Vec<StatementMatch>,
    /// For each statement the one before it whose key has the same hash.
    before: Vec<Option<usize>>,
    /// The last statement whose key has a hash.
    last_by_hash: HashMap<u64, usize>,
    hasher: RandomState,
}

impl StatementBook {
    fn with_capacity(count: usize) -> Self {
        Self {
            statements: Vec::with_capacity(count),
            before: Vec::with_capacity(count),
            last_by_hash: HashMap::with_capacity(count),
            hasher: RandomState::new(),
        }
    }

    fn add(&mut self, found: StatementMatch) {
        let hash = self.hasher.hash_one(found.statement.key());
        self.before.push(self.last_by_hash.insert(hash, self.statements.len()));
        self.statements.push(found);
    }

    /// Returns the statements with the key of another, the first first.
    fn with_key_of(&self, statement: &Statement) -> Vec<usize> {
        let last = self.last_by_hash.get(&self.hasher.hash_one(statement.key())).copied();
        let chain = std::iter::successors(last, |index| *self.before.get(*index)?);
        let is_same = |index: &usize| {
            self.statements.get(*index).is_some_and(|other| other.statement.key() == statement.key())
        };
        let mut found: Vec<usize> = chain.filter(is_same).collect();
        found.reverse();
        found
    }

    /// Returns the statement that a record makes: best one that has the record's document already, else the first.
    fn find(
        &mut self,
        statement: &Statement,
        document: Option<&str>,
        figures: &[format::Figure],
    ) -> Option<&mut StatementMatch> {
        let known = self.with_key_of(statement);
        let fits = |index: &&usize| {
            self.statements.get(**index).is_some_and(|other| other.statement.agrees(statement))
        };
        let carries = |index: &&usize| {
            let figure = self.statements.get(**index).and_then(|found| figures.get(found.figure?));
            figure.is_some_and(|figure| {
                let sources = figure.sources.iter().map(|source| &source.source);
                sources.chain(&figure.status_source).any(|id| document == Some(id))
            })
        };
        let mut all = known.iter().filter(fits);
        let found = all.clone().find(carries).or_else(|| all.next()).copied()?;
        self.statements.get_mut(found)
    }
}
