//! The vocabulary of reported figures, checked and resolved.
//!
//! A [`Figure`] is one act of reporting: somebody said, or an outlet wrote, that a thing was counted and came to
//! a number. It is never "the truth". A [`Dataset`] is immutable, every reference in it leads somewhere, and it
//! knows nothing of pixels, files or the web. [`read()`] makes one from a file or says why it can't; [`mod@format`] is
//! the file as it is written.

mod comparison;
pub mod format;
mod names;
mod read;
mod resolve;
pub(crate) mod subject;

pub use comparison::Trend;
pub use read::{EncodingFault, NotUtf8, ReadError, ShapeFault, TextPosition, decode_utf8, read};
pub use resolve::{RecordFault, Referrer};

use std::ops::Deref;
use std::sync::Arc;

use self::names::named;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::language::negotiate;

/// A text that a reader sees, in one language or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Pairs of BCP 47 tag and text, never empty for a text of a checked data set.
    pub entries: Vec<(String, String)>,
}

impl Text {
    /// A text in one language.
    pub fn new(tag: &str, text: &str) -> Self {
        Self { entries: vec![(tag.to_owned(), text.to_owned())] }
    }

    /// Returns the text nearest to the language `tag` and the tag it is written in, as [`negotiate`] finds it;
    /// else the first text, which is the dataset's own language where there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use figure_tracker_core::dataset::Text;
    ///
    /// let deaths = Text { entries: vec![("en".into(), "Deaths".into()), ("kk".into(), "Қаза".into())] };
    /// assert_eq!(deaths.nearest("kk-KZ"), ("Қаза", "kk"));
    /// assert_eq!(deaths.nearest("ja"), ("Deaths", "en"));
    /// ```
    pub fn nearest(&self, tag: &str) -> (&str, &str) {
        let position = negotiate(tag, self.entries.iter().map(|(tag, _)| tag.as_str())).unwrap_or(0);
        self.entries.get(position).map_or(("", ""), |(tag, text)| (text.as_str(), tag.as_str()))
    }

    /// The text nearest to the language `tag`.
    pub fn get(&self, tag: &str) -> &str {
        self.nearest(tag).0
    }
}

/// What a metric is counted in.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its id in the file.
    pub id: String,
    /// How a number of it is written.
    pub kind: UnitKind,
}

/// How a number of a unit is written.
#[derive(Clone, Debug, PartialEq)]
pub enum UnitKind {
    /// A counted thing: for each BCP 47 tag the word by CLDR plural category (`one`, `few`, `other` ...).
    Counted(Vec<(String, Vec<(String, String)>)>),
    /// Money, with its ISO 4217 code.
    Currency(String),
    /// A share, 100 being the whole.
    Percent,
}

/// An institution that a speaker speaks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Institution {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A person who said a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// Their id in the file.
    pub id: String,
    /// Their name as this data set writes it.
    pub name: Text,
}

/// Who publishes a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlet {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its address, `http` or `https`.
    pub url: Option<String>,
}

/// One document that carries figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its id in the file.
    pub id: String,
    /// Who published it; none where the document names none.
    pub outlet: Option<Arc<Outlet>>,
    /// Its title.
    pub title: Option<Text>,
    /// The day it was published, as precisely as known.
    pub published: Option<Date>,
    /// Its address, `http` or `https`.
    pub url: Option<String>,
    /// The address of an archived copy, `http` or `https`.
    pub archived: Option<String>,
    /// BCP 47 tag of the language it is written in.
    pub language: Option<String>,
    /// What a careful reader must know of it.
    pub note: Option<Text>,
}

/// A heading of the picker.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its id in the file.
    pub id: String,
    /// Its heading.
    pub label: Text,
}

named! {
    /// How the numbers of a metric behave over time.
    #[derive(Default)]
    pub enum MetricKind as "kind" {
        /// Only grows unless somebody takes a number back: deaths, cases opened.
        #[default]
        "running_total" RunningTotal,
        /// Goes up and down: people in custody.
        "level" Level,
        /// One sum: damage, compensation.
        "amount" Amount,
    }
}

/// What a figure of a metric covers; a step line joins figures of one scope only.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// Its id within the metric.
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// What is counted in it.
    pub definition: Option<Text>,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Its id in the file.
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// The heading it stands under.
    pub group: Option<Arc<Group>>,
    /// What it is counted in.
    pub unit: Arc<Unit>,
    /// What is counted, exactly.
    pub definition: Option<Text>,
    /// The id of the scope that it is about: one that no sum and no `part_of` contains in another; of several the one
    /// with most figures, then the first. None where its figures have no scope.
    pub subject: Option<String>,
    /// Its scopes, in the file's order; empty where it has just one.
    pub scopes: Vec<Arc<Scope>>,
    /// Its figures in time order: undated first, then by the latest day on which each can have been said.
    pub figures: Vec<Arc<Figure>>,
}

