//! Why the widget shows no data, as its error message needs it.

use std::fmt;

use crate::dataset::ReadError;

/// A position in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1; 0 where none is known.
    pub line: usize,
    /// Column in characters, from 1; 0 where none is known.
    pub column: usize,
    /// JSON pointer (RFC 6901); empty where none is known.
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
    /// Returns place, sentence and hint in one line.
    pub fn text(&self) -> String {
        self.to_string()
    }
}

/// Place, sentence and hint in one line.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column, .. } = &self.place;
        if *line > 0 {
            write!(f, "line {line}, column {column}: ")?;
        }
        f.write_str(&self.message)?;
        self.hint.iter().try_for_each(|hint| write!(f, "; {hint}"))
    }
}

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        let sentence = error.to_string();
        let Some(at) = error.position() else {
            return Self { place: Place::default(), message: sentence, hint: None };
        };
        let message = sentence.strip_prefix(&format!("{at}: ")).unwrap_or(&sentence).to_owned();
        let place = Place { line: at.line, column: at.column, pointer: String::new() };
        Self { place, message, hint: None }
    }
}
