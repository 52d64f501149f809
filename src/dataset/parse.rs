//! JSON (RFC 8259) to a located tree, in one walk over the text.
//!
//! Own code because of the places: serde_json tells where a fault is, but not where a value stands, and a
//! second reader beside it would cost the widget more bytes than this one. A test holds the two to the same
//! verdict on any text. It stops at the first fault in the notation and keeps what was read up to there.

use std::borrow::Cow;

use super::finding::Findings;
use super::tree::{Member, Node, Shape};

/// How deep values may be nested; a data set needs seven levels.
const DEEPEST: usize = 64;

/// Reads a document. After a fault the tree ends where the fault is.
pub(super) fn parse<'t>(text: &'t str, findings: &mut Findings) -> Node<'t> {
    let at = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut parser = Parser { text, at, depth: 0, broken: false, findings };
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
        let (open, mut members) = (self.at, Vec::new());
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
            members.push(Member { key, start, end, again: false, node });
            goes_on = self.goes_on(open, b'}');
        }
        self.mark_repeated(&mut members);
        Shape::Object(members)
    }

    fn list(&mut self) -> Shape<'t> {
        let (open, mut items) = (self.at, Vec::new());
        let mut goes_on = self.opens(b']');
        while goes_on {
            items.push(self.value());
            goes_on = self.goes_on(open, b']');
        }
        Shape::List(items)
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

    /// A text without its quotes and escapes.
    fn string(&mut self) -> Cow<'t, str> {
        let open = self.at;
        self.at += 1;
        let mut whole: Cow<'t, str> = Cow::Borrowed("");
        loop {
            let start = self.at;
            let rest = self.rest();
            let plain = rest.iter().position(|&byte| byte < 0x20 || byte == b'"' || byte == b'\\');
            self.at += plain.unwrap_or(rest.len());
            whole += self.text.get(start..self.at).unwrap_or_default();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return whole;
                }
                Some(b'\\') => match self.escape() {
                    Some(letter) => whole.to_mut().push(letter),
                    None => return whole,
                },
                other => {
                    self.unclosed_text(open, other);
                    return whole;
                }
            }
        }
    }

    /// The letter that an escape such as `\n` or `\u00e9` stands for.
    fn escape(&mut self) -> Option<char> {
        let start = self.at;
        let name = self.text.as_bytes().get(start + 1).copied();
        self.at += 2;
        let simple = ESCAPES.iter().find(|(byte, _)| Some(*byte) == name).map(|&(_, letter)| letter);
        let letter = simple.or_else(|| if name == Some(b'u') { self.code_point() } else { None });
        if letter.is_none() {
            self.at = start;
            let hint = "escapes are `\\n`, `\\t`, `\\\"`, `\\\\`, or `\\u` and the four hexadecimal digits of a character";
            self.fail(1, "this is not an escape of JSON", Some(hint));
        }
        letter
    }

    /// The character written as four hexadecimal digits, or as two such halves.
    fn code_point(&mut self) -> Option<char> {
        let first = self.hex()?;
        let pair = (0xD800..0xDC00).contains(&first) && self.rest().starts_with(b"\\u");
        if !pair {
            return char::from_u32(u32::from(first));
        }
        self.at += 2;
        let second = self.hex()?;
        char::decode_utf16([first, second]).next().and_then(Result::ok)
    }

    /// Four hexadecimal digits.
    fn hex(&mut self) -> Option<u16> {
        let digits =
            self.text.get(self.at..self.at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.at += 4;
        u16::from_str_radix(digits, 16).ok()
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
        let mut keys: Vec<(&str, usize)> =
            members.iter().enumerate().map(|(index, member)| (member.key.as_ref(), index)).collect();
        keys.sort_unstable();
        let repeated = |pair: &[(&str, usize)]| match pair {
            [(a, _), (b, index)] if a == b => Some(*index),
            _ => None,
        };
        let repeated: Vec<usize> = keys.windows(2).filter_map(repeated).collect();
        for index in repeated {
            if let Some(member) = members.get_mut(index) {
                member.again = true;
                let message = ["`", &member.key, "` stands twice in the same object"].concat();
                let hint = Some("keep one of the two".to_owned());
                self.findings.fault("duplicate-key", (member.start, member.end), message, hint);
            }
        }
    }

    fn no_value(&mut self) -> Shape<'t> {
        let letter = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let (message, hint) = match letter {
            None => ("the file ends where a value should stand", "is the file cut off?"),
            Some(',' | ']' | '}' | ':') => {
                ("a value is missing before this", "where nothing is known, write `null`")
            }
            Some('/' | '#') => ("JSON has no comments", "what a reader must know belongs into a `note`"),
            Some('\'' | '`' | '\u{2018}'..='\u{201f}' | '\u{ab}') => {
                ("this is not a quotation mark of JSON", "texts stand in straight double quotes")
            }
            Some('+' | '.') => ("this is not a number", "a number is written like 230, -4 or 0.5"),
            Some('\0') => ("a NUL byte stands here", "save the file as UTF-8"),
            Some(_) => (
                "this is not a JSON value",
                "a value is a text in double quotes, a number, a list or an object",
            ),
        };
        self.fail(self.width(), message, Some(hint));
        Shape::Null
    }

    fn no_key(&mut self, open: usize) {
        match self.peek() {
            None => self.unclosed(open, b'}'),
            Some(_) => {
                self.fail(
                    self.width(),
                    "a key in straight double quotes should stand here",
                    Some("a key and its value are written `\"key\": value`"),
                );
            }
        }
    }

    fn unclosed(&mut self, open: usize, close: u8) {
        self.at = open;
        let hint = ["its `", bracket(close), "` is missing; is the file cut off?"].concat();
        let message = if close == b'}' { "this object is not closed" } else { "this list is not closed" };
        self.fail(1, message, Some(&hint));
    }

    fn unclosed_text(&mut self, open: usize, byte: Option<u8>) {
        let (at, message, hint) = match byte {
            None => (open, "this text is not closed", "its `\"` is missing; is the file cut off?"),
            Some(b'\n' | b'\r') => (
                open,
                "this text is not closed on its line",
                "its `\"` is missing; a line break within a text is written `\\n`",
            ),
            Some(b'\t') => (self.at, "a tab stands in this text", "write it as `\\t`"),
            Some(0) => (self.at, "a NUL byte stands in this text", "save the file as UTF-8"),
            Some(_) => (self.at, "a control character stands in this text", "remove it"),
        };
        self.at = at;
        self.fail(1, message, Some(hint));
    }

    fn too_deep(&mut self) -> Shape<'t> {
        let message = ["values are nested more than ", &DEEPEST.to_string(), " deep here"].concat();
        self.stop("too-deep", 1, &message, Some("a data set needs seven levels"));
        Shape::Null
    }

    fn fail(&mut self, length: usize, message: &str, hint: Option<&str>) {
        self.stop("not-json", length, message, hint);
    }

    /// Notes the first fault in the notation and goes to the end of the text.
    fn stop(&mut self, code: &'static str, length: usize, message: &str, hint: Option<&str>) {
        if !self.broken {
            let span = (self.at, self.at + length);
            self.findings.fault(code, span, message.to_owned(), hint.map(str::to_owned));
        }
        self.broken = true;
        self.at = self.text.len();
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

/// What may follow a backslash, `\u` apart.
const ESCAPES: [(u8, char); 8] = [
    (b'"', '"'),
    (b'\\', '\\'),
    (b'/', '/'),
    (b'b', '\u{8}'),
    (b'f', '\u{c}'),
    (b'n', '\n'),
    (b'r', '\r'),
    (b't', '\t'),
];

fn bracket(close: u8) -> &'static str {
    if close == b'}' { "}" } else { "]" }
}

/// Whether a text is a JSON number: `-? int frac? exp?`.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
