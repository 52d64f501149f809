//! Every figure, and every doubt about one, leads to a document that can be opened.

use crate::dataset::Standing;
use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// A figure has at least one source.
pub(super) fn no_source(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure, at) in facts.figures() {
        if !figure.sources.is_empty() {
            continue;
        }
        if let Some(at) = at.get("sources") {
            let message = ["the figure `", &figure.id, "` has no source"].concat();
            let hint = "name at least one document that carries it".to_owned();
            findings.error("no-source", at, message, Some(hint));
        }
    }
}

/// Every address can be opened in a browser and is nothing else: `http` or `https`.
pub(super) fn addresses(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, outlet) in facts.raw.outlets.iter().enumerate() {
        address(facts.root.of("outlets", index), "url", outlet.url.as_ref(), findings);
    }
    for (index, source) in facts.raw.sources.iter().enumerate() {
        let at = facts.root.of("sources", index);
        address(at, "url", source.url.as_ref(), findings);
        address(at, "archived", source.archived.as_ref(), findings);
    }
}

fn address(at: At<'_, '_>, key: &str, url: Option<&String>, findings: &mut Findings) {
    if let Some(url) = url.filter(|url| !is_http(url)) {
        let message = ["`", key, "` is `", url, "`, which is not a web address"].concat();
        let hint = "an address begins with `https://` or `http://` and has no spaces".to_owned();
        findings.error("bad-url", at.key(key), message, Some(hint));
    }
}

/// Whether a text is an `http` or `https` address, as far as safety needs: the scheme, a host, no blanks.
pub(crate) fn is_http(url: &str) -> bool {
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let clean = url.chars().all(|letter| !letter.is_whitespace() && !letter.is_control() && letter != '\\');
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) && !host.is_empty() && clean
}

/// What casts doubt on a figure is explained and sourced.
pub(super) fn unexplained_status(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure, at) in facts.figures() {
        let status = match figure.status {
            Standing::Stands | Standing::Superseded => continue,
            Standing::Corrected => "corrected",
            Standing::Disputed => "disputed",
            Standing::Denied => "denied",
            Standing::Retracted => "retracted",
        };
        let needed = [
            ("status_note", figure.status_note.is_none(), "say why, in your own words"),
            ("status_source", figure.status_source.is_none(), "name the document that says so"),
        ];
        for (key, _, hint) in needed.into_iter().filter(|(_, missing, _)| *missing) {
            let message = ["`status` is `", status, "`, but there is no `", key, "`"].concat();
            findings.error("unexplained-status", at.key("status"), message, Some(hint.to_owned()));
        }
    }
}

/// A document has an archived copy, so that it can be read when its address is gone.
pub(super) fn not_archived(facts: &Facts<'_>, findings: &mut Findings) {
    for (index, source) in facts.raw.sources.iter().enumerate() {
        if source.archived.is_none() {
            let message = ["the source `", &source.id, "` has no `archived` link"].concat();
            let hint = "save a copy at an archive and give its address".to_owned();
            findings.warning(
                "not-archived",
                facts.root.of("sources", index).key("archived"),
                message,
                Some(hint),
            );
        }
    }
}
