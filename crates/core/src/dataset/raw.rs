//! The data file as it is written: every record of the format, key by key, in the order of the format's page.
//!
//! Each record is declared once. The declaration is a table, by which files are read and judged, and natively
//! also a struct, a mirror that can be changed and written; the JSON Schema is generated from it and its
//! comments. The widget has the tables only. Nothing here is checked; the rules are in `check`.

#[cfg(feature = "schema")]
mod described;
#[cfg(not(target_arch = "wasm32"))]
mod label;
#[cfg(not(target_arch = "wasm32"))]
mod number;
#[cfg(not(target_arch = "wasm32"))]
mod sound;
#[cfg(not(target_arch = "wasm32"))]
mod text;

#[cfg(not(target_arch = "wasm32"))]
pub use self::{label::Label, number::Number, text::Text};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use sound::mirror;

use super::names::named;
use super::shape::{Field, Record, What};
use super::{Attribution, MetricKind, Qualifier, Status};

/// The plural categories of CLDR.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Declares a record: for each key whether a file must have it, its name, its field, what its value is. A key
/// that may be missing may also be `null`, which says the same.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $Record:ident as $name:literal in $TABLE:ident {
            $($(#[$about:meta])* $need:literal $key:literal $field:ident: $type:ty = $what:expr,)*
        }
    ) => {
        $(#[$doc])*
        #[cfg(not(target_arch = "wasm32"))]
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(default, rename = $name)]
        pub struct $Record {
            $(
                $(#[$about])*
                #[serde(rename = $key, skip_serializing_if = $need)]
                pub $field: $type,
            )*
        }

        pub(crate) static $TABLE: Record = Record {
            name: $name,
            fields: &[$(Field { key: $key, what: $what, needed: $need.len() == "needed".len() }),*],
        };
    };
}

record! {
    /// Every figure that was reported about one event, with who said it, when, and where it was printed.
    pub struct Dataset as "data set" in DATASET {
        /// Where the JSON Schema of this format is; for editors that check a file while it is written.
        "may" "$schema" schema: Option<String> = What::Word,
        /// The version of the format: 1.
        "needed" "format" format: u32 = What::Version,
        /// The id of the data set.
        "needed" "id" id: String = What::Word,
        /// Its title.
        "needed" "title" title: Text = What::Text,
        /// What it is about, in a sentence or two.
        "may" "summary" summary: Option<Text> = What::Text,
        /// BCP 47 tag of the language that plain texts are written in.
        "needed" "language" language: String = What::Language,
        /// The day of its last change (EDTF).
        "may" "edition" edition: Option<String> = What::Date,
        /// Its licence, as an SPDX identifier or an address.
        "may" "license" license: Option<String> = What::Word,
        /// What is counted in.
        "may" "units" units: Vec<Unit> = What::List(&UNIT),
        /// Whom speakers speak for.
        "may" "institutions" institutions: Vec<Institution> = What::List(&INSTITUTION),
        /// Who said figures.
        "may" "speakers" speakers: Vec<Speaker> = What::List(&SPEAKER),
        /// Who publishes documents.
        "may" "outlets" outlets: Vec<Outlet> = What::List(&OUTLET),
        /// The documents that carry figures.
        "may" "sources" sources: Vec<Source> = What::List(&SOURCE),
        /// How metrics are grouped in the picker, in order.
        "may" "groups" groups: Vec<Group> = What::List(&GROUP),
        /// What is counted.
        "needed" "metrics" metrics: Vec<Metric> = What::List(&METRIC),
        /// What was reported.
        "needed" "figures" figures: Vec<Figure> = What::List(&FIGURE),
        /// How figures relate to each other.
        "may" "relations" relations: Vec<Relation> = What::List(&RELATION),
        /// What happened, drawn on the time axis.
        "may" "events" events: Vec<Event> = What::List(&EVENT),
        /// What the keepers of this file mended in it, apart from a source's own revision.
        "may" "corrections" corrections: Vec<Correction> = What::List(&CORRECTION),
    }
}

record! {
    /// What a metric is counted in: exactly one of `label`, `currency` and `percent`.
    pub struct Unit as "unit" in UNIT {
        /// The id by which metrics name it.
        "needed" "id" id: String = What::Word,
        /// The counted thing: a word, its plural forms by CLDR category (`one`, `few`, `other` ...), or either per
        /// language.
        "may" "label" label: Option<Label> = What::Label,
        /// Money: the ISO 4217 code.
        "may" "currency" currency: Option<String> = What::Word,
        /// A share, 100 being the whole: `true`.
        "may" "percent" percent: Option<bool> = What::Flag,
    }
}

