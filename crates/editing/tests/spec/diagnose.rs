//! What is wrong with a data file: the notation, the shape, the rules.

mod any;
mod rules;
mod syntax;

use figure_tracker_editing::diagnose;
use figure_tracker_editing::diagnostic::{Diagnostic, Span};

const VALID: &str = include_str!("../../../../tests/data/valid.json");

/// Checks what is found in some bytes, as `severity[code] place: sentence; help`, followed by the text that is
/// underlined if `shows_text`.
#[track_caller]
fn check_bytes(bytes: &[u8], expected: &[&str], shows_text: bool) {
    let line = |diagnostic: &Diagnostic| {
        let Span::Text(span) = &diagnostic.span else { panic!("{diagnostic} is in no text") };
        let text = String::from_utf8_lossy(&bytes[span.start..span.end]);
        let text = if shows_text { format!(" @ {text}") } else { String::new() };
        format!("{}[{}] {diagnostic}{text}", diagnostic.severity, diagnostic.code)
    };
    let found: Vec<String> = diagnose(bytes).iter().map(line).collect();
    assert_eq!(found, expected, "\n{}\n", found.join("\n"));
}
