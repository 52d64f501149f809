//! Which records are one statement, and which figure of the dataset it is.
//!
//! A statement is the same number of the same thing, said on the same day by the same person. The document does
//! not matter: one statement carried by two of them is one figure with two sources.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hash, Hasher};

use crate::hash::{HashMap, HashMapExt, RandomState};
use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::ids::IdDirectories;
use crate::spreadsheet::matching::slug::composed;
use crate::spreadsheet::record::{Record, Reported, read_words};
use crate::spreadsheet::text::{same, shown};
use figure_tracker_core::dataset::Qualifier;
use figure_tracker_core::dataset::format;
use figure_tracker_core::date::Date;
use figure_tracker_core::decimal::Decimal;

/// What a record or a figure of the dataset states, with ids in place of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement<'i> {
    pub(crate) metric: Cow<'i, str>,
    pub(crate) scope: Option<Cow<'i, str>>,
    pub(crate) reported: StatedReport<'i>,
    pub(crate) said: Option<Date>,
    pub(crate) speaker: Option<Cow<'i, str>>,
    pub(crate) institution: Option<Cow<'i, str>>,
    pub(crate) office: Option<Cow<'i, str>>,
}

/// What a record or a figure of the dataset reports: hundreds of thousands are kept, and those of records are there.
#[derive(Clone, Debug)]
pub(crate) enum StatedReport<'i> {
    OfRecord(&'i Reported<'i>),
    OfFigure(Box<Reported<'static>>),
}

impl StatedReport<'_> {
    /// Returns what a figure of the dataset reports.
    pub(crate) fn of_figure(figure: &format::Figure, language: &str) -> Self {
        let Reported { value, low, high, words, qualifier } = reported_by(figure, language);
        let words = words.map(|words| Cow::Owned(words.into_owned()));
        Self::OfFigure(Box::new(Reported { value, low, high, words, qualifier }))
    }

    /// Returns it in a form that is the same for the same report.
    pub(crate) fn key(&self) -> ReportedKey<'_> {
        match self {
            Self::OfRecord(reported) => ReportedKey::from(*reported),
            Self::OfFigure(reported) => ReportedKey::from(&**reported),
        }
    }
}

impl PartialEq for StatedReport<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for StatedReport<'_> {}

impl Hash for StatedReport<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// What was reported, in a form that is the same for the same report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ReportedKey<'i> {
    pub(crate) value: Option<Decimal>,
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
    pub(crate) qualifier: Qualifier,
    pub(crate) words: Option<Cow<'i, str>>,
}

/// One statement: its records, and the figure of the dataset that it is.
#[derive(Clone, Debug)]
pub(crate) struct StatementMatch<'i> {
    /// What is stated, with what any of the records says of office and institution.
    pub(crate) statement: Statement<'i>,
    /// Indexes of its records, in their order.
    pub(crate) records: Vec<usize>,
    /// Index of the figure, where it is in the dataset already.
    pub(crate) figure: Option<usize>,
}

impl<'i> From<&'i Reported<'_>> for ReportedKey<'i> {
    fn from(reported: &'i Reported<'_>) -> Self {
        let Reported { value, low, high, words, qualifier } = reported;
        let words = words.as_deref().map(|words| composed(words.trim()));
        Self { value: *value, low: *low, high: *high, qualifier: *qualifier, words }
    }
}

impl<'i> Statement<'i> {
    /// Returns what a record states.
    pub(crate) fn of_record(record: &'i Record<'_>, ids: &'i IdDirectories) -> Self {
        let metric = ids.metrics.id(&record.metric);
        let scope = record.scope.as_deref().map(|scope| ids.scope_id(metric, scope));
        Self {
            metric: Cow::Borrowed(metric),
            scope: scope.map(Cow::Borrowed),
            reported: StatedReport::OfRecord(&record.reported),
            said: record.said.clone(),
            speaker: record.speaker.as_deref().map(|name| Cow::Borrowed(ids.speakers.id(name))),
            institution: record.institution.as_deref().map(|name| Cow::Borrowed(ids.institutions.id(name))),
            office: record.role.as_deref().map(Cow::Borrowed),
        }
    }

