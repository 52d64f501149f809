//! Who said figures, and where they were printed.

use super::record::record;
use super::validate::{language, not_empty};
use super::{Text, WebAddress};
use crate::date::Date;

record! {
    /// Whom a speaker speaks for.
    #[derive(Default)]
    pub struct Institution as "institution" {
        /// The id by which figures name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// Its name.
        required name: Text,
    }
}

record! {
    /// A person who said figures.
    #[derive(Default)]
    pub struct Speaker as "speaker" {
        /// The id by which figures name them.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// Their name.
        required name: Text,
        /// The name as other documents print it.
        optional spellings: Vec<String>,
    }
}

record! {
    /// Who publishes documents.
    #[derive(Default)]
    pub struct Outlet as "outlet" {
        /// The id by which sources name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// Its name.
        required name: Text,
        /// Its address, `http` or `https`.
        optional url: Option<WebAddress>,
    }
}

record! {
    /// One document that carries figures.
    #[derive(Default)]
    pub struct Source as "source" {
        /// The id by which figures name it.
        #[cfg_attr(feature = "schema", schemars(with = "super::schema::Id"))]
        required id: String where not_empty,
        /// The id of its outlet; null where the document names none.
        optional outlet: Option<String>,
        /// Its title.
        optional title: Option<Text>,
        /// When it was published (EDTF); null where the document has no date.
        optional published: Option<Date>,
        /// Its address, `http` or `https`.
        optional url: Option<WebAddress>,
        /// The address of an archived copy, `http` or `https`.
        optional archived: Option<WebAddress>,
        /// BCP 47 tag of the language it is written in.
        #[cfg_attr(feature = "schema", schemars(with = "Option<super::schema::LanguageTag>"))]
        optional language: Option<String> where language,
        /// What a careful reader must know of it.
        optional note: Option<Text>,
    }
}
