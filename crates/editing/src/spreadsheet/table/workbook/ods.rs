//! Sheets of ODS workbooks: the parts `styles.xml` and `content.xml`, read as a stream.

use std::io::{BufReader, Read};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::builder::GridBuilder;
use super::ods_rows::SheetReader;
use super::ods_styles::OdsStyles;
use super::package::{Package, open_package, too_large};
use super::{MAX_UNPACKED, SheetName, WorkbookFault};
use crate::spreadsheet::table::grid::Grid;

/// An ODS workbook.
pub(super) struct OdsWorkbook<'b> {
    package: Package<'b>,
    names: Vec<SheetName>,
    styles: OdsStyles,
}

impl<'b> OdsWorkbook<'b> {
    /// Opens a workbook: reads its styles and the names of its sheets.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, WorkbookFault> {
        let mut workbook =
            Self { package: open_package(bytes)?, names: Vec::new(), styles: OdsStyles::default() };
        let Self { package, names, styles } = &mut workbook;
        if package.index_for_name("styles.xml").is_some() {
            each_event(package, "styles.xml", |event, _| read_style(styles, event).map(|()| true))?;
        }
        each_event(package, "content.xml", |event, depth| {
            if let Event::Start(element) = event
                && element.name().as_ref() == "table:table"
                && depth == SHEET_DEPTH
            {
                let style = attribute(element, "table:style-name")?.unwrap_or_default();
                let name = attribute(element, "table:name")?.unwrap_or_default();
                names.push(SheetName { name, is_hidden: styles.is_hidden(&style) });
            }
            if depth < SHEET_DEPTH || names.is_empty() {
                read_style(styles, event)?;
            }
            Ok(true)
        })?;
        Ok(workbook)
    }

    /// Returns the sheets in their order.
    pub(super) fn names(&self) -> &[SheetName] {
        &self.names
    }

    /// Reads a sheet, the first `rows` of its rows that hold something.
    pub(super) fn read_sheet(&mut self, index: usize, rows: usize) -> Result<Grid, WorkbookFault> {
        let mut next = 0;
        let mut reader: Option<SheetReader<'_>> = None;
        let mut builder = Some(GridBuilder::new(rows));
        let styles = &self.styles;
        each_event(&mut self.package, "content.xml", |event, depth| match event {
            Event::Start(element) if depth == SHEET_DEPTH && element.name().as_ref() == "table:table" => {
                if next == index {
                    reader = builder.take().map(|builder| SheetReader::new(styles, builder));
                }
                next += 1;
                Ok(true)
            }
            Event::End(element) if depth == SHEET_DEPTH && element.name().as_ref() == "table:table" => {
                Ok(reader.is_none())
            }
            event => reader.as_mut().map_or(Ok(true), |reader| reader.read(event)),
        })?;
        Ok(reader.map(SheetReader::finish).unwrap_or_default())
    }
}

/// How many elements a sheet lies in: the document, its body, the spreadsheet.
const SHEET_DEPTH: usize = 3;

/// Calls `see` with each event of a part and with how many elements it lies in, until it wants no more.
fn each_event(
    package: &mut Package<'_>,
    name: &str,
    mut see: impl FnMut(&Event<'_>, usize) -> Result<bool, WorkbookFault>,
) -> Result<(), WorkbookFault> {
    let part = package.by_name(name).map_err(WorkbookFault::damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(part.take(MAX_UNPACKED)));
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut depth) = (Vec::new(), 0_usize);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(WorkbookFault::damaged)?;
        match &event {
            Event::Eof if reader.buffer_position() >= MAX_UNPACKED => return Err(too_large()),
            Event::Eof => return Ok(()),
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !see(&event, depth)? {
            return Ok(());
        }
        if matches!(event, Event::Start(_)) {
            depth += 1;
        }
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
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(WorkbookFault::damaged)?;
    Ok(value.into_owned())
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
