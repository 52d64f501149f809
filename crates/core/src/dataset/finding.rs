//! Collects what is wrong while a file is read, and turns it into [`Problem`]s in the order of the file.
//!
//! A finding knows its bytes only; line, column and JSON pointer are worked out once, at the end, in one walk
//! over the text.

use std::mem::take;

use super::nearest::nearest;
use super::order::sorted;
use super::tree::{At, Node};
use super::walk::Walk;
use crate::problem::{Place, Problem, Severity};

/// How many words may be compared while looking for "did you mean" in one reading, so that a file full of
/// faults stays quick to read.
const COMPARISONS: usize = 300_000;

/// Something wrong, and the bytes that are meant.
pub(super) struct Finding {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) span: (usize, usize),
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

/// Everything wrong that was found so far.
pub(super) struct Findings {
    list: Vec<Finding>,
    /// Values of the wrong shape, first first: rules have nothing to say about them.
    spoilt: Vec<(usize, usize)>,
    comparisons: usize,
}

impl Findings {
    pub(super) fn new() -> Self {
        Self { list: Vec::new(), spoilt: Vec::new(), comparisons: COMPARISONS }
    }

    /// Whether anything found so far keeps the file from being drawn.
    pub(super) fn any_error(&self) -> bool {
        self.list.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Whether the notation is broken, so that what was read is not the whole.
    pub(super) fn any_broken(&self) -> bool {
        self.list.iter().any(|finding| matches!(finding.code, "not-json" | "too-deep"))
    }

    /// An error at some bytes.
    pub(super) fn fault(
        &mut self,
        code: &'static str,
        span: (usize, usize),
        message: String,
        hint: Option<String>,
    ) {
        self.list.push(Finding { severity: Severity::Error, code, span, message, hint });
    }

    /// An error in the shape of a value, after which no rule looks at it.
    pub(super) fn spoil(
        &mut self,
        code: &'static str,
        node: &Node<'_>,
        message: String,
        hint: Option<String>,
    ) {
        self.spoilt.push((node.start, node.end));
        self.fault(code, At(node).span(), message, hint);
    }

    /// An error that a rule found.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        at: At<'_, '_>,
        message: String,
        hint: Option<String>,
    ) {
        self.rule(Severity::Error, code, at, message, hint);
    }

    /// An error that a rule found in a key.
    pub(super) fn key_error(
        &mut self,
        code: &'static str,
        at: At<'_, '_>,
        key: &str,
        message: String,
        hint: Option<String>,
    ) {
        self.fault(code, at.key_span(key).unwrap_or(at.span()), message, hint);
    }

    /// A warning that a rule found.
    pub(super) fn warning(
        &mut self,
        code: &'static str,
        at: At<'_, '_>,
        message: String,
        hint: Option<String>,
    ) {
        self.rule(Severity::Warning, code, at, message, hint);
    }

    fn rule(
        &mut self,
        severity: Severity,
        code: &'static str,
        at: At<'_, '_>,
        message: String,
        hint: Option<String>,
    ) {
        if !self.is_spoilt(at) {
            self.list.push(Finding { severity, code, span: at.span(), message, hint });
        }
    }

    /// A warning at some bytes.
    pub(super) fn remark(
        &mut self,
        code: &'static str,
        span: (usize, usize),
        message: String,
        hint: Option<String>,
    ) {
        self.list.push(Finding { severity: Severity::Warning, code, span, message, hint });
    }

    /// Whether a value, or one it is in, has been found to be of the wrong shape.
    pub(super) fn is_spoilt(&self, at: At<'_, '_>) -> bool {
        let (start, end) = (at.node().start, at.node().end);
        let before = self.spoilt.partition_point(|&(from, _)| from <= start);
        before.checked_sub(1).and_then(|i| self.spoilt.get(i)).is_some_and(|&(_, to)| end <= to)
    }

    /// "did you mean", where one of `words` is near enough.
    pub(super) fn did_you_mean(
        &mut self,
        word: &str,
        words: &mut dyn ExactSizeIterator<Item = &str>,
    ) -> Option<String> {
        self.comparisons = self.comparisons.checked_sub(words.len())?;
        nearest(word, words).map(|found| ["did you mean `", found, "`?"].concat())
    }

    /// The problems, first first.
    pub(super) fn into_problems(mut self, text: &str, root: &Node<'_>) -> Vec<Problem> {
        let mut keys = self.list.iter().map(|Finding { span: (start, end), severity, .. }| {
            (to_i64(*start), to_i64(*end) + if *severity == Severity::Error { 0 } else { AFTER_ERRORS })
        });
        let order = sorted(&mut keys);
        let mut walk = Walk::new(text);
        let mut problems = Vec::with_capacity(order.len());
        for index in order {
            let Some(Finding { severity, code, span, message, hint }) = self.list.get_mut(index) else {
                continue;
            };
            let (line, column) = walk.to(span.0);
            let (offset, length) = (span.0, span.1.saturating_sub(span.0));
            let place = Place { line, column, offset, length, pointer: root.pointer(offset) };
            problems.push(Problem {
                severity: *severity,
                code,
                place,
                message: take(message),
                hint: hint.take(),
            });
        }
        problems
    }
}

/// More than the end of any file, so that errors come before warnings at the same place.
const AFTER_ERRORS: i64 = 1 << 60;

fn to_i64(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}
