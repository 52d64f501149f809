//! The header: which row it is, which separator stands between its cells, and which columns it names.

use super::MAX_COLUMNS;
use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::column::{COLUMNS, Column, column_letters, normalized};
use crate::spreadsheet::table::delimited::{DelimitedRows, QuoteError, TableRow};
use crate::suggestion::nearest;

/// The separators that spreadsheets write.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Up to how many unknown columns are named one by one.
const FEW: usize = 8;

/// Among how many rows the header is looked for.
pub(super) const MAX_ROWS_ABOVE: usize = 20;

/// The columns of a table.
pub(super) struct Header {
    /// The row that names them.
    pub(super) row: usize,
    /// Which column each cell of a row is.
    pub(super) columns: Vec<Option<Column>>,
}

impl Header {
    /// The index of a column, from 0.
    pub(super) fn index_of(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(column))
    }

    /// Whether a row holds the names of the columns again.
    pub(super) fn is_repeated_in(&self, row: &TableRow<'_>) -> bool {
        let mut named =
            row.cells.iter().zip(&self.columns).filter(|(cell, _)| !cell.trim().is_empty()).peekable();
        let is_name =
            |cell: &str, column: &Option<Column>| column.is_some() && Column::named(cell) == *column;
        let first = named.peek().is_some_and(|(cell, column)| is_name(cell, column));
        first && named.filter(|(_, column)| column.is_some()).all(|(cell, column)| is_name(cell, column))
    }
}

/// Returns the separator under which a row names most columns, the text without a line that only names it, and how
/// many lines that is.
pub(super) fn find_delimiter(text: &str) -> (u8, &str, usize) {
    let named =
        text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.as_bytes().get(4));
    if let Some(delimiter) = named.copied().filter(u8::is_ascii) {
        let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
        return (delimiter, rest, 1);
    }
    let most_known = |delimiter: &u8| {
        let rows = DelimitedRows::new(text, *delimiter, 0).take(MAX_ROWS_ABOVE).flatten();
        rows.map(|row| known_columns(&row)).max().unwrap_or(0)
    };
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| most_known(delimiter));
    (best.copied().unwrap_or(b','), text, 0)
}

fn known_columns(row: &TableRow<'_>) -> usize {
    row.cells.iter().filter(|cell| Column::named(cell).is_some()).count()
}

/// Finds the header among the first rows; none where the columns that every sheet needs are not there.
pub(super) fn find_header<'t>(
    rows: impl Iterator<Item = Result<TableRow<'t>, QuoteError>>,
    table: RowPosition,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Header> {
    let first_rows: Vec<TableRow<'t>> = rows.take(MAX_ROWS_ABOVE).flatten().collect();
    let Some(first) = first_rows.first() else {
        let span = table.span();
        let help = "its first row names the columns";
        diagnostics.push(Diagnostic::error("empty-file", span, "the file is empty").with_help(help));
        return None;
    };
    let header = first_rows.iter().find(|row| is_header(row)).unwrap_or(first);
    if header.row > first.row {
        let position = RowPosition { row: first.row, ..table };
        let title =
            first.cells.iter().find(|cell| !cell.trim().is_empty()).map(|cell| cell.trim().to_owned());
        let message =
            format!("the header is row {}: what stands above it is no part of the table", header.row);
        let span = CellSpan { content: title.unwrap_or_default(), ..position.span() };
        diagnostics.push(Diagnostic::warning("title-row", span, message).with_help("it is left out"));
    }
    read_header(header, table, diagnostics)
}

/// Whether one of the first rows is a header.
pub(super) fn has_header<'t>(rows: impl Iterator<Item = TableRow<'t>>) -> bool {
    rows.take(MAX_ROWS_ABOVE).any(|row| is_header(&row))
}

/// Whether a row names the columns that every sheet needs.
fn is_header(row: &TableRow<'_>) -> bool {
    let columns: Vec<Option<Column>> = row.cells.iter().map(|cell| Column::named(cell)).collect();
    missing(&columns).is_none()
}

fn read_header(row: &TableRow<'_>, table: RowPosition, diagnostics: &mut Vec<Diagnostic>) -> Option<Header> {
    let position = RowPosition { row: row.row, ..table };
    if row.cells.len() > MAX_COLUMNS {
        let message = format!("the header has more than {MAX_COLUMNS} columns");
        let help = "delete those that are not needed";
        diagnostics.push(Diagnostic::error("too-many-columns", position.span(), message).with_help(help));
        return None;
    }
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut unknown = Vec::new();
    for (index, cell) in row.cells.iter().enumerate() {
        let column = Column::named(cell);
        if column.is_some() && columns.contains(&column) {
            let message = format!("the column `{}` is there twice", cell.trim());
            let span = header_cell(position, index, cell);
            diagnostics
                .push(Diagnostic::error("duplicate-column", span, message).with_help("keep one of them"));
        } else if column.is_none() && !cell.trim().is_empty() {
            unknown.push((index, cell.trim()));
        }
        columns.push(column);
    }
    note_unknown(&unknown, position, diagnostics);
    match missing(&columns) {
        Some((message, help)) => {
            diagnostics.push(Diagnostic::error("missing-column", position.span(), message).with_help(help));
            None
        }
        None => Some(Header { row: row.row, columns }),
    }
}

/// Says which column is missing that every sheet needs.
fn missing(columns: &[Option<Column>]) -> Option<(&'static str, &'static str)> {
    let has = |column: &Column| columns.contains(&Some(*column));
    if !has(&Column::Metric) {
        return Some((
            "there is no column `metric`",
            "the first row names the columns, and `metric` is what is counted",
        ));
    }
    let reports = [Column::Value, Column::Low, Column::High, Column::Words];
    (!reports.iter().any(has)).then_some((
        "there is no column `value`, `low`, `high` or `words`",
        "one of them holds what was reported",
    ))
}

fn header_cell(position: RowPosition, index: usize, cell: &str) -> CellSpan {
    CellSpan {
        column: cell.trim().to_owned(),
        letters: column_letters(index),
        content: cell.to_owned(),
        ..position.span()
    }
}

/// Names the columns that are not known: each in a warning of its own where they are few or one may be meant.
fn note_unknown(unknown: &[(usize, &str)], position: RowPosition, diagnostics: &mut Vec<Diagnostic>) {
    let mut others = Vec::new();
    for (index, name) in unknown {
        let help = match nearest(&normalized(name), COLUMNS.iter().map(|(_, name)| *name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None if unknown.len() > FEW => {
                others.push(*name);
                continue;
            }
            None => "what is in it is left out".to_owned(),
        };
        let span = header_cell(position, *index, name);
        let message = format!("the column `{name}` is not known");
        diagnostics.push(Diagnostic::warning("unknown-column", span, message).with_help(help));
    }
    if !others.is_empty() {
        let message = format!("{} columns are not known: `{}`", others.len(), others.join("`, `"));
        let diagnostic = Diagnostic::warning("unknown-column", position.span(), message);
        diagnostics.push(diagnostic.with_help("what is in them is left out"));
    }
}
