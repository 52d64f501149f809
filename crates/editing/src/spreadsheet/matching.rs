//! Matching: which records are one figure, which document each is from, and what of it the dataset has already.

pub(crate) mod directory;
pub(crate) mod document;
pub(crate) mod edited;
pub(crate) mod figure_id;
pub(crate) mod id;
pub(crate) mod ids;
pub(crate) mod known_document;
pub(crate) mod metric;
pub(crate) mod slug;
pub(crate) mod statement;
pub(crate) mod unit;

/// Returns the id that a text gives: readable, and the same for the same text.
pub fn id_of(text: &str) -> String {
    match slug::slug(text) {
        id if id.is_empty() => format!("data-{}", slug::hash(text, 6)),
        id => id,
    }
}
