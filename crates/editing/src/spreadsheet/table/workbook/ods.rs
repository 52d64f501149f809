//! Sheets of ODS workbooks: the parts `styles.xml` and `content.xml`, read as a stream.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read, Take};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::builder::GridBuilder;
use super::ods_rows::SheetReader;
use super::ods_styles::OdsStyles;
use super::package::{Package, ZipFile, open_package, too_large};
use super::{MAX_UNPACKED, SheetName, WorkbookFault, WorkbookSheet, WorkbookSheets, is_named, no_header};
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

/// Reads the events of a part of a workbook, each with how many elements it lies in.
struct PartReader<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
    /// Whether the last event began an element.
    has_begun: bool,
}

impl<'p, 'b> PartReader<BufReader<Take<ZipFile<'p, 'b>>>> {
    fn open(package: &'p mut Package<'b>, name: &str) -> Result<Self, WorkbookFault> {
        let part = package.by_name(name).map_err(WorkbookFault::damaged)?;
        let mut reader = Reader::from_reader(BufReader::with_capacity(READ_AT_ONCE, part.take(MAX_UNPACKED)));
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0, has_begun: false })
    }
}

/// How many bytes of a part are unpacked at once.
const READ_AT_ONCE: usize = 1 << 16;

impl<R: BufRead> PartReader<R> {
    /// Returns the next event; none at the end of the part.
    fn next_event(&mut self) -> Result<Option<(Event<'_>, usize)>, WorkbookFault> {
        self.buffer.clear();
        self.depth += usize::from(self.has_begun);
        let event = self.reader.read_event_into(&mut self.buffer).map_err(WorkbookFault::damaged)?;
        self.has_begun = matches!(event, Event::Start(_));
        match event {
            Event::Eof if self.reader.buffer_position() >= MAX_UNPACKED => return Err(too_large()),
            Event::Eof => return Ok(None),
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        Ok(Some((event, self.depth)))
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

/// Returns an attribute of an element.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, WorkbookFault> {
    let found = element.try_get_attribute(name).map_err(WorkbookFault::damaged)?;
    found.map(|attribute| text_of(&attribute)).transpose()
}

/// Returns the text of an attribute.
pub(super) fn text_of(attribute: &Attribute<'_>) -> Result<String, WorkbookFault> {
    normal_value(attribute).map(Cow::into_owned)
}

/// Returns the text of an attribute, as it is written where that says it.
pub(super) fn normal_value<'a>(attribute: &'a Attribute<'_>) -> Result<Cow<'a, str>, WorkbookFault> {
    attribute.normalized_value(XmlVersion::Implicit1_0).map_err(WorkbookFault::damaged)
}

/// Whether an attribute says no.
pub(super) fn is_false(value: &str) -> bool {
    value == "false" || value == "0"
}

/// Adds the text of an event, if it is one.
pub(super) fn push_text(text: &mut String, event: &Event<'_>) -> Result<(), WorkbookFault> {
    match event {
        Event::Text(content) => text.push_str(&content.xml10_content()),
        Event::CData(content) => text.push_str(&content.xml10_content()),
        Event::GeneralRef(reference) => {
            match reference.resolve_char_ref().map_err(WorkbookFault::damaged)? {
                Some(letter) => text.push(letter),
                None => {
                    let entity = quick_xml::escape::resolve_predefined_entity(reference);
                    text.push_str(entity.unwrap_or_default());
                }
            }
        }
        _ => {}
    }
    Ok(())
}
