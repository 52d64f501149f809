//! The cells of one sheet of a workbook, as texts: only those that hold something, whatever the sheet's size.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::spreadsheet::table::delimited::TableRow;

/// How many bytes the texts of a sheet may have together.
pub(super) const MAX_TEXT: usize = 512 << 20;

/// What a cell was before it became a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    /// A typed text, whose separators show how numbers are written in the sheet.
    Typed,
    /// A number or a date of the workbook, written out by us.
    Valued,
}

/// The cells of a sheet in the order of rows and columns; their texts stand in one string.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    text: String,
    cells: Vec<GridCell>,
    /// What is known of a cell besides its text, by row and column.
    notes: Vec<(u32, u32, Diagnostic)>,
    /// The addresses behind cells, by row and column.
    links: Vec<(u32, u32, String)>,
}

#[derive(Clone, Copy, Debug)]
struct GridCell {
    /// The row, from 1.
    row: u32,
    /// The column, from 0: a sheet has no more than fit.
    column: u16,
    kind: CellKind,
    start: u32,
    end: u32,
}

impl Grid {
    /// Adds a cell by its row from 1 and its column from 0; tells whether there was room for its text.
    pub(super) fn push(&mut self, row: u32, column: u32, kind: CellKind, text: &str) -> bool {
        if self.text.len() + text.len() > MAX_TEXT {
            return false;
        }
        let start = offset(self.text.len());
        self.text.push_str(text);
        self.cells.push(GridCell { row, column: narrow(column), kind, start, end: offset(self.text.len()) });
        true
    }

    /// Adds what is to be said of a cell.
    pub(super) fn note(&mut self, row: u32, column: u32, diagnostic: Diagnostic) {
        self.notes.push((row, column, diagnostic));
    }

    /// Adds the address behind a cell.
    pub(super) fn link(&mut self, row: u32, column: u32, address: String) {
        self.links.push((row, column, address));
    }

    /// Brings everything into the order of rows and columns. Of two cells in one place the last stays.
    pub(super) fn sort(&mut self) {
        let place = |cell: &GridCell| (cell.row, cell.column);
        if !self.cells.is_sorted_by(|a, b| place(a) < place(b)) {
            self.cells.reverse();
            self.cells.sort_by_key(place);
            self.cells.dedup_by_key(|cell| place(cell));
        }
        self.notes.sort_by_key(|(row, column, _)| (*row, *column));
        self.links.sort_by_key(|(row, column, _)| (*row, *column));
    }

    /// Puts the content of the first cell of a column into those below it to row `last`, as far as their rows hold
    /// something; tells into how many. The grid is sorted before, and must be sorted again.
    pub(super) fn fill_down(&mut self, column: u32, first: u32, last: u32) -> usize {
        let Some(top) = self.cell_at(first, column) else { return 0 };
        let start = self.cells.partition_point(|cell| cell.row <= first);
        let end = self.cells.partition_point(|cell| cell.row <= last);
        let rows = self.cells.get(start..end).unwrap_or_default().chunk_by(|a, b| a.row == b.row);
        let is_empty = |cells: &&[GridCell]| cells.iter().all(|cell| cell.column != narrow(column));
        let filled: Vec<GridCell> = rows
            .filter(is_empty)
            .filter_map(|cells| cells.first())
            .map(|cell| GridCell { row: cell.row, ..top })
            .collect();
        let count = filled.len();
        self.cells.extend(filled);
        count
    }

    /// Returns the places of the cells of some rows and columns that hold something.
    pub(super) fn places(&self, rows: (u32, u32), columns: (u32, u32)) -> Vec<(u32, u32)> {
        let start = self.cells.partition_point(|cell| cell.row < rows.0);
        let end = self.cells.partition_point(|cell| cell.row <= rows.1);
        let cells = self.cells.get(start..end).unwrap_or_default().iter();
        cells
            .map(|cell| (cell.row, u32::from(cell.column)))
            .filter(|(_, column)| (columns.0..=columns.1).contains(column))
            .collect()
    }

    /// Returns the text of a cell; an empty one where it holds nothing.
    pub(super) fn text_at(&self, row: u32, column: u32) -> &str {
        self.cell_at(row, column).map_or("", |cell| self.text_of(cell))
    }

    fn cell_at(&self, row: u32, column: u32) -> Option<GridCell> {
        let found = self.cells.binary_search_by_key(&(row, narrow(column)), |cell| (cell.row, cell.column));
        found.ok().and_then(|index| self.cells.get(index)).copied()
    }

    fn text_of(&self, cell: GridCell) -> &str {
        self.text.get(cell.start as usize..cell.end as usize).unwrap_or_default()
    }

    /// Returns how many rows hold something.
    pub(super) fn count_rows(&self) -> usize {
        self.cells.chunk_by(|a, b| a.row == b.row).count()
    }

    /// Returns the rows that hold something.
    pub(super) fn rows(&self) -> impl Iterator<Item = TableRow<'_>> {
        self.cells.chunk_by(|a, b| a.row == b.row).map(|cells| {
            let width = cells.last().map_or(0, |cell| usize::from(cell.column) + 1);
            let mut row = TableRow {
                row: cells.first().map_or(0, |cell| cell.row as usize),
                cells: vec![Cow::Borrowed(""); width],
            };
            for cell in cells {
                if let Some(place) = row.cells.get_mut(usize::from(cell.column)) {
                    *place = Cow::Borrowed(self.text_of(*cell));
                }
            }
            row
        })
    }

    /// Returns the typed texts behind a row, each with its column.
    pub(super) fn typed_cells(&self, header: usize) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.cells.iter().filter(|cell| cell.kind == CellKind::Typed);
        cells
            .filter(move |cell| cell.row as usize > header)
            .map(|cell| (usize::from(cell.column), self.text_of(*cell)))
    }

    /// Returns what is to be said of the cells of a row, each with its column.
    pub(super) fn notes_of_row(&self, row: usize) -> impl Iterator<Item = (usize, &Diagnostic)> {
        let start = self.notes.partition_point(|note| (note.0 as usize) < row);
        let notes = self.notes.get(start..).unwrap_or_default().iter();
        notes.take_while(move |note| note.0 as usize == row).map(|(_, column, note)| (*column as usize, note))
    }

    /// Returns the addresses behind the cells of a row, each with its column.
    pub(super) fn links_of_row(&self, row: usize) -> impl Iterator<Item = (usize, &str)> {
        let start = self.links.partition_point(|link| (link.0 as usize) < row);
        let links = self.links.get(start..).unwrap_or_default().iter();
        links
            .take_while(move |link| link.0 as usize == row)
            .map(|(_, column, address)| (*column as usize, address.as_str()))
    }
}

/// A column, of which there are at most [`MAX_COLUMNS`](super::MAX_COLUMNS).
fn narrow(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// An offset into the text, which is no longer than [`MAX_TEXT`].
fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
