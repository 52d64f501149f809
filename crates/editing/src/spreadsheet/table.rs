//! Reading a table: from the bytes of a file to its header and its rows of cells.
//!
//! It knows where each cell stands and which column it is in, and nothing of what a cell means.

pub(crate) mod column;
mod conflict;
mod delimited;
mod encoding;
mod grid;
mod header;
mod link;
mod source;
mod workbook;

pub use column::{COLUMNS, Column};
pub use delimited::{DelimitedRows, QuoteError, TableRow};
pub use encoding::encoding_name;
pub use source::{MAX_FILE, ReadOptions, SheetName};
pub(crate) use source::{TableSource, open_tables};
pub use workbook::{MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED};

use crate::diagnostic::{CellSpan, Diagnostic, Span};
use crate::spreadsheet::report::RowPosition;
use column::{Cells, column_letters};
use grid::Grid;
use header::Header;
use source::TableContent;

/// A table of one file: the header is read, the rows behind it are not yet.
pub(crate) struct Table<'t> {
    position: RowPosition,
    header: Header,
    rows: Rows<'t>,
}

/// Where rows come from.
#[derive(Clone, Copy)]
enum Rows<'t> {
    Delimited {
        text: &'t str,
        delimiter: u8,
        /// How many rows are before the text.
        skipped: usize,
    },
    Grid(&'t Grid),
}

impl<'t> Rows<'t> {
    fn iter(self) -> Box<dyn Iterator<Item = Result<TableRow<'t>, QuoteError>> + 't> {
        match self {
            Self::Delimited { text, delimiter, skipped } => {
                Box::new(DelimitedRows::new(text, delimiter, skipped))
            }
            Self::Grid(grid) => Box::new(grid.rows().map(Ok)),
        }
    }
}

/// Reads the header of a table; none where it has none that can be used.
pub(crate) fn read_table<'t>(
    source: &'t TableSource<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Table<'t>> {
    let rows = match &source.content {
        TableContent::Text(text) => {
            let (delimiter, text, skipped) = header::find_delimiter(text);
            Rows::Delimited { text, delimiter, skipped }
        }
        TableContent::Grid(grid) => Rows::Grid(grid),
    };
    let header = header::find_header(rows.iter(), source.position, diagnostics)?;
    Some(Table { position: source.position, header, rows })
}

impl<'t> Table<'t> {
    /// Returns the place of a row.
    pub(crate) fn row_position(&self, row: usize) -> RowPosition {
        RowPosition { row, ..self.position }
    }

    /// Returns how many rows it has at most.
    pub(crate) fn max_rows(&self) -> usize {
        let rows = match self.rows {
            Rows::Delimited { text, .. } => {
                let count = |end: u8| text.bytes().filter(|byte| *byte == end).count();
                count(b'\n').max(count(b'\r')) + 1
            }
            Rows::Grid(grid) => grid.count_rows(),
        };
        rows.min(MAX_ROWS)
    }

    /// Returns the letters that a spreadsheet gives to a column; nothing where the table does not have it.
    pub(crate) fn letters(&self, column: Column) -> String {
        self.header.index_of(column).map(column_letters).unwrap_or_default()
    }

