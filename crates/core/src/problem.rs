//! What is wrong with a file, where, and what would be right. The sentence is the product.

use std::fmt;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file can't be drawn.
    Error,
    /// The file is drawn, but an editor should look.
    Warning,
}

/// A position in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Offset of the first byte, from 0.
    pub offset: usize,
    /// How many bytes are meant.
    pub length: usize,
    /// JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// A stable short name of the rule, such as `unknown-key`.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong, one sentence without full stop.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

impl Problem {
    /// Place, sentence and hint in one line.
    pub fn text(&self) -> String {
        let Place { line, column, pointer, .. } = &self.place;
        let [before, after] = if pointer.is_empty() { [""; 2] } else { [" (", ")"] };
        let hint = self.hint.as_deref().unwrap_or_default();
        let then = if hint.is_empty() { "" } else { "; " };
        let (line, column) = (line.to_string(), column.to_string());
        ["line ", &line, ", column ", &column, before, pointer, after, ": ", &self.message, then, hint]
            .concat()
    }
}

/// [`Problem::text`].
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
