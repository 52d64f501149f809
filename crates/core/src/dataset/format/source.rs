//! Who said figures, and where they were printed.

use serde::{Deserialize, Serialize};

use super::{Text, WebAddress, id, null_as_default, some_language};
use crate::date::Date;

/// Whom a speaker speaks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "institution"))]
pub struct Institution {
    /// The id by which figures name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A person who said figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "speaker"))]
pub struct Speaker {
    /// The id by which figures name them.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// Their name.
    pub name: Text,
    /// The name as other documents print it.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub spellings: Vec<String>,
}

/// Who publishes documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "outlet"))]
pub struct Outlet {
    /// The id by which sources name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its address, `http` or `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
}

/// One document that carries figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "source"))]
pub struct Source {
    /// The id by which figures name it.
    #[serde(deserialize_with = "id")]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
    pub id: String,
    /// The id of its outlet; null where the document names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// When it was published (EDTF); null where the document has no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Its address, `http` or `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
    /// The address of an archived copy, `http` or `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<WebAddress>,
    /// BCP 47 tag of the language it is written in.
    #[serde(default, deserialize_with = "some_language", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::schema::LanguageTag>"))]
    pub language: Option<String>,
    /// What a careful reader must know of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
