//! The vocabulary of reported figures, checked and resolved.
//!
//! A [`Figure`] is one act of reporting: somebody said, or an outlet wrote, that a thing was counted and came to
//! a number. It is never "the truth". A [`Dataset`] is immutable, every reference in it leads somewhere, and it
//! knows nothing of pixels, files or the web. [`read()`] makes one from a file or says why it can't; [`mod@format`] is
//! the file as it is written.

mod comparison;
mod figure;
pub mod format;
mod index;
mod known_on;
mod metric;
mod names;
mod question;
mod read;
mod relation;
mod resolve;
mod source;
pub(crate) mod subject;
mod text;

pub use comparison::{Distance, Trend};
pub use figure::{Attribution, Cited, Figure, Qualifier, SourceEntry, Status, StatusDetail};
pub use index::FigurePlace;
pub use metric::{Group, Metric, MetricKind, Scope, Unit, UnitKind};
pub use question::{Question, Unanswerable, parse_question_day};
pub use read::{
    EncodingFault, IncomingDataset, NotUtf8, ReadError, ShapeFault, TextPosition, decode_utf8, read,
};
pub use relation::{Edge, Relation};
pub use resolve::{RecordFault, Referrer};
pub use source::{Institution, Outlet, Source, Speaker};
pub use text::Text;

use std::sync::Arc;

use crate::date::Date;

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
    /// Where all that stands.
    index: index::Index,
}

impl Dataset {
    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Option<&Arc<Metric>> {
        self.metrics.get(self.place_of_metric(id)?)
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&Arc<Figure>> {
        let place = self.place_of_figure(id)?;
        self.metrics.get(place.metric)?.figures.get(place.figure)
    }

    /// The metric with most figures, the first of them where several have as many.
    pub fn main_metric(&self) -> Option<&Arc<Metric>> {
        let most = self.metrics.iter().map(|metric| metric.figures.len()).max()?;
        self.metrics.iter().find(|metric| metric.figures.len() == most)
    }
}
