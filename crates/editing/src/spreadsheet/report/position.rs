//! The place of a row among several files, and diagnostics about it.

use std::fmt;

use crate::diagnostic::{CellSpan, Diagnostic, Span};
use crate::spreadsheet::table::Column;

/// A row of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPosition {
    /// The index of the file, from 0.
    pub file: usize,
    /// The index of the sheet in a workbook, from 0.
    pub sheet: usize,
    /// The row as a spreadsheet counts, the header usually being row 1; 0 for the whole file.
    pub row: usize,
}

impl RowPosition {
    /// Returns the span of the whole row, or of the whole file where the row is 0.
    pub fn span(self) -> CellSpan {
        CellSpan { file: self.file, sheet: self.sheet, row: self.row, ..CellSpan::default() }
    }

    /// The span of a cell in it.
    pub(crate) fn cell(self, column: Column, content: &str) -> CellSpan {
        CellSpan { column: column.name().to_owned(), content: content.to_owned(), ..self.span() }
    }

    /// The row of the first cell that a diagnostic is about; the default where it is about none.
    pub fn of(diagnostic: &Diagnostic) -> Self {
        match &diagnostic.span {
            Span::Cell(CellSpan { file, sheet, row, .. }) => Self { file: *file, sheet: *sheet, row: *row },
            Span::Text(_) => Self::default(),
        }
    }

    /// The row as another row speaks of it.
    pub(crate) fn seen_from(self, here: Self) -> SeenRow {
        SeenRow { there: self, here }
    }
}

/// `row 7`, or `row 7 of sheet 2 of file 2`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeenRow {
    there: RowPosition,
    here: RowPosition,
}

impl fmt::Display for SeenRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.there.row)?;
        let is_other_file = self.there.file != self.here.file;
        if self.there.sheet != self.here.sheet || (is_other_file && self.there.sheet > 0) {
            write!(f, " of sheet {}", self.there.sheet + 1)?;
        }
        if is_other_file { write!(f, " of file {}", self.there.file + 1) } else { Ok(()) }
    }
}
