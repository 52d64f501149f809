//! Templates and the texts that are put into them. Knows no figures.

use crate::small::cut;

/// Puts texts into the `{placeholders}` of a template; a placeholder that is not given stays as it is.
pub(super) fn interpolate(template: &str, placeholders: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let (before, Some(after)) = cut(rest, "{") {
        filled.push_str(before);
        let (name, after) = cut(after, "}");
        match placeholders.iter().find(|(placeholder, _)| *placeholder == name) {
            Some((_, text)) => filled.push_str(text),
            None => filled.push_str(&["{", name, "}"].concat()),
        }
        rest = after.unwrap_or_default();
    }
    filled.push_str(rest);
    filled
}

/// The phrase for a plural category, else the one for `other`.
pub(super) fn choose<'a>(phrases: &[(&'a str, &'a str)], category: &str) -> &'a str {
    let of = |wanted: &str| phrases.iter().find(|(category, _)| *category == wanted);
    of(category).or_else(|| of("other")).map_or("", |(_, phrase)| phrase)
}

/// The language of a BCP 47 tag.
pub(super) fn language(tag: &str) -> &str {
    cut(tag, "-_").0
}

/// The text between FSI and PDI where it has letters of the other direction.
pub(super) fn isolated(text: &str, right_to_left: bool) -> String {
    let foreign = if right_to_left { is_left_to_right } else { is_right_to_left };
    if text.contains(foreign) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

/// The blocks of letters written from left to right, as far as a name can tell: the standard library's own table
/// of letters would cost the widget more bytes than it is worth.
fn is_left_to_right(letter: char) -> bool {
    matches!(
        letter,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{58f}' | '\u{900}'..='\u{1fff}' | '\u{2c00}'..='\u{d7ff}'
    )
}

fn is_right_to_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Two dates of one year without what both have in common: `10 January 2022` and `14 January 2022` give `10` and
/// `14 January 2022`. Of one month too, `January 10, 2022` and `January 14, 2022` give `January 10` and `14, 2022`.
pub(super) fn shared<'a>(from: &'a str, to: &'a str, same_month: bool) -> (&'a str, &'a str) {
    let both = from.char_indices().zip(to.chars());
    let start = word_end(both, char::is_whitespace).filter(|_| same_month);
    let both = from.char_indices().rev().zip(to.chars().rev());
    let end = word_end(both, |c| c.is_whitespace() || c == ',');
    let head = start.map_or(0, |(at, c)| at + c.len_utf8());
    let tail = end.map_or(from.len(), |(at, _)| at);
    match (from.split_at_checked(tail), to.split_at_checked(head)) {
        (Some((from, _)), Some((_, to))) if head < tail => (from, to),
        _ => (from, to),
    }
}

/// The last place in a common run of characters where a word ends.
fn word_end(
    both: impl Iterator<Item = ((usize, char), char)>,
    ends: impl Fn(char) -> bool,
) -> Option<(usize, char)> {
    both.take_while(|((_, a), b)| a == b).map(|(at, _)| at).filter(|(_, c)| ends(*c)).last()
}
