//! Ids from texts: readable, the same for the same text, in the text's own script.
//!
//! Latin letters lose their accents; letters of every other script stay as they are, composed (NFC), in lower
//! case. What is neither letter nor digit becomes a hyphen.

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu::properties::{CodePointMapData, props::GeneralCategory};

/// How many characters an id made of one text may have.
const LONGEST: usize = 60;

/// How many characters an id may have that was made of several texts that begin alike: such an id stays as it is.
const LONGEST_ID: usize = LONGEST + 13;

/// Latin letters that do not come apart into a plain letter and a mark.
const LETTERS: [(char, &str); 14] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ł', "l"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ŋ', "ng"),
    ('ə', "a"),
    ('ŧ', "t"),
    ('ƶ', "z"),
];

/// The composed form of a text: the same for texts that look the same.
pub(crate) fn composed(text: &str) -> std::borrow::Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The id of a text; empty where it has no letter and no digit.
pub(crate) fn slug(text: &str) -> String {
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if plain
        && text.len() <= LONGEST_ID
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
    {
        return text.to_owned();
    }
    let mut slug = String::new();
    let mut latin = false;
    for letter in composed(&text.to_lowercase()).chars() {
        if is_mark(letter) {
            if !latin && slug.ends_with(|c: char| c != '-') {
                slug.push(letter);
            }
        } else if letter.is_alphanumeric() {
            latin = push(letter, &mut slug);
        } else if !slug.is_empty() && !slug.ends_with('-') && !is_within_words(letter) {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    cut(slug, if slug == text { LONGEST_ID } else { LONGEST })
}

/// Adds a letter, and tells whether it is Latin.
fn push(letter: char, slug: &mut String) -> bool {
    if letter.is_ascii() {
        slug.push(letter);
        return true;
    }
    if let Some((_, plain)) = LETTERS.iter().find(|(known, _)| *known == letter) {
        slug.push_str(plain);
        return true;
    }
    let mut buffer = [0; 4];
    let apart =
        DecomposingNormalizerBorrowed::new_nfd().normalize(letter.encode_utf8(&mut buffer)).into_owned();
    let first = apart.chars().next().unwrap_or(letter);
    slug.push(if first.is_ascii() { first } else { letter });
    first.is_ascii()
}

fn is_mark(letter: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    matches!(
        category,
        GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark | GeneralCategory::EnclosingMark
    )
}

/// Apostrophes and joiners, which stand inside of words.
fn is_within_words(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '\u{200b}'..='\u{200f}' | '\u{ad}')
}

/// At most so many characters, cut between words where there is a place for it.
fn cut(slug: &str, longest: usize) -> String {
    let Some((end, _)) = slug.char_indices().nth(longest) else { return slug.to_owned() };
    let short = slug.get(..end).unwrap_or(slug);
    let whole =
        short.rsplit_once('-').map(|(words, _)| words).filter(|words| words.chars().count() > longest / 2);
    whole.unwrap_or(short).trim_end_matches('-').to_owned()
}

/// A short name for a text, from its bytes alone (FNV-1a): `length` letters and digits, at most 12.
pub(crate) fn hash(text: &str, length: usize) -> String {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut rest = text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    // FNV mixes its low bits least: fold the high ones in.
    rest ^= rest >> 29;
    let mut short = String::new();
    for _ in 0..length.min(12) {
        let digit = u32::try_from(rest % 32).unwrap_or(0);
        short.extend(char::from_digit(digit, 32));
        rest /= 32;
    }
    short
}
