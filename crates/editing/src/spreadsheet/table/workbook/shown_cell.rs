//! What a cell of a workbook shows.

use std::borrow::Cow;

/// A cell as a text, and what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ShownCell<'c> {
    pub(super) text: Cow<'c, str>,
    pub(super) remark: Option<ShownRemark>,
}

impl<'c> ShownCell<'c> {
    /// A cell of which nothing is to be said.
    pub(super) fn plain(text: impl Into<Cow<'c, str>>) -> Self {
        Self { text: text.into(), remark: None }
    }
}

/// What differs between what a cell shows and what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownRemark {
    /// It holds more digits than it shows.
    Rounded,
    /// It shows a word for another power of ten than the number is divided by.
    OtherScale,
}
