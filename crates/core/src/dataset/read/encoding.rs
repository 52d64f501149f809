//! Bytes to text: what is not UTF-8 is refused, and nothing is guessed.

use std::fmt;

use super::{ReadError, TextPosition};

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

/// Returns the text of a file.
///
/// # Errors
/// The first byte that is not UTF-8.
pub(super) fn decode_utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    let at_start = |fault| Err(ReadError::Encoding { at: TextPosition::START, fault });
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return at_start(EncodingFault::Utf16),
        [0, _, ..] | [_, 0, ..] => return at_start(EncodingFault::ZeroBytes),
        _ => {}
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
        let before = std::str::from_utf8(before).unwrap_or_default();
        let fault = match (error.error_len(), rest.first()) {
            (Some(_), Some(&byte)) => EncodingFault::Byte(byte),
            _ => EncodingFault::CutOff,
        };
        ReadError::Encoding { at: TextPosition::after(before), fault }
    })
}
