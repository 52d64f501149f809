//! XML 1.0 from texts of any kind: what it forbids, control characters above all, is not let in.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document while it is written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document with nothing in it.
    pub(super) fn new() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
    }

    /// Opens an element.
    pub(super) fn open_element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write_event(Event::Start(start_tag(name, attributes)));
    }

    /// Closes an element.
    pub(super) fn close_element(&mut self, name: &str) {
        self.write_event(Event::End(BytesEnd::new(name)));
    }

    /// An element without anything in it.
    pub(super) fn write_empty_element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write_event(Event::Empty(start_tag(name, attributes)));
    }

    /// An element with a text.
    pub(super) fn write_text_element(&mut self, name: &str, text: &str) {
        self.open_element(name, &[]);
        self.write_event(Event::Text(BytesText::new(&replace_forbidden_characters(text))));
        self.close_element(name);
    }

    /// The document.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write_event(&mut self, event: Event<'_>) {
        // Writing into memory does not fail.
        let _ = self.0.write_event(event);
    }
}

fn start_tag<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*replace_forbidden_characters(value)));
    }
    start
}

/// A text with U+FFFD in place of every character that XML 1.0 does not know.
fn replace_forbidden_characters(text: &str) -> Cow<'_, str> {
    let is_known = |c: char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => c >= ' ',
    };
    if text.chars().all(is_known) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if is_known(c) { c } else { '\u{fffd}' }).collect()
}
