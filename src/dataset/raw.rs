//! The data file as it is written: a mirror of `data.json`, key by key, in the order of the format's page.
//!
//! Nothing here is checked beyond its shape, and references are ids still. The JSON Schema is generated from
//! these types and their comments; the rules are in `check`. Reading is for [`open`](super::open) alone, which
//! lists every fault; writing is for JSON alone.

#[cfg(not(target_arch = "wasm32"))]
mod described;
mod label;
mod number;
mod text;

use serde::{Deserialize, Serialize};

pub(crate) use label::CATEGORIES;
pub use label::Label;
pub use number::Number;
pub use text::Text;

use super::{Attribution, Kind, Qualifier, Standing};

/// The keys that a record must hold, by the name of the record. Every other key may be left out, or be `null`,
/// which says the same.
pub(crate) fn required(record: &str) -> &'static [&'static str] {
    match record {
        "data set" => &["format", "id", "title", "language", "metrics", "figures"],
        "institution" | "speaker" | "outlet" => &["id", "name"],
        "group" | "scope" => &["id", "label"],
        "metric" => &["id", "label", "unit"],
        "figure" => &["id", "metric", "sources"],
        "relation" => &["type"],
        "event" => &["date", "label"],
        "correction" => &["date", "note"],
        _ => &["id"],
    }
}

/// Every figure that was reported about one event, with who said it, when, and where it was printed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "data set")]
pub struct Dataset {
    /// Where the JSON Schema of this format is; for editors that check a file while it is written.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of the format: 1.
    pub format: u32,
    /// The id of the data set.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is about, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// BCP 47 tag of the language that plain texts are written in.
    pub language: String,
    /// The day of its last change (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Its licence, as an SPDX identifier or an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What is counted in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// Whom speakers speak for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<Institution>,
    /// Who said figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// Who publishes documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outlets: Vec<Outlet>,
    /// The documents that carry figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// How metrics are grouped in the picker, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// What is counted.
    pub metrics: Vec<Metric>,
    /// What was reported.
    pub figures: Vec<Figure>,
    /// How figures relate to each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// What happened, drawn on the time axis.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// What the keepers of this file mended in it, apart from a source's own revision.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// What a metric is counted in: exactly one of `label`, `currency` and `percent`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "unit")]
pub struct Unit {
    /// The id by which metrics name it.
    pub id: String,
    /// The counted thing: a word, its plural forms by CLDR category (`one`, `few`, `other` ...), or either per
    /// language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Money: the ISO 4217 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// A share, 100 being the whole: `true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<bool>,
}

/// Whom a speaker speaks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "institution")]
pub struct Institution {
    /// The id by which figures name it.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A person who said figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "speaker")]
pub struct Speaker {
    /// The id by which figures name them.
    pub id: String,
    /// Their name.
    pub name: Text,
    /// The name as other documents print it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spellings: Vec<String>,
}

/// Who publishes documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "outlet")]
pub struct Outlet {
    /// The id by which sources name it.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its address, `http` or `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One document that carries figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "source")]
pub struct Source {
    /// The id by which figures name it.
    pub id: String,
    /// The id of its outlet; null where the document names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// When it was published (EDTF); null where the document has no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its address, `http` or `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address of an archived copy, `http` or `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// BCP 47 tag of the language it is written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What a careful reader must know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A heading of the picker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "group")]
pub struct Group {
    /// The id by which metrics name it.
    pub id: String,
    /// The heading.
    pub label: Text,
}

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "metric")]
pub struct Metric {
    /// The id by which figures name it.
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// The id of the group it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The id of the unit it is counted in.
    pub unit: String,
    /// What is counted, exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// How its numbers behave over time.
    pub kind: Kind,
    /// The id of the metric it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// What its figures may cover, where they do not all cover the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
}

/// What figures of a metric cover; a step line joins figures of one scope only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "scope")]
pub struct Scope {
    /// The id by which figures of this metric name it.
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// What is counted in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
}

/// One act of reporting: somebody said, or an outlet wrote, that a thing was counted and came to a number. It
/// has a `value`, a range from `low` to `high`, or `words`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "figure")]
pub struct Figure {
    /// The id of the figure, for links to it and for relations.
    pub id: String,
    /// The id of the metric.
    pub metric: String,
    /// The id of a scope of the metric, where the metric has scopes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The number, or a decimal string where a double would lose digits; null where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The lower end of the range as reported; never computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Number>,
    /// The upper end of the range as reported; never computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Number>,
    /// The figure as words where no number was given ("dozens"); never turned into a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// How exact the number claims to be.
    #[serde(skip_serializing_if = "is_default")]
    pub qualifier: Qualifier,
    /// When it was said (EDTF); null where nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// The moment or period that the number is about, if stated (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
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
    /// The ids of the documents that carry this very statement, first appearance first; at least one.
    pub sources: Vec<String>,
    /// What has become of it. The last four need `status_note` and `status_source`.
    #[serde(skip_serializing_if = "is_default")]
    pub status: Standing,
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

/// How figures relate: a `sum` has `whole`, `parts` and `adds_up`; every other type has `from` and `to`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "relation")]
pub struct Relation {
    /// What kind of relation it is.
    #[serde(rename = "type")]
    pub kind: RelationType,
    /// Of a sum: the id of the figure that is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
    /// Of a sum: the ids of the figures that are its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Of a sum: whether the parts add up to the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adds_up: Option<bool>,
    /// The id of the figure that does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The id of the figure that it is done to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What a careful reader must know of it, in our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What kind of relation it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename = "relation type", rename_all = "snake_case")]
pub enum RelationType {
    /// The parts and their whole.
    #[default]
    Sum,
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
}

/// Something that happened, drawn on the time axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "event")]
pub struct Event {
    /// When (EDTF).
    pub date: String,
    /// What.
    pub label: Text,
}

/// Something the keepers of this file mended in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, rename = "correction")]
pub struct Correction {
    /// When it was mended (EDTF).
    pub date: String,
    /// The id of the figure, if it was about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// What was mended.
    pub note: Text,
}

/// Whether a value is what it would be if it were left out.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
