//! JSON (RFC 8259) to a located tree, in one walk over the text.
//!
//! Own code because of the places: serde_json tells where a fault is, but not where a value stands, and a
//! second reader beside it would cost the widget more bytes than this one. A test holds the two to the same
//! verdict on any text. It stops at the first fault in the notation and keeps what was read up to there.

mod fault;
mod text;

use self::fault::bracket;
use super::finding::Findings;
use super::index::Index;
use super::tree::{Member, Node, Shape};
use crate::small::cut;

/// How deep values may be nested; a data set needs seven levels.
const DEEPEST: usize = 64;

/// Up to how many members of an object are compared one by one.
const FEW: usize = 24;

/// Reads a document. After a fault the tree ends where the fault is.
pub(super) fn parse<'t>(text: &'t str, findings: &mut Findings) -> Node<'t> {
    let at = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut parser =
        Parser { text, at, depth: 0, broken: false, members: Vec::new(), items: Vec::new(), findings };
    parser.space();
    if parser.peek().is_none() {
        parser.fail(0, "the file is empty", Some("a data set is an object: it begins with `{`"));
    }
    let root = parser.value();
    parser.space();
    if parser.peek().is_some() {
        let hint = "a data set is one object; remove what follows it";
        parser.fail(parser.width(), "something follows the end of the data set", Some(hint));
    }
    root
}

struct Parser<'t, 'f> {
    text: &'t str,
    at: usize,
    depth: usize,
    broken: bool,
    /// The members of the objects, and the items of the lists, that are not closed yet: kept together, so that
    /// what is closed takes no more room than it needs.
    members: Vec<Member<'t>>,
    items: Vec<Node<'t>>,
    findings: &'f mut Findings,
}

impl<'t> Parser<'t, '_> {
    fn value(&mut self) -> Node<'t> {
        self.space();
        let start = self.at;
        self.depth += 1;
        let shape = match self.peek() {
            _ if self.depth > DEEPEST => self.too_deep(),
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => Shape::Text(self.string()),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.word(),
            _ => self.no_value(),
        };
        self.depth -= 1;
        Node { start, end: self.at, shape }
    }

    fn object(&mut self) -> Shape<'t> {
        let (open, first) = (self.at, self.members.len());
        let mut goes_on = self.opens(b'}');
        while goes_on {
            let start = self.at;
            if self.peek() != Some(b'"') {
                self.no_key(open);
                break;
            }
            let key = self.string();
            let end = self.at;
            self.space();
            if self.peek().is_none() {
                self.unclosed(open, b'}');
                break;
            }
            if self.peek() != Some(b':') {
                self.fail(
                    self.width(),
                    "a colon is missing after the key",
                    Some("a key and its value are written `\"key\": value`"),
                );
                break;
            }
            self.at += 1;
            let node = self.value();
            self.members.push(Member { key, start, end, again: false, node });
            goes_on = self.goes_on(open, b'}');
        }
        let mut members = self.members.split_off(first);
        self.mark_repeated(&mut members);
        Shape::Object(members)
    }

    fn list(&mut self) -> Shape<'t> {
        let (open, first) = (self.at, self.items.len());
        let mut goes_on = self.opens(b']');
        while goes_on {
            let item = self.value();
            self.items.push(item);
            goes_on = self.goes_on(open, b']');
        }
        Shape::List(self.items.split_off(first))
    }

    /// Steps over an opening bracket and tells whether anything stands before the closing one.
    fn opens(&mut self, close: u8) -> bool {
        self.at += 1;
        self.space();
        let empty = self.peek() == Some(close);
        self.at += usize::from(empty);
        !empty
    }

    /// Steps over what follows an item or a member and tells whether another one comes.
    fn goes_on(&mut self, open: usize, close: u8) -> bool {
        self.space();
        match self.peek() {
            _ if self.broken => return false,
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                self.space();
                if self.peek() == Some(close) {
                    self.at = comma;
                    self.fail(1, "a comma stands after the last item", Some("remove the comma"));
                }
                return !self.broken;
            }
            Some(byte) if byte == close => self.at += 1,
            Some(_) => {
                let hint = ["items are separated by `,`, and `", bracket(close), "` closes"].concat();
                self.fail(self.width(), "a comma is missing before this", Some(&hint));
            }
            None => self.unclosed(open, close),
        }
        false
    }

    fn number(&mut self) -> Shape<'t> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte)) {
            self.at += 1;
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        if !is_number(written) {
            let length = self.at - start;
            self.at = start;
            let hint = "a number is written like 230, -4 or 12.5, without leading zeros and separators";
            self.fail(length, "this is not a number", Some(hint));
        }
        Shape::Number(written)
    }

    fn word(&mut self) -> Shape<'t> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            self.at += 1;
        }
        match self.text.get(start..self.at) {
            Some("null") => Shape::Null,
            Some("true") => Shape::Bool(true),
            Some("false") => Shape::Bool(false),
            word => {
                let length = self.at - start;
                self.at = start;
                let message = ["`", word.unwrap_or_default(), "` is not a JSON value"].concat();
                self.fail(
                    length,
                    &message,
                    Some("texts stand in double quotes; bare words are `null`, `true` and `false`"),
                );
                Shape::Null
            }
        }
    }

    fn mark_repeated(&mut self, members: &mut [Member<'t>]) {
        let repeated: Vec<usize> = if members.len() > FEW {
            let index = Index::new(&mut members.iter().map(|member| member.key.as_ref()));
            index.each().filter(|(_, _, again)| *again).map(|(_, place, _)| place).collect()
        } else {
            let before = |place: usize| members.iter().take(place);
            let again = |place: &usize| {
                members.get(*place).is_some_and(|this| before(*place).any(|member| member.key == this.key))
            };
            (0..members.len()).filter(again).collect()
        };
        for index in repeated {
            if let Some(member) = members.get_mut(index) {
                member.again = true;
                let message = ["`", &member.key, "` stands twice in the same object"].concat();
                let hint = Some("keep one of the two".to_owned());
                self.findings.fault("duplicate-key", (member.start, member.end), message, hint);
            }
        }
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// How many bytes the next character takes.
    fn width(&self) -> usize {
        self.text.get(self.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }
}

/// Whether a text is a JSON number: `-? int frac? exp?`.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = cut(text, "eE");
    let (whole, fraction) = cut(mantissa, ".");
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix('+').or(e.strip_prefix('-')).unwrap_or(e)))
}
