//! Delimited text as spreadsheets write it: quotes, doubled quotes, any line end, line ends in cells.
//!
//! It counts rows as a spreadsheet does: the header is row 1, a blank line is a row, a cell of many lines is one. It
//! is our own because the `csv` crate, with which the tests compare it, leaves blank lines out of the count, takes
//! text behind a closing quote, and takes a quote that is never closed, with the rest of the file in one cell.

use std::borrow::Cow;

use super::MAX_COLUMNS;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow<'t> {
    /// Its number in a spreadsheet, from 1.
    pub row: usize,
    /// Its cells, as they are. Behind the last column that a sheet may have there is one more at most: the first that
    /// holds something.
    pub cells: Vec<Cow<'t, str>>,
}

/// A quoted cell that is malformed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteError {
    /// The row, from 1.
    pub row: usize,
    /// The cell, from 0.
    pub cell: usize,
    kind: QuoteErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum QuoteErrorKind {
    Unclosed,
    TextBehind,
}

impl QuoteError {
    /// Its code, what is wrong, and what would be right.
    pub(crate) fn explain(self) -> (&'static str, &'static str, &'static str) {
        let help = "a quote inside of a quoted cell is written twice";
        match self.kind {
            QuoteErrorKind::Unclosed => ("unclosed-quote", "a double quote is opened and never closed", help),
            QuoteErrorKind::TextBehind => {
                ("text-behind-quote", "text stands behind the closing quote of the cell", help)
            }
        }
    }
}

/// The rows of a text, one by one.
pub struct DelimitedRows<'t> {
    rest: &'t str,
    delimiter: u8,
    row: usize,
}

/// What ends a cell.
#[derive(PartialEq, Eq)]
enum CellEnd {
    Cell,
    Row,
}

impl<'t> DelimitedRows<'t> {
    /// Reads the rows of a text whose cells are separated by an ASCII character; `row` is the number before the first.
    pub fn new(text: &'t str, delimiter: u8, row: usize) -> Self {
        Self { rest: text, delimiter, row }
    }

    fn read_cell(&mut self) -> Result<(Cow<'t, str>, CellEnd), (QuoteErrorKind, CellEnd)> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            return Ok(self.read_unquoted(self.rest)).map(|(cell, end)| (Cow::Borrowed(cell), end));
        };
        let (mut cell, mut rest) = (Cow::Borrowed(""), quoted);
        loop {
            let Some((before, after)) = rest.split_once('"') else {
                self.rest = "";
                return Err((QuoteErrorKind::Unclosed, CellEnd::Row));
            };
            append(&mut cell, before);
            match after.strip_prefix('"') {
                Some(after) => {
                    append(&mut cell, "\"");
                    rest = after;
                }
                None => {
                    let (behind, end) = self.read_unquoted(after);
                    let is_clean = behind.bytes().all(|byte| byte == b' ');
                    return if is_clean { Ok((cell, end)) } else { Err((QuoteErrorKind::TextBehind, end)) };
                }
            }
        }
    }

    /// Reads up to the end of the cell; what follows it becomes the rest.
    fn read_unquoted(&mut self, text: &'t str) -> (&'t str, CellEnd) {
        let ends = |byte: u8| byte == self.delimiter || byte == b'\n' || byte == b'\r';
        let length = text.bytes().position(ends).unwrap_or(text.len());
        let (cell, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        let next = rest.bytes().next();
        let behind = if rest.starts_with("\r\n") { 2 } else { usize::from(next.is_some()) };
        self.rest = rest.get(behind..).unwrap_or("");
        (cell, if next == Some(self.delimiter) { CellEnd::Cell } else { CellEnd::Row })
    }
}

impl<'t> Iterator for DelimitedRows<'t> {
    type Item = Result<TableRow<'t>, QuoteError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        self.row += 1;
        let mut cells = Vec::with_capacity(20);
        let mut error = None;
        loop {
            let end = match self.read_cell() {
                Ok((cell, end)) => {
                    add_cell(cell, &mut cells);
                    end
                }
                Err((kind, end)) => {
                    error = error.or(Some(QuoteError { row: self.row, cell: cells.len(), kind }));
                    add_cell(Cow::Borrowed(""), &mut cells);
                    end
                }
            };
            if end == CellEnd::Row {
                return Some(error.map_or(Ok(TableRow { row: self.row, cells }), Err));
            }
        }
    }
}

/// Adds a cell, unless it lies behind those that a sheet may have: a line of nothing but separators is no row of
/// millions.
fn add_cell<'t>(cell: Cow<'t, str>, cells: &mut Vec<Cow<'t, str>>) {
    if cells.len() < MAX_COLUMNS || (cells.len() == MAX_COLUMNS && !cell.trim().is_empty()) {
        cells.push(cell);
    }
}

fn append<'t>(cell: &mut Cow<'t, str>, text: &'t str) {
    if cell.is_empty() {
        *cell = Cow::Borrowed(text);
    } else {
        cell.to_mut().push_str(text);
    }
}
