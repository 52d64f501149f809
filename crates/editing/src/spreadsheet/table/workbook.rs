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
mod ods_xml;
mod package;
mod sheet;
mod shown_cell;
mod shown_date;
mod shown_number;
mod xlsx;

use crate::spreadsheet::table::header;
use sheet::{is_named, no_header};
use xlsx::XlsxWorkbook;

pub(super) use package::{WorkbookKind, detect_workbook};
pub use sheet::{MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED};
pub(super) use sheet::{WorkbookFault, WorkbookSheet, WorkbookSheets};

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
