//! What is counted, and what it is counted in.

use serde::{Deserialize, Serialize};

use super::validate::some_currency;
use super::{Label, Text, id, is_default, null_as_default};
use crate::dataset::MetricKind;

/// What a metric is counted in: exactly one of `label`, `currency` and `percent`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::schema::unit, rename = "unit"))]
pub struct Unit {
    /// The id by which metrics name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// The counted thing: a word, its plural forms by CLDR category (`one`, `few`, `other` ...), or either per
    /// language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Money: the ISO 4217 code.
    #[serde(default, deserialize_with = "some_currency", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::schema::CurrencyCode>"))]
    pub currency: Option<String>,
    /// A share, 100 being the whole: `true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("enum" = [true, null])))]
    pub percent: Option<bool>,
    /// How its numbers are written in a spreadsheet, such as `bn`. A `value` in this file is always the full number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
}

/// A heading of the picker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "group"))]
pub struct Group {
    /// The id by which metrics name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// The heading.
    pub label: Text,
}

/// What is counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "metric"))]
pub struct Metric {
    /// The id by which figures name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// The name it has in the spreadsheet, where that is not the id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
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
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "is_default")]
    pub kind: MetricKind,
    /// The id of the metric it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// What its figures may cover, where they do not all cover the same.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
}

/// What figures of a metric cover; a step line joins figures of one scope only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "scope"))]
pub struct Scope {
    /// The id by which figures of this metric name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// What is counted in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
}
