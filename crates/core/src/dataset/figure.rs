//! One act of reporting a number, and what has become of it.

use std::ops::Deref;
use std::sync::Arc;

use super::names::named;
use super::{Institution, Outlet, Scope, Source, Speaker, Text};
use crate::date::Date;
use crate::decimal::Decimal;

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
    pub metric: Arc<str>,
    /// What it covers; none where the metric has no scopes.
    pub scope: Option<Arc<Scope>>,
    /// The number, where one was given.
    pub value: Option<Decimal>,
    /// The lower end of the range as reported. It is put apart, for few figures have one, and there may be many figures.
    pub low: Option<Box<Decimal>>,
    /// The upper end of the range as reported.
    pub high: Option<Box<Decimal>>,
    /// The figure as words, where no number was given.
    pub words: Option<Text>,
    /// How exact the number claims to be.
    pub qualifier: Qualifier,
    /// When it was said; none where nothing is known.
    pub said: Option<Date>,
    /// The moment or period that the number is about.
    pub as_of: Option<Box<Date>>,
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
    /// The lower end of the range as reported.
    pub fn low(&self) -> Option<Decimal> {
        self.low.as_deref().copied()
    }

    /// The upper end of the range as reported.
    pub fn high(&self) -> Option<Decimal> {
        self.high.as_deref().copied()
    }

    /// Returns whether it has a number, be it an end of a range.
    pub fn has_number(&self) -> bool {
        self.value.is_some() || self.low.is_some() || self.high.is_some()
    }

    /// Returns in whose voice a document gives it: the document's own way, else that of the figure.
    pub fn attribution_in(&self, entry: &SourceEntry) -> Option<Attribution> {
        entry.attribution.or(self.attribution)
    }

    /// Returns whether it belongs to the metric with this id.
    pub fn is_of(&self, metric: &str) -> bool {
        *self.metric == *metric
    }

    /// The id of what it covers.
    pub fn scope_id(&self) -> Option<&str> {
        self.scope.as_ref().map(|scope| scope.id.as_str())
    }
}
