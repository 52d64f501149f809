//! The line of a problem, cut to what fits, with what is meant underlined. Nothing in it reaches the terminal
//! that would move the cursor or turn the writing direction.

use unicode_width::UnicodeWidthChar;

use figure_tracker_core::problem::Place;

/// How many columns of a line are shown.
const WIDEST: usize = 100;
/// How many of them are kept for what follows what is meant; where they are not left, the line is cut at the
/// front.
const AFTER: usize = 20;
/// How many columns before what is meant are shown of a line that is cut at the front.
const BEFORE: usize = 40;
/// How many characters to either side are looked at: a file may be one line of many megabytes.
const LONGEST: usize = 200;

/// A line and where the carets go.
#[derive(Debug, PartialEq)]
pub(super) struct Excerpt {
    /// The line, safe to print.
    pub(super) line: String,
    /// Columns before the first caret.
    pub(super) indent: usize,
    /// How many carets.
    pub(super) carets: usize,
}

/// What to show of the text at a place.
pub(super) fn of(text: &str, place: &Place) -> Excerpt {
    let offset = (0..=place.offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let before: String = before.chars().rev().take(LONGEST).take_while(|letter| *letter != '\n').collect();
    let after: String = after.chars().take(LONGEST).take_while(|letter| !"\n\r".contains(*letter)).collect();
    let end = (0..=place.length.min(after.len())).rev().find(|&at| after.is_char_boundary(at)).unwrap_or(0);
    let (meant, rest) = after.split_at_checked(end).unwrap_or((&after, ""));
    let (before, meant) =
        (visible(before.trim_end_matches('\u{feff}')), first(&visible(meant), WIDEST - BEFORE));
    let fits = width(&before) + width(&meant) + AFTER <= WIDEST;
    let before = turned(&first(&before, if fits { WIDEST } else { BEFORE }));
    let (indent, carets) = (width(&before), width(&meant).max(1));
    let rest = first(&visible(rest), WIDEST.saturating_sub(indent + carets));
    Excerpt { line: [before, meant, rest].concat().trim_end().to_owned(), indent, carets }
}

/// A text in which a tab is four spaces, and every character that is not seen is shown as `�`.
pub(super) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' => visible.push_str("    "),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                visible.push('\u{fffd}');
            }
            _ if letter.is_control() => visible.push('\u{fffd}'),
            _ => visible.push(letter),
        }
    }
    visible
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn columns(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

/// The beginning of a text, with an ellipsis where it is cut.
fn first(text: &str, widest: usize) -> String {
    let mut cut = String::new();
    let mut left = widest;
    for letter in text.chars() {
        let Some(less) = left.checked_sub(columns(letter)) else { return cut + "…" };
        cut.push(letter);
        left = less;
    }
    cut
}

fn turned(text: &str) -> String {
    text.chars().rev().collect()
}
