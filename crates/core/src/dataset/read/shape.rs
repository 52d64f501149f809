//! Where the shape of a file differs from the format's.
//!
//! `serde` has no types for this: an error is a sentence. What reads a file (`crate::deserialize`) writes it as `serde` would,
//! with the names in backquotes and what was expected; here it is taken apart again.

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
    /// Takes a sentence apart; none where it doesn't tell of a shape.
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
                let (name, known) = rest.split_once("`, expected one of ")?;
                Some(Self::UnknownName { name: name.to_owned(), known: known.to_owned() })
            }
            _ => Some(Self::WrongType(message.strip_prefix("invalid type, expected ")?.to_owned())),
        }
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
