//! What is read of a workbook: its sheets, within which limits, or why none can be.

use crate::spreadsheet::table::grid::Grid;

/// How many rows a sheet may have, as Excel has it.
pub const MAX_ROWS: usize = 1_048_576;
/// How many columns a sheet may have.
pub const MAX_COLUMNS: usize = 1_000;
/// How many bytes the parts of a workbook may have when they are unpacked.
pub const MAX_UNPACKED: u64 = 1 << 30;

/// Why a workbook can't be read: a sentence without full stop, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::spreadsheet::table) struct WorkbookFault {
    pub(in crate::spreadsheet::table) message: String,
    pub(in crate::spreadsheet::table) help: String,
}

impl WorkbookFault {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    pub(super) fn damaged(why: impl std::fmt::Display) -> Self {
        let help = "open it in a spreadsheet program and save it again, or copy it once more";
        Self::new(format!("the workbook is damaged or cut short: {why}"), help)
    }
}

/// A sheet that was read.
pub(in crate::spreadsheet::table) struct WorkbookSheet {
    /// Its index in the workbook, from 0.
    pub(in crate::spreadsheet::table) index: usize,
    pub(in crate::spreadsheet::table) name: String,
    pub(in crate::spreadsheet::table) grid: Grid,
}

/// The sheets that were read of a workbook.
pub(in crate::spreadsheet::table) struct WorkbookSheets {
    pub(in crate::spreadsheet::table) sheets: Vec<WorkbookSheet>,
    /// The names of those that were left out although nobody chose.
    pub(in crate::spreadsheet::table) left_out: Vec<String>,
}

/// What is known of a sheet before it is read.
pub(super) struct SheetName {
    pub(super) name: String,
    pub(super) is_hidden: bool,
}

/// Whether a sheet has one of the names.
pub(super) fn is_named(sheet: &SheetName, names: &[String]) -> bool {
    names.iter().any(|name| name.trim() == sheet.name.trim())
}

/// Says that none of the sheets that are shown can be read.
pub(super) fn no_header(names: &[String]) -> WorkbookFault {
    if names.is_empty() {
        return WorkbookFault::new("the workbook has no sheet that is shown", "name one with `--sheet`");
    }
    let help = "a sheet needs `metric` and one of `value`, `low`, `high` and `words` in its header";
    WorkbookFault::new(format!("none of the sheets `{}` has a header", names.join("`, `")), help)
}
