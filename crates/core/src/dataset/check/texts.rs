//! Texts that a reader sees say something, and say in which language.

use super::units::is_by_category;
use crate::dataset::finding::Findings;
use crate::dataset::tree::{At, Shape};
use crate::small::cut;

/// A text that is there says something, in languages that are named by BCP 47 tags.
pub(super) fn text(key: &str, at: At<'_, '_>, findings: &mut Findings) {
    let blank = |at: At<'_, '_>| at.text().unwrap_or_default().trim().is_empty();
    let empty = match &at.node().shape {
        Shape::Text(_) => blank(at),
        Shape::Object(_) => at.node().members().all(|member| blank(At(&member.node))),
        _ => false,
    };
    if empty {
        let message = ["`", key, "` is empty"].concat();
        findings.error("empty-text", at, message, Some("write it, or leave the key out".to_owned()));
    }
    tags(at, findings);
}

/// The languages of a label are named by BCP 47 tags.
pub(super) fn label(at: At<'_, '_>, findings: &mut Findings) {
    if !is_by_category(at.node()) {
        tags(at, findings);
    }
}

/// A language is named by a BCP 47 tag.
pub(super) fn language(at: At<'_, '_>, findings: &mut Findings) {
    if let Some(tag) = at.text().filter(|tag| !is_tag(tag)) {
        findings.error("bad-language", at, no_tag(tag), Some(LIKE.to_owned()));
    }
}

/// The keys of an object are BCP 47 tags.
fn tags(at: At<'_, '_>, findings: &mut Findings) {
    for member in at.node().members().filter(|member| !is_tag(&member.key)) {
        findings.fault(
            "bad-language",
            (member.start, member.end),
            no_tag(&member.key),
            Some(LIKE.to_owned()),
        );
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
    let (first, mut rest) = cut(tag, "-");
    let mut language = (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    while let Some(next) = rest.filter(|_| language) {
        let (subtag, after) = cut(next, "-");
        language = run(subtag);
        rest = after;
    }
    language
}
