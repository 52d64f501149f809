//! How figures relate, what happened beside them, and what was mended in the file.

use serde::{Deserialize, Serialize};

use super::{Text, null_as_default};
use crate::dataset::names::named;
use crate::date::Date;

/// How figures relate: a `sum` has `whole`, `parts` and `adds_up`; every other type has `from` and `to`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::schema::relation, rename = "relation"))]
pub struct Relation {
    /// What kind of relation it is.
    #[serde(rename = "type")]
    pub kind: RelationType,
    /// Of a sum: the id of the figure that is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
    /// Of a sum: the ids of the figures that are its parts.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
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
        /// `from` and `to` look like a change and are none.
        "not_comparable" NotComparable,
        /// `from` is `to` in another currency or unit.
        "converted" Converted,
    }
}

/// Something that happened, drawn on the time axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "event"))]
pub struct Event {
    /// When (EDTF).
    pub date: Date,
    /// What.
    pub label: Text,
}

/// Something the keepers of this file mended in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "correction"))]
pub struct Correction {
    /// When it was mended (EDTF).
    pub date: Date,
    /// The id of the figure, if it was about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// What was mended.
    pub note: Text,
}
