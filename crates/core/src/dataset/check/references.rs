//! Every reference leads somewhere.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// An id that names an entry of another list is the id of one.
pub(super) fn reference(facts: &Facts<'_>, list: &str, at: At<'_, '_>, findings: &mut Findings) {
    let (Some(ids), Some(id)) = (facts.ids.iter().find(|ids| ids.list == list), at.text()) else { return };
    if !ids.complete || ids.index.find(id).is_some() || findings.is_spoilt(at) {
        return;
    }
    let message = ["no ", ids.noun, " has the id `", id, "`"].concat();
    let hint = findings.did_you_mean(id, &mut ids.index.texts().iter().copied());
    findings.error("dangling-reference", at, message, hint);
}

/// The scope of a figure is one of its metric's.
pub(super) fn scopes(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures").filter(|(_, figure)| figure.has("scope")) {
        let Some(metric) = facts.metric_of(figure) else { continue };
        let (scopes, id) = (scopes_of(metric), figure.word("scope"));
        if !scopes.contains(&id) {
            let message = ["the metric `", metric.word("id"), "` has no scope `", id, "`"].concat();
            let guess = findings.did_you_mean(id, &mut scopes.iter().copied());
            findings.error("dangling-reference", figure.key("scope"), message, guess.or(Some(list(&scopes))));
        }
    }
}

/// Where a metric has scopes, its figures name one: which line a figure is on is else not said.
pub(super) fn missing_scope(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures").filter(|(_, figure)| !figure.has("scope")) {
        let Some(metric) = facts.metric_of(figure) else { continue };
        let scopes = scopes_of(metric);
        if !scopes.is_empty() {
            let message =
                ["the metric `", metric.word("id"), "` has scopes, but this figure names none"].concat();
            findings.warning("missing-scope", figure, message, Some(list(&scopes)));
        }
    }
}

fn scopes_of<'a>(metric: At<'a, '_>) -> Vec<&'a str> {
    metric.list("scopes").iter().map(|scope| At(scope).word("id")).collect()
}

fn list(scopes: &[&str]) -> String {
    match scopes {
        [] => "it has no scopes at all".to_owned(),
        scopes => ["its scopes are `", &scopes.join("`, `"), "`"].concat(),
    }
}
