//! Where the shape of a file differs from the format's: what `serde` says of it, in our own words.
//!
//! `serde` has no types for this, only sentences, and the widget is built without most of their debug output. What is
//! used of them is the names in backquotes and what was expected.

use std::fmt;

/// How the shape of a file differs from the format's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeFault {
    /// An object lacks a key.
    MissingKey(String),
    /// A key is not one of the format's.
    UnknownKey(String),
    /// A key stands in an object twice.
    DuplicateKey(String),
    /// A name is none of those that the format has here.
    UnknownName {
        /// The name in the file.
        name: String,
        /// The names that are known, each in backquotes.
        known: String,
    },
    /// A value is of another type; what would be right.
    WrongType(String),
}

impl ShapeFault {
    /// Takes a sentence of `serde` apart; none where the sentence is one of ours.
    pub(super) fn from_serde(message: &str) -> Option<Self> {
        let (what, rest) = message.split_once(" `").unwrap_or_default();
        let name = || rest.split_once('`').map_or(rest, |(name, _)| name).to_owned();
        match what {
            "missing field" => Some(Self::MissingKey(name())),
            "duplicate field" => Some(Self::DuplicateKey(name())),
            "unknown field" => {
                let name = rest.split_once("`, expected").map_or_else(name, |(name, _)| name.to_owned());
                Some(Self::UnknownKey(name))
            }
            "unknown variant" => {
                let (name, known) = rest.split_once("`, expected ")?;
                let known = known.strip_prefix("one of ").unwrap_or(known).replace("` or `", "`, `");
                Some(Self::UnknownName { name: name.to_owned(), known })
            }
            _ if message.starts_with("invalid ") => {
                let (_, expected) = message.rsplit_once(", expected ")?;
                Some(Self::WrongType(type_name(expected).to_owned()))
            }
            _ => None,
        }
    }
}

/// What an editor calls a type of `serde`.
fn type_name(expected: &str) -> &str {
    match expected {
        "a sequence" => "a list",
        "a string" => "a text in double quotes",
        "a boolean" => "`true` or `false`",
        own => own,
    }
}

impl fmt::Display for ShapeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingKey(key) => write!(f, "the key `{key}` is missing in the object that ends here"),
            Self::UnknownKey(key) => write!(f, "the key `{key}` is not known here"),
            Self::DuplicateKey(key) => write!(f, "the key `{key}` stands in this object twice"),
            Self::UnknownName { name, known } => write!(f, "`{name}` is not known here; one of {known} is"),
            Self::WrongType(right) => write!(f, "{right} would be right here"),
        }
    }
}
