//! Collects what is wrong while a file is checked, and turns it into [`Diagnostic`]s in the order of the file.
//!
//! A [`Finding`] knows its bytes only; line, column and JSON pointer are worked out once, at the end, in one walk over
//! the text.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity, TextSpan};
use crate::file_tree::{FileTree, PointerFinder};
use crate::lines::LineWalk;

/// Something wrong, and the bytes that are meant.
#[derive(Debug)]
pub(crate) struct Finding {
    severity: Severity,
    code: &'static str,
    bytes: Range<usize>,
    message: String,
    help: Option<String>,
    /// Where there is no tree that could tell it.
    pointer: Option<String>,
}

impl Finding {
    /// Makes a finding at some bytes.
    pub(crate) fn new(
        severity: Severity,
        code: &'static str,
        bytes: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self { severity, code, bytes, message: message.into(), help: None, pointer: None }
    }

    /// Makes an error at some bytes.
    pub(crate) fn error(code: &'static str, bytes: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, bytes, message)
    }

    /// Makes a warning at some bytes.
    pub(crate) fn warning(code: &'static str, bytes: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, bytes, message)
    }

    /// Adds what would be right.
    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Adds what would be right, where that is known.
    pub(crate) fn with_help_if_any(self, help: Option<String>) -> Self {
        Self { help: help.or(self.help.clone()), ..self }
    }

    /// Returns the bytes that are meant.
    pub(crate) fn bytes(&self) -> &Range<usize> {
        &self.bytes
    }

    /// Adds the JSON pointer.
    pub(crate) fn with_pointer(self, pointer: String) -> Self {
        Self { pointer: Some(pointer), ..self }
    }
}

/// Turns findings into diagnostics, first first, errors before warnings at the same place. `skipped` bytes stand before
/// the text; `tree` is that of the file, if it has one.
pub(crate) fn into_diagnostics(
    mut findings: Vec<Finding>,
    text: &str,
    skipped: usize,
    tree: Option<&FileTree<'_>>,
) -> Vec<Diagnostic> {
    findings.sort_by_key(|finding| (finding.bytes.start, finding.severity, finding.bytes.end));
    let mut walk = LineWalk::new(text);
    let mut pointers = tree.map(PointerFinder::new);
    findings
        .into_iter()
        .map(|finding| {
            let Finding { severity, code, bytes, message, help, pointer } = finding;
            let (line, column) = walk.advance_to(bytes.start);
            let (found, figure) =
                pointers.as_mut().map(|finder| finder.find(bytes.start)).unwrap_or_default();
            let span = TextSpan {
                line,
                column,
                start: bytes.start + skipped,
                end: bytes.end + skipped,
                pointer: pointer.unwrap_or(found),
                figure,
            };
            Diagnostic { severity, code, span: span.into(), message, help }
        })
        .collect()
}
