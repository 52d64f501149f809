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

mod address;
mod figure;
mod label;
mod metric;
mod record;
mod relation;
#[cfg(feature = "schema")]
mod schema;
mod source;
mod text;
mod validate;
mod version;

pub use self::address::{AddressError, WebAddress};
pub use self::figure::{Figure, FigureSource};
pub use self::label::{Label, PLURAL_CATEGORIES};
pub use self::metric::{Group, Metric, Scope, Unit};
pub use self::relation::{Correction, Event, Relation, RelationType};
pub use self::source::{Institution, Outlet, Source, Speaker};
pub use self::text::Text;
pub use self::validate::{is_currency_code, is_language_tag};
pub use self::version::FormatVersion;

use self::record::record;
use self::validate::{language, not_empty};
use crate::date::Date;

record! {
    /// Every figure that was reported about one event, with who said it, when, and where it was printed.
    #[derive(Default)]
    #[cfg_attr(feature = "schema", schemars(title = "figure-tracker dataset"))]
    pub struct Dataset as "dataset" {
        /// Where the JSON Schema of this format is; for editors that check a file while it is written.
        optional schema: Option<String> as "$schema",
        /// The version of the format: 1.
        required format: FormatVersion,
        /// The id of the data set.
        #[cfg_attr(feature = "schema", schemars(with = "schema::Id"))]
        required id: String where not_empty,
        /// Its title.
        required title: Text,
        /// What it is about, in a sentence or two.
        optional summary: Option<Text>,
        /// BCP 47 tag of the language that plain texts are written in.
        #[cfg_attr(feature = "schema", schemars(with = "schema::LanguageTag"))]
        required language: String where language,
        /// The day of its last change (EDTF).
        optional edition: Option<Date>,
        /// Its licence, as an SPDX identifier or an address.
        optional license: Option<String>,
        /// What is counted in.
        optional units: Vec<Unit>,
        /// Whom speakers speak for.
        optional institutions: Vec<Institution>,
        /// Who said figures.
        optional speakers: Vec<Speaker>,
        /// Who publishes documents.
        optional outlets: Vec<Outlet>,
        /// The documents that carry figures.
        optional sources: Vec<Source>,
        /// How metrics are grouped in the picker, in order.
        optional groups: Vec<Group>,
        /// What is counted.
        required metrics: Vec<Metric>,
        /// What was reported.
        required figures: Vec<Figure>,
        /// How figures relate to each other.
        optional relations: Vec<Relation>,
        /// What happened, drawn on the time axis.
        optional events: Vec<Event>,
        /// What the keepers of this file mended in it, apart from a source's own revision.
        optional corrections: Vec<Correction>,
    }
}

impl Dataset {
    /// Returns what it says before its lists, which are empty.
    pub fn without_records(&self) -> Self {
        Self {
            schema: self.schema.clone(),
            format: self.format,
            id: self.id.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            language: self.language.clone(),
            edition: self.edition.clone(),
            license: self.license.clone(),
            ..Self::default()
        }
    }
}
