//! What metrics are counted in: one measure a unit, spelt so that every language and number finds its word.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::raw::{CATEGORIES, Label, Text, Unit};
use crate::dataset::tree::{At, Shape};

/// A unit has exactly one of `label`, `currency` and `percent`.
pub(super) fn measures(facts: &Facts<'_>, findings: &mut Findings) {
    for (unit, at) in each(facts) {
        if let Some(at) = at.get("percent").filter(|at| at.node().shape == Shape::Bool(false)) {
            let hint = Some("leave the key out".to_owned());
            findings.error("bad-unit", at, "`percent` can only be true".to_owned(), hint);
            continue;
        }
        let there = [unit.label.is_some(), unit.currency.is_some(), unit.percent.is_some()];
        let message = match there.iter().filter(|there| **there).count() {
            1 => continue,
            0 => "does not say what it counts",
            _ => "says more than once what it counts",
        };
        let message = ["the unit `", &unit.id, "` ", message].concat();
        let hint = "a unit has exactly one of `label`, `currency` and `percent`".to_owned();
        findings.error("bad-unit", at, message, Some(hint));
    }
}

/// Plural forms are named by the categories of CLDR, and `other` is always among them.
pub(super) fn plurals(facts: &Facts<'_>, findings: &mut Findings) {
    for (unit, at) in each(facts) {
        let at = at.key("label");
        match &unit.label {
            Some(Label::Plain(word)) if word.trim().is_empty() => empty(at, findings),
            Some(label @ Label::Keyed(entries)) if label.is_by_category() => {
                let words = entries.iter().filter_map(|(category, word)| Some((category, plain(word)?)));
                forms(&mut words.map(|(category, word)| (category.as_str(), word)), at, findings);
            }
            Some(Label::Keyed(entries)) => {
                for (tag, word) in entries {
                    language(word, at.key(tag), findings);
                }
            }
            _ => {}
        }
    }
}

/// The words of one language.
fn language(word: &Text, at: At<'_, '_>, findings: &mut Findings) {
    match word {
        Text::Plain(word) if word.trim().is_empty() => empty(at, findings),
        Text::Plain(_) => {}
        Text::Tagged(words) => forms(&mut words.iter().map(|(c, w)| (c.as_str(), w.as_str())), at, findings),
    }
}

/// The words of one language by plural category.
fn forms(words: &mut dyn Iterator<Item = (&str, &str)>, at: At<'_, '_>, findings: &mut Findings) {
    let mut other = false;
    for (category, word) in words {
        other |= category == "other";
        if !CATEGORIES.contains(&category) {
            let message = ["`", category, "` is not a plural category"].concat();
            let hint = ["the categories are `", &CATEGORIES.join("`, `"), "`"].concat();
            findings.key_error("unknown-key", at, category, message, Some(hint));
        } else if word.trim().is_empty() {
            empty(at.key(category), findings);
        }
    }
    if !other {
        let hint = "it is the word for all numbers that have no word of their own".to_owned();
        findings.error("missing-key", at, "the plural category `other` is missing".to_owned(), Some(hint));
    }
}

fn plain(word: &Text) -> Option<&str> {
    if let Text::Plain(word) = word { Some(word) } else { None }
}

fn empty(at: At<'_, '_>, findings: &mut Findings) {
    let hint = Some("write the word for what is counted".to_owned());
    findings.error("empty-text", at, "the label is empty".to_owned(), hint);
}

/// A currency is named by three capital letters.
pub(super) fn currencies(facts: &Facts<'_>, findings: &mut Findings) {
    for (unit, at) in each(facts) {
        let Some(code) = &unit.currency else { continue };
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let message = ["`", code, "` is not a currency code"].concat();
            let hint = "a code is three capital letters, like `KZT` or `EUR` (ISO 4217)".to_owned();
            findings.error("bad-currency", at.key("currency"), message, Some(hint));
        }
    }
}

fn each<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a Unit, At<'a, 'a>)> {
    let list = facts.root.key("units");
    facts.raw.units.iter().enumerate().map(move |(index, unit)| (unit, list.item(index)))
}
