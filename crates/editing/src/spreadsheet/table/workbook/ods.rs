//! Sheets of ODS workbooks: the parts `styles.xml` and `content.xml`, read as a stream.

use std::io::BufRead;

use quick_xml::events::Event;

use super::builder::GridBuilder;
use super::ods_rows::SheetReader;
use super::ods_styles::OdsStyles;
use super::ods_xml::{PartReader, attribute, push_text};
use super::package::open_package;
use super::sheet::{SheetName, WorkbookFault, WorkbookSheet, WorkbookSheets, is_named, no_header};
use crate::spreadsheet::table::grid::Grid;
use crate::spreadsheet::table::header;

/// Reads the sheets of an ODS workbook that have one of the names; where no name is given the only sheet, or the first one
/// with the columns that a sheet needs. Its content is unpacked and read once, sheet by sheet. `progress` hears the name of
/// each sheet before it is read.
pub(super) fn read_workbook(
    bytes: &[u8],
    names: &[String],
    progress: &dyn Fn(&str),
) -> Result<WorkbookSheets, WorkbookFault> {
    let mut package = open_package(bytes)?;
    let mut styles = OdsStyles::default();
    if package.index_for_name("styles.xml").is_some() {
        let mut part = PartReader::open(&mut package, "styles.xml")?;
        while let Some((event, _)) = part.next_event()? {
            read_style(&mut styles, &event)?;
        }
    }
    let mut content = PartReader::open(&mut package, "content.xml")?;
    let mut choice = SheetChoice::new(names);
    let mut next = 0;
    while let Some((event, depth)) = content.next_event()? {
        match &event {
            Event::Start(element) if depth == SHEET_DEPTH && element.name().as_ref() == "table:table" => {
                let style = attribute(element, "table:style-name")?.unwrap_or_default();
                let name = attribute(element, "table:name")?.unwrap_or_default();
                let sheet = SheetName { name, is_hidden: styles.is_hidden(&style) };
                if choice.wants(&sheet) {
                    progress(&sheet.name);
                    let grid = read_sheet(&mut content, &styles)?;
                    choice.take(next, &sheet.name, grid);
                }
                next += 1;
            }
            // What sheets are like stands before the first of them.
            event if next == 0 => read_style(&mut styles, event)?,
            _ => {}
        }
    }
    choice.finish()
}

/// How many elements a sheet lies in: the document, its body, the spreadsheet.
const SHEET_DEPTH: usize = 3;

/// What came of the cells of a sheet: they may be more than are taken.
type SheetCells = Result<Grid, (Grid, WorkbookFault)>;

/// Reads the sheet that has just begun to its end.
fn read_sheet(
    content: &mut PartReader<impl BufRead>,
    styles: &OdsStyles,
) -> Result<SheetCells, WorkbookFault> {
    let mut reader = SheetReader::new(styles, GridBuilder::new(usize::MAX));
    let mut fault = None;
    while let Some((event, depth)) = content.next_event()? {
        if depth == SHEET_DEPTH && matches!(event, Event::End(_)) {
            break;
        }
        if fault.is_none() {
            fault = reader.read(&event).err();
        }
    }
    let grid = reader.finish();
    Ok(match fault {
        None => Ok(grid),
        Some(fault) => Err((grid, fault)),
    })
}

/// The sheets that are read while a workbook goes by: those that are named, else the first with a header.
struct SheetChoice<'n> {
    names: &'n [String],
    chosen: Vec<WorkbookSheet>,
    fault: Option<WorkbookFault>,
    /// The first sheet that is shown, until there is another: if it is the only one it needs no header to be meant.
    only: Option<(usize, SheetCells)>,
    /// The names of the sheets that are shown.
    shown: Vec<String>,
}

impl<'n> SheetChoice<'n> {
    fn new(names: &'n [String]) -> Self {
        Self { names, chosen: Vec::new(), fault: None, only: None, shown: Vec::new() }
    }

    /// Whether a sheet that begins is to be read.
    fn wants(&mut self, sheet: &SheetName) -> bool {
        if !self.names.is_empty() {
            return is_named(sheet, self.names) && self.fault.is_none();
        }
        if sheet.is_hidden {
            return false;
        }
        self.shown.push(sheet.name.clone());
        self.only = None;
        self.chosen.is_empty() && self.fault.is_none()
    }

    /// Takes a sheet that was read.
    fn take(&mut self, index: usize, name: &str, cells: SheetCells) {
        let (Ok(grid) | Err((grid, _))) = &cells;
        if !self.names.is_empty() || header::has_header(grid.rows()) {
            self.choose(index, name, cells);
        } else if self.shown.len() == 1 {
            self.only = Some((index, cells));
        }
    }

    fn choose(&mut self, index: usize, name: &str, cells: SheetCells) {
        match cells {
            Ok(grid) => self.chosen.push(WorkbookSheet { index, name: name.to_owned(), grid }),
            Err((_, fault)) => self.fault = Some(fault),
        }
    }

    /// Returns what was chosen.
    fn finish(mut self) -> Result<WorkbookSheets, WorkbookFault> {
        if let Some((index, cells)) = self.only.take() {
            let name = self.shown.first().cloned().unwrap_or_default();
            self.choose(index, &name, cells);
        }
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if self.names.is_empty() && self.chosen.is_empty() {
            return Err(no_header(&self.shown));
        }
        let left_out =
            self.shown.into_iter().filter(|name| self.chosen.iter().all(|read| read.name != *name));
        Ok(WorkbookSheets { left_out: left_out.collect(), sheets: self.chosen })
    }
}

fn read_style(styles: &mut OdsStyles, event: &Event<'_>) -> Result<(), WorkbookFault> {
    match event {
        Event::Start(element) => styles.start(element)?,
        Event::End(element) => styles.end(element.name().as_ref()),
        event => {
            let mut text = String::new();
            push_text(&mut text, event)?;
            styles.text(&text);
        }
    }
    Ok(())
}
