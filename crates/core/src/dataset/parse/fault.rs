//! What is wrong with the notation, in sentences for people who have never read its specification.

use super::{DEEPEST, Parser};
use crate::dataset::tree::Shape;

impl<'t> Parser<'t, '_> {
    pub(super) fn no_value(&mut self) -> Shape<'t> {
        let letter = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let (message, hint) = match letter {
            None => ("the file ends where a value should stand", "is the file cut off?"),
            Some(',' | ']' | '}' | ':') => {
                ("a value is missing before this", "where nothing is known, write `null`")
            }
            Some('/' | '#') => ("JSON has no comments", "what a reader must know belongs into a `note`"),
            Some('\'' | '`' | '\u{2018}'..='\u{201f}' | '\u{ab}') => {
                ("this is not a quotation mark of JSON", "texts stand in straight double quotes")
            }
            Some('+' | '.') => ("this is not a number", "a number is written like 230, -4 or 0.5"),
            Some('\0') => ("a NUL byte stands here", "save the file as UTF-8"),
            Some(_) => (
                "this is not a JSON value",
                "a value is a text in double quotes, a number, a list or an object",
            ),
        };
        self.fail(self.width(), message, Some(hint));
        Shape::Null
    }

    pub(super) fn no_key(&mut self, open: usize) {
        match self.peek() {
            None => self.unclosed(open, b'}'),
            Some(_) => {
                self.fail(
                    self.width(),
                    "a key in straight double quotes should stand here",
                    Some("a key and its value are written `\"key\": value`"),
                );
            }
        }
    }

    pub(super) fn unclosed(&mut self, open: usize, close: u8) {
        self.at = open;
        let hint = ["its `", bracket(close), "` is missing; is the file cut off?"].concat();
        let message = if close == b'}' { "this object is not closed" } else { "this list is not closed" };
        self.fail(1, message, Some(&hint));
    }

    pub(super) fn unclosed_text(&mut self, open: usize, byte: Option<u8>) {
        let (at, message, hint) = match byte {
            None => (open, "this text is not closed", "its `\"` is missing; is the file cut off?"),
            Some(b'\n' | b'\r') => (
                open,
                "this text is not closed on its line",
                "its `\"` is missing; a line break within a text is written `\\n`",
            ),
            Some(b'\t') => (self.at, "a tab stands in this text", "write it as `\\t`"),
            Some(0) => (self.at, "a NUL byte stands in this text", "save the file as UTF-8"),
            Some(_) => (self.at, "a control character stands in this text", "remove it"),
        };
        self.at = at;
        self.fail(1, message, Some(hint));
    }

    pub(super) fn too_deep(&mut self) -> Shape<'t> {
        let message = ["values are nested more than ", &DEEPEST.to_string(), " deep here"].concat();
        self.stop("too-deep", 1, &message, Some("a data set needs seven levels"));
        Shape::Null
    }

    pub(super) fn fail(&mut self, length: usize, message: &str, hint: Option<&str>) {
        self.stop("not-json", length, message, hint);
    }

    /// Notes the first fault in the notation and goes to the end of the text.
    pub(super) fn stop(&mut self, code: &'static str, length: usize, message: &str, hint: Option<&str>) {
        if !self.broken {
            let span = (self.at, self.at + length);
            self.findings.fault(code, span, message.to_owned(), hint.map(str::to_owned));
        }
        self.broken = true;
        self.at = self.text.len();
    }
}

pub(super) fn bracket(close: u8) -> &'static str {
    if close == b'}' { "}" } else { "]" }
}
