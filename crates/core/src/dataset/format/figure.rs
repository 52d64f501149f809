//! One act of reporting, and the documents that carry it.

use serde::{Serialize, Serializer};

use super::Text;
use super::record::record;
use super::validate::not_empty;
use crate::dataset::{Attribution, Qualifier, Status};
use crate::date::Date;
use crate::decimal::Decimal;

record! {
    /// One act of reporting: somebody said, or an outlet wrote, that a thing was counted and came to a number. It
    /// has a `value`, a range from `low` to `high`, or `words`.
    #[derive(Default)]
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::figure))]
    pub struct Figure as "figure" {
        /// The id of the figure, for links to it and for relations.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// The id of the metric.
        required metric: String,
        /// The id of a scope of the metric, where the metric has scopes.
        optional scope: Option<String>,
        /// The number, or a decimal string where a double would lose digits; null where there is none.
        optional value: Option<Decimal>,
        /// The lower end of the range as reported; never computed.
        optional low: Option<Decimal>,
        /// The upper end of the range as reported; never computed.
        optional high: Option<Decimal>,
        /// The figure as words where no number was given ("dozens"); never turned into a number.
        optional words: Option<Text>,
        /// How exact the number claims to be.
        optional qualifier: Qualifier,
        /// When it was said (EDTF); null where nothing is known.
        optional said: Option<Date>,
        /// The moment or period that the number is about, if stated (EDTF).
        optional as_of: Option<Date>,
        /// The id of the speaker; null where the document names nobody.
        optional speaker: Option<String>,
        /// The speaker's office on that day; null where the document names none.
        optional office: Option<Text>,
        /// The id of the institution spoken for; null where the document names none.
        optional institution: Option<String>,
        /// In whose voice the document gives it.
        optional attribution: Option<Attribution>,
        /// The documents that carry this very statement, first appearance first; at least one.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        required sources: Vec<FigureSource>,
        /// What has become of it. The last four need `status_note` and `status_source`.
        optional status: Status,
        /// Why it no longer stands, in our words.
        optional status_note: Option<Text>,
        /// The id of the document that says so.
        optional status_source: Option<String>,
        /// What a careful reader must know, in our words.
        optional note: Option<Text>,
        /// The words as printed; short, and only where the publisher's licence allows.
        optional quote: Option<Text>,
    }
}

record! {
    /// A document that carries a figure: the id of a source, or an object where this document carries the statement
    /// differently from what the figure says.
    #[derive(Default)]
    #[serde(remote = "Self")]
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::or_id))]
    pub struct FigureSource as "figure source" {
        /// The id of the source.
        required source: String,
        /// In whose voice this document gives the figure.
        optional attribution: Option<Attribution>,
        /// How exact the number is in this document.
        optional qualifier: Option<Qualifier>,
        /// Whom this document cites: the id of a source, else of an outlet.
        optional cites: Option<String>,
        /// What a careful reader must know of this document's wording.
        optional note: Option<Text>,
    } or source: "the id of a source, or an object"
}

impl FigureSource {
    /// Whether this document carries the figure just as the figure says; it is written as an id then.
    pub fn is_plain(&self) -> bool {
        let Self { source: _, attribution, qualifier, cites, note } = self;
        attribution.is_none() && qualifier.is_none() && cites.is_none() && note.is_none()
    }
}

impl From<&str> for FigureSource {
    fn from(source: &str) -> Self {
        Self { source: source.to_owned(), ..Self::default() }
    }
}

impl Serialize for FigureSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The inherent function that `remote` derives writes the object.
        if self.is_plain() {
            serializer.serialize_str(&self.source)
        } else {
            Self::serialize(self, serializer)
        }
    }
}
