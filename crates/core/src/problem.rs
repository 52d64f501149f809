//! Why a file can't be drawn, as the widget lists it.

use std::fmt;

use crate::dataset::{ReadError, TextPosition};

/// A position in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong, one sentence without full stop.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

impl Problem {
    /// The sentence with its place.
    pub fn text(&self) -> String {
        self.message.clone()
    }
}

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        let TextPosition { line, column } = error.position().unwrap_or(TextPosition::START);
        Self { place: Place { line, column, pointer: String::new() }, message: error.to_string(), hint: None }
    }
}

/// [`Problem::text`].
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
