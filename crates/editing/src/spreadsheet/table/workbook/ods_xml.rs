//! The XML of ODS workbooks: the events of a part, the attributes of an element, the text of an event.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read, Take};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::package::{Package, ZipFile, too_large};
use super::sheet::{MAX_UNPACKED, WorkbookFault};

/// Reads the events of a part of a workbook, each with how many elements it lies in.
pub(super) struct PartReader<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
    /// Whether the last event began an element.
    has_begun: bool,
}

impl<'p, 'b> PartReader<BufReader<Take<ZipFile<'p, 'b>>>> {
    pub(super) fn open(package: &'p mut Package<'b>, name: &str) -> Result<Self, WorkbookFault> {
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
    pub(super) fn next_event(&mut self) -> Result<Option<(Event<'_>, usize)>, WorkbookFault> {
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
