//! Bytes to text: what is not UTF-8 is refused, and nothing is guessed.

use std::fmt;

use super::TextPosition;

/// Why some bytes are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingFault {
    /// The file begins with the byte order mark of UTF-16.
    Utf16,
    /// Every other byte is zero, as in UTF-16 and UTF-32.
    ZeroBytes,
    /// The file ends in the middle of a character.
    CutOff,
    /// A byte that no character has here.
    Byte(u8),
}

impl fmt::Display for EncodingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utf16 => f.write_str("the file is UTF-16"),
            Self::ZeroBytes => f.write_str("the file is UTF-16 or UTF-32: every other byte is zero"),
            Self::CutOff => f.write_str("the file ends in the middle of a character"),
            Self::Byte(byte) => {
                write!(f, "the byte 0x{byte:02X} is not UTF-8; the file may be Latin-1 or Windows-1252")
            }
        }
    }
}

/// Where some bytes stop being UTF-8, and what they are instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The first byte that is wrong, from 0.
    pub start: usize,
    /// How many bytes are wrong there.
    pub length: usize,
    /// What is wrong with them.
    pub fault: EncodingFault,
}

/// Returns the text of a file, with its byte order mark if it has one.
///
/// # Errors
/// The first byte that is not UTF-8.
pub fn decode_utf8(bytes: &[u8]) -> Result<&str, NotUtf8> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            return Err(NotUtf8 { start: 0, length: 2, fault: EncodingFault::Utf16 });
        }
        [0, _, ..] | [_, 0, ..] => {
            return Err(NotUtf8 { start: 0, length: 1, fault: EncodingFault::ZeroBytes });
        }
        _ => {}
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        match (error.error_len(), bytes.get(start)) {
            (Some(length), Some(&byte)) => NotUtf8 { start, length, fault: EncodingFault::Byte(byte) },
            _ => NotUtf8 { start, length: bytes.len() - start, fault: EncodingFault::CutOff },
        }
    })
}

impl NotUtf8 {
    /// Returns the line and the column of the first byte that is wrong.
    pub(super) fn position(self, bytes: &[u8]) -> TextPosition {
        let before = bytes.get(..self.start).unwrap_or_default();
        TextPosition::after(std::str::from_utf8(before).unwrap_or_default())
    }
}
