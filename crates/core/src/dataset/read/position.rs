//! Lines and columns as an editor shows them.

use std::fmt;

use super::BYTE_ORDER_MARK;

/// A place in a text.
///
/// ```
/// use figure_tracker_core::dataset::TextPosition;
///
/// assert_eq!(TextPosition { line: 2, column: 8 }.to_string(), "line 2, column 8");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPosition {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl TextPosition {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// Returns the place of what follows `before`, which begins the text. A byte order mark is no character.
    pub(super) fn after(before: &str) -> Self {
        let lines = before.bytes().filter(|&byte| byte == b'\n').count();
        let last_line = before.rsplit('\n').next().unwrap_or_default();
        let columns = last_line.trim_start_matches(BYTE_ORDER_MARK).chars().count();
        Self { line: lines + 1, column: columns + 1 }
    }
}

impl fmt::Display for TextPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Returns what stands before the place that `serde_json` names: a line, and a column in bytes that counts the last
/// byte read.
pub(super) fn text_before(text: &str, line: usize, column: usize) -> &str {
    let earlier = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let mut end = (earlier + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Returns what stands before the value at the end of `read`, which ends where `serde_json` noticed it: at the last byte of a
/// string or number, or behind it, after space and the `}` of its object; behind the bracket that opens a list or an object,
/// of which nothing but the bracket that closes it is read.
pub(super) fn before_value(read: &str) -> &str {
    let read = read.trim_end();
    if let Some(before) = before_bracket(read) {
        return before;
    }
    let read = read.strip_suffix('}').unwrap_or(read).trim_end();
    match read.strip_suffix('"') {
        Some(inside) => before_string(inside),
        None => read.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-')),
    }
}

/// Returns what stands before the list or object that ends `read`, of which nothing is in it yet.
fn before_bracket(read: &str) -> Option<&str> {
    let opened = read.strip_suffix([']', '}']).unwrap_or(read).trim_end();
    opened.strip_suffix(['[', '{'])
}

/// Returns what stands before the quotation mark that opens the string whose inside ends `text`.
fn before_string(text: &str) -> &str {
    let is_escaped = |before: &str| before.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
    let opening = text.rmatch_indices('"').map(|(at, _)| text.get(..at).unwrap_or_default());
    opening.into_iter().find(|before| !is_escaped(before)).unwrap_or(text)
}
