//! What is wrong in a file, as it is found while the file is checked.

use std::ops::Range;

use crate::diagnostic::Severity;

/// Something wrong, and the bytes that are meant; line, column and JSON pointer are worked out at the end.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) bytes: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Where there is no tree that could tell it.
    pub(crate) pointer: Option<String>,
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
