//! No character that is not seen changes what is read: controls, and overrides of the writing direction.

use std::ops::Range;

use jsonc_parser::ast::Value;

use crate::document::Document;
use crate::findings::Finding;
use crate::report::Report;
use crate::tree::{bytes_of, key_bytes};

/// Warns of every text and every key that holds one.
pub(super) fn check_texts(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let tree = document.tree();
    check_value(tree.text(), tree.root(), report);
    let is_suspect = |bytes: &Range<usize>| tree.text().get(bytes.clone()).is_some_and(may_hold_invisible);
    let suspects = tree.lists().flat_map(|(_, items)| items).filter(|bytes| is_suspect(bytes));
    for item in suspects.filter_map(|bytes| tree.parse_item(bytes)) {
        check_value(tree.text(), &item, report);
    }
}

/// Whether JSON may hold such a character, as it is or as an escape. Between values lines may end in any way.
fn may_hold_invisible(written: &str) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t' | b' '..=b'[' | b']'..=b'~');
    if written.bytes().all(is_plain) {
        return false;
    }
    written.contains('\\') || written.contains(|letter| letter != '\r' && is_invisible(letter))
}

/// As deep as the tree, whose depth is limited.
fn check_value(text: &str, value: &Value<'_>, report: &mut Report<'_, '_>) {
    match value {
        Value::StringLit(content) => check_text(text, &content.value, bytes_of(content), report),
        Value::Array(list) => list.elements.iter().for_each(|item| check_value(text, item, report)),
        Value::Object(object) => {
            for member in &object.properties {
                check_text(text, member.name.as_str(), key_bytes(member), report);
                check_value(text, &member.value, report);
            }
        }
        _ => {}
    }
}

/// Reports the first of them in a text, where it stands; the whole text where it is written as an escape.
fn check_text(text: &str, content: &str, bytes: Range<usize>, report: &mut Report<'_, '_>) {
    if content.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return;
    }
    let Some(invisible) = content.chars().find(|letter| is_invisible(*letter)) else { return };
    let literal = text.get(bytes.clone()).and_then(|written| written.find(invisible));
    let place = literal.map_or(bytes.clone(), |at| bytes.start + at..bytes.start + at + invisible.len_utf8());
    let kind = if invisible.is_control() {
        "a control character"
    } else {
        "a character that turns the writing direction"
    };
    let message = format!("this text holds {kind} (U+{:04X})", u32::from(invisible));
    report.add(Finding::warning("invisible-character", place, message).with_help("remove it"));
}

fn is_invisible(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => letter.is_control(),
    }
}
