//! Why a command could not be done at all: a sentence each, without a full stop.

use std::fmt;
use std::io;

use figure_tracker_core::date::DateError;
use figure_tracker_site::{CardError, NoView};

/// What kept a command from being done.
#[derive(Debug)]
pub(super) enum Failure {
    /// A file, by its name, can't be read.
    Read(String, io::Error),
    /// A file, by its name, can't be written.
    Write(String, io::Error),
    /// Standard output takes nothing.
    Print(io::Error),
    /// A file without errors, by its name, is no data set all the same.
    Parse(String, serde_json::Error),
    /// A file, by its name, was changed by somebody else in the meantime.
    Changed(String),
    /// A file, by its name, is no font.
    NoFont(String),
    /// A text is no view of the data set.
    NoView(String, NoView),
    /// A card for shared links can't be drawn.
    Card(CardError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(name, error) => write!(f, "`{name}` can't be read: {error}"),
            Self::Write(name, error) => write!(f, "`{name}` can't be written: {error}"),
            Self::Print(error) => write!(f, "can't write: {error}"),
            Self::Parse(name, error) => write!(f, "`{name}` can't be read: {error}"),
            Self::Changed(name) => {
                write!(f, "`{name}` was changed in the meantime: nothing was written, try again")
            }
            Self::NoFont(name) => write!(f, "`{name}` is no font"),
            Self::NoView(text, error) => write!(f, "--view \"{text}\" can't be shown: {error}"),
            Self::Card(error) => error.fmt(f),
        }
    }
}

/// Why an argument is not taken.
#[derive(Debug)]
pub(super) enum ArgumentFault {
    /// A date that is none.
    Date(DateError),
    /// A date that is not one day.
    NoDay(String),
    /// An encoding that is not known.
    Encoding(String),
    /// An address under which no folder can be.
    Base,
}

impl std::error::Error for ArgumentFault {}

impl fmt::Display for ArgumentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(error) => error.fmt(f),
            Self::NoDay(text) => write!(f, "`{text}` is not one day: write it like `2024-05-02`"),
            Self::Encoding(text) => {
                write!(f, "`{text}` is no encoding: write it like `windows-1251`, `iso-8859-2` or `utf-16le`")
            }
            Self::Base => f.write_str("write the address of a folder, like `https://example.org/figures/`"),
        }
    }
}
