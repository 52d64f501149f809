//! How a text is read without its faults.

use std::borrow::Cow;
use std::ops::Range;

/// A piece of the text to be read as another.
#[derive(Debug)]
pub(crate) struct Edit {
    /// The bytes that are read as something else.
    pub(crate) bytes: Range<usize>,
    /// What they are read as; none where the record can't be read at all.
    pub(crate) replacement: Option<Cow<'static, str>>,
}

/// Applies the edits within a piece of the text; none where it can't be read at all.
pub(crate) fn readable_text(text: &str, bytes: &Range<usize>, edits: &[Edit]) -> Option<String> {
    let mut readable = String::with_capacity(bytes.len());
    let mut at = bytes.start;
    for Edit { bytes: edited, replacement } in edits {
        if edited.start < at {
            continue;
        }
        readable.push_str(text.get(at..edited.start)?);
        readable.push_str(replacement.as_deref()?);
        at = edited.end;
    }
    readable.push_str(text.get(at..bytes.end)?);
    Some(readable)
}
