//! Text to a JSON tree whose every key and value knows where it stands, or the first place where it is no JSON.
//!
//! The library jsonc-parser gives the tree and the spans, with all its leniencies off; serde_json has the last word on
//! what is JSON. A test holds the two together. It knows no figures.

mod fault;
mod outline;

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde::de::IgnoredAny;

use crate::findings::Finding;
use crate::tree::move_value;
use outline::Outline;

/// How deep values may be nested; a dataset needs seven levels.
pub(crate) const MAX_DEPTH: usize = 64;

/// JSON as RFC 8259 has it, and nothing more.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Parses a piece of a text; none where it is no JSON, or values are nested more than `depth` deep in it.
pub(crate) fn parse_value(text: &str, bytes: Range<usize>, depth: usize) -> Option<Value<'_>> {
    let start = bytes.start;
    let piece = text.get(bytes)?;
    let mut value = parse_to_ast(piece, &CollectOptions::default(), &STRICT).ok()?.value?;
    if outline::first_too_deep(&value, depth).is_some() {
        return None;
    }
    move_value(&mut value, start);
    Some(value)
}

/// Finds the first place where a text is no JSON, or where values are nested more than [`MAX_DEPTH`] deep. The text has
/// no byte order mark.
pub(crate) fn find_syntax_fault(text: &str) -> Finding {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT);
    match parsed {
        Ok(parsed) => match (parsed.value, serde_json::from_str::<IgnoredAny>(text)) {
            (None, _) => fault::empty_file(),
            (Some(value), Ok(_)) => {
                fault::too_deep(outline::first_too_deep(&value, MAX_DEPTH).unwrap_or_default())
            }
            (Some(_), Err(error)) => describe(text, offset_of(&error, text), None),
        },
        Err(error) => describe(text, error.range().start, Some(error.kind())),
    }
}

/// Says what is wrong at or before an offset at which a parser gave up.
fn describe(text: &str, offset: usize, kind: Option<&ParseErrorKind>) -> Finding {
    match Outline::before(text, offset) {
        Ok(outline) => fault::describe(text, offset, kind, &outline),
        Err(early) => fault::describe_early(text, early),
    }
}

/// The offset of the character at which serde_json gave up.
fn offset_of(error: &serde_json::Error, text: &str) -> usize {
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let offset = (before + error.column()).saturating_sub(1).min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}
