//! Why a data set can't be drawn, in one sentence with its place.

use std::fmt;

use serde_json::error::Category;

use super::position::{before_value, text_before};
use super::{EncodingFault, ShapeFault, TextPosition};
use crate::dataset::resolve::RecordFault;

/// Why a data set can't be drawn: the first fault that reading met.
///
/// Its sentence names the line and the column, or the ids of the records concerned:
///
/// ```
/// use figure_tracker_core::dataset;
///
/// let error = dataset::read(r#"{"format": 1, "id": ""}"#).unwrap_err();
/// assert_eq!(error.to_string(), "line 1, column 21: the id is empty");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing in the file.
    Empty,
    /// The file is not UTF-8.
    Encoding {
        /// The first byte that is wrong.
        at: TextPosition,
        /// What is wrong with it.
        fault: EncodingFault,
    },
    /// The file is not JSON.
    Syntax {
        /// Where it stops being JSON.
        at: TextPosition,
        /// Whether the file ends too early.
        is_cut_off: bool,
    },
    /// The file is JSON of another shape than the format's.
    Shape {
        /// Where it differs.
        at: TextPosition,
        /// How it differs.
        fault: ShapeFault,
    },
    /// A value can't be: no such day, no web address.
    Value {
        /// Where the value begins.
        at: TextPosition,
        /// Why it can't be, and what would be right.
        reason: String,
    },
    /// Records contradict each other or lead nowhere.
    Record(RecordFault),
}

impl ReadError {
    /// Returns the place in the file; none where the whole file is meant, or records that the sentence names.
    pub fn position(&self) -> Option<TextPosition> {
        match self {
            Self::Encoding { at, .. }
            | Self::Syntax { at, .. }
            | Self::Shape { at, .. }
            | Self::Value { at, .. } => Some(*at),
            Self::Empty | Self::Record(_) => None,
        }
    }

    /// Takes over the place of an error of `serde_json`, and says in our own words what it is.
    pub(super) fn from_json(error: &serde_json::Error, text: &str) -> Self {
        let (line, column) = (error.line(), error.column());
        let before = text_before(text, line, column);
        let at = TextPosition::after(before);
        let is_cut_off = match error.classify() {
            Category::Data => {
                let message = error.to_string();
                let message =
                    message.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&message);
                let start = TextPosition::after(before_value(through_last_byte(text, before)));
                return match ShapeFault::from_serde(message) {
                    Some(fault @ ShapeFault::MissingKey(_)) => Self::Shape { at, fault },
                    Some(fault) => Self::Shape { at: start, fault },
                    None => Self::Value { at: start, reason: message.to_owned() },
                };
            }
            Category::Eof => true,
            Category::Syntax | Category::Io => false,
        };
        Self::Syntax { at, is_cut_off }
    }
}

/// Returns what was read: what stands before the last byte, and that.
fn through_last_byte<'t>(text: &'t str, before: &str) -> &'t str {
    let last = text.get(before.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    text.get(..before.len() + last).unwrap_or(text)
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::Encoding { at, fault } => write!(f, "{at}: {fault}; save the file as UTF-8"),
            Self::Syntax { at, is_cut_off: true } => {
                write!(f, "{at}: the file ends where more should follow; is it cut off?")
            }
            Self::Syntax { at, is_cut_off: false } => write!(f, "{at}: this is not JSON"),
            Self::Shape { at, fault } => write!(f, "{at}: {fault}"),
            Self::Value { at, reason } => write!(f, "{at}: {reason}"),
            Self::Record(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {}
