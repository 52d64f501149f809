//! In which direction letters run, by the blocks of Unicode that they stand in: the tables for single characters would be
//! a fiftieth of the widget.
//!
//! Digits and marks among the letters of a block count with them, for what is asked is only whether a text is isolated:
//! once too often changes nothing that a reader sees.

/// Whether a character is of a script that is written from right to left.
pub fn runs_right_to_left(character: char) -> bool {
    matches!(
        character,
        // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic, and their presentation forms.
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        // Those of the supplementary plane.
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character is a letter of a script that is written from left to right.
pub fn runs_left_to_right(character: char) -> bool {
    let is_punctuation = matches!(character, '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}');
    let is_letter = character.is_ascii_alphabetic() || (character >= '\u{aa}' && !is_punctuation);
    is_letter && !runs_right_to_left(character)
}
