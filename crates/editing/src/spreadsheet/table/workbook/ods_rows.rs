//! The rows of one ODS sheet. A row or a cell that is the same as the one before it is written once, with how
//! often it is repeated; an empty one may be so a million times.

use quick_xml::events::{BytesStart, Event};

use super::builder::{GridBuilder, MergedCells, note_formula, note_remark};
use super::format::CellFormat;
use super::ods_cell::{OdsCell, repeats};
use super::ods_styles::OdsStyles;
use super::ods_xml::{attribute, push_text};
use super::sheet::{MAX_COLUMNS, MAX_ROWS, WorkbookFault};
use super::shown_cell::ShownCell;
use crate::hash::{HashMap, HashMapExt};
use crate::spreadsheet::table::grid::{CellKind, Grid};

/// Reads the events of one sheet.
pub(super) struct SheetReader<'s> {
    styles: &'s OdsStyles,
    formats: HashMap<String, CellFormat>,
    general: CellFormat,
    builder: GridBuilder,
    merges: Vec<MergedCells>,
    /// The styles of columns, each with the column behind its last.
    column_styles: Vec<(u32, String)>,
    row: u32,
    row_repeats: u32,
    row_style: Option<String>,
    cells: Vec<OdsCell>,
    column: u32,
    cell: Option<OdsCell>,
    /// How many elements within a cell are left out: remarks and drawings.
    skipped: usize,
}

impl<'s> SheetReader<'s> {
    /// Reads the events of a sheet into a grid.
    pub(super) fn new(styles: &'s OdsStyles, builder: GridBuilder) -> Self {
        Self {
            styles,
            formats: HashMap::new(),
            general: CellFormat::default(),
            builder,
            merges: Vec::new(),
            column_styles: Vec::new(),
            row: 0,
            row_repeats: 1,
            row_style: None,
            cells: Vec::new(),
            column: 0,
            cell: None,
            skipped: 0,
        }
    }

    /// Takes an event; tells whether more are wanted.
    pub(super) fn read(&mut self, event: &Event<'_>) -> Result<bool, WorkbookFault> {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return Ok(true);
        }
        match event {
            Event::Start(element) => self.start(element)?,
            Event::End(element) => return self.end(element.name().as_ref()),
            event => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0) {
                    push_text(&mut cell.text, event)?;
                }
            }
        }
        Ok(true)
    }

    /// Finishes the grid.
    pub(super) fn finish(self) -> Grid {
        self.builder.finish(&self.merges)
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookFault> {
        match element.name().as_ref() {
            "table:table-column" => {
                let last = self.column_styles.last().map_or(0, |(end, _)| *end);
                let end = last.saturating_add(repeats(element, "table:number-columns-repeated")?);
                let style = attribute(element, "table:default-cell-style-name")?.unwrap_or_default();
                self.column_styles.push((end, style));
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated")?;
                self.row_style = attribute(element, "table:default-cell-style-name")?;
                self.column = 0;
                self.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = Some(OdsCell::read(element, self.column)?);
            }
            name @ ("text:p" | "text:s" | "text:tab" | "text:line-break" | "text:a") => {
                if let Some(cell) = &mut self.cell {
                    cell.start_text(name, element)?;
                }
            }
            "text:span"
            | "table:table-row-group"
            | "table:table-rows"
            | "table:table-header-rows"
            | "table:table-columns"
            | "table:table-column-group"
            | "table:table-header-columns" => {}
            _ => self.skipped = 1,
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<bool, WorkbookFault> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.column = self.column.saturating_add(cell.repeats);
                    if !cell.is_empty() {
                        self.cells.push(cell);
                    }
                }
                Ok(true)
            }
            "table:table-row" => self.end_row(),
            _ => Ok(true),
        }
    }

    /// Adds the cells of a row, as often as it is repeated.
    fn end_row(&mut self) -> Result<bool, WorkbookFault> {
        let mut cells = std::mem::take(&mut self.cells);
        let first = self.row;
        self.row = self.row.saturating_add(self.row_repeats);
        if cells.is_empty() {
            return Ok(true);
        }
        for row in first..self.row.min(MAX_ROWS as u32 + 1) {
            for cell in &cells {
                let end = cell
                    .column
                    .saturating_add(cell.repeats)
                    .min(cell.column.saturating_add(MAX_COLUMNS as u32 + 1));
                for column in cell.column..end {
                    if !self.add_cell(row, column, cell)? {
                        return Ok(false);
                    }
                }
            }
        }
        cells.clear();
        self.cells = cells;
        Ok(true)
    }

    fn add_cell(&mut self, row: u32, column: u32, cell: &OdsCell) -> Result<bool, WorkbookFault> {
        if let Some(formula) = cell.formula_without_value() {
            let more = self.builder.add(row, column, CellKind::Valued, &format!("={formula}"))?;
            note_formula(&mut self.builder.grid, (row, column), formula);
            return Ok(more);
        }
        let format = if cell.needs_format() { Some(self.format_of(column, cell)) } else { None };
        let (kind, shown) = cell.show(format);
        let more = self.builder.add(row, column, kind, &shown.text)?;
        if more && !shown.text.trim().is_empty() {
            self.note_cell((row, column), cell, &shown);
        }
        Ok(more)
    }

    /// Takes down what is known of a cell besides its text.
    fn note_cell(&mut self, (row, column): (u32, u32), cell: &OdsCell, shown: &ShownCell<'_>) {
        note_remark(&mut self.builder.grid, (row, column), shown, cell.number().unwrap_or_default());
        if let Some(address) = cell.address() {
            self.builder.grid.link(row + 1, column, address.to_owned());
        }
        self.merges.extend(cell.merged_at(row, column));
    }

    /// Returns the number format of a cell: of its own style, else of its row's, else of its column's.
    fn format_of(&mut self, column: u32, cell: &OdsCell) -> &CellFormat {
        let of_column = || {
            let found = self.column_styles.iter().find(|(end, _)| column < *end);
            found.map_or("", |(_, style)| style.as_str())
        };
        let style = cell.style.as_deref().or(self.row_style.as_deref()).unwrap_or_else(of_column);
        // A name is copied only once: millions of cells have it.
        if !self.formats.contains_key(style) {
            self.formats.insert(style.to_owned(), self.styles.format_of(style));
        }
        self.formats.get(style).unwrap_or(&self.general)
    }
}
