//! Every reference leads somewhere.

use crate::dataset::facts::{Facts, Ids};
use crate::dataset::finding::Findings;
use crate::dataset::raw;
use crate::dataset::tree::At;

/// Every id that names an entry of another list is the id of one.
pub(super) fn references(facts: &Facts<'_>, findings: &mut Findings) {
    let Facts { raw, root, .. } = facts;
    for (index, source) in raw.sources.iter().enumerate() {
        one(&facts.outlets, "outlet", root.of("sources", index), "outlet", source.outlet.as_ref(), findings);
    }
    for (index, metric) in raw.metrics.iter().enumerate() {
        let at = root.of("metrics", index);
        one(&facts.groups, "group", at, "group", metric.group.as_ref(), findings);
        one(&facts.units, "unit", at, "unit", Some(&metric.unit), findings);
        one(&facts.metrics, "metric", at, "part_of", metric.part_of.as_ref(), findings);
    }
    for (_, figure, at) in facts.figures() {
        one(&facts.metrics, "metric", at, "metric", Some(&figure.metric), findings);
        one(&facts.speakers, "speaker", at, "speaker", figure.speaker.as_ref(), findings);
        one(&facts.institutions, "institution", at, "institution", figure.institution.as_ref(), findings);
        many(&facts.sources, "source", at, "sources", &figure.sources, findings);
        one(&facts.sources, "source", at, "status_source", figure.status_source.as_ref(), findings);
        scope(facts, figure, at, findings);
    }
    for (_, relation, at) in facts.relations() {
        one(&facts.figures, "figure", at, "whole", relation.whole.as_ref(), findings);
        many(&facts.figures, "figure", at, "parts", &relation.parts, findings);
        one(&facts.figures, "figure", at, "from", relation.from.as_ref(), findings);
        one(&facts.figures, "figure", at, "to", relation.to.as_ref(), findings);
    }
    for (index, correction) in raw.corrections.iter().enumerate() {
        one(
            &facts.figures,
            "figure",
            root.of("corrections", index),
            "figure",
            correction.figure.as_ref(),
            findings,
        );
    }
}

/// A reference under a key.
fn one(ids: &Ids<'_>, noun: &str, at: At<'_, '_>, key: &str, id: Option<&String>, findings: &mut Findings) {
    let Some(id) = id.filter(|id| ids.find(id).is_none()) else { return };
    if let Some(at) = at.get(key) {
        dangling(ids, noun, at, id, findings);
    }
}

/// A list of references under a key.
fn many(ids: &Ids<'_>, noun: &str, at: At<'_, '_>, key: &str, list: &[String], findings: &mut Findings) {
    for (index, id) in list.iter().enumerate().filter(|(_, id)| ids.find(id).is_none()) {
        dangling(ids, noun, at.of(key, index), id, findings);
    }
}

fn dangling(ids: &Ids<'_>, noun: &str, at: At<'_, '_>, id: &str, findings: &mut Findings) {
    if !ids.complete || findings.is_spoilt(at) {
        return;
    }
    let message = ["no ", noun, " has the id `", id, "`"].concat();
    let hint = findings.did_you_mean(id, ids.names());
    findings.error("dangling-reference", at, message, hint);
}

/// Where a metric has scopes, its figures name one: which line a figure is on is else not said.
pub(super) fn missing_scope(facts: &Facts<'_>, findings: &mut Findings) {
    for (_, figure, at) in facts.figures().filter(|(_, figure, _)| figure.scope.is_none()) {
        let Some(metric) = facts.metric_of(figure).filter(|metric| !metric.scopes.is_empty()) else {
            continue;
        };
        let message = ["the metric `", &metric.id, "` has scopes, but this figure names none"].concat();
        findings.warning("missing-scope", at, message, Some(list(metric)));
    }
}

/// The scope of a figure is one of its metric's.
fn scope(facts: &Facts<'_>, figure: &raw::Figure, at: At<'_, '_>, findings: &mut Findings) {
    let (Some(metric), Some(id)) = (facts.metric_of(figure), &figure.scope) else { return };
    if metric.scopes.iter().any(|scope| scope.id == *id) {
        return;
    }
    let message = ["the metric `", &metric.id, "` has no scope `", id, "`"].concat();
    let guess = findings.did_you_mean(id, metric.scopes.iter().map(|scope| scope.id.as_str()));
    findings.error("dangling-reference", at.key("scope"), message, guess.or_else(|| Some(list(metric))));
}

fn list(metric: &raw::Metric) -> String {
    if metric.scopes.is_empty() {
        return "it has no scopes at all".to_owned();
    }
    let scopes: Vec<&str> = metric.scopes.iter().map(|scope| scope.id.as_str()).collect();
    ["its scopes are `", &scopes.join("`, `"), "`"].concat()
}
