//! Reading a table: from the bytes of a file to its header and its rows of cells.
//!
//! It knows where each cell stands and which column it is in, and nothing of what a cell means.

pub(crate) mod column;
mod delimited;
mod encoding;
mod header;

pub use column::{COLUMNS, Column};
pub use delimited::{DelimitedRows, QuoteError, TableRow};

use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::report::RowPosition;
use column::{Cells, column_letters};
use header::Header;

/// A table of one file: the header is read, the rows behind it are not yet.
pub(crate) struct Table<'t> {
    file: usize,
    header: Header,
    text: &'t str,
    delimiter: u8,
    /// How many rows are before the text.
    skipped: usize,
}

/// Reads the header of a file, the one with the index `file`; none where it has none that can be used.
pub(crate) fn read_table<'t>(
    bytes: &'t [u8],
    file: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Table<'t>> {
    let text = encoding::decode(bytes, file).map_err(|diagnostic| diagnostics.push(*diagnostic)).ok()?;
    let (delimiter, text, skipped) = header::find_delimiter(text);
    let header = header::find_header(DelimitedRows::new(text, delimiter, skipped), file, diagnostics)?;
    Some(Table { file, header, text, delimiter, skipped })
}

impl<'t> Table<'t> {
    /// Returns the letters that a spreadsheet gives to a column; nothing where the table does not have it.
    pub(crate) fn letters(&self, column: Column) -> String {
        self.header.index_of(column).map(column_letters).unwrap_or_default()
    }

    /// Calls `see` with each cell of the columns that hold numbers.
    pub(crate) fn for_each_number(&self, mut see: impl FnMut(&str)) {
        for row in self.rows().flatten() {
            for (cell, column) in row.cells.iter().zip(&self.header.columns) {
                if matches!(column, Some(Column::Value | Column::Low | Column::High)) {
                    see(cell.trim());
                }
            }
        }
    }

    /// Calls `take` with each row that holds something; what is no row of cells is noted.
    pub(crate) fn for_each_row(
        &self,
        diagnostics: &mut Vec<Diagnostic>,
        mut take: impl FnMut(Cells<'t>, &mut Vec<Diagnostic>),
    ) {
        let mut conflict = None;
        for row in self.rows() {
            match row {
                Ok(row) if is_conflict_marker(&row, &mut conflict) => {
                    if row.cells.iter().any(|cell| cell.starts_with("<<<<<<<")) {
                        diagnostics.push(conflict_marker(&row, self.file));
                    }
                }
                Ok(row) => {
                    if let Some(cells) = self.cells_of(row, diagnostics) {
                        take(cells, diagnostics);
                    }
                }
                Err(error) => diagnostics.push(self.quote_diagnostic(error)),
            }
        }
    }

    /// The rows behind the header.
    fn rows(&self) -> impl Iterator<Item = Result<TableRow<'t>, QuoteError>> {
        let header = self.header.row;
        let row_of = |row: &Result<TableRow<'t>, QuoteError>| match row {
            Ok(row) => row.row,
            Err(error) => error.row,
        };
        DelimitedRows::new(self.text, self.delimiter, self.skipped)
            .skip_while(move |row| row_of(row) <= header)
    }

    fn cells_of(&self, row: TableRow<'t>, diagnostics: &mut Vec<Diagnostic>) -> Option<Cells<'t>> {
        let position = RowPosition { file: self.file, row: row.row };
        let width = self.header.columns.len();
        if let Some(extra) = row.cells.iter().skip(width).find(|cell| !cell.trim().is_empty()) {
            let span =
                CellSpan { letters: column_letters(width), content: extra.to_string(), ..position.span() };
            let message = "the row has more cells than the header";
            let help = "a text that holds the separator stands in double quotes";
            diagnostics.push(Diagnostic::error("too-many-cells", span, message).with_help(help));
            return None;
        }
        if self.header.is_repeated_in(&row) {
            let message = "the row repeats the header";
            let help =
                "it is left out; if two sheets were put together, see whether their columns are the same";
            diagnostics
                .push(Diagnostic::warning("repeated-header", position.span(), message).with_help(help));
            return None;
        }
        Some(Cells::new(row, &self.header.columns)).filter(|cells| !cells.is_blank())
    }

    fn quote_diagnostic(&self, error: QuoteError) -> Diagnostic {
        let column = self.header.columns.get(error.cell).copied().flatten();
        let span = CellSpan {
            column: column.map_or_else(String::new, |column| column.name().to_owned()),
            letters: column_letters(error.cell),
            ..RowPosition { file: self.file, row: error.row }.span()
        };
        let (code, message, help) = error.explain();
        Diagnostic::error(code, span, message).with_help(help)
    }
}

/// How many characters a marker of a merge conflict has.
const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Whether a row is a line that git writes where two versions of a file conflict.
fn is_conflict_marker(row: &TableRow<'_>, open: &mut Option<usize>) -> bool {
    let first = row.cells.first().map_or("", |cell| cell.as_ref());
    let Some(marker) = MARKERS.iter().find(|marker| first.starts_with(**marker)) else { return false };
    let begins = *marker == "<<<<<<<";
    let is_marker = begins || open.is_some();
    if begins {
        *open = Some(row.row);
    } else if *marker == ">>>>>>>" {
        *open = None;
    }
    is_marker
}

fn conflict_marker(row: &TableRow<'_>, file: usize) -> Diagnostic {
    let first = row.cells.first().map(ToString::to_string).unwrap_or_default();
    let span =
        CellSpan { letters: column_letters(0), content: first, ..RowPosition { file, row: row.row }.span() };
    let help = "keep the rows that are right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    Diagnostic::error("merge-conflict", span, "two versions of the file conflict here, and git has kept both")
        .with_help(help)
}