    /// Returns what a figure of the dataset states, without holding on to it.
    pub(crate) fn of_figure(figure: &format::Figure, language: &str, ids: &'i IdDirectories) -> Self {
        let scope_of = |id: &str| ids.scopes.get(&figure.metric).and_then(|scopes| scopes.own_id(id));
        let owned = |id: &str| Cow::Owned(id.to_owned());
        let own = |directory: &'i IdDirectory, id: &str| {
            directory.own_id(id).map_or_else(|| owned(id), Cow::Borrowed)
        };
        Self {
            metric: own(&ids.metrics, &figure.metric),
            scope: figure.scope.as_deref().map(|id| scope_of(id).map_or_else(|| owned(id), Cow::Borrowed)),
            reported: StatedReport::of_figure(figure, language),
            said: figure.said.clone(),
            speaker: figure.speaker.as_deref().map(|id| own(&ids.speakers, id)),
            institution: figure.institution.as_deref().map(|id| own(&ids.institutions, id)),
            office: figure.office.as_ref().map(|office| owned(shown(office, language))),
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
    fn agrees(&self, other: &Statement<'_>) -> bool {
        let fits = |a: &Option<Cow<'_, str>>, b: &Option<Cow<'_, str>>| match (a, b) {
            (Some(a), Some(b)) => same(a, b),
            _ => true,
        };
        fits(&self.office, &other.office) && fits(&self.institution, &other.institution)
    }

    /// Adds what another record of the same statement says of office and institution.
    fn fill(&mut self, other: &Statement<'i>) {
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
pub(crate) fn match_statements<'i>(
    records: &'i [Record<'_>],
    ids: &'i IdDirectories,
    documents: &[Option<&str>],
    before: &format::Dataset,
) -> Vec<StatementMatch<'i>> {
    let mut book = StatementBook::with_capacity(before.figures.len() + documents.len());
    for (index, figure) in before.figures.iter().enumerate() {
        let statement = Statement::of_figure(figure, &before.language, ids);
        book.add(StatementMatch { statement, records: Vec::new(), figure: Some(index) });
    }
    for (index, (record, document)) in records.iter().zip(documents).enumerate() {
        let statement = Statement::of_record(record, ids);
        match book.find(&statement, *document, &before.figures) {
            Some(found) => {
                found.statement.fill(&statement);
                found.records.push(index);
            }
            None => book.add(StatementMatch { statement, records: vec![index], figure: None }),
        }
    }
    let mut statements = book.statements;
    statements.retain(|found| !found.records.is_empty());
    statements.sort_by_key(|found| found.records.first().copied());
    statements
}

/// Statements, and where to look for one.
struct StatementBook<'i> {
    statements: Vec<StatementMatch<'i>>,
    /// For each statement the one before it whose key has the same hash.
    before: Vec<Option<usize>>,
    /// The last statement whose key has a hash.
    last_by_hash: HashMap<u64, usize>,
    hasher: RandomState,
}

impl<'i> StatementBook<'i> {
    fn with_capacity(count: usize) -> Self {
        Self {
            statements: Vec::with_capacity(count),
            before: Vec::with_capacity(count),
            last_by_hash: HashMap::with_capacity(count),
            hasher: RandomState::default(),
        }
    }

    fn add(&mut self, found: StatementMatch<'i>) {
        let hash = self.hasher.hash_one(found.statement.key());
        self.before.push(self.last_by_hash.insert(hash, self.statements.len()));
        self.statements.push(found);
    }

    /// Returns the statements with the key of another, the first first.
    fn with_key_of(&self, statement: &Statement<'_>) -> Vec<usize> {
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
        statement: &Statement<'_>,
        document: Option<&str>,
        figures: &[format::Figure],
    ) -> Option<&mut StatementMatch<'i>> {
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
        let first = *all.next()?;
        // Of one statement nobody asks which documents it has: there may be tens of thousands.
        let others: Vec<&usize> = all.collect();
        let found = if others.is_empty() {
            first
        } else {
            std::iter::once(&first).chain(others).find(carries).copied().unwrap_or(first)
        };
        self.statements.get_mut(found)
    }
}
