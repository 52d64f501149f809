//! One person, one record: a name in two spellings belongs under `spellings`.

use icu::casemap::CaseMapper;
use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::props::{CanonicalCombiningClass, EnumeratedProperty};

use figure_tracker_core::dataset::format::Text;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// Warns where two speakers, outlets or institutions have names that differ in letter case, spaces, hyphens or accents
/// only, and where two metrics have one name in the spreadsheet.
pub(super) fn check_names(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let mut names = Names::default();
    for (owner, speaker) in document.speakers.iter() {
        names.add_text(Key::Speakers, owner, &speaker.name);
        for (item, spelling) in speaker.spellings.iter().enumerate() {
            let place = Place::of(Key::Speakers, owner).key(Key::Spellings).item(item);
            names.add(owner, spelling, place);
        }
    }
    names.report(document, Key::Speakers, report);
    for (owner, outlet) in document.outlets.iter() {
        names.add_text(Key::Outlets, owner, &outlet.name);
    }
    names.report(document, Key::Outlets, report);
    for (owner, institution) in document.institutions.iter() {
        names.add_text(Key::Institutions, owner, &institution.name);
    }
    names.report(document, Key::Institutions, report);
    for (owner, metric) in document.metrics.iter() {
        if let Some(name) = &metric.name {
            names.add(owner, name, Place::of(Key::Metrics, owner).key(Key::Name));
        }
    }
    names.report(document, Key::Metrics, report);
}

/// The names of one list.
#[derive(Default)]
struct Names<'a>(Vec<Name<'a>>);

/// A name without what spellings differ in, whose it is, and where it stands.
struct Name<'a> {
    folded: String,
    owner: usize,
    name: &'a str,
    place: Place<'a>,
}

impl<'a> Names<'a> {
    fn add_text(&mut self, list: Key, owner: usize, text: &'a Text) {
        for (language, name) in text.entries() {
            self.add(owner, name, Place::of(list, owner).key(Key::Name).language(language));
        }
    }

    fn add(&mut self, owner: usize, name: &'a str, place: Place<'a>) {
        self.0.push(Name { folded: fold_name(name), owner, name, place });
    }

    /// Reports the names that two of the list share, and forgets them all.
    fn report(&mut self, document: &Document<'_>, list: Key, report: &mut Report<'_, '_>) {
        let Some(ids) = document.ids(list) else { return };
        let mut names = std::mem::take(&mut self.0);
        names.sort_by(|a, b| (&a.folded, a.owner).cmp(&(&b.folded, b.owner)));
        for pair in names.windows(2) {
            let [first, second] = pair else { continue };
            if first.folded != second.folded || first.owner == second.owner || first.folded.is_empty() {
                continue;
            }
            let noun = ids.noun;
            let id = ids.id_at(first.owner).unwrap_or_default();
            let message = format!("the {noun} `{id}` has the name `{}` already", first.name);
            let help = format!("if it is the same {noun}, keep one entry");
            report.warning("shared-name", &second.place, message, help);
        }
    }
}

/// Returns a name without letter case, accents, spaces, hyphens, apostrophes and points.
fn fold_name(name: &str) -> String {
    let is_accent =
        |letter: &char| CanonicalCombiningClass::for_char(*letter) != CanonicalCombiningClass::NotReordered;
    let is_mark = |letter: &char| letter.is_whitespace() || "-‐‑’‘'ʼ.".contains(*letter);
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    let plain: String = decomposed.chars().filter(|letter| !is_accent(letter) && !is_mark(letter)).collect();
    CaseMapper::new().fold_string(&plain).into_owned()
}
