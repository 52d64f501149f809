//! What an import is doing, for who shows its progress.

/// What an import does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportStep<'s> {
    /// Opens a file, by its index from 0.
    OpenFile {
        /// The index of the file.
        file: usize,
    },
    /// Reads the cells of a sheet of a workbook.
    ReadSheet {
        /// The index of the file.
        file: usize,
        /// The name of the sheet.
        sheet: &'s str,
    },
    /// Reads the rows of a table.
    ReadRows {
        /// The index of the file.
        file: usize,
        /// The name of the sheet, where the file is a workbook.
        sheet: Option<&'s str>,
    },
    /// Finds out which rows are one figure, and which figures there are already.
    FindStatements,
}
