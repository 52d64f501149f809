//! What a cell of a workbook shows.

/// A cell as a text, and what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ShownCell {
    pub(super) text: String,
    pub(super) remark: Option<ShownRemark>,
}

/// What differs between what a cell shows and what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShownRemark {
    /// It holds more digits than it shows.
    Rounded,
    /// It shows a word for another power of ten than the number is divided by.
    OtherScale,
}