named! {
    /// How exact a number claims to be.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the names say it")]
    pub enum Qualifier as "qualifier" {
        #[default]
        "exact" Exact,
        "about" About,
        "almost" Almost,
        "more_than" MoreThan,
        "at_least" AtLeast,
        "less_than" LessThan,
        "at_most" AtMost,
        "up_to" UpTo,
    }
}

named! {
    /// In whose voice the document gives the figure.
    pub enum Attribution as "attribution" {
        /// The speaker's words are quoted.
        "quote" Quote,
        /// The speaker is reported in indirect speech.
        "indirect" Indirect,
        /// The outlet's own voice.
        "outlet" Outlet,
        /// The outlet cites another outlet.
        "relayed" Relayed,
    }
}

/// A document that carries a figure, and what it does in its own way; it dereferences to the document.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceEntry {
    /// The document.
    pub source: Arc<Source>,
    /// In whose voice this document gives the figure, where that differs from [`Figure::attribution`].
    pub attribution: Option<Attribution>,
    /// How exact this document claims the number to be, where that differs from [`Figure::qualifier`].
    pub qualifier: Option<Qualifier>,
    /// Whom this document cites.
    pub cites: Option<Cited>,
    /// What a careful reader must know of it.
    pub note: Option<Text>,
}

impl Deref for SourceEntry {
    type Target = Source;

    fn deref(&self) -> &Source {
        &self.source
    }
}

impl From<Arc<Source>> for SourceEntry {
    fn from(source: Arc<Source>) -> Self {
        Self { source, attribution: None, qualifier: None, cites: None, note: None }
    }
}

/// Whom a document cites.
#[derive(Clone, Debug, PartialEq)]
pub enum Cited {
    /// One document of the dataset.
    Source(Arc<Source>),
    /// An outlet, whichever its document was.
    Outlet(Arc<Outlet>),
}

impl Cited {
    /// Returns the outlet that is cited; none where its document names none.
    pub fn outlet(&self) -> Option<&Arc<Outlet>> {
        match self {
            Self::Source(source) => source.outlet.as_ref(),
            Self::Outlet(outlet) => Some(outlet),
        }
    }
}

/// What has become of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusDetail {
    /// Whether it still stands.
    pub status: Status,
    /// Why, in our words; always there unless it stands or is superseded.
    pub note: Option<Text>,
    /// The document that says so; always there unless it stands or is superseded.
    pub source: Option<Arc<Source>>,
}

named! {
    /// Whether a figure still stands.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the names say it")]
    pub enum Status as "status" {
        #[default]
        "stands" Stands,
        "superseded" Superseded,
        "corrected" Corrected,
        "disputed" Disputed,
        "denied" Denied,
        "retracted" Retracted,
    }
}

impl Status {
    /// Returns whether its own side has denied it or taken it back: it is drawn struck through, and the step line
    /// does not pass through it.
    pub fn is_struck(self) -> bool {
        matches!(self, Self::Denied | Self::Retracted)
    }

    /// Returns whether somebody, its own side or another, says that it is wrong.
    pub fn is_questioned(self) -> bool {
        self.is_struck() || self == Self::Disputed
    }
}

/// One act of reporting a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its id in the file.
    pub id: String,
    /// The id of the metric it belongs to.
    pub metric: String,
    /// What it covers; none where the metric has no scopes.
    pub scope: Option<Arc<Scope>>,
    /// The number, where one was given.
    pub value: Option<Decimal>,
    /// The lower end of the range as reported.
    pub low: Option<Decimal>,
    /// The upper end of the range as reported.
    pub high: Option<Decimal>,
    /// The figure as words, where no number was given.
    pub words: Option<Text>,
    /// How exact the number claims to be.
    pub qualifier: Qualifier,
    /// When it was said; none where nothing is known.
    pub said: Option<Date>,
    /// The moment or period that the number is about.
    pub as_of: Option<Date>,
    /// Who said it; none where the document names nobody.
    pub speaker: Option<Arc<Speaker>>,
    /// Their office on that day.
    pub office: Option<Text>,
    /// The institution they spoke for.
    pub institution: Option<Arc<Institution>>,
    /// In whose voice the document gives it.
    pub attribution: Option<Attribution>,
    /// The documents that carry this very statement, first appearance first; never empty.
    pub sources: Vec<SourceEntry>,
    /// What has become of it.
    pub status: StatusDetail,
    /// What a careful reader must know.
    pub note: Option<Text>,
    /// The words as printed.
    pub quote: Option<Text>,
}

impl Figure {
    /// Returns in whose voice a document gives it: the document's own way, else that of the figure.
    pub fn attribution_in(&self, entry: &SourceEntry) -> Option<Attribution> {
        entry.attribution.or(self.attribution)
    }

