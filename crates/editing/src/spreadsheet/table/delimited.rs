//! Comma separated values as spreadsheets write them: quotes, doubled quotes, any line end, line ends in cells.
//!
//! It counts rows as a spreadsheet does: the header is row 1, a blank line is a row, a cell of many lines is one.
//! It takes any text; only a quote that is opened and never closed is refused, for the rest of the file would be
//! one cell. (The `csv` crate, with which the tests compare it, leaves blank lines out of the count and takes
//! such a file.)

use std::borrow::Cow;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow<'t> {
    /// Its number in a spreadsheet, from 1.
    pub row: usize,
    /// Its cells, as they are.
    pub cells: Vec<Cow<'t, str>>,
}

/// A quote that is opened and never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// The row, from 1.
    pub row: usize,
    /// The cell, from 0.
    pub cell: usize,
}

/// The rows of a text, one by one.
pub struct DelimitedRows<'t> {
    rest: &'t str,
    delimiter: u8,
    row: usize,
}

/// What ends a cell.
enum End {
    Cell,
    Row,
}

impl<'t> DelimitedRows<'t> {
    /// The rows of a text whose cells are separated by an ASCII character; `row` is the number before the first.
    pub fn new(text: &'t str, delimiter: u8, row: usize) -> Self {
        Self { rest: text, delimiter, row }
    }

    fn cell(&mut self) -> Option<(Cow<'t, str>, End)> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let (plain, end) = self.plain(self.rest);
            return Some((Cow::Borrowed(plain), end));
        };
        let (mut cell, mut rest) = (Cow::Borrowed(""), quoted);
        loop {
            let (before, after) = rest.split_once('"')?;
            append(&mut cell, before);
            match after.strip_prefix('"') {
                Some(after) => {
                    append(&mut cell, "\"");
                    rest = after;
                }
                None => {
                    let (behind, end) = self.plain(after);
                    append(&mut cell, behind);
                    return Some((cell, end));
                }
            }
        }
    }

    /// The text up to the end of the cell; what follows it becomes the rest.
    fn plain(&mut self, text: &'t str) -> (&'t str, End) {
        let ends = |byte: u8| byte == self.delimiter || byte == b'\n' || byte == b'\r';
        let length = text.bytes().position(ends).unwrap_or(text.len());
        let (cell, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        let next = rest.bytes().next();
        let behind = if rest.starts_with("\r\n") { 2 } else { usize::from(next.is_some()) };
        self.rest = rest.get(behind..).unwrap_or("");
        (cell, if next == Some(self.delimiter) { End::Cell } else { End::Row })
    }
}

impl<'t> Iterator for DelimitedRows<'t> {
    type Item = Result<TableRow<'t>, Unclosed>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        self.row += 1;
        let mut cells = Vec::with_capacity(20);
        loop {
            let Some((cell, end)) = self.cell() else {
                self.rest = "";
                return Some(Err(Unclosed { row: self.row, cell: cells.len() }));
            };
            cells.push(cell);
            if matches!(end, End::Row) {
                return Some(Ok(TableRow { row: self.row, cells }));
            }
        }
    }
}

fn append<'t>(cell: &mut Cow<'t, str>, text: &'t str) {
    if cell.is_empty() {
        *cell = Cow::Borrowed(text);
    } else {
        cell.to_mut().push_str(text);
    }
}

/// Adds a row to a text, ended by a line feed. What would be read back otherwise is quoted.
pub fn write_row<'c>(cells: impl Iterator<Item = &'c str>, delimiter: u8, to: &mut String) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            to.push(char::from(delimiter));
        }
        if needs_quotes(cell, delimiter) {
            to.push('"');
            to.push_str(&cell.replace('"', "\"\""));
            to.push('"');
        } else {
            to.push_str(cell);
        }
    }
    to.push('\n');
}

fn needs_quotes(cell: &str, delimiter: u8) -> bool {
    let special = |byte: u8| byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r' | b',' | b';' | b'\t');
    cell.bytes().any(special) || cell.starts_with([' ', '\u{feff}', '#']) || cell.ends_with(' ')
}
