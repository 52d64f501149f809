//! Messages, and the texts that are put into them. Knows no figures.

use super::direction::{runs_left_to_right, runs_right_to_left};

/// Puts texts into the `{placeholders}` of a message; a placeholder without a text stays as it is.
pub(super) fn interpolate(message: &str, texts: &[(&str, &str)]) -> String {
    let mut result = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some((before, name, after)) = next_placeholder(rest) {
        result.push_str(before);
        match texts.iter().find(|(placeholder, _)| *placeholder == name) {
            Some((_, text)) => result.push_str(text),
            None => result.extend(["{", name, "}"]),
        }
        rest = after;
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
/// direction, so that it doesn't move what stands around it.
pub(super) fn isolate(text: &str, is_right_to_left: bool) -> String {
    let is_foreign = match is_right_to_left {
        true => runs_left_to_right,
        false => runs_right_to_left,
    };
    if text.contains(is_foreign) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}
