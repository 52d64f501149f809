//! What is wrong with a spreadsheet, where, and what would be right. It prints nothing.

use std::fmt;

use figure_tracker_core::problem::Severity;

/// A row of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The index of the file, from 0.
    pub file: usize,
    /// The row as a spreadsheet counts, the header being row 1; 0 for the whole file.
    pub row: usize,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Whether it keeps the file from being taken.
    pub severity: Severity,
    /// A stable short name of the rule, such as `bad-number`.
    pub code: &'static str,
    /// Which row of which file.
    pub at: At,
    /// The name of the column; empty for a whole row.
    pub column: String,
    /// The letters that a spreadsheet gives to that column.
    pub letters: String,
    /// What is in the cell.
    pub content: String,
    /// What is wrong, one sentence without full stop.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

impl Fault {
    /// An error in a whole row, or in a whole file where the row is 0.
    pub(crate) fn row(
        code: &'static str,
        at: At,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            at,
            column: String::new(),
            letters: String::new(),
            content: String::new(),
            message: message.into(),
            hint: Some(hint.into()).filter(|hint| !hint.is_empty()),
        }
    }

    /// The same, in a column.
    pub(crate) fn in_column(self, column: &str, letters: String, content: &str) -> Self {
        Self { column: column.to_owned(), letters, content: content.to_owned(), ..self }
    }

    /// The same, which keeps nobody from going on.
    pub(crate) fn mild(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }
}

/// `row 7, column said_on: ...; ...`
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.at.row > 0 {
            write!(f, "row {}", self.at.row)?;
            f.write_str(if self.column.is_empty() { ": " } else { ", " })?;
        }
        if !self.column.is_empty() {
            write!(f, "column {}: ", self.column)?;
        }
        f.write_str(&self.message)?;
        self.hint.iter().try_for_each(|hint| write!(f, "; {hint}"))
    }
}

/// What is wrong with the content of a cell, before it is known which cell it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// A stable short name of the rule.
    pub(crate) code: &'static str,
    /// What is wrong, as a sentence.
    pub(crate) message: String,
    /// What would be right.
    pub(crate) hint: String,
}

impl Wrong {
    /// Of a content it is said that it `is` something.
    pub(crate) fn new(code: &'static str, content: &str, is: &str, hint: impl Into<String>) -> Self {
        Self { code, message: format!("`{}` {is}", shortened(content)), hint: hint.into() }
    }
}

/// The beginning of a long text.
pub(crate) fn shortened(text: &str) -> String {
    let line = text.split(['\n', '\r']).next().unwrap_or(text);
    let short: String = line.chars().take(60).collect();
    if short.len() == text.len() { short } else { short + "…" }
}
