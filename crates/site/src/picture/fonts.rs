//! The letters of the cards. Noto Sans and, for what it lacks, DejaVu Sans come with the program, so that Latin,
//! Greek, Cyrillic, Arabic and Hebrew look the same everywhere. It opens files only where it is told to.

use std::collections::BTreeSet;
use std::sync::Arc;

use fontdb::{Database, FaceInfo, ID, Source, Style};
use skrifa::{FontRef, MetadataProvider as _};

/// What stands first in every picture.
pub(super) const FAMILY: &str = "Noto Sans";
/// The weights that the pictures are set in.
const WEIGHTS: [u16; 2] = [400, 700];

/// A set of fonts, first come first used.
#[derive(Clone, Debug)]
pub struct Fonts {
    faces: Arc<Database>,
}

impl Fonts {
    /// Those that come with the program.
    pub fn bundled() -> Self {
        let mut faces = Database::new();
        for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF, dejavu::sans::regular(), dejavu::sans::bold()]
        {
            faces.load_font_source(Source::Binary(Arc::new(font)));
        }
        Self { faces: Arc::new(faces) }
    }

    /// Adds the font or fonts in the bytes of a file; says whether there is any.
    pub fn add(&mut self, bytes: Vec<u8>) -> bool {
        !Arc::make_mut(&mut self.faces).load_font_source(Source::Binary(Arc::new(bytes))).is_empty()
    }

    /// Adds those of this machine's fonts that have the letters, and gives their names.
    pub fn add_system(&mut self, lacking: &BTreeSet<char>) -> Vec<String> {
        let mut system = Database::new();
        system.load_system_fonts();
        let mut names = BTreeSet::new();
        for weight in WEIGHTS {
            let mut left: Vec<char> = lacking.iter().copied().collect();
            while let Some(letter) = left.pop() {
                let Some(found) = find_best_font(&system, letter, weight, &[]).and_then(|id| system.face(id))
                else {
                    continue;
                };
                left.retain(|other| !has_letter(&system, found.id, *other));
                names.insert(family_name(found));
                Arc::make_mut(&mut self.faces).push_face_info(found.clone());
            }
        }
        names.into_iter().collect()
    }

    /// The letters of a text that no font has.
    pub fn lacking(&self, text: &str) -> BTreeSet<char> {
        let letters: BTreeSet<char> = text.chars().filter(|letter| is_drawn(*letter)).collect();
        let lacks = |letter: &char| self.faces.faces().all(|face| !has_letter(&self.faces, face.id, *letter));
        letters.into_iter().filter(lacks).collect()
    }

    pub(super) fn faces(&self) -> Arc<Database> {
        Arc::clone(&self.faces)
    }
}

/// The font for a letter that the fonts used so far lack: as bold as the first of them, and the same whenever the
/// same fonts are there.
pub(super) fn find_replacement_font(letter: char, used: &[ID], faces: &Database) -> Option<ID> {
    let weight = used.first().and_then(|first| faces.face(*first)).map_or(400, |first| first.weight.0);
    find_best_font(faces, letter, weight, used)
}

/// The nearest font that has a letter: of this machine's by name, since their order is anybody's, else the first.
fn find_best_font(faces: &Database, letter: char, weight: u16, used: &[ID]) -> Option<ID> {
    let usable = |face: &&FaceInfo| !used.contains(&face.id) && has_letter(faces, face.id, letter);
    let rank = |face: &&FaceInfo| {
        let is_file = !matches!(face.source, Source::Binary(_));
        let name = if is_file { face.post_script_name.clone() } else { String::new() };
        (
            face.style != Style::Normal,
            face.monospaced,
            face.weight.0.abs_diff(weight),
            is_file,
            name,
            face.index,
        )
    };
    faces.faces().filter(usable).min_by_key(rank).map(|face| face.id)
}

fn family_name(face: &FaceInfo) -> String {
    face.families.first().map_or_else(|| face.post_script_name.clone(), |(name, _)| name.clone())
}

fn has_letter(faces: &Database, font: ID, letter: char) -> bool {
    let maps = |data: &[u8], index: u32| {
        FontRef::from_index(data, index).is_ok_and(|font| font.charmap().map(letter).is_some())
    };
    faces.with_face_data(font, maps).unwrap_or_default()
}

/// Whether a character is more than room or direction.
fn is_drawn(letter: char) -> bool {
    let unseen = matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    );
    !letter.is_whitespace() && !letter.is_control() && !unseen
}