    /// Calls `see` with each typed cell of the columns that hold numbers.
    pub(crate) fn for_each_number(&self, mut see: impl FnMut(&str)) {
        let is_number = |index: usize| {
            let column = self.header.columns.get(index).copied().flatten();
            matches!(column, Some(Column::Value | Column::Low | Column::High))
        };
        match self.rows {
            Rows::Grid(grid) => {
                let typed = grid.typed_cells(self.header.row);
                typed.filter(|(index, _)| is_number(*index)).for_each(|(_, cell)| see(cell.trim()));
            }
            Rows::Delimited { .. } => {
                for row in self.rows_behind_header().flatten() {
                    let cells = row.cells.iter().enumerate();
                    cells.filter(|(index, _)| is_number(*index)).for_each(|(_, cell)| see(cell.trim()));
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
        let mut conflict = conflict::Conflict::default();
        for row in self.rows_behind_header() {
            match row {
                Ok(row) if row.row > MAX_ROWS => {
                    let message = format!("the sheet has more than {MAX_ROWS} rows");
                    let span = self.row_position(row.row).span();
                    let help = "divide it into several files";
                    diagnostics.push(Diagnostic::error("too-many-rows", span, message).with_help(help));
                    return;
                }
                Ok(row) if conflict.takes(&row) => {
                    diagnostics.extend(conflict::explain_conflict(&row, self.position));
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

    fn rows_behind_header(&self) -> impl Iterator<Item = Result<TableRow<'t>, QuoteError>> {
        let header = self.header.row;
        let row_of = |row: &Result<TableRow<'t>, QuoteError>| match row {
            Ok(row) => row.row,
            Err(error) => error.row,
        };
        self.rows.iter().skip_while(move |row| row_of(row) <= header)
    }

    fn cells_of(&self, row: TableRow<'t>, diagnostics: &mut Vec<Diagnostic>) -> Option<Cells<'t>> {
        let position = self.row_position(row.row);
        let width = self.header.columns.len();
        if let Some(extra) = row.cells.iter().skip(width).find(|cell| !cell.trim().is_empty()) {
            let span =
                CellSpan { letters: column_letters(width), content: extra.to_string(), ..position.span() };
            let message = "the row has more cells than the header";
            let help = "a text that holds the separator stands in double quotes";
            if matches!(self.rows, Rows::Delimited { .. }) {
                diagnostics.push(Diagnostic::error("too-many-cells", span, message).with_help(help));
                return None;
            }
            let help = "what is in them is left out";
            diagnostics.push(Diagnostic::warning("too-many-cells", span, message).with_help(help));
        }
        if self.header.is_repeated_in(&row) {
            let message = "the row repeats the header";
            let help =
                "it is left out; if two sheets were put together, see whether their columns are the same";
            diagnostics
                .push(Diagnostic::warning("repeated-header", position.span(), message).with_help(help));
            return None;
        }
        let cells = Cells::new(row, &self.header.columns);
        if cells.is_blank() {
            return None;
        }
        Some(match self.rows {
            Rows::Grid(grid) => self.complete_cells(cells, grid, diagnostics),
            Rows::Delimited { .. } => cells,
        })
    }

    /// Notes what is known of the cells of a row besides their texts, and takes the addresses behind them.
    fn complete_cells(
        &self,
        mut cells: Cells<'t>,
        grid: &'t Grid,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Cells<'t> {
        let position = self.row_position(cells.row);
        let column_at = |index: usize| self.header.columns.get(index).copied().flatten();
        for (index, note) in grid.notes_of_row(cells.row) {
            let Some(column) = column_at(index) else { continue };
            let content = match &note.span {
                Span::Cell(span) => span.content.as_str(),
                Span::Text(_) => "",
            };
            let span = CellSpan { letters: column_letters(index), ..position.cell(column, content) };
            if note.is_error() {
                cells.refuse(column);
            }
            diagnostics.push(Diagnostic { span: span.into(), ..note.clone() });
        }
        for (index, address) in grid.links_of_row(cells.row) {
            let Some(column) = column_at(index) else { continue };
            if let Some(diagnostic) = link::take_link(&mut cells, column, address) {
                let content = cells.get(column).unwrap_or_default();
                let span = CellSpan { letters: column_letters(index), ..position.cell(column, content) };
                diagnostics.push(Diagnostic { span: span.into(), ..diagnostic });
            }
        }
        cells
    }

    fn quote_diagnostic(&self, error: QuoteError) -> Diagnostic {
        let column = self.header.columns.get(error.cell).copied().flatten();
        let span = CellSpan {
            column: column.map_or_else(String::new, |column| column.name().to_owned()),
            letters: column_letters(error.cell),
            ..self.row_position(error.row).span()
        };
        let (code, message, help) = error.explain();
        Diagnostic::error(code, span, message).with_help(help)
    }
}
