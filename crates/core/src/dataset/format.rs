//! The data file as it is written: every record of the format as a struct, its keys in the order of the file.
//!
//! Values can't hold nonsense: a date is a [`Date`], a number a
//! [`Decimal`](crate::decimal::Decimal), an address a [`WebAddress`]. References are ids that nobody has looked up
//! yet, and no rule about several records is checked here. Reading and writing, the JSON Schema, and the spreadsheet
//! form stand on these types.
//!
//! ```
//! use figure_tracker_core::dataset::format;
//!
//! let outlet = r#"{"id":"paper","name":"The Paper","url":"https://paper.example/"}"#;
//! let read: format::Outlet = serde_json::from_str(outlet).unwrap();
//! assert_eq!(read.url.as_deref(), Some("https://paper.example/"));
//! assert_eq!(serde_json::to_string(&read).unwrap(), outlet);
//! assert!(serde_json::from_str::<format::Outlet>(r#"{"id":"x","name":"X","url":"ftp://x"}"#).is_err());
//! ```

mod absent;
mod address;
mod figure;
mod label;
mod metric;
mod relation;
#[cfg(feature = "schema")]
mod schema;
mod source;
mod text;
mod validate;
mod version;

use serde::{Deserialize, Serialize};

pub use self::address::{AddressError, WebAddress};
pub use self::figure::{Figure, FigureSource};
pub use self::label::{Label, PLURAL_CATEGORIES};
pub use self::metric::{Group, Metric, Scope, Unit};
pub use self::relation::{Correction, Event, Relation, RelationType};
pub use self::source::{Institution, Outlet, Source, Speaker};
pub use self::text::Text;
pub use self::validate::{is_currency_code, is_language_tag};
pub use self::version::FormatVersion;

use self::absent::{is_default, null_as_default};
use self::validate::{id, language, some_language};
use crate::date::Date;

/// Every figure that was reported about one event, with who said it, when, and where it was printed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(title = "figure-tracker dataset", rename = "dataset")
)]
pub struct Dataset {
    /// Where the JSON Schema of this format is; for editors that check a file while it is written.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of the format: 1.
    pub format: FormatVersion,
    /// The id of the data set.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "schema::Id"))]
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is about, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// BCP 47 tag of the language that plain texts are written in.
    #[serde(deserialize_with = "language")]
    #[cfg_attr(feature = "schema", schemars(with = "schema::LanguageTag"))]
    pub language: String,
    /// The day of its last change (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Date>,
    /// Its licence, as an SPDX identifier or an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What is counted in.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// Whom speakers speak for.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<Institution>,
    /// Who said figures.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// Who publishes documents.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub outlets: Vec<Outlet>,
    /// The documents that carry figures.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// How metrics are grouped in the picker, in order.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// What is counted.
    pub metrics: Vec<Metric>,
    /// What was reported.
    pub figures: Vec<Figure>,
    /// How figures relate to each other.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// What happened, drawn on the time axis.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// What the keepers of this file mended in it, apart from a source's own revision.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}
