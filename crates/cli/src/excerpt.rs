//! The line of a diagnostic, cut to what fits and safe to print.

use std::ops::Range;

/// How many bytes a line may have that is shown as it is.
const MAX_WHOLE: usize = 1000;
/// How many characters are shown of a longer line.
const MAX_LENGTH: usize = 100;
/// How many characters are shown before what is meant where the line is cut there.
const MAX_BEFORE: usize = 40;
/// How many characters are shown of what is meant.
const MAX_MEANT: usize = 60;

/// A line and what is underlined in it.
#[derive(Debug, PartialEq)]
pub(super) struct Excerpt {
    /// The line, safe to print.
    pub(super) line: String,
    /// The bytes of the line that are underlined.
    pub(super) underlined: Range<usize>,
    /// Whether the line is not cut.
    pub(super) is_whole: bool,
}

/// Cuts the line around some bytes out of a text. A text may be one line of many megabytes: no more of it is looked at
/// than is shown.
pub(super) fn cut_excerpt(text: &str, bytes: Range<usize>) -> Excerpt {
    let boundary =
        |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (start, end) = (boundary(bytes.start), boundary(bytes.end));
    let line_start = text.as_bytes().get(start.saturating_sub(MAX_WHOLE)..start).and_then(|before| {
        let newline = before.iter().rposition(|byte| *byte == b'\n').map(|at| at + 1);
        let is_first = start <= MAX_WHOLE;
        newline.or(is_first.then_some(0)).map(|at| start - before.len() + at)
    });
    let rest = text.as_bytes().get(start..text.len().min(start + MAX_WHOLE)).unwrap_or_default();
    let newline = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    let line_end = newline.or((rest.len() < MAX_WHOLE).then_some(rest.len())).map(|length| start + length);
    let piece = |range: Range<usize>| make_visible(text.get(range).unwrap_or_default());
    match (line_start, line_end) {
        (Some(line_start), Some(line_end)) => {
            let before = piece(line_start..start).replace('\u{feff}', "");
            let meant = piece(start..end.min(line_end).max(start));
            let after = piece(end.min(line_end).max(start)..line_end);
            let underlined = before.len()..before.len() + meant.len();
            Excerpt {
                line: [before, meant, after].concat().trim_end().to_owned(),
                underlined,
                is_whole: true,
            }
        }
        _ => cut_long_line(text, start, end),
    }
}

/// Cuts a piece out of a line that is too long to be shown.
fn cut_long_line(text: &str, start: usize, end: usize) -> Excerpt {
    let (before, after) = text.split_at_checked(start).unwrap_or((text, ""));
    let mut before: Vec<char> =
        before.chars().rev().take_while(|letter| *letter != '\n').take(MAX_BEFORE + 1).collect();
    let has_more = before.len() > MAX_BEFORE;
    before.truncate(MAX_BEFORE);
    let before = make_visible(&before.into_iter().rev().collect::<String>());
    let before = if has_more { format!("…{before}") } else { before };
    let (meant, rest) = after.split_at_checked(end.saturating_sub(start)).unwrap_or((after, ""));
    let rest = if meant.contains(['\n', '\r']) { "" } else { rest };
    let meant = shorten_text(&first_line(meant), MAX_MEANT);
    let left = MAX_LENGTH.saturating_sub(before.chars().count() + meant.chars().count());
    let rest = shorten_text(&first_line(rest), left);
    let underlined = before.len()..before.len() + meant.len();
    Excerpt { line: [before, meant, rest].concat().trim_end().to_owned(), underlined, is_whole: false }
}

/// The beginning of the first line of a text, safe to print.
fn first_line(text: &str) -> String {
    let letters = text.chars().take_while(|letter| !"\n\r".contains(*letter)).take(MAX_LENGTH + 1);
    make_visible(&letters.collect::<String>())
}

/// The beginning of a text, with an ellipsis where it is cut.
fn shorten_text(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A text in which every character that is not seen is shown as `�`, tabs apart.
pub(super) fn make_visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' => visible.push('\t'),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                visible.push('\u{fffd}');
            }
            _ if letter.is_control() => visible.push('\u{fffd}'),
            _ => visible.push(letter),
        }
    }
    visible
}
