//! Workbooks of spreadsheet programs: which sheets are read, and what a file is that can't be read as one.
//!
//! `calamine` reads XLSX, cell by cell, so that a sheet costs what it holds and not what it spans. Of ODS it doesn't tell
//! what a cell shows, so that is read here, from the same parts by the same libraries.

mod format;
mod format_code;
mod ods;
mod ods_cells;
mod ods_styles;
mod package;
mod xlsx;

use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::table::column::column_letters;
use crate::spreadsheet::table::grid::{CellKind, Grid, MAX_TEXT};
use crate::spreadsheet::table::header;

pub(super) use package::{WorkbookKind, detect_workbook};

/// How many rows a sheet may have, as Excel has it.
pub const MAX_ROWS: usize = 1_048_576;
/// How many columns a sheet may have.
pub const MAX_COLUMNS: usize = 1_000;
/// How many cells of a workbook's sheet may hold something.
const MAX_CELLS: usize = 24_000_000;
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

/// A workbook of either kind.
enum Workbook<'b> {
    Xlsx(xlsx::XlsxWorkbook<'b>),
    Ods(ods::OdsWorkbook<'b>),
}

/// What is known of a sheet before it is read.
struct SheetName {
    name: String,
    is_hidden: bool,
}

impl<'b> Workbook<'b> {
    fn open(bytes: &'b [u8], kind: WorkbookKind) -> Result<Self, WorkbookFault> {
        Ok(match kind {
            WorkbookKind::Xlsx => Self::Xlsx(xlsx::XlsxWorkbook::open(bytes)?),
            WorkbookKind::Ods => Self::Ods(ods::OdsWorkbook::open(bytes)?),
        })
    }

    fn names(&self) -> &[SheetName] {
        match self {
            Self::Xlsx(workbook) => workbook.names(),
            Self::Ods(workbook) => workbook.names(),
        }
    }

    /// Reads a sheet, the first `rows` of its rows that hold something.
    fn read_sheet(&mut self, index: usize, rows: usize) -> Result<Grid, WorkbookFault> {
        match self {
            Self::Xlsx(workbook) => workbook.read_sheet(index, rows),
            Self::Ods(workbook) => workbook.read_sheet(index, rows),
        }
    }
}

/// Reads the sheets of a workbook that have one of the names; where no name is given the only sheet, or the first one
/// with the columns that a sheet needs.
pub(super) fn read_workbook(
    bytes: &[u8],
    kind: WorkbookKind,
    names: &[String],
) -> Result<WorkbookSheets, WorkbookFault> {
    let mut workbook = Workbook::open(bytes, kind)?;
    let (chosen, left_out) = if names.is_empty() {
        choose_sheet(&mut workbook)?
    } else {
        (named_sheets(&workbook, names), Vec::new())
    };
    let mut sheets = Vec::new();
    for index in chosen {
        let name = workbook.names().get(index).map(|sheet| sheet.name.clone()).unwrap_or_default();
        sheets.push(WorkbookSheet { index, name, grid: workbook.read_sheet(index, usize::MAX)? });
    }
    Ok(WorkbookSheets { sheets, left_out })
}

fn named_sheets(workbook: &Workbook<'_>, names: &[String]) -> Vec<usize> {
    let is_named = |sheet: &SheetName| names.iter().any(|name| name.trim() == sheet.name.trim());
    let sheets = workbook.names().iter().enumerate();
    sheets.filter(|(_, sheet)| is_named(sheet)).map(|(index, _)| index).collect()
}

/// Chooses the only sheet, or the first one with the columns that a sheet needs; names those that are left out.
fn choose_sheet(workbook: &mut Workbook<'_>) -> Result<(Vec<usize>, Vec<String>), WorkbookFault> {
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
    let names: Vec<String> = visible.iter().map(|(_, name)| format!("`{name}`")).collect();
    if names.is_empty() {
        return Err(WorkbookFault::new("the workbook has no sheet that is shown", "name one with `--sheet`"));
    }
    let help = "a sheet needs `metric` and one of `value`, `low`, `high` and `words` in its header";
    Err(WorkbookFault::new(format!("none of the sheets {} has a header", names.join(", ")), help))
}

/// Adds cells to a grid, as many as a sheet may have.
struct GridBuilder {
    grid: Grid,
    /// How many rows are read.
    max_rows: usize,
    rows: usize,
    last_row: u32,
    cells: usize,
}

impl GridBuilder {
    fn new(max_rows: usize) -> Self {
        Self { grid: Grid::default(), max_rows, rows: 0, last_row: 0, cells: 0 }
    }

    /// Adds a cell by its row and column from 0; tells whether more are wanted.
    fn add(&mut self, row: u32, column: u32, kind: CellKind, text: &str) -> Result<bool, WorkbookFault> {
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
    fn finish(mut self, merges: &[MergedCells]) -> Grid {
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
struct MergedCells {
    rows: (u32, u32),
    columns: (u32, u32),
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
fn note_remark(grid: &mut Grid, (row, column): (u32, u32), shown: &format::ShownCell, held: f64) {
    let Some(remark) = shown.remark else { return };
    let span = CellSpan { content: shown.text.clone(), ..CellSpan::default() };
    let diagnostic = match remark {
        format::ShownRemark::Rounded => {
            Diagnostic::warning("rounded-cell", span, "the cell holds more digits than it shows")
                .with_help("it is taken with all of them; where fewer are meant, type those")
        }
        format::ShownRemark::OtherScale => {
            let message = format!(
                "the number format writes `{}`, and the cell holds `{}`",
                shown.text,
                format::plain_number(held)
            );
            Diagnostic::error("other-scale", span, message)
                .with_help("let the format name the power of ten by which it divides")
        }
    };
    grid.note(row + 1, column, diagnostic);
}

/// Says of a cell that it is a formula whose value the workbook lacks.
fn note_formula(grid: &mut Grid, (row, column): (u32, u32), formula: &str) {
    let content = format!("={formula}");
    let span = CellSpan { content, ..CellSpan::default() };
    let help = "open the workbook in a spreadsheet program and save it there, which writes the values";
    let diagnostic = Diagnostic::error("formula", span, "the cell is a formula without its value");
    grid.note(row + 1, column, diagnostic.with_help(help));
}
