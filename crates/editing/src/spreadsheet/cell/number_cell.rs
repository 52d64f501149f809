//! A cell for a number: read, or refused with what would be right. Help names a number only where it is the cell's own.

use crate::spreadsheet::cell::digits::{self, SeparatorStyle};
use crate::spreadsheet::cell::quantity::{Quantity, Unread, parse_quantity};
use crate::spreadsheet::cell::remark::refuse_disguised;
use crate::spreadsheet::cell::{CellError, phrase};

/// Parses a cell.
///
/// # Errors
/// What is not a number, or could be read in two ways.
pub(crate) fn read_quantity(text: &str, style: SeparatorStyle) -> Result<Quantity, CellError> {
    refuse_disguised(text)?;
    parse_quantity(text, style).map_err(|unread| match unread {
        Unread::Wrong(error) => error,
        Unread::Unknown { word, has_digits } => unknown_word(text, &word, has_digits, style),
    })
}

/// Says what is wrong with a cell that has an unknown word beside its number.
fn unknown_word(text: &str, word: &str, has_digits: bool, style: SeparatorStyle) -> CellError {
    let help = if !has_digits {
        "write the number in digits; what was said in words alone goes into `words`".to_owned()
    } else if let Some((number, mark)) =
        without_footnote(text).filter(|(number, _)| is_quantity(number, style))
    {
        format!(
            "write the number alone, `{number}`; `{mark}` is a footnote mark: its text belongs into `note`"
        )
    } else if let Some((number, remark)) =
        without_remark(text).filter(|(number, _)| is_quantity(number, style))
    {
        format!("write the number alone, `{number}`; `{remark}` belongs into `note`")
    } else if let Some((number, word)) =
        without_word(text, word).filter(|(number, _)| is_quantity(number, style))
    {
        format!("write the number alone, `{number}`; `{word}` belongs into `unit`, `words` or `note`")
    } else {
        "write the number alone, in digits; what was said in words goes into `words`, what else is to be known into `note`"
            .to_owned()
    };
    CellError::new("bad-number", text, "is not a number", help)
}

fn is_quantity(text: &str, style: SeparatorStyle) -> bool {
    refuse_disguised(text).is_ok() && parse_quantity(text, style).is_ok()
}

/// Takes a footnote mark off: `1,205*`, `1,205[3]`, `1,205¹`.
fn without_footnote(text: &str) -> Option<(&str, &str)> {
    let is_mark = |letter: char| matches!(letter, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | 'ᵃ'..='ᶻ');
    let number = match text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        Some((number, inside)) if inside.len() <= 3 && inside.chars().all(char::is_alphanumeric) => number,
        _ => text.trim_end_matches(is_mark),
    };
    let mark = text.strip_prefix(number).filter(|mark| !mark.is_empty())?;
    Some((number.trim_end(), mark))
}

/// Takes a remark in parentheses off the end, if no word in it changes the number.
fn without_remark(text: &str) -> Option<(&str, &str)> {
    let (number, inside) = text.strip_suffix(')')?.split_once('(')?;
    let mut words = inside
        .split(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .filter(|word| !word.is_empty());
    let starts_with_word = inside.starts_with(char::is_alphabetic);
    let changes = words.any(|word| phrase::changes_number(&word.to_lowercase()) || word.starts_with("000"));
    let remark = text.strip_prefix(number)?;
    (starts_with_word && !changes && !inside.contains('(')).then_some((number.trim_end(), remark))
}

/// Takes one unknown word off, if there are digits only on one side of it and it does not change the number.
fn without_word<'t>(text: &'t str, word: &str) -> Option<(String, &'t str)> {
    let bare = word.trim_end_matches(':');
    let is_word = !bare.is_empty() && bare.chars().all(char::is_alphabetic) && !phrase::changes_number(bare);
    let start = text.char_indices().map(|(at, _)| at).find(|at| {
        let rest = text.get(*at..).unwrap_or_default();
        let candidate: String = rest.chars().take(word.chars().count()).collect();
        candidate.to_lowercase() == word
    })?;
    let length: usize = text.get(start..)?.chars().take(word.chars().count()).map(char::len_utf8).sum();
    let (before, found, after) =
        (text.get(..start)?, text.get(start..start + length)?, text.get(start + length..)?);
    let has_digits = |text: &str| digits::plain(text).contains(|letter: char| letter.is_ascii_digit());
    (is_word && has_digits(before) != has_digits(after))
        .then(|| ([before.trim_end(), after.trim_start()].concat(), found.trim_end_matches(':')))
}