record! {
    /// Whom a speaker speaks for.
    pub struct Institution as "institution" in INSTITUTION {
        /// The id by which figures name it.
        "needed" "id" id: String = What::Word,
        /// Its name.
        "needed" "name" name: Text = What::Text,
    }
}

record! {
    /// A person who said figures.
    pub struct Speaker as "speaker" in SPEAKER {
        /// The id by which figures name them.
        "needed" "id" id: String = What::Word,
        /// Their name.
        "needed" "name" name: Text = What::Text,
        /// The name as other documents print it.
        "may" "spellings" spellings: Vec<String> = What::Words,
    }
}

record! {
    /// Who publishes documents.
    pub struct Outlet as "outlet" in OUTLET {
        /// The id by which sources name it.
        "needed" "id" id: String = What::Word,
        /// Its name.
        "needed" "name" name: Text = What::Text,
        /// Its address, `http` or `https`.
        "may" "url" url: Option<String> = What::Address,
    }
}

record! {
    /// One document that carries figures.
    pub struct Source as "source" in SOURCE {
        /// The id by which figures name it.
        "needed" "id" id: String = What::Word,
        /// The id of its outlet; null where the document names none.
        "may" "outlet" outlet: Option<String> = What::Ref("outlets"),
        /// Its title.
        "may" "title" title: Option<Text> = What::Text,
        /// When it was published (EDTF); null where the document has no date.
        "may" "published" published: Option<String> = What::Date,
        /// Its address, `http` or `https`.
        "may" "url" url: Option<String> = What::Address,
        /// The address of an archived copy, `http` or `https`.
        "may" "archived" archived: Option<String> = What::Address,
        /// BCP 47 tag of the language it is written in.
        "may" "language" language: Option<String> = What::Language,
        /// What a careful reader must know of it.
        "may" "note" note: Option<Text> = What::Text,
    }
}

record! {
    /// A heading of the picker.
    pub struct Group as "group" in GROUP {
        /// The id by which metrics name it.
        "needed" "id" id: String = What::Word,
        /// The heading.
        "needed" "label" label: Text = What::Text,
    }
}

record! {
    /// What is counted.
    pub struct Metric as "metric" in METRIC {
        /// The id by which figures name it.
        "needed" "id" id: String = What::Word,
        /// Its short name.
        "needed" "label" label: Text = What::Text,
        /// The id of the group it stands in.
        "may" "group" group: Option<String> = What::Ref("groups"),
        /// The id of the unit it is counted in.
        "needed" "unit" unit: String = What::Ref("units"),
        /// What is counted, exactly.
        "may" "definition" definition: Option<Text> = What::Text,
        /// How its numbers behave over time.
        "may" "kind" kind: MetricKind = What::One(MetricKind::NAMES),
        /// The id of the metric it is a part of.
        "may" "part_of" part_of: Option<String> = What::Ref("metrics"),
        /// What its figures may cover, where they do not all cover the same.
        "may" "scopes" scopes: Vec<Scope> = What::List(&SCOPE),
    }
}

record! {
    /// What figures of a metric cover; a step line joins figures of one scope only.
    pub struct Scope as "scope" in SCOPE {
        /// The id by which figures of this metric name it.
        "needed" "id" id: String = What::Word,
        /// Its short name.
        "needed" "label" label: Text = What::Text,
        /// What is counted in it.
        "may" "definition" definition: Option<Text> = What::Text,
    }
}

