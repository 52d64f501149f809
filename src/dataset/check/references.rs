//! Every reference leads somewhere.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::tree::At;

/// An id that names an entry of another list is the id of one.
pub(super) fn reference(facts: &Facts<'_>, list: &str, at: At<'_, '_>, findings: &mut Findings) {
    let (Some(ids), Some(id)) = (facts.ids.iter().find(|ids| ids.list == list), at.text()) else { return };
    if !ids.complete || ids.find(id).is_some() || findings.is_spoilt(at) {
        return;
    }
    let message = ["no ", ids.noun, " has the id `", id, "`"].concat();
    let hint = findings.did_you_mean(id, &mut ids.names());
    findings.error("dangling-reference", at, message, hint);
}

/// The scope of a figure is one of its metric's; where the metric has scopes, the figure has one.
pub(super) fn scopes(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure) in facts.each("figures") {
        if let Some(metric) = facts.metric_of(figure) {
            scope(metric, figure, findings);
        }
    }
}

fn scope(metric: At<'_, '_>, figure: At<'_, '_>, findings: &mut Findings) {
    let scopes: Vec<&str> = metric.list("scopes").iter().map(|scope| At(scope).word("id")).collect();
    let named = figure.has("scope");
    if named && scopes.contains(&figure.word("scope")) || !named && scopes.is_empty() {
        return;
    }
    let list = match scopes.as_slice() {
        [] => "it has no scopes at all".to_owned(),
        scopes => ["its scopes are `", &scopes.join("`, `"), "`"].concat(),
    };
    if named {
        let id = figure.word("scope");
        let message = ["the metric `", metric.word("id"), "` has no scope `", id, "`"].concat();
        let guess = findings.did_you_mean(id, &mut scopes.iter().copied());
        findings.error("dangling-reference", figure.key("scope"), message, guess.or(Some(list)));
    } else {
        let message =
            ["the metric `", metric.word("id"), "` has scopes, but this figure names none"].concat();
        findings.error("missing-scope", figure, message, Some(list));
    }
}
