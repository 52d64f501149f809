//! Bytes to text: what is not UTF-8 gets a sentence of its own, and nothing is guessed.

use crate::findings::Finding;

const SAVE: &str = "save the file as UTF-8";

/// Returns the text of a file.
///
/// # Errors
/// The first byte that is not UTF-8, and the text before it.
pub(crate) fn decode_utf8(bytes: &[u8]) -> Result<&str, Box<Finding>> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Err(not_utf8(0, 2, "the file is UTF-16")),
        [0, _, ..] | [_, 0, ..] => {
            Err(not_utf8(0, 1, "the file is UTF-16 or UTF-32: every other byte is zero"))
        }
        _ => std::str::from_utf8(bytes).map_err(|error| {
            let start = error.valid_up_to();
            let (length, message) = match error.error_len() {
                Some(length) => {
                    let byte = bytes.get(start).copied().unwrap_or_default();
                    let guess = "the file may be Latin-1 or Windows-1252";
                    (length, format!("the byte 0x{byte:02X} is not UTF-8; {guess}"))
                }
                None => (bytes.len() - start, "the file ends in the middle of a character".to_owned()),
            };
            not_utf8(start, length, &message)
        }),
    }
}

fn not_utf8(start: usize, length: usize, message: &str) -> Box<Finding> {
    Box::new(Finding::error("not-utf8", start..start + length, message).with_help(SAVE))
}
