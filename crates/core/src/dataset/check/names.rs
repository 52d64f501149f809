//! One person, one entry: a name in two spellings belongs under `spellings`.

use crate::dataset::facts::{Facts, Ids};
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// No two speakers, outlets or institutions have names that differ in letter case, spaces, hyphens or accents
/// only.
pub(super) fn shared(facts: &Facts<'_>, findings: &mut Findings) {
    for ids in facts.ids.iter().filter(|ids| matches!(ids.list, "speakers" | "outlets" | "institutions")) {
        let mut names = Vec::new();
        for (owner, entry) in facts.each(ids.list) {
            let name = entry.get("name").into_iter();
            let tagged = name.clone().flat_map(|name| name.node().members().map(|member| At(&member.node)));
            for at in name.chain(tagged).chain(entry.list("spellings").iter().map(At)) {
                names.extend(at.text().map(|name| Name { folded: fold(name), owner, name, at }));
            }
        }
        report(facts, ids, names, findings);
    }
}

/// A name without what spellings differ in, whose it is, and where it stands.
struct Name<'a> {
    folded: String,
    owner: usize,
    name: &'a str,
    at: At<'a, 'a>,
}

fn report(facts: &Facts<'_>, ids: &Ids<'_>, mut names: Vec<Name<'_>>, findings: &mut Findings) {
    names.sort_by(|a, b| (&a.folded, a.owner).cmp(&(&b.folded, b.owner)));
    for pair in names.windows(2) {
        let [a, b] = pair else { continue };
        if a.folded == b.folded && a.owner != b.owner && !a.folded.is_empty() {
            let id = facts.root.of(ids.list, a.owner).word("id");
            let message = ["the ", ids.noun, " `", id, "` has the name `", a.name, "` already"].concat();
            let hint = ["if it is the same ", ids.noun, ", keep one entry"].concat();
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
