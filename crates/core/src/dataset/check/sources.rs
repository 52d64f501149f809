//! Every figure, and every doubt about one, leads to a document that can be opened.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;
use crate::small::{cut, split_once};

/// A figure has at least one source.
pub(super) fn no_source(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures") {
        if let Some(at) = figure.get("sources").filter(|at| at.node().items().is_empty()) {
            let message = ["the figure `", figure.word("id"), "` has no source"].concat();
            let hint = "name at least one document that carries it".to_owned();
            findings.error("no-source", at, message, Some(hint));
        }
    }
}

/// An address can be opened in a browser and is nothing else: `http` or `https`.
pub(super) fn address(key: &str, at: At<'_, '_>, findings: &mut Findings) {
    if let Some(url) = at.text().filter(|url| !is_http(url)) {
        let message = ["`", key, "` is `", url, "`, which is not a web address"].concat();
        let hint = "an address begins with `https://` or `http://` and has no spaces".to_owned();
        findings.error("bad-url", at, message, Some(hint));
    }
}

/// Whether a text is an `http` or `https` address, as far as safety needs: the scheme, a host, no blanks.
pub fn is_http(url: &str) -> bool {
    let (scheme, rest) = split_once(url, "://").unwrap_or_default();
    let host = cut(rest, "/?#").0;
    let clean = url.chars().all(|letter| !letter.is_whitespace() && !letter.is_control() && letter != '\\');
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) && !host.is_empty() && clean
}

/// What casts doubt on a figure is explained and sourced.
pub(super) fn unexplained_status(facts: &Facts<'_>, findings: &mut Findings) {
    const NEEDED: [(&str, &str); 2] =
        [("status_note", "say why, in your own words"), ("status_source", "name the document that says so")];
    for (_, figure) in facts.each("figures") {
        let status = figure.word("status");
        if !["corrected", "disputed", "denied", "retracted"].contains(&status) {
            continue;
        }
        for (key, hint) in NEEDED.into_iter().filter(|(key, _)| !figure.has(key)) {
            let message = ["`status` is `", status, "`, but there is no `", key, "`"].concat();
            findings.error("unexplained-status", figure.key("status"), message, Some(hint.to_owned()));
        }
    }
}

/// A document has an archived copy, so that it can be read when its address is gone.
pub(super) fn not_archived(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, source) in facts.each("sources").filter(|(_, source)| !source.has("archived")) {
        let message = ["the source `", source.word("id"), "` has no `archived` link"].concat();
        let hint = "save a copy at an archive and give its address".to_owned();
        findings.warning("not-archived", source.key("archived"), message, Some(hint));
    }
}
