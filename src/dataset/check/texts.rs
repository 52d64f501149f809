//! Texts that a reader sees say something, and say in which language.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::raw::{Label, Text};
use crate::dataset::tree::At;

/// A text that is there says something.
pub(super) fn blank(facts: &Facts<'_>, findings: &mut Findings) {
    each(facts, &mut |at, key, text| {
        if !text.is_blank() {
            return;
        }
        if let Some(at) = at.get(key) {
            let message = ["`", key, "` is empty"].concat();
            findings.error("empty-text", at, message, Some("write it, or leave the key out".to_owned()));
        }
    });
}

/// Every language is named by a BCP 47 tag.
pub(super) fn languages(facts: &Facts<'_>, findings: &mut Findings) {
    if let Some(at) = facts.root.get("language") {
        value(&facts.raw.language, at, findings);
    }
    for (index, source) in facts.raw.sources.iter().enumerate() {
        if let Some(language) = &source.language {
            value(language, facts.root.of("sources", index).key("language"), findings);
        }
    }
    each(facts, &mut |at, name, text| {
        if let Text::Tagged(entries) = text {
            entries.iter().for_each(|(language, _)| key(language, at.key(name), findings));
        }
    });
    for (index, unit) in facts.raw.units.iter().enumerate() {
        if let Some(Label::Keyed(entries)) = unit.label.as_ref().filter(|label| !label.is_by_category()) {
            let at = facts.root.of("units", index).key("label");
            entries.iter().for_each(|(language, _)| key(language, at, findings));
        }
    }
}

fn value(tag: &str, at: At<'_, '_>, findings: &mut Findings) {
    if !is_tag(tag) {
        findings.error("bad-language", at, no_tag(tag), Some(LIKE.to_owned()));
    }
}

fn key(tag: &str, at: At<'_, '_>, findings: &mut Findings) {
    if !is_tag(tag) {
        findings.key_error("bad-language", at, tag, no_tag(tag), Some(LIKE.to_owned()));
    }
}

const LIKE: &str = "a tag is written like `en`, `kk` or `zh-Hant` (BCP 47)";

fn no_tag(tag: &str) -> String {
    ["`", tag, "` is not a language tag"].concat()
}

/// Whether a text looks like a BCP 47 tag: letters first, then letters and digits, in runs of one to eight.
fn is_tag(tag: &str) -> bool {
    let run =
        |run: &str| (1..=8).contains(&run.len()) && run.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    let language = (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    language && tag.split('-').all(run)
}

/// Every text, with the object that it is in and its key there; a text that is missing is empty.
fn each<'a>(facts: &Facts<'a>, act: &mut dyn FnMut(At<'a, 'a>, &str, &'a Text)) {
    let (raw, root) = (facts.raw, facts.root);
    let mut some = |at: At<'a, 'a>, key: &str, text: Option<&'a Text>| {
        if let Some(text) = text {
            act(at, key, text);
        }
    };
    some(root, "title", Some(&raw.title));
    some(root, "summary", raw.summary.as_ref());
    for (i, institution) in raw.institutions.iter().enumerate() {
        some(root.of("institutions", i), "name", Some(&institution.name));
    }
    for (i, speaker) in raw.speakers.iter().enumerate() {
        some(root.of("speakers", i), "name", Some(&speaker.name));
    }
    for (i, outlet) in raw.outlets.iter().enumerate() {
        some(root.of("outlets", i), "name", Some(&outlet.name));
    }
    for (i, source) in raw.sources.iter().enumerate() {
        some(root.of("sources", i), "title", source.title.as_ref());
        some(root.of("sources", i), "note", source.note.as_ref());
    }
    for (i, group) in raw.groups.iter().enumerate() {
        some(root.of("groups", i), "label", Some(&group.label));
    }
    for (i, metric) in raw.metrics.iter().enumerate() {
        let at = root.of("metrics", i);
        some(at, "label", Some(&metric.label));
        some(at, "definition", metric.definition.as_ref());
        for (i, scope) in metric.scopes.iter().enumerate() {
            some(at.of("scopes", i), "label", Some(&scope.label));
            some(at.of("scopes", i), "definition", scope.definition.as_ref());
        }
    }
    for (_, figure, at) in facts.figures() {
        some(at, "words", figure.words.as_ref());
        some(at, "office", figure.office.as_ref());
        some(at, "status_note", figure.status_note.as_ref());
        some(at, "note", figure.note.as_ref());
        some(at, "quote", figure.quote.as_ref());
    }
    for (_, relation, at) in facts.relations() {
        some(at, "note", relation.note.as_ref());
    }
    for (i, event) in raw.events.iter().enumerate() {
        some(root.of("events", i), "label", Some(&event.label));
    }
    for (i, correction) in raw.corrections.iter().enumerate() {
        some(root.of("corrections", i), "note", Some(&correction.note));
    }
}
