//! The rows and cells of one ODS sheet. A row or a cell that is the same as the one before it is written once, with how
//! often it is repeated; an empty one may be so a million times.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::builder::{GridBuilder, MergedCells, note_formula, note_remark};
use super::format::{CellFormat, Epoch, ShownCell};
use super::ods::{attribute, is_false, push_text};
use super::ods_styles::OdsStyles;
use super::xlsx::{is_web_address, linked_address};
use super::{MAX_COLUMNS, MAX_ROWS, WorkbookFault};
use crate::spreadsheet::table::grid::{CellKind, Grid};

/// Reads the events of one sheet.
pub(super) struct SheetReader<'s> {
    styles: &'s OdsStyles,
    formats: HashMap<String, CellFormat>,
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

/// A cell while it is read.
#[derive(Clone, Debug, Default)]
struct OdsCell {
    column: u32,
    repeats: u32,
    style: Option<String>,
    kind: Option<String>,
    value: Option<String>,
    formula: Option<String>,
    spanned: (u32, u32),
    text: String,
    paragraphs: usize,
    link: Option<String>,
}

impl<'s> SheetReader<'s> {
    /// Reads the events of a sheet into a grid.
    pub(super) fn new(styles: &'s OdsStyles, builder: GridBuilder) -> Self {
        Self {
            styles,
            formats: HashMap::new(),
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
                (self.column, self.cells) = (0, Vec::new());
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(self.read_cell(element)?),
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" => {
                // No more than a line of them: the number is the file's.
                let spaces = repeats(element, "text:c")?.min(100) as usize;
                self.cell.iter_mut().for_each(|cell| cell.text.push_str(&" ".repeat(spaces)));
            }
            "text:tab" | "text:line-break" => self.cell.iter_mut().for_each(|cell| cell.text.push(' ')),
            "text:a" => {
                let target = attribute(element, "xlink:href")?.filter(|target| is_web_address(target));
                if let Some(cell) = &mut self.cell {
                    cell.link = cell.link.take().or(target);
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

    fn read_cell(&self, element: &BytesStart<'_>) -> Result<OdsCell, WorkbookFault> {
        let kind = attribute(element, "office:value-type")?;
        let value = match kind.as_deref() {
            Some("date") => attribute(element, "office:date-value")?,
            Some("boolean") => attribute(element, "office:boolean-value")?,
            Some("string") => attribute(element, "office:string-value")?,
            _ => attribute(element, "office:value")?,
        };
        Ok(OdsCell {
            column: self.column,
            repeats: repeats(element, "table:number-columns-repeated")?,
            style: attribute(element, "table:style-name")?,
            kind,
            value,
            formula: attribute(element, "table:formula")?,
            spanned: (
                repeats(element, "table:number-rows-spanned")?,
                repeats(element, "table:number-columns-spanned")?,
            ),
            ..OdsCell::default()
        })
    }

    fn end(&mut self, name: &str) -> Result<bool, WorkbookFault> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.column = self.column.saturating_add(cell.repeats);
                    let is_filled = cell.value.is_some() || !cell.text.trim().is_empty();
                    if is_filled || cell.formula.is_some() {
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
        let cells = std::mem::take(&mut self.cells);
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
        Ok(true)
    }

    fn add_cell(&mut self, row: u32, column: u32, cell: &OdsCell) -> Result<bool, WorkbookFault> {
        if let (None, Some(formula)) = (&cell.kind, &cell.formula) {
            let formula = formula.trim_start_matches("of:").trim_start_matches('=');
            let more = self.builder.add(row, column, CellKind::Valued, &format!("={formula}"))?;
            note_formula(&mut self.builder.grid, (row, column), formula);
            return Ok(more);
        }
        let number = cell.value.as_deref().and_then(|value| value.parse::<f64>().ok());
        let (kind, shown) = match (cell.kind.as_deref(), number) {
            (Some("float" | "percentage" | "currency"), Some(number)) => {
                (CellKind::Valued, self.format_of(column, cell).show(number, Epoch::Of1900))
            }
            (Some("date"), _) => {
                let value = cell.value.as_deref().unwrap_or_default();
                (CellKind::Valued, plain(&self.format_of(column, cell).show_iso_date(value)))
            }
            (Some("boolean"), _) => {
                let is_false = cell.value.as_deref().is_none_or(is_false);
                (CellKind::Valued, plain(if is_false { "FALSE" } else { "TRUE" }))
            }
            (Some("string"), _) if cell.paragraphs == 0 => {
                (CellKind::Typed, plain(cell.value.as_deref().unwrap_or_default()))
            }
            _ => (CellKind::Typed, plain(&cell.text)),
        };
        let more = self.builder.add(row, column, kind, &shown.text)?;
        if more && !shown.text.trim().is_empty() {
            self.note_cell((row, column), cell, &shown, number);
        }
        Ok(more)
    }

    /// Takes down what is known of a cell besides its text.
    fn note_cell(&mut self, place: (u32, u32), cell: &OdsCell, shown: &ShownCell, number: Option<f64>) {
        let (row, column) = place;
        note_remark(&mut self.builder.grid, place, shown, number.unwrap_or_default());
        let formula = cell.formula.as_deref().map(|formula| formula.trim_start_matches("of:"));
        if let Some(link) = cell.link.as_deref().or(formula.and_then(linked_address)) {
            self.builder.grid.link(row + 1, column, link.to_owned());
        }
        let (rows, columns) = cell.spanned;
        if rows > 1 || columns > 1 {
            let last = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
            self.merges.push(MergedCells { rows: (row, last.0), columns: (column, last.1) });
        }
    }

    /// Returns the number format of a cell: of its own style, else of its row's, else of its column's.
    fn format_of(&mut self, column: u32, cell: &OdsCell) -> &CellFormat {
        let of_column = || {
            let found = self.column_styles.iter().find(|(end, _)| column < *end);
            found.map_or("", |(_, style)| style.as_str())
        };
        let style = cell.style.as_deref().or(self.row_style.as_deref()).unwrap_or_else(of_column).to_owned();
        let styles = self.styles;
        self.formats.entry(style).or_insert_with_key(|style| styles.format_of(style))
    }
}

fn plain(text: &str) -> ShownCell {
    ShownCell { text: text.to_owned(), remark: None }
}

/// Returns how often an element is repeated.
fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u32, WorkbookFault> {
    Ok(attribute(element, name)?.and_then(|count| count.parse().ok()).unwrap_or(1).max(1))
}
