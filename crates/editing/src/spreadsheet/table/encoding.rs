//! Bytes to text: UTF-8, with or without its mark; any other encoding where it is named. What is something else is said,
//! with what it seems to be, and nothing is guessed.

use std::borrow::Cow;
use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostic::Diagnostic;
use crate::spreadsheet::report::RowPosition;
use figure_tracker_core::dataset::{EncodingFault, NotUtf8, decode_utf8};

const SAVE: &str =
    "save the sheet as \"CSV UTF-8\"; in LibreOffice choose the character set \"Unicode (UTF-8)\"";

/// Returns the usual name of an encoding that is read, such as `windows-1251`; none where it is not known.
///
/// ```
/// use figure_tracker_editing::spreadsheet::encoding_name;
///
/// assert_eq!(encoding_name("CP1251"), Some("windows-1251"));
/// assert_eq!(encoding_name("klingon"), None);
/// ```
pub fn encoding_name(label: &str) -> Option<&'static str> {
    Encoding::for_label(label.trim().as_bytes()).map(Encoding::name)
}

/// Returns the text of a file in the encoding that is named, else in UTF-8.
///
/// # Errors
/// What the file is instead, and in which line of it that shows.
pub(super) fn decode<'b>(
    bytes: &'b [u8],
    encoding: Option<&str>,
    file: RowPosition,
) -> Result<Cow<'b, str>, Box<Diagnostic>> {
    let fault = |message: &str, help: &str| {
        Box::new(Diagnostic::error("not-utf8", file.span(), message).with_help(help))
    };
    let text = match encoding.and_then(|name| Encoding::for_label(name.as_bytes())) {
        Some(encoding) => {
            decode_named(bytes, encoding).map_err(|error| fault(&error.to_string(), "name another"))?
        }
        None => Cow::Borrowed(decode_utf8(bytes).map_err(|error| explain(bytes, error, &fault))?),
    };
    if let Some((before, _)) = text.split_once('\0') {
        return Err(fault(&format!("line {} holds a NUL byte", line_of(before.as_bytes())), SAVE));
    }
    Ok(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Cow::Owned(text) => Cow::Owned(text),
    })
}

/// Decodes a text; its byte order mark has the last word.
fn decode_named<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Result<Cow<'b, str>, OtherEncoding> {
    let (text, used, has_errors) = encoding.decode(bytes);
    if !has_errors {
        return Ok(text);
    }
    let before = text.split_once('\u{fffd}').map_or("", |(before, _)| before);
    Err(OtherEncoding { line: line_of(before.as_bytes()), encoding: used })
}

/// A line that is not in the encoding that was named.
#[derive(Debug)]
struct OtherEncoding {
    line: usize,
    encoding: &'static Encoding,
}

/// `line 2 is not Shift_JIS`
impl fmt::Display for OtherEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is not {}", self.line, self.encoding.name())
    }
}

/// Says what a file that is not UTF-8 seems to be.
fn explain(
    bytes: &[u8],
    NotUtf8 { start, fault: kind, .. }: NotUtf8,
    fault: &dyn Fn(&str, &str) -> Box<Diagnostic>,
) -> Box<Diagnostic> {
    let line = line_of(bytes.get(..start).unwrap_or_default());
    let (message, seems) = match kind {
        EncodingFault::Utf16 | EncodingFault::ZeroBytes => (kind.to_string(), utf16_of(bytes)),
        EncodingFault::CutOff => (kind.to_string(), None),
        EncodingFault::Byte(_) => {
            let guess = guessed_encoding(bytes);
            (format!("line {line} is not UTF-8; the file seems to be {}", guess.name()), Some(guess))
        }
    };
    match seems {
        Some(encoding) => {
            let name = encoding.name().to_ascii_lowercase();
            fault(&message, &format!("read it with `--encoding {name}`, or {SAVE}"))
        }
        None => fault(&message, SAVE),
    }
}

fn utf16_of(bytes: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => Some(encoding),
        None if bytes.starts_with(&[0]) => Some(UTF_16BE),
        None => Some(UTF_16LE),
    }
}

/// Returns the encoding that a text without mark seems to have.
fn guessed_encoding(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == UTF_8 { encoding_rs::WINDOWS_1252 } else { guess }
}

/// Returns the number of the line that follows some bytes.
fn line_of(before: &[u8]) -> usize {
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}
