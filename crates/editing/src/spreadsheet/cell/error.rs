//! What is wrong with the content of a cell, before it is known which cell it is.

/// What is wrong with the content of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellError {
    /// A stable short name of the rule.
    pub(crate) code: &'static str,
    /// What is wrong, as a sentence.
    pub(crate) message: String,
    /// What would be right.
    pub(crate) help: String,
}

impl CellError {
    /// Says of a content that it `is` something.
    pub(crate) fn new(code: &'static str, content: &str, is: &str, help: impl Into<String>) -> Self {
        Self { code, message: format!("`{}` {is}", shortened(content)), help: help.into() }
    }
}

/// Returns the beginning of a long text.
pub(crate) fn shortened(text: &str) -> String {
    let line = text.split(['\n', '\r']).next().unwrap_or(text);
    let short: String = line.chars().take(60).collect();
    if short.len() == text.len() { short } else { short + "…" }
}
