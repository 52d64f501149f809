//! One person, one entry: a name in two spellings belongs under `spellings`.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::raw::Text;
use crate::dataset::tree::At;

/// No two speakers, outlets or institutions have names that differ in letter case, spaces, hyphens or accents
/// only.
pub(super) fn shared(facts: &Facts<'_>, findings: &mut Findings) {
    let (raw, root) = (facts.raw, facts.root);
    let mut speakers = Vec::new();
    for (index, speaker) in raw.speakers.iter().enumerate() {
        let at = root.of("speakers", index);
        names(&speaker.name, index, at, &mut speakers);
        let spelling = |(i, name)| Name { folded: fold(name), owner: index, name, at: at.of("spellings", i) };
        speakers.extend(speaker.spellings.iter().map(String::as_str).enumerate().map(spelling));
    }
    report(speakers, "speaker", &|index| raw.speakers.get(index).map(|speaker| &speaker.id), findings);
    let mut outlets = Vec::new();
    for (index, outlet) in raw.outlets.iter().enumerate() {
        names(&outlet.name, index, root.of("outlets", index), &mut outlets);
    }
    report(outlets, "outlet", &|index| raw.outlets.get(index).map(|outlet| &outlet.id), findings);
    let mut institutions = Vec::new();
    for (index, institution) in raw.institutions.iter().enumerate() {
        names(&institution.name, index, root.of("institutions", index), &mut institutions);
    }
    report(institutions, "institution", &|index| raw.institutions.get(index).map(|i| &i.id), findings);
}

/// A name without what spellings differ in, whose it is, and where it stands.
struct Name<'a> {
    folded: String,
    owner: usize,
    name: &'a str,
    at: At<'a, 'a>,
}

fn names<'a>(text: &'a Text, owner: usize, at: At<'a, 'a>, names: &mut Vec<Name<'a>>) {
    names.extend(text.entries().map(|(tag, name)| {
        let at = at.key("name");
        Name { folded: fold(name), owner, name, at: tag.map_or(at, |tag| at.key(tag)) }
    }));
}

fn report<'a>(
    mut names: Vec<Name<'a>>,
    noun: &str,
    id: &dyn Fn(usize) -> Option<&'a String>,
    findings: &mut Findings,
) {
    names.sort_by(|a, b| (&a.folded, a.owner).cmp(&(&b.folded, b.owner)));
    for pair in names.windows(2) {
        let [a, b] = pair else { continue };
        if a.folded == b.folded && a.owner != b.owner && !a.folded.is_empty() {
            let id = id(a.owner).map_or("", String::as_str);
            let message = ["the ", noun, " `", id, "` has the name `", a.name, "` already"].concat();
            let hint = ["if it is the same ", noun, ", keep one entry"].concat();
            findings.warning("shared-name", b.at, message, Some(hint));
        }
    }
}

/// The plain letters of U+00C0 to U+017F; `*` where a character has none.
const LATIN: &str = concat!(
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg",
    "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
);

/// A name without letter case, spaces, hyphens, apostrophes and accents, as far as Latin and Cyrillic go.
fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars() {
        let code = u32::from(letter);
        match code {
            0x300..=0x36F => {}
            0xC0..=0x17F => {
                folded.extend(usize::try_from(code - 0xC0).ok().and_then(|i| LATIN.chars().nth(i)));
            }
            0x400..=0x40F => folded.extend(char::from_u32(code + 0x50)),
            0x410..=0x42F => folded.extend(char::from_u32(code + 0x20)),
            0x460..=0x52F => folded.extend(char::from_u32(code | 1)),
            _ if letter.is_whitespace() || "-‐‑’‘'ʼ.".contains(letter) => {}
            _ => folded.push(letter.to_ascii_lowercase()),
        }
    }
    folded
}
