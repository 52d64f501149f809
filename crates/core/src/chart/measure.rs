//! How much room a text takes, judged by its characters alone: there is no font to ask before the first drawing.
//!
//! The estimates are a little wide on purpose, so that texts kept apart here are apart in every common face.

/// The least number of characters worth keeping of a text that is cut.
const WORTH: usize = 5;

/// What a cut text ends in.
const ELLIPSIS: char = '…';

/// Character ranges that aren't as wide as a lower-case letter, in em. First match wins.
const WIDTHS: [(char, char, f64); 36] = [
    ('0', '9', 0.6),
    ('\u{0}', '\u{1f}', 0.0),
    (' ', ' ', 0.3),
    ('i', 'j', 0.3),
    ('l', 'l', 0.3),
    ('f', 'f', 0.36),
    ('t', 't', 0.4),
    ('r', 'r', 0.42),
    ('m', 'm', 0.92),
    ('w', 'w', 0.8),
    ('I', 'I', 0.36),
    ('M', 'M', 0.92),
    ('W', 'W', 1.0),
    ('A', 'Z', 0.72),
    ('%', '%', 0.92),
    ('@', '@', 1.0),
    ('!', '/', 0.38),
    (':', ';', 0.34),
    ('\u{a0}', '\u{a0}', 0.3),
    ('\u{300}', '\u{36f}', 0.0),
    ('\u{410}', '\u{42f}', 0.76),
    ('\u{430}', '\u{44f}', 0.62),
    ('\u{591}', '\u{5bd}', 0.0),
    ('\u{64b}', '\u{65f}', 0.0),
    ('\u{900}', '\u{dff}', 0.7),
    ('\u{1100}', '\u{11ff}', 1.0),
    ('\u{2000}', '\u{200a}', 0.5),
    ('\u{200b}', '\u{200f}', 0.0),
    ('\u{2013}', '\u{2014}', 1.0),
    ('\u{2018}', '\u{201f}', 0.45),
    ('\u{2026}', '\u{2026}', 1.0),
    ('\u{202a}', '\u{202f}', 0.25),
    ('\u{2060}', '\u{206f}', 0.0),
    ('\u{2e80}', '\u{ffef}', 1.0),
    ('\u{1f000}', '\u{1faff}', 1.4),
    ('\u{20000}', '\u{3fffd}', 1.0),
];

/// The width of any other character, in em.
const OTHER: f64 = 0.58;

/// The width of a text in pixels at a font size in pixels.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// The text, cut to a width in pixels: at the end of a word where one is near, with an ellipsis. None where not
/// even a few characters fit.
pub fn fit(text: &str, size: f64, room: f64) -> Option<String> {
    if width(text, size) <= room {
        return Some(text.to_owned());
    }
    let mut used = em(ELLIPSIS) * size;
    let fits = |letter: &char| {
        used += em(*letter) * size;
        used <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    let word = kept.trim_end().rsplit_once(char::is_whitespace).map_or("", |(words, _)| words);
    let kept = if word.chars().count() * 2 > kept.chars().count() { word } else { &kept };
    let kept = kept.trim_end_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, ',' | ';' | ':' | '–' | '—' | '-')
    });
    (kept.chars().count() >= WORTH).then(|| [kept, "…"].concat())
}

fn em(letter: char) -> f64 {
    let found = WIDTHS.iter().find(|(first, last, _)| (*first..=*last).contains(&letter));
    found.map_or(OTHER, |(_, _, em)| *em)
}
