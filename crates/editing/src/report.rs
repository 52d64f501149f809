//! What rules report to: it finds the bytes of their places, and says nothing about values that are faulty already.

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::findings::Finding;
use crate::place::Place;
use crate::shape::ShapeCheck;

/// Takes down what rules find in a document.
pub(crate) struct Report<'r, 't> {
    document: &'r Document<'t>,
    shape: &'r mut ShapeCheck,
}

impl<'r, 't> Report<'r, 't> {
    /// Makes a report of a document on top of what is wrong with its shape.
    pub(crate) fn new(document: &'r Document<'t>, shape: &'r mut ShapeCheck) -> Self {
        Self { document, shape }
    }

    /// Reports what keeps the file from being drawn.
    pub(crate) fn error(
        &mut self,
        code: &'static str,
        place: &Place<'_>,
        message: impl Into<String>,
        help: impl IntoHelp,
    ) {
        self.report(Severity::Error, code, place, (message.into(), help.into_help()));
    }

    /// Reports what an editor should look at.
    pub(crate) fn warning(
        &mut self,
        code: &'static str,
        place: &Place<'_>,
        message: impl Into<String>,
        help: impl IntoHelp,
    ) {
        self.report(Severity::Warning, code, place, (message.into(), help.into_help()));
    }

    /// Reports what is wrong at a place that is in the file, and what would be right.
    fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        place: &Place<'_>,
        (message, help): (String, Option<String>),
    ) {
        if let Some(bytes) = self.document.bytes(place) {
            self.add(Finding::new(severity, code, bytes, message).with_help_if_any(help));
        }
    }

    /// Reports something, unless it lies in a value that is faulty already.
    pub(crate) fn add(&mut self, finding: Finding) {
        if !self.shape.is_faulty(finding.bytes()) {
            self.shape.findings.push(finding);
        }
    }

    /// Whether a place lies in a value that is faulty already, or is missing.
    pub(crate) fn is_faulty(&self, place: &Place<'_>) -> bool {
        self.document.bytes(place).is_none_or(|bytes| self.shape.is_faulty(&bytes))
    }

    /// "did you mean", where one of the candidates is near enough.
    pub(crate) fn did_you_mean<'w>(
        &mut self,
        word: &str,
        candidates: impl ExactSizeIterator<Item = &'w str>,
    ) -> Option<String> {
        self.shape.suggestions.did_you_mean(word, candidates)
    }
}

/// What would be right: a sentence, or nothing.
pub(crate) trait IntoHelp {
    /// Returns the sentence, if there is one.
    fn into_help(self) -> Option<String>;
}

impl IntoHelp for &str {
    fn into_help(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl IntoHelp for String {
    fn into_help(self) -> Option<String> {
        Some(self)
    }
}

impl IntoHelp for Option<String> {
    fn into_help(self) -> Option<String> {
        self
    }
}

/// No help is needed.
impl IntoHelp for () {
    fn into_help(self) -> Option<String> {
        None
    }
}
