//! Bytes to text: UTF-8, with or without its mark. What is something else gets a sentence, and nothing is guessed.

use crate::diagnostic::Diagnostic;
use crate::spreadsheet::report::RowPosition;

const SAVE: &str =
    "save the sheet as \"CSV UTF-8\"; in LibreOffice choose the character set \"Unicode (UTF-8)\"";

/// Returns the text of a file.
///
/// # Errors
/// What the file is instead, and in which line of it that shows.
pub(super) fn decode(bytes: &[u8], file: usize) -> Result<&str, Box<Diagnostic>> {
    let span = RowPosition { file, row: 0 }.span();
    let whole =
        |message: &str| Box::new(Diagnostic::error("not-utf8", span.clone(), message).with_help(SAVE));
    match bytes {
        [0x50, 0x4B, 3, 4, ..] => {
            return Err(whole("the file is a workbook or another zip archive, not CSV"));
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(whole("the file is an old Excel workbook, not CSV")),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(whole("the file is UTF-16")),
        [0, _, ..] | [_, 0, ..] => {
            return Err(whole("the file is UTF-16 or UTF-32: every other byte is zero"));
        }
        _ => {}
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        whole(&format!("line {line} is not UTF-8; the file may be Latin-1 or Windows-1252"))
    })?;
    if let Some(before) = text.split_once('\0').map(|(before, _)| before) {
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        return Err(whole(&format!("line {line} holds a NUL byte")));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
