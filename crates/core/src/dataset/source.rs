//! Who says figures, and where they are printed.

use std::sync::Arc;

use super::Text;
use crate::date::Date;

/// An institution that a speaker speaks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Institution {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A person who said a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// Their id in the file.
    pub id: String,
    /// Their name as this data set writes it.
    pub name: Text,
}

/// Who publishes a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlet {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its address, `http` or `https`.
    pub url: Option<String>,
}

/// One document that carries figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its id in the file.
    pub id: String,
    /// Who published it; none where the document names none.
    pub outlet: Option<Arc<Outlet>>,
    /// Its title.
    pub title: Option<Text>,
    /// The day it was published, as precisely as known.
    pub published: Option<Date>,
    /// Its address, `http` or `https`.
    pub url: Option<String>,
    /// The address of an archived copy, `http` or `https`.
    pub archived: Option<String>,
    /// BCP 47 tag of the language it is written in.
    pub language: Option<String>,
    /// What a careful reader must know of it.
    pub note: Option<Text>,
}
