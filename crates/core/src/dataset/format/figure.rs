//! One act of reporting, and the documents that carry it.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Text, id, is_default, null_as_default};
use crate::dataset::{Attribution, Qualifier, Status};
use crate::date::Date;
use crate::decimal::Decimal;

/// One act of reporting: somebody said, or an outlet wrote, that a thing was counted and came to a number. It
/// has a `value`, a range from `low` to `high`, or `words`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::schema::figure, rename = "figure"))]
pub struct Figure {
    /// The id of the figure, for links to it and for relations.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// The id of the metric.
    pub metric: String,
    /// The id of a scope of the metric, where the metric has scopes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The number, or a decimal string where a double would lose digits; null where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The lower end of the range as reported; never computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// The upper end of the range as reported; never computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
    /// The figure as words where no number was given ("dozens"); never turned into a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// How exact the number claims to be.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "is_default")]
    pub qualifier: Qualifier,
    /// When it was said (EDTF); null where nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Date>,
    /// The moment or period that the number is about, if stated (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The id of the speaker; null where the document names nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The speaker's office on that day; null where the document names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Text>,
    /// The id of the institution spoken for; null where the document names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// In whose voice the document gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// The documents that carry this very statement, first appearance first; at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub sources: Vec<FigureSource>,
    /// What has become of it. The last four need `status_note` and `status_source`.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "is_default")]
    pub status: Status,
    /// Why it no longer stands, in our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_note: Option<Text>,
    /// The id of the document that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_source: Option<String>,
    /// What a careful reader must know, in our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The words as printed; short, and only where the publisher's licence allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Text>,
}

/// A document that carries a figure: the id of a source, or an object where this document carries the statement
/// differently from what the figure says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, expecting = "the id of a source, or an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::schema::or_id, rename = "figure source"))]
pub struct FigureSource {
    /// The id of the source.
    pub source: String,
    /// In whose voice this document gives the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// How exact the number is in this document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// Whom this document cites: the id of a source, else of an outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<String>,
    /// What a careful reader must know of this document's wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
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

impl<'de> Deserialize<'de> for FigureSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FigureSourceVisitor)
    }
}

struct FigureSourceVisitor;

impl<'de> Visitor<'de> for FigureSourceVisitor {
    type Value = FigureSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a source, or an object")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<FigureSource, E> {
        Ok(id.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FigureSource, A::Error> {
        // The inherent function that `remote` derives reads the object.
        FigureSource::deserialize(MapAccessDeserializer::new(map))
    }
}
