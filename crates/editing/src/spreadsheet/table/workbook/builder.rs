//! A grid while it is filled: as many cells as a sheet may have, what is merged in it, and what is to be said of its cells.

use super::sheet::{MAX_COLUMNS, MAX_ROWS, WorkbookFault};
use super::shown_cell::{ShownCell, ShownRemark};
use super::shown_number::plain_number;
use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::table::column::column_letters;
use crate::spreadsheet::table::grid::{CellKind, Grid, MAX_TEXT};

/// How many cells of a sheet may hold something.
const MAX_CELLS: usize = 24_000_000;

/// Adds cells to a grid, as many as a sheet may have.
pub(super) struct GridBuilder {
    pub(super) grid: Grid,
    /// How many rows are read.
    max_rows: usize,
    rows: usize,
    last_row: u32,
    cells: usize,
}

impl GridBuilder {
    /// Makes a builder of a grid of the first `max_rows` rows that hold something.
    pub(super) fn new(max_rows: usize) -> Self {
        Self { grid: Grid::default(), max_rows, rows: 0, last_row: 0, cells: 0 }
    }

    /// Adds a cell by its row and column from 0; tells whether more are wanted.
    pub(super) fn add(
        &mut self,
        row: u32,
        column: u32,
        kind: CellKind,
        text: &str,
    ) -> Result<bool, WorkbookFault> {
        if text.trim().is_empty() {
            return Ok(true);
        }
        let name = || format!("{}{}", column_letters(column as usize), row.saturating_add(1));
        if column as usize >= MAX_COLUMNS || row as usize >= MAX_ROWS {
            let message = format!("the sheet has a content in cell {}", name());
            let help =
                format!("a sheet may have {MAX_ROWS} rows and {MAX_COLUMNS} columns: clear what is beyond");
            return Err(WorkbookFault::new(message, help));
        }
        if self.rows == 0 || row + 1 != self.last_row {
            self.rows += 1;
            self.last_row = row + 1;
        }
        if self.rows > self.max_rows {
            return Ok(false);
        }
        self.cells += 1;
        if self.cells > MAX_CELLS || !self.grid.push(row + 1, column, kind, text) {
            let message = format!(
                "the sheet holds more than {MAX_CELLS} cells or {} megabytes of text",
                MAX_TEXT / (1 << 20)
            );
            return Err(WorkbookFault::new(message, "divide it into several"));
        }
        Ok(true)
    }

    /// Finishes the grid, with what is merged in it.
    pub(super) fn finish(mut self, merges: &[MergedCells]) -> Grid {
        self.grid.sort();
        for merged in merges {
            merge_cells(&mut self.grid, *merged);
        }
        self.grid.sort();
        self.grid
    }
}

/// Cells that are merged: rows and columns from 0, the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MergedCells {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Only the first of merged cells has a content: it is put into those below it; of those beside it it is not known in
/// which column it belongs.
fn merge_cells(grid: &mut Grid, MergedCells { rows, columns }: MergedCells) {
    let (first, last) = (rows.0.saturating_add(1), rows.1.saturating_add(1));
    let content = grid.text_at(first, columns.0).to_owned();
    if content.is_empty() {
        return;
    }
    let span = CellSpan { content, ..CellSpan::default() };
    if columns.1 > columns.0 {
        let message = "the cell is merged with those beside it";
        let help = "split the cell, and write its content into the column that is meant";
        grid.note(first, columns.0, Diagnostic::error("merged-cells", span, message).with_help(help));
    } else if grid.fill_down(columns.0, first, last) > 0 {
        let message = format!("the cell is merged with those below it, to row {last}");
        let help = "its content is taken for each of these rows";
        grid.note(first, columns.0, Diagnostic::warning("merged-cells", span, message).with_help(help));
    }
}

/// Says of a cell how what it shows differs from what it holds.
pub(super) fn note_remark(grid: &mut Grid, (row, column): (u32, u32), shown: &ShownCell<'_>, held: f64) {
    let Some(remark) = shown.remark else { return };
    let span = CellSpan { content: shown.text.to_string(), ..CellSpan::default() };
    let diagnostic = match remark {
        ShownRemark::Rounded => {
            Diagnostic::warning("rounded-cell", span, "the cell holds more digits than it shows")
                .with_help("it is taken with all of them; where fewer are meant, type those")
        }
        ShownRemark::OtherScale => {
            let message = format!(
                "the number format writes `{}`, and the cell holds `{}`",
                shown.text,
                plain_number(held)
            );
            Diagnostic::error("other-scale", span, message)
                .with_help("let the format name the power of ten by which it divides")
        }
    };
    grid.note(row + 1, column, diagnostic);
}

/// Says of a cell that it is a formula whose value the workbook lacks.
pub(super) fn note_formula(grid: &mut Grid, (row, column): (u32, u32), formula: &str) {
    let content = format!("={formula}");
    let span = CellSpan { content, ..CellSpan::default() };
    let help = "open the workbook in a spreadsheet program and save it there, which writes the values";
    let diagnostic = Diagnostic::error("formula", span, "the cell is a formula without its value");
    grid.note(row + 1, column, diagnostic.with_help(help));
}
