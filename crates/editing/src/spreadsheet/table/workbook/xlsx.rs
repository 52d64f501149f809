//! Sheets of XLSX workbooks, read by `calamine`: what each cell shows, by its number format.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::builder::{GridBuilder, MergedCells, note_formula, note_remark};
use super::format::CellFormat;
use super::format_code::parse_format_code;
use super::package::XlsxContents;
use super::sheet::{SheetName, WorkbookFault};
use super::shown_cell::ShownCell;
use super::shown_date::Epoch;
use crate::spreadsheet::table::grid::{CellKind, Grid};

/// An XLSX workbook.
pub(super) struct XlsxWorkbook<'b> {
    workbook: Xlsx<Cursor<&'b [u8]>>,
    names: Vec<SheetName>,
    contents: XlsxContents,
}

impl<'b> XlsxWorkbook<'b> {
    /// Opens a workbook, of which it is known what is in it.
    pub(super) fn open(bytes: &'b [u8], contents: XlsxContents) -> Result<Self, WorkbookFault> {
        let workbook = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_fault)?;
        let sheets = workbook.sheets_metadata().iter();
        let names = sheets
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| SheetName {
                name: sheet.name.clone(),
                is_hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect();
        Ok(Self { workbook, names, contents })
    }

    /// Returns the sheets in their order.
    pub(super) fn names(&self) -> &[SheetName] {
        &self.names
    }

    /// Reads a sheet, the first `rows` of its rows that hold something.
    pub(super) fn read_sheet(&mut self, index: usize, rows: usize) -> Result<Grid, WorkbookFault> {
        let Some(name) = self.names.get(index).map(|sheet| sheet.name.clone()) else {
            return Ok(Grid::default());
        };
        let mut builder = GridBuilder::new(rows);
        self.read_values(&name, &mut builder)?;
        if rows < usize::MAX {
            return Ok(builder.finish(&[]));
        }
        if self.contents.formulas {
            self.read_formulas(&name, &mut builder)?;
        }
        let mut merges = Vec::new();
        if self.contents.merged_cells {
            let found = self.workbook.merge_cells_by_sheet_name(&name).map_err(xlsx_fault)?;
            merges.extend(found.into_iter().map(merged));
        }
        let mut grid = builder.finish(&merges);
        let mut links = Vec::new();
        if self.contents.links {
            links = self.workbook.hyperlinks_by_sheet_name(&name).map_err(xlsx_fault)?;
        }
        for link in links {
            let Some(target) = link.target.filter(|target| is_web_address(target)) else { continue };
            let address = link.location.map_or(target.clone(), |part| format!("{target}#{part}"));
            let Dimensions { start, end } = link.range;
            let rows = (start.0.saturating_add(1), end.0.saturating_add(1));
            for (row, column) in grid.places(rows, (start.1, end.1)) {
                grid.link(row, column, address.clone());
            }
        }
        grid.sort();
        Ok(grid)
    }

    fn read_values(&mut self, name: &str, builder: &mut GridBuilder) -> Result<(), WorkbookFault> {
        let epoch = if self.workbook.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
        let mut cells = self.workbook.worksheet_cells_reader(name).map_err(xlsx_fault)?;
        let formats: Vec<CellFormat> = cells
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().map_or("General", |format| format.format_code.as_str()))
            .map(parse_format_code)
            .collect();
        let general = CellFormat::default();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(xlsx_fault)? {
            let format = formats.get(style).unwrap_or(&general);
            let place @ (row, column) = cell.get_position();
            let (kind, shown, held) = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::String(text) => (CellKind::Typed, ShownCell::plain(text.as_str()), 0.0),
                DataRef::SharedString(text) => (CellKind::Typed, ShownCell::plain(*text), 0.0),
                DataRef::Float(number) => (CellKind::Valued, format.show(*number, epoch), *number),
                DataRef::Int(number) => {
                    (CellKind::Valued, format.show(*number as f64, epoch), *number as f64)
                }
                DataRef::DateTime(date) => {
                    (CellKind::Valued, format.show(date.as_f64(), epoch), date.as_f64())
                }
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                    (CellKind::Valued, ShownCell::plain(format.show_iso_date(text)), 0.0)
                }
                DataRef::Bool(is_true) => {
                    (CellKind::Valued, ShownCell::plain(if *is_true { "TRUE" } else { "FALSE" }), 0.0)
                }
                DataRef::Error(error) => (CellKind::Valued, ShownCell::plain(error.to_string()), 0.0),
            };
            if !builder.add(row, column, kind, &shown.text)? {
                break;
            }
            note_remark(&mut builder.grid, place, &shown, held);
        }
        Ok(())
    }

    /// Finds formulas without value, and addresses that formulas put behind a text.
    fn read_formulas(&mut self, name: &str, builder: &mut GridBuilder) -> Result<(), WorkbookFault> {
        let mut cells = self.workbook.worksheet_cells_reader(name).map_err(xlsx_fault)?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(xlsx_fault)? {
            let Some(formula) = cell.formula else { continue };
            let (row, column) = cell.pos;
            let text = match &formula {
                XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
                    formula
                }
                _ => "",
            };
            if cell.value == DataRef::Empty {
                builder.add(row, column, CellKind::Valued, &format!("={text}"))?;
                note_formula(&mut builder.grid, cell.pos, text);
            } else if let Some(address) = linked_address(text) {
                builder.grid.link(row + 1, column, address.to_owned());
            }
        }
        Ok(())
    }
}

fn merged(Dimensions { start, end }: Dimensions) -> MergedCells {
    MergedCells { rows: (start.0, end.0), columns: (start.1, end.1) }
}

/// Whether an address is one of the web: a link may also lead to a cell or to a letter.
pub(super) fn is_web_address(target: &str) -> bool {
    target.starts_with("https://") || target.starts_with("http://")
}

/// Returns the address in `HYPERLINK("https://example.org/a", "Courier")`.
pub(super) fn linked_address(formula: &str) -> Option<&str> {
    let arguments = formula.trim_start_matches(['=', ' ']).strip_prefix("HYPERLINK(")?.trim_start();
    let (address, _) = arguments.strip_prefix('"')?.split_once('"')?;
    is_web_address(address).then_some(address)
}

fn xlsx_fault(error: XlsxError) -> WorkbookFault {
    match error {
        XlsxError::Password => {
            WorkbookFault::new("the workbook is protected with a password", "save it without one")
        }
        error => WorkbookFault::damaged(error),
    }
}
