//! What is wrong with the notation, in sentences for people who have never read its specification.

use jsonc_parser::ParseStringErrorKind;
use jsonc_parser::errors::ParseErrorKind;

use super::MAX_DEPTH;
use super::outline::{EarlyFault, Next, Outline, find_control_character};
use crate::findings::Finding;

const KEY_AND_VALUE: &str = "a key and its value are written `\"key\": value`";

/// Says that there is nothing.
pub(super) fn empty_file() -> Finding {
    not_json(0, 0, "the file is empty", "a dataset is an object: it begins with `{`")
}

/// Says that values are nested too deep at an offset.
pub(super) fn too_deep(start: usize) -> Finding {
    let message = format!("values are nested more than {MAX_DEPTH} deep here");
    Finding::error("too-deep", start..start + 1, message).with_help("a dataset needs seven levels")
}

/// Says what is wrong before the offset at which the parser gave up.
pub(super) fn describe_early(text: &str, fault: EarlyFault) -> Finding {
    let start = match fault {
        EarlyFault::TooDeep(start) => start,
        EarlyFault::ControlCharacter { text_start, .. } => text_start,
    };
    let finding = match fault {
        EarlyFault::TooDeep(start) => too_deep(start),
        EarlyFault::ControlCharacter { text_start, offset } => control_character(text, text_start, offset),
    };
    with_pointer_at(finding, text, start)
}

fn control_character(text: &str, text_start: usize, offset: usize) -> Finding {
    match text.as_bytes().get(offset) {
        Some(b'\n' | b'\r') => not_json(
            text_start,
            1,
            "this text is not closed on its line",
            "its `\"` is missing; a line break within a text is written `\\n`",
        ),
        Some(b'\t') => not_json(offset, 1, "a tab stands in this text", "write it as `\\t`"),
        Some(0) => not_json(offset, 1, "a NUL byte stands in this text", "save the file as UTF-8"),
        _ => not_json(offset, 1, "a control character stands in this text", "remove it"),
    }
}

/// Says what is wrong at the offset at which the parser gave up.
pub(super) fn describe(
    text: &str,
    offset: usize,
    kind: Option<&ParseErrorKind>,
    outline: &Outline,
) -> Finding {
    let finding = match kind {
        Some(ParseErrorKind::String(kind)) => unreadable_text(text, offset, kind),
        Some(ParseErrorKind::TrailingCommasNotAllowed) => {
            not_json(offset, 1, "a comma stands after the last item", "remove the comma")
        }
        Some(ParseErrorKind::UnterminatedObject | ParseErrorKind::UnterminatedArray) => {
            unclosed(offset, if text.as_bytes().get(offset) == Some(&b'{') { '}' } else { ']' })
        }
        Some(ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock) => {
            not_json(offset, 1, "JSON has no comments", "what a reader must know belongs into a `note`")
        }
        Some(
            ParseErrorKind::ExpectedDigit
            | ParseErrorKind::ExpectedDigitFollowingNegativeSign
            | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral,
        ) => {
            let (start, word) = word_around(text, offset);
            no_number(start, word)
        }
        _ => unexpected(text, offset, outline),
    };
    let start = finding.bytes().start.min(offset);
    with_pointer_at(finding, text, start)
}

/// Adds the JSON pointer to the value that an offset lies in.
fn with_pointer_at(finding: Finding, text: &str, offset: usize) -> Finding {
    match Outline::before(text.get(..offset).unwrap_or_default(), offset) {
        Ok(outline) => finding.with_pointer(outline.pointer()),
        Err(_) => finding,
    }
}

fn unreadable_text(text: &str, start: usize, kind: &ParseStringErrorKind) -> Finding {
    if *kind != ParseStringErrorKind::UnterminatedStringLiteral {
        return unknown_escape(start);
    }
    if let Some(EarlyFault::ControlCharacter { text_start, offset }) =
        find_control_character(text, start, text.len())
    {
        return control_character(text, text_start, offset);
    }
    let backslashes = text.bytes().rev().take_while(|&byte| byte == b'\\').count();
    if backslashes % 2 == 1 {
        return unknown_escape(text.len() - 1);
    }
    not_json(start, 1, "this text is not closed", "its `\"` is missing; is the file cut off?")
}

