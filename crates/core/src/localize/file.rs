//! A language as a file of plain lines, for pages that need one: only English is in the widget itself.
//!
//! The first line is the [signature](super::messages::SIGNATURE) of the table, so that the file of another build is
//! refused. Then come tag and direction, a line for each magnitude, an empty line, a line for each phrase with
//! plurals, and a line for each other phrase in the table's order. Tabs stand between the parts of a line; there is
//! nothing to escape. Every line ends with a line feed, so that a file cut short is noticed.

use std::cell::Cell;
use std::iter::successors;

use super::en;
use super::messages::{Magnitude, Messages, Plural, SIGNATURE};
use crate::small::{cut, whole};

/// A language that was learnt, and the one learnt before it.
struct Learnt {
    words: Messages,
    before: Option<&'static Self>,
}

thread_local! {
    static LEARNT: Cell<Option<&'static Learnt>> = const { Cell::new(None) };
}

impl Messages {
    /// Learns the language of a file, for as long as the thread lives: [`Messages::negotiate`] finds it from now on.
    ///
    /// The file is never freed, since phrases are used everywhere as if they were part of the program; a page needs
    /// a language or two. A file that is damaged or of another build teaches nothing and gives `false`.
    pub fn register(file: Vec<u8>) -> bool {
        let words = str::from_utf8(file.leak()).ok().and_then(Self::from_file);
        let known = words.is_some();
        if let Some(words) = words {
            let before = LEARNT.get();
            LEARNT.set(Some(Box::leak(Box::new(Learnt { words, before }))));
        }
        known
    }

    /// The languages that were learnt, the last one first.
    pub(super) fn learnt() -> impl Iterator<Item = &'static Self> {
        successors(LEARNT.get(), |learnt| learnt.before).map(|learnt| &learnt.words)
    }

    /// The table that a file holds, if it is whole and of this build.
    pub fn from_file(file: &'static str) -> Option<Self> {
        let mut rest = file;
        let lines = &mut rest;
        if line(lines)? != SIGNATURE {
            return None;
        }
        let (tag, direction) = halves(line(lines)?, "\t")?;
        // A copy to write over, phrase by phrase, is the least code.
        let mut words = en::WORDS;
        (words.tag, words.right_to_left) = (tag, direction == "rtl");
        words.magnitudes = magnitudes(lines)?;
        for phrases in [&mut words.figures, &mut words.points, &mut words.struck, &mut words.without_date] {
            *phrases = plural(cut(line(lines)?, "\t").1);
        }
        for phrase in words.slots() {
            *phrase = line(lines)?;
        }
        rest.is_empty().then_some(words)
    }

    /// The file of a language.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_file(&self) -> String {
        let pairs =
            |plural: Plural| plural.iter().map(|(category, phrase)| format!("\t{category}\t{phrase}"));
        let magnitude =
            |of: &Magnitude| format!("{}\t{}", of.exponent, of.short) + &pairs(of.name).collect::<String>();
        let plurals = [self.figures, self.points, self.struck, self.without_date];
        let direction = if self.right_to_left { "rtl" } else { "ltr" };
        let mut lines = vec![SIGNATURE.to_owned(), format!("{}\t{direction}", self.tag)];
        lines.extend(self.magnitudes.iter().map(magnitude));
        lines.push(String::new());
        lines.extend(plurals.map(|plural| pairs(plural).collect()));
        lines.extend(self.phrases().into_iter().map(|(_, phrase, _)| phrase.to_owned()));
        lines.join("\n") + "\n"
    }
}

/// The next line, without its end.
fn line(rest: &mut &'static str) -> Option<&'static str> {
    let (line, after) = halves(rest, "\n")?;
    *rest = after;
    Some(line)
}

/// The lines of magnitudes, up to the empty line.
fn magnitudes(lines: &mut &'static str) -> Option<&'static [Magnitude]> {
    let mut magnitudes = Vec::new();
    loop {
        let line = line(lines)?;
        if line.is_empty() {
            return Some(magnitudes.leak());
        }
        let (exponent, line) = halves(line, "\t")?;
        let (short, name) = halves(line, "\t")?;
        magnitudes.push(Magnitude {
            exponent: u32::try_from(whole(exponent)?).ok()?,
            name: plural(Some(name)),
            short,
        });
    }
}

/// Phrases by category, with a tab after each but the last.
fn plural(mut rest: Option<&'static str>) -> Plural {
    let mut phrases = Vec::new();
    while let Some((category, after)) = rest.and_then(|rest| halves(rest, "\t")) {
        let (phrase, after) = cut(after, "\t");
        phrases.push((category, phrase));
        rest = after;
    }
    phrases.leak()
}

/// What stands before and after a sign; none where there is none.
fn halves(text: &'static str, sign: &str) -> Option<(&'static str, &'static str)> {
    let (before, after) = cut(text, sign);
    Some((before, after?))
}