record! {
    /// One act of reporting: somebody said, or an outlet wrote, that a thing was counted and came to a number. It
    /// has a `value`, a range from `low` to `high`, or `words`.
    pub struct Figure as "figure" in FIGURE {
        /// The id of the figure, for links to it and for relations.
        "needed" "id" id: String = What::Word,
        /// The id of the metric.
        "needed" "metric" metric: String = What::Ref("metrics"),
        /// The id of a scope of the metric, where the metric has scopes.
        "may" "scope" scope: Option<String> = What::Word,
        /// The number, or a decimal string where a double would lose digits; null where there is none.
        "may" "value" value: Option<Number> = What::Number,
        /// The lower end of the range as reported; never computed.
        "may" "low" low: Option<Number> = What::Number,
        /// The upper end of the range as reported; never computed.
        "may" "high" high: Option<Number> = What::Number,
        /// The figure as words where no number was given ("dozens"); never turned into a number.
        "may" "words" words: Option<Text> = What::Text,
        /// How exact the number claims to be.
        "may" "qualifier" qualifier: Qualifier = What::One(Qualifier::NAMES),
        /// When it was said (EDTF); null where nothing is known.
        "may" "said" said: Option<String> = What::Date,
        /// The moment or period that the number is about, if stated (EDTF).
        "may" "as_of" as_of: Option<String> = What::Date,
        /// The id of the speaker; null where the document names nobody.
        "may" "speaker" speaker: Option<String> = What::Ref("speakers"),
        /// The speaker's office on that day; null where the document names none.
        "may" "office" office: Option<Text> = What::Text,
        /// The id of the institution spoken for; null where the document names none.
        "may" "institution" institution: Option<String> = What::Ref("institutions"),
        /// In whose voice the document gives it.
        "may" "attribution" attribution: Option<Attribution> = What::One(Attribution::NAMES),
        /// The ids of the documents that carry this very statement, first appearance first; at least one.
        "needed" "sources" sources: Vec<String> = What::Refs("sources"),
        /// What has become of it. The last four need `status_note` and `status_source`.
        "may" "status" status: Status = What::One(Status::NAMES),
        /// Why it no longer stands, in our words.
        "may" "status_note" status_note: Option<Text> = What::Text,
        /// The id of the document that says so.
        "may" "status_source" status_source: Option<String> = What::Ref("sources"),
        /// What a careful reader must know, in our words.
        "may" "note" note: Option<Text> = What::Text,
        /// The words as printed; short, and only where the publisher's licence allows.
        "may" "quote" quote: Option<Text> = What::Text,
    }
}

record! {
    /// How figures relate: a `sum` has `whole`, `parts` and `adds_up`; every other type has `from` and `to`.
    pub struct Relation as "relation" in RELATION {
        /// What kind of relation it is.
        "needed" "type" kind: RelationType = What::One(RelationType::NAMES),
        /// Of a sum: the id of the figure that is the whole.
        "may" "whole" whole: Option<String> = What::Ref("figures"),
        /// Of a sum: the ids of the figures that are its parts.
        "may" "parts" parts: Vec<String> = What::Refs("figures"),
        /// Of a sum: whether the parts add up to the whole.
        "may" "adds_up" adds_up: Option<bool> = What::Flag,
        /// The id of the figure that does it.
        "may" "from" from: Option<String> = What::Ref("figures"),
        /// The id of the figure that it is done to.
        "may" "to" to: Option<String> = What::Ref("figures"),
        /// What a careful reader must know of it, in our words.
        "may" "note" note: Option<Text> = What::Text,
    }
}

named! {
    /// What kind of relation it is.
    #[derive(Default)]
    pub enum RelationType as "relation type" {
        /// The parts and their whole.
        #[default]
        "sum" Sum,
        /// `from` is contained in `to`.
        "part_of" PartOf,
        /// `from` is the newer count of what `to` counted.
        "revises" Revises,
        /// `from` says again what `to` said.
        "repeats" Repeats,
        /// `from` and `to` can't both be right.
        "contradicts" Contradicts,
        /// `from` takes `to` back.
        "retracts" Retracts,
    }
}

record! {
    /// Something that happened, drawn on the time axis.
    pub struct Event as "event" in EVENT {
        /// When (EDTF).
        "needed" "date" date: String = What::Date,
        /// What.
        "needed" "label" label: Text = What::Text,
    }
}

record! {
    /// Something the keepers of this file mended in it.
    pub struct Correction as "correction" in CORRECTION {
        /// When it was mended (EDTF).
        "needed" "date" date: String = What::Date,
        /// The id of the figure, if it was about one.
        "may" "figure" figure: Option<String> = What::Ref("figures"),
        /// What was mended.
        "needed" "note" note: Text = What::Text,
    }
}

/// A key that must be there is always written.
#[cfg(not(target_arch = "wasm32"))]
fn needed<T>(_: &T) -> bool {
    false
}

/// A key that may be missing is left out where its value is what it would be without it.
#[cfg(not(target_arch = "wasm32"))]
fn may<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The keys that a record must hold, by the name of the record; none where no record has the name.
#[cfg(not(target_arch = "wasm32"))]
pub fn required(name: &str) -> Vec<&'static str> {
    fn find(record: &'static Record, name: &str) -> Option<&'static Record> {
        let inner =
            |field: &'static Field| if let What::List(inner) = field.what { find(inner, name) } else { None };
        if record.name == name { Some(record) } else { record.fields.iter().find_map(inner) }
    }
    let fields = find(&DATASET, name).map_or([].as_slice(), |record| record.fields);
    fields.iter().filter(|field| field.needed).map(|field| field.key).collect()
}
