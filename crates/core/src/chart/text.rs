//! Estimates how wide a text is from its characters alone: there is no font to ask before the first drawing.
//!
//! The estimates are a little wide on purpose, so that texts kept apart here are apart in every common font.

/// The fewest characters worth keeping of a text that is cut.
const MIN_KEPT_CHARACTERS: usize = 5;

/// The end of a text that is cut.
const ELLIPSIS: char = '…';

/// The widths of ranges of characters, in em. The first match wins.
const CHARACTER_WIDTHS: [(char, char, f64); 36] = [
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

/// The width of any other character, in em: about that of a lower-case letter.
const DEFAULT_WIDTH: f64 = 0.58;

/// Estimates the width of a text in pixels, at a font size in pixels.
///
/// ```
/// use figure_tracker_core::chart::text::text_width;
///
/// assert_eq!(text_width("225", 10.0), 18.0);
/// assert_eq!(text_width("死者数", 10.0), 30.0);
/// ```
pub fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(character_width).sum::<f64>() * font_size
}

/// Cuts a text to a width in pixels: at the end of a word where one is near, with an ellipsis. Returns none where
/// not even a few characters fit.
///
/// ```
/// use figure_tracker_core::chart::text::fit_text;
///
/// assert_eq!(fit_text("The commission reports", 10.0, 95.0).as_deref(), Some("The commission…"));
/// assert_eq!(fit_text("The commission reports", 10.0, 20.0), None);
/// ```
pub fn fit_text(text: &str, font_size: f64, max_width: f64) -> Option<String> {
    if text_width(text, font_size) <= max_width {
        return Some(text.to_owned());
    }
    let mut width = character_width(ELLIPSIS) * font_size;
    let fits = |character: &char| {
        width += character_width(*character) * font_size;
        width <= max_width
    };
    let kept: String = text.chars().take_while(fits).collect();
    let whole_words = kept.trim_end().rsplit_once(char::is_whitespace).map_or("", |(words, _)| words);
    let is_word_near = whole_words.chars().count() * 2 > kept.chars().count();
    let kept = if is_word_near { whole_words } else { &kept };
    let is_separator =
        |character: char| character.is_whitespace() || matches!(character, ',' | ';' | ':' | '–' | '—' | '-');
    let kept = kept.trim_end_matches(is_separator);
    (kept.chars().count() >= MIN_KEPT_CHARACTERS).then(|| format!("{kept}{ELLIPSIS}"))
}

fn character_width(character: char) -> f64 {
    let range = CHARACTER_WIDTHS.iter().find(|(first, last, _)| (*first..=*last).contains(&character));
    range.map_or(DEFAULT_WIDTH, |(.., width)| *width)
}
