//! No character that is not seen changes what is read: controls, and overrides of the writing direction.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::{Node, Shape};

/// No text and no key holds a control character or one that turns the writing direction around.
pub(super) fn characters(facts: &Facts<'_>, findings: &mut Findings) {
    node(facts.text, facts.root.node(), findings);
}

/// As deep as the tree, whose depth is limited.
fn node(text: &str, node: &Node<'_>, findings: &mut Findings) {
    match &node.shape {
        Shape::Text(content) => one(text, content, (node.start, node.end), findings),
        Shape::List(items) => items.iter().for_each(|item| self::node(text, item, findings)),
        Shape::Object(members) => {
            for member in members {
                one(text, &member.key, (member.start, member.end), findings);
                self::node(text, &member.node, findings);
            }
        }
        _ => {}
    }
}

/// Notes the first of them in a text, where it stands; the whole text where it is written as an escape.
fn one(text: &str, content: &str, span: (usize, usize), findings: &mut Findings) {
    if content.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return;
    }
    let Some(hidden) = content.chars().find(|letter| is_hidden(*letter)) else { return };
    let literal = text.get(span.0..span.1).and_then(|written| written.find(hidden));
    let place = literal.map_or(span, |at| (span.0 + at, span.0 + at + hidden.len_utf8()));
    let digit = |shift: u32| {
        char::from_digit(u32::from(hidden) >> shift & 15, 16).unwrap_or('0').to_ascii_uppercase()
    };
    let code: String = [12, 8, 4, 0].map(digit).iter().collect();
    let kind = if hidden.is_control() {
        "a control character"
    } else {
        "a character that turns the writing direction"
    };
    let message = ["this text holds ", kind, " (U+", &code, ")"].concat();
    findings.remark("hidden-character", place, message, Some("remove it".to_owned()));
}

fn is_hidden(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => letter.is_control(),
    }
}
