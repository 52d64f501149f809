//! The lines that git writes where two versions of a file conflict.

use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::column::column_letters;
use crate::spreadsheet::table::delimited::TableRow;

const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Whether the rows that are read lie in a conflict.
#[derive(Default)]
pub(super) struct Conflict {
    is_open: bool,
}

impl Conflict {
    /// Whether a row is one of the lines that git writes.
    pub(super) fn takes(&mut self, row: &TableRow<'_>) -> bool {
        let first = row.cells.first().map_or("", |cell| cell.as_ref());
        let Some(marker) = MARKERS.iter().find(|marker| first.starts_with(**marker)) else { return false };
        let begins = *marker == "<<<<<<<";
        let is_marker = begins || self.is_open;
        self.is_open = begins || (self.is_open && *marker != ">>>>>>>");
        is_marker
    }
}

/// Says of the first line of a conflict what it is; of the others nothing.
pub(super) fn explain_conflict(row: &TableRow<'_>, table: RowPosition) -> Option<Diagnostic> {
    let content = row.cells.first().filter(|cell| cell.starts_with("<<<<<<<"))?.to_string();
    let span =
        CellSpan { letters: column_letters(0), content, ..RowPosition { row: row.row, ..table }.span() };
    let help = "keep the rows that are right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    let message = "two versions of the file conflict here, and git has kept both";
    Some(Diagnostic::error("merge-conflict", span, message).with_help(help))
}
