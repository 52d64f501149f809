//! Bytes to text: what is not UTF-8 gets a sentence of its own, and nothing is guessed.

use crate::problem::{Place, Problem, Severity};

const SAVE: &str = "save the file as UTF-8";

/// The text of a file.
///
/// # Errors
/// The problem with the first byte that is not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Box<Problem>> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(problem("", 2, "the file is UTF-16")),
        [0, _, ..] | [_, 0, ..] => {
            return Err(problem("", 1, "the file is UTF-16 or UTF-32: every other byte is zero"));
        }
        _ => {}
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
        let before = std::str::from_utf8(before).unwrap_or_default();
        let byte = rest.first().copied().unwrap_or_default();
        let cut_off = error.error_len().is_none();
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase();
        let name: String = ['0', 'x', digit(byte >> 4), digit(byte & 15)].iter().collect();
        let message = match cut_off {
            true => "the file ends in the middle of a character".to_owned(),
            false => ["the byte ", &name, " is not UTF-8; the file may be Latin-1 or Windows-1252"].concat(),
        };
        problem(before, error.error_len().unwrap_or(rest.len()), &message)
    })
}

fn problem(before: &str, length: usize, message: &str) -> Box<Problem> {
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let start = before.bytes().rposition(|byte| byte == b'\n').map_or(0, |end| end + 1);
    let last = before.get(start..).unwrap_or_default();
    let column = last.trim_start_matches('\u{feff}').chars().count() + 1;
    let place = Place { line, column, offset: before.len(), length, pointer: String::new() };
    let (message, hint) = (message.to_owned(), Some(SAVE.to_owned()));
    Box::new(Problem { severity: Severity::Error, code: "not-utf8", place, message, hint })
}
