//! One thing that is wrong with what an editor wrote: how bad it is, what, where, and what would be right.
//!
//! JSON files and spreadsheets share it; only their [`Span`]s differ. It prints nothing.

use std::fmt;

use serde::Serialize;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file can't be drawn or taken.
    Error,
    /// The file is taken, but an editor should look.
    Warning,
}

/// One thing that is wrong.
///
/// Its text is one line:
///
/// ```
/// use figure_tracker_editing::diagnostic::{CellSpan, Diagnostic};
///
/// let span = CellSpan { row: 7, column: "said_on".to_owned(), ..CellSpan::default() };
/// let diagnostic = Diagnostic::error("bad-date", span, "`31/02` is not a day").with_help("write `2022-02-28`");
/// assert_eq!(diagnostic.to_string(), "row 7, column said_on: `31/02` is not a day; write `2022-02-28`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The stable short name of the rule, such as `unknown-key`.
    pub code: &'static str,
    /// Where it is.
    #[serde(flatten)]
    pub span: Span,
    /// What is wrong, one sentence without full stop.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

impl Diagnostic {
    /// Makes an error without help.
    pub fn error(code: &'static str, span: impl Into<Span>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, span: span.into(), message: message.into(), help: None }
    }

    /// Makes a warning without help.
    pub fn warning(code: &'static str, span: impl Into<Span>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// Adds what would be right; an empty text adds nothing.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()).filter(|help| !help.is_empty()), ..self }
    }

    /// Whether it keeps the file from being drawn or taken.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Whether one of the diagnostics keeps the file from being drawn or taken.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(Diagnostic::is_error)
}

/// Where a diagnostic is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Span {
    /// In the text of a JSON file.
    Text(TextSpan),
    /// In the cells of a spreadsheet.
    Cell(CellSpan),
}

/// A piece of the text of a JSON file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct TextSpan {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Offset of the first byte, from 0.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
    /// JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// The index of the figure that it lies in, if it lies in one.
    #[serde(skip)]
    pub figure: Option<usize>,
}

/// A cell, a row or the whole of a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CellSpan {
    /// The index of the file, from 0; whoever prints it knows the name.
    #[serde(skip)]
    pub file: usize,
    /// The index of the sheet in a workbook, from 0.
    #[serde(skip)]
    pub sheet: usize,
    /// The name of the sheet; empty where the file is no workbook.
    #[serde(rename = "sheet", skip_serializing_if = "String::is_empty")]
    pub sheet_name: String,
    /// The row as a spreadsheet counts, the header being row 1; 0 for the whole file.
    pub row: usize,
    /// The name of the column; empty for a whole row.
    pub column: String,
    /// The letters that a spreadsheet gives to that column, such as `AB`; empty for a whole row.
    pub letters: String,
    /// What is in the cell.
    pub content: String,
}

impl From<TextSpan> for Span {
    fn from(span: TextSpan) -> Self {
        Self::Text(span)
    }
}

impl From<CellSpan> for Span {
    fn from(span: CellSpan) -> Self {
        Self::Cell(span)
    }
}

/// `line 6, column 38 (/figures/0/metric)`, or `row 7, column said_on`; nothing for a whole spreadsheet.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(TextSpan { line, column, pointer, .. }) => {
                write!(f, "line {line}, column {column}")?;
                if pointer.is_empty() { Ok(()) } else { write!(f, " ({pointer})") }
            }
            Self::Cell(CellSpan { sheet_name, row, column, .. }) => {
                let sheet = Some(format!("sheet {sheet_name}")).filter(|_| !sheet_name.is_empty());
                let row = Some(format!("row {row}")).filter(|_| *row > 0);
                let column = Some(format!("column {column}")).filter(|_| !column.is_empty());
                let parts: Vec<String> = [sheet, row, column].into_iter().flatten().collect();
                f.write_str(&parts.join(", "))
            }
        }
    }
}

/// The span, the sentence and the help in one line.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.span.to_string().as_str() {
            "" => f.write_str(&self.message)?,
            span => write!(f, "{span}: {}", self.message)?,
        }
        self.help.iter().try_for_each(|help| write!(f, "; {help}"))
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}
