//! What an import added, changed and left, for people and for the list of corrections. It changes nothing.

use std::collections::HashMap;
use std::fmt;

use crate::spreadsheet::report::RowPosition;

/// Everything that an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The figures that are new, in order, each with its rows.
    pub added: Vec<(String, Vec<RowPosition>)>,
    /// What was changed, in order.
    pub changed: Vec<Change>,
    /// How many figures are in the sheet as they are in the file.
    pub same: usize,
    /// The figures of the file that are in no row, in order; they are left as they are.
    pub left: Vec<String>,
    /// The ids of what else is new, by the name of their list.
    pub new: Vec<(&'static str, Vec<String>)>,
}

/// One changed thing: a figure, a document or a metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is: `figure`, `source` or `metric`.
    pub noun: &'static str,
    /// Its id.
    pub id: String,
    /// The figure that it is about: itself, or the one in whose row a change was first found.
    pub figure: Option<String>,
    /// The changed cells.
    pub edits: Vec<Edit>,
    /// The rows that say so.
    pub rows: Vec<RowPosition>,
}

/// A changed cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The column.
    pub column: &'static str,
    /// What it was; empty for what is now filled in.
    pub was: String,
    /// What it is now.
    pub now: String,
}

/// The edits of one thing.
#[derive(Debug)]
pub(crate) struct Edits(Option<Vec<Edit>>);

impl Edits {
    /// Begins to keep edits.
    pub(crate) fn kept() -> Self {
        Self(Some(Vec::new()))
    }

    /// Keeps none: nobody asks how something new was edited.
    pub(crate) fn of_something_new() -> Self {
        Self(None)
    }

    /// Whether they are kept.
    pub(crate) fn are_kept(&self) -> bool {
        self.0.is_some()
    }

    /// Notes an edit where two texts differ.
    pub(crate) fn note(&mut self, column: &'static str, was: &str, now: &str) {
        if let Some(edits) = self.0.as_mut().filter(|_| was != now) {
            edits.push(Edit { column, was: was.to_owned(), now: now.to_owned() });
        }
    }

    /// Returns those that were kept.
    pub(crate) fn into_kept(self) -> Vec<Edit> {
        self.0.unwrap_or_default()
    }
}

impl Edit {
    /// Whether it belongs to the list of corrections: an archived copy that is added mends nothing.
    pub(crate) fn is_correction(&self) -> bool {
        !(self.column == "source" || self.column == "archived_url" && self.was.is_empty())
    }
}

/// `value: “225” changed to “226”`
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { column, was, now } = self;
        match (was.is_empty(), now.is_empty()) {
            (true, _) => write!(f, "{column}: “{now}” added"),
            (_, true) => write!(f, "{column}: “{was}” removed"),
            _ => write!(f, "{column}: “{was}” changed to “{now}”"),
        }
    }
}

impl Change {
    /// The note for the list of corrections; none where nothing was mended.
    pub(crate) fn correction(&self) -> Option<String> {
        let edits: Vec<String> =
            self.edits.iter().filter(|edit| edit.is_correction()).map(Edit::to_string).collect();
        let note = edits.join("; ");
        let note = if self.noun == "figure" { note } else { format!("{} {}: {note}", self.noun, self.id) };
        if edits.is_empty() { None } else { Some(note) }
    }
}

impl Changes {
    /// Returns the first row that speaks of each figure that is new or changed, by the figure's id.
    pub fn rows_by_figure(&self) -> HashMap<&str, RowPosition> {
        let changed =
            self.changed.iter().filter_map(|change| Some((change.figure.as_deref()?, &change.rows)));
        let added = self.added.iter().map(|(id, rows)| (id.as_str(), rows));
        // Of several the first counts, and an added figure before a change of something else in its row.
        let mut first: Vec<_> =
            added.chain(changed).filter_map(|(id, rows)| Some((id, *rows.first()?))).collect();
        first.reverse();
        first.into_iter().collect()
    }

    /// Whether the file stays as it is.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.new.iter().all(|(_, ids)| ids.is_empty())
    }
}
