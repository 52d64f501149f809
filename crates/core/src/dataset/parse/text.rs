//! Texts in JSON: their escapes, and where they end.

use std::borrow::Cow;

use super::Parser;

impl<'t> Parser<'t, '_> {
    /// A text without its quotes and escapes.
    pub(super) fn string(&mut self) -> Cow<'t, str> {
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
        let mut number = 0;
        for digit in self.rest().get(..4)? {
            number = number * 16 + char::from(*digit).to_digit(16)?;
        }
        self.at += 4;
        u16::try_from(number).ok()
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
