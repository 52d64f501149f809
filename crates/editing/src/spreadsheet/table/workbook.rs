//! Workbooks of spreadsheet programs: which sheets are read, and what a file is that can't be read as one.
//!
//! `calamine` reads XLSX, cell by cell, so that a sheet costs what it holds and not what it spans. Of ODS it doesn't tell
//! what a cell shows, so that is read here, from the same parts by the same libraries.

mod builder;
mod format;
mod format_code;
mod ods;
mod ods_cell;
mod ods_rows;
mod ods_styles;
mod package;
mod shown_cell;
mod shown_date;
mod shown_number;
mod xlsx;

use crate::spreadsheet::table::grid::Grid;
use crate::spreadsheet::table::header;
use xlsx::XlsxWorkbook;

pub(super) use package::{WorkbookKind, detect_workbook};

/// How many rows a sheet may have, as Excel has it.
pub const MAX_ROWS: usize = 1_048_576;
/// How many columns a sheet may have.
pub const MAX_COLUMNS: usize = 1_000;
/// How many bytes the parts of a workbook may have when they are unpacked.
pub const MAX_UNPACKED: u64 = 1 << 30;

/// Why a workbook can't be read: a sentence without full stop, and what would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WorkbookFault {
    pub(super) message: String,
    pub(super) help: String,
}

impl WorkbookFault {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    fn damaged(why: impl std::fmt::Display) -> Self {
        let help = "open it in a spreadsheet program and save it again, or copy it once more";
        Self::new(format!("the workbook is damaged or cut short: {why}"), help)
    }
}

/// A sheet that was read.
pub(super) struct WorkbookSheet {
    /// Its index in the workbook, from 0.
    pub(super) index: usize,
    pub(super) name: String,
    pub(super) grid: Grid,
}

/// The sheets that were read of a workbook.
pub(super) struct WorkbookSheets {
    pub(super) sheets: Vec<WorkbookSheet>,
    /// The names of those that were left out although nobody chose.
    pub(super) left_out: Vec<String>,
}

/// What is known of a sheet before it is read.
struct SheetName {
    name: String,
    is_hidden: bool,
}

/// Reads the sheets of a workbook that have one of the names; where no name is given the only sheet, or the first one
/// with the columns that a sheet needs. `progress` hears the name of each before it is read.
pub(super) fn read_workbook(
    bytes: &[u8],
    kind: WorkbookKind,
    names: &[String],
    progress: &dyn Fn(&str),
) -> Result<WorkbookSheets, WorkbookFault> {
    match kind {
        WorkbookKind::Xlsx(contents) => read_xlsx(XlsxWorkbook::open(bytes, contents)?, names, progress),
        WorkbookKind::Ods => ods::read_workbook(bytes, names, progress),
    }
}

fn read_xlsx(
    mut workbook: XlsxWorkbook<'_>,
    names: &[String],
    progress: &dyn Fn(&str),
) -> Result<WorkbookSheets, WorkbookFault> {
    let (chosen, left_out) = if names.is_empty() {
        choose_sheet(&mut workbook)?
    } else {
        let sheets = workbook.names().iter().enumerate();
        (sheets.filter(|(_, sheet)| is_named(sheet, names)).map(|(index, _)| index).collect(), Vec::new())
    };
    let mut sheets = Vec::new();
    for index in chosen {
        let name = workbook.names().get(index).map(|sheet| sheet.name.clone()).unwrap_or_default();
        progress(&name);
        sheets.push(WorkbookSheet { index, name, grid: workbook.read_sheet(index, usize::MAX)? });
    }
    Ok(WorkbookSheets { sheets, left_out })
}

fn is_named(sheet: &SheetName, names: &[String]) -> bool {
    names.iter().any(|name| name.trim() == sheet.name.trim())
}

/// Chooses the only sheet, or the first one with the columns that a sheet needs; names those that are left out.
fn choose_sheet(workbook: &mut XlsxWorkbook<'_>) -> Result<(Vec<usize>, Vec<String>), WorkbookFault> {
    let visible: Vec<(usize, String)> = workbook
        .names()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| !sheet.is_hidden)
        .map(|(index, sheet)| (index, sheet.name.clone()))
        .collect();
    if let [(only, _)] = visible.as_slice() {
        return Ok((vec![*only], Vec::new()));
    }
    for (index, _) in &visible {
        let grid = workbook.read_sheet(*index, header::MAX_ROWS_ABOVE)?;
        if header::has_header(grid.rows()) {
            let others = visible.iter().filter(|(other, _)| other != index);
            return Ok((vec![*index], others.map(|(_, name)| name.clone()).collect()));
        }
    }
    Err(no_header(&visible.into_iter().map(|(_, name)| name).collect::<Vec<_>>()))
}

/// Says that none of the sheets that are shown can be read.
fn no_header(names: &[String]) -> WorkbookFault {
    if names.is_empty() {
        return WorkbookFault::new("the workbook has no sheet that is shown", "name one with `--sheet`");
    }
    let help = "a sheet needs `metric` and one of `value`, `low`, `high` and `words` in its header";
    WorkbookFault::new(format!("none of the sheets `{}` has a header", names.join("`, `")), help)
}
