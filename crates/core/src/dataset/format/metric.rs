//! What is counted, and what it is counted in.

use super::record::record;
use super::validate::{currency, not_empty};
use super::{Label, Text};
use crate::dataset::MetricKind;

record! {
    /// What a metric is counted in: exactly one of `label`, `currency` and `percent`.
    #[derive(Default)]
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::unit))]
    pub struct Unit as "unit" {
        /// The id by which metrics name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// The counted thing: a word, its plural forms by CLDR category (`one`, `few`, `other` ...), or either per
        /// language.
        optional label: Option<Label>,
        /// Money: the ISO 4217 code.
        #[cfg_attr(feature = "schema", schemars(with = "Option<super::schema::CurrencyCode>"))]
        optional currency: Option<String> where currency,
        /// A share, 100 being the whole: `true`.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = [true, null])))]
        optional percent: Option<bool>,
        /// How its numbers are written in a spreadsheet, such as `bn`. A `value` in this file is always the full number.
        optional scale: Option<String>,
    }
}

record! {
    /// A heading of the picker.
    #[derive(Default)]
    pub struct Group as "group" {
        /// The id by which metrics name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// The heading.
        required label: Text,
    }
}

record! {
    /// What is counted.
    #[derive(Default)]
    pub struct Metric as "metric" {
        /// The id by which figures name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// The name it has in the spreadsheet, where that is not the id.
        optional name: Option<String>,
        /// Its short name.
        required label: Text,
        /// The id of the group it stands in.
        optional group: Option<String>,
        /// The id of the unit it is counted in.
        required unit: String,
        /// What is counted, exactly.
        optional definition: Option<Text>,
        /// How its numbers behave over time.
        optional kind: MetricKind,
        /// The id of the metric it is a part of.
        optional part_of: Option<String>,
        /// What its figures may cover, where they do not all cover the same.
        optional scopes: Vec<Scope>,
    }
}

record! {
    /// What figures of a metric cover; a step line joins figures of one scope only.
    #[derive(Default)]
    pub struct Scope as "scope" {
        /// The id by which figures of this metric name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// Its short name.
        required label: Text,
        /// What is counted in it.
        optional definition: Option<Text>,
    }
}