fn unknown_escape(start: usize) -> Finding {
    let help =
        "escapes are `\\n`, `\\t`, `\\\"`, `\\\\`, or `\\u` and the four hexadecimal digits of a character";
    not_json(start, 1, "this is not an escape of JSON", help)
}

/// Says what should stand where something else stands.
fn unexpected(text: &str, offset: usize, outline: &Outline) -> Finding {
    let (start, word) = word_around(text, offset);
    let is_number = word.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit());
    if is_number && (start + 1..start + word.len()).contains(&offset) {
        return no_number(start, word);
    }
    let blanks = |letter: char| letter.is_ascii_whitespace();
    let rest = text.get(offset..).unwrap_or_default();
    let (offset, rest) =
        (text.len() - rest.trim_start_matches(blanks).len(), rest.trim_start_matches(blanks));
    let length = rest.chars().next().map_or(0, char::len_utf8);
    if CONFLICT_MARKS.iter().any(|mark| rest.starts_with(mark)) {
        return conflict_mark(offset);
    }
    match (outline.next(), outline.innermost()) {
        (Next::Value, _) => no_value(rest, offset, length),
        (Next::End, _) => {
            let help = "a dataset is one object; remove what follows it";
            not_json(offset, length, "something follows the end of the dataset", help)
        }
        (_, Some((start, close))) if rest.is_empty() => unclosed(start, close),
        (Next::Key, _) => {
            not_json(offset, length, "a key in straight double quotes should stand here", KEY_AND_VALUE)
        }
        (Next::Colon, _) => not_json(offset, length, "a colon is missing after the key", KEY_AND_VALUE),
        (Next::Comma, innermost) => {
            let close = innermost.map_or('}', |(_, close)| close);
            let help = format!("items are separated by `,`, and `{close}` closes");
            not_json(offset, length, "a comma is missing before this", help)
        }
    }
}

const CONFLICT_MARK_LENGTH: usize = 7;
/// How the lines begin that git writes around the two sides of a merge conflict.
const CONFLICT_MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

fn conflict_mark(offset: usize) -> Finding {
    let help = "keep one side, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    Finding::error("merge-conflict", offset..offset + CONFLICT_MARK_LENGTH, "this file has a merge conflict")
        .with_help(help)
}

fn no_value(rest: &str, offset: usize, length: usize) -> Finding {
    let (message, help) = match rest.chars().next() {
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
        Some(letter) if letter == '-' || letter.is_ascii_digit() => {
            return no_number(offset, word_around(rest, 0).1);
        }
        Some(letter) if letter.is_alphabetic() => {
            let end =
                rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default();
            let help = "texts stand in double quotes; bare words are `null`, `true` and `false`";
            return not_json(offset, end, format!("`{word}` is not a JSON value"), help);
        }
        Some(_) => {
            ("this is not a JSON value", "a value is a text in double quotes, a number, a list or an object")
        }
    };
    not_json(offset, length, message, help)
}

fn no_number(start: usize, word: &str) -> Finding {
    let help = "a number is written like 230, -4 or 12.5, without leading zeros and separators";
    not_json(start, word.len(), "this is not a number", help)
}

/// The run of letters, digits and signs of a number around an offset, and where it begins.
fn word_around(text: &str, offset: usize) -> (usize, &str) {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+-._".contains(letter);
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let start = before.trim_end_matches(is_part).len();
    let end = text.len() - after.trim_start_matches(is_part).len();
    (start, text.get(start..end).unwrap_or_default())
}

fn unclosed(start: usize, close: char) -> Finding {
    let message = if close == '}' { "this object is not closed" } else { "this list is not closed" };
    not_json(start, 1, message, format!("its `{close}` is missing; is the file cut off?"))
}

fn not_json(start: usize, length: usize, message: impl Into<String>, help: impl Into<String>) -> Finding {
    Finding::error("not-json", start..start + length, message).with_help(help)
}