    /// The id of what it covers.
    pub fn scope_id(&self) -> Option<&str> {
        self.scope.as_ref().map(|scope| scope.id.as_str())
    }
}

/// How one figure relates to others. `from` is the figure that does it, `to` the one it is done to.
#[derive(Clone, Debug, PartialEq)]
pub enum Relation {
    /// Parts and their whole.
    Sum {
        /// The whole.
        whole: Arc<Figure>,
        /// Its parts, in the file's order.
        parts: Vec<Arc<Figure>>,
        /// Whether the parts add up to the whole.
        adds_up: bool,
        /// In our words.
        note: Option<Text>,
    },
    /// Anything between two figures.
    Edge {
        /// What the one does to the other.
        kind: Edge,
        /// The one.
        from: Arc<Figure>,
        /// The other.
        to: Arc<Figure>,
        /// In our words.
        note: Option<Text>,
    },
}

impl Relation {
    /// Whether it says that two figures can't both be right.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Edge { kind: Edge::Contradicts | Edge::Retracts, .. })
    }

    /// Whether the figure with this id has a part in it.
    pub fn speaks_of(&self, id: &str) -> bool {
        match self {
            Self::Sum { whole, parts, .. } => whole.id == id || parts.iter().any(|part| part.id == id),
            Self::Edge { from, to, .. } => from.id == id || to.id == id,
        }
    }
}

/// What one figure does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// `from` is contained in `to`.
    PartOf,
    /// `from` is the newer count of what `to` counted.
    Revises,
    /// `from` says again what `to` said.
    Repeats,
    /// `from` and `to` can't both be right.
    Contradicts,
    /// `from` takes `to` back.
    Retracts,
    /// `from` and `to` look like a change and are none.
    NotComparable,
    /// `from` is `to` in another currency or unit.
    Converted,
}

/// Something that happened, drawn on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub date: Date,
    /// What.
    pub label: Text,
}

/// Something the keepers of the file mended in it, apart from a source's own revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// When it was mended.
    pub date: Date,
    /// The id of the figure, if it was about one.
    pub figure: Option<String>,
    /// What was mended.
    pub note: Text,
}

/// Everything one file holds, checked and resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// BCP 47 tag of the language its plain texts are in.
    pub language: String,
    /// The day of its last change.
    pub edition: Option<Date>,
    /// Its licence.
    pub license: Option<String>,
    /// Headings of the picker, in order.
    pub groups: Vec<Arc<Group>>,
    /// What is counted, in the file's order.
    pub metrics: Vec<Arc<Metric>>,
    /// The documents, in the file's order.
    pub sources: Vec<Arc<Source>>,
    /// How figures relate.
    pub relations: Vec<Relation>,
    /// What happened, in time order.
    pub events: Vec<Event>,
    /// What was mended in the file.
    pub corrections: Vec<Correction>,
}

impl Dataset {
    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Option<&Arc<Metric>> {
        self.metrics.iter().find(|metric| metric.id == id)
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&Arc<Figure>> {
        self.metrics.iter().flat_map(|metric| &metric.figures).find(|figure| figure.id == id)
    }

    /// The metric with most figures, the first of them where several have as many.
    pub fn main_metric(&self) -> Option<&Arc<Metric>> {
        let most = self.metrics.iter().map(|metric| metric.figures.len()).max()?;
        self.metrics.iter().find(|metric| metric.figures.len() == most)
    }
}

impl Metric {
    /// Returns the id of the scope that the metric is about; none where its figures have no scope.
    pub fn main_scope(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// The newest figure of the main scope that still stands, else the newest of that scope.
    pub fn latest(&self) -> Option<&Arc<Figure>> {
        let main = self.main_scope();
        let of_main = |figure: &&Arc<Figure>| figure.scope_id() == main;
        let stands = |figure: &&Arc<Figure>| of_main(figure) && !figure.status.status.is_struck();
        let newest = self.figures.iter().rev();
        newest.clone().find(stands).or_else(|| newest.clone().find(of_main)).or_else(|| self.figures.last())
    }

    /// Whether anything in it changed over time: two different numbers on two different days within one scope.
    pub fn moved(&self) -> bool {
        let mut scopes: Vec<&Arc<Figure>> = Vec::new();
        for figure in &self.figures {
            if scopes.iter().all(|first| first.scope_id() != figure.scope_id()) {
                scopes.push(figure);
            }
        }
        // If some number and some day differ from the first, then some pair differs in both.
        scopes.into_iter().any(|first| {
            let differs = |by: fn(&Figure, &Figure) -> bool| {
                self.figures.iter().any(|figure| figure.scope_id() == first.scope_id() && by(figure, first))
            };
            differs(|a, b| a.value != b.value) && differs(|a, b| a.said != b.said)
        })
    }
}
