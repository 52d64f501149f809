//! Messages, and the texts that are put into them. Knows no figures.

use super::direction::{runs_left_to_right, runs_right_to_left};

/// Puts texts into the `{placeholders}` of a message; a placeholder without a text stays as it is. A text that ends with
/// the point of an abbreviation (`14 марта 2022 г.`) ends a sentence with that.
pub(super) fn interpolate(message: &str, texts: &[(&str, &str)]) -> String {
    let mut result = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some((before, name, after)) = next_placeholder(rest) {
        result.push_str(before);
        match texts.iter().find(|(placeholder, _)| *placeholder == name) {
            Some((_, text)) => result.push_str(text),
            None => result.extend(["{", name, "}"]),
        }
        rest = if result.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
    }
    result.push_str(rest);
    result
}

/// The next placeholder of a message, with what stands before and after it.
fn next_placeholder(message: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = message.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Puts the text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE where it has letters of the other
/// direction or characters that turn the direction, so that it doesn't move what stands around it.
pub(super) fn isolate(text: &str, is_right_to_left: bool) -> String {
    let is_foreign = |letter| {
        let is_other_way = if is_right_to_left { runs_left_to_right } else { runs_right_to_left };
        is_other_way(letter) || is_bidi_control(letter)
    };
    if text.contains(is_foreign) { isolated(text) } else { text.to_owned() }
}

/// Begins a stretch whose direction is that of its first letter, and which moves nothing around it.
pub const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Ends an isolated stretch.
pub const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// Isolates a text, which itself has no isolated stretches any more: so the next end of one is its own.
pub(super) fn isolated(text: &str) -> String {
    let text = text.replace(['\u{2066}', '\u{2067}', FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE], "");
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}")
}

/// Closes what a text leaves open of isolated stretches, and leaves out what would close those around it: then an
/// override in it ends with its own stretch.
pub fn balance_isolates(text: &str) -> String {
    let mut open = 0_usize;
    let mut balanced = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        balanced.push(letter);
    }
    balanced + &"\u{2069}".repeat(open)
}

/// Returns whether a character changes the direction of what comes after it.
pub fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
