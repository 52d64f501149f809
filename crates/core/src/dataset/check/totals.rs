//! A running total only grows, unless somebody says why not.

use crate::dataset::facts::{Amounts, Facts};
use crate::dataset::finding::Findings;
use crate::dataset::number::Amount;
use crate::dataset::order::{Key, time_key};
use crate::dataset::tree::At;
use crate::dataset::{MetricKind, Qualifier, Status};

/// Within one scope, no figure of a running total is below the figure before it without a relation that
/// explains it. Figures that were taken back or contradicted don't count, nor do undated ones.
pub(super) fn falls(facts: &Facts<'_>, findings: &mut Findings) {
    let explained = explained(facts);
    let lines = lines(facts);
    for pair in lines.windows(2) {
        let [old, new] = pair else { continue };
        let fell = old.0 == new.0 && old.1 == new.1 && falls_from(facts, old.3, new.3);
        if fell && explained.binary_search(&old.3).is_err() && explained.binary_search(&new.3).is_err() {
            report(facts, old.3, new.3, findings);
        }
    }
}

/// Index of the metric, scope, time and index of each figure that counts, in the order of its step line.
type Point<'a> = (usize, Option<&'a str>, Key, usize);

fn lines<'a>(facts: &Facts<'a>) -> Vec<Point<'a>> {
    let metrics = facts.root.list("metrics");
    let mut lines: Vec<Point<'_>> = Vec::new();
    for (index, figure) in facts.each("figures") {
        let struck = Status::from_name(figure.word("status")).unwrap_or_default().is_struck();
        let (Some(said), Some(metric)) = (facts.said(index), facts.find("metrics", figure.word("metric")))
        else {
            continue;
        };
        let kind = |metric| MetricKind::from_name(At(metric).word("kind")).unwrap_or_default();
        let total = metrics.get(metric).is_some_and(|metric| kind(metric) == MetricKind::RunningTotal);
        if total && !struck && bounds(figure, facts.amounts(index)) != (None, None) {
            let scope = figure.get("scope").and_then(At::text);
            lines.push((metric, scope, time_key(Some(said)), index));
        }
    }
    lines.sort_unstable();
    lines
}

/// The figures whose fall, or the fall after which, is explained, sorted.
fn explained(facts: &Facts<'_>) -> Vec<usize> {
    let corrected = facts.each("figures").filter(|(_, figure)| figure.word("status") == "corrected");
    let mut explained: Vec<usize> = corrected.map(|(index, _)| index).collect();
    for (_, relation) in facts.each("relations") {
        if matches!(relation.word("type"), "revises" | "retracts") {
            explained.extend(facts.find("figures", relation.word("from")));
        }
    }
    explained.sort_unstable();
    explained
}

/// Whether the least that the old figure can mean is above the most that the new one can mean.
fn falls_from(facts: &Facts<'_>, old: usize, new: usize) -> bool {
    let bounds = |index: usize| {
        let figure = facts.root.list("figures").get(index);
        figure.map_or((None, None), |figure| bounds(At(figure), facts.amounts(index)))
    };
    bounds(old).0.zip(bounds(new).1).is_some_and(|(least, most)| least > most)
}

/// The least and the most that a figure can mean, as it was reported.
fn bounds(figure: At<'_, '_>, amounts: Amounts) -> (Option<Amount>, Option<Amount>) {
    let Some(value) = amounts.value else { return (amounts.low, amounts.high) };
    match Qualifier::from_name(figure.word("qualifier")).unwrap_or_default() {
        Qualifier::Exact | Qualifier::About | Qualifier::Almost => (Some(value), Some(value)),
        Qualifier::MoreThan | Qualifier::AtLeast => (Some(value), None),
        Qualifier::LessThan | Qualifier::AtMost | Qualifier::UpTo => (None, Some(value)),
    }
}

fn report(facts: &Facts<'_>, old: usize, new: usize, findings: &mut Findings) {
    let figure = |index| facts.root.of("figures", index);
    let (old, newer) = (figure(old).word("id"), figure(new).word("id"));
    let message = ["this running total falls below `", old, "`, which was said before it"].concat();
    let hint = [
        "say why with a relation `revises` or `retracts` from `",
        newer,
        "`, or give it a scope; if it is no running total, its metric has another `kind`",
    ]
    .concat();
    findings.warning("falling-total", number(figure(new)), message, Some(hint));
}

/// The number of a figure, else the upper end of its range.
fn number<'r, 't>(figure: At<'r, 't>) -> At<'r, 't> {
    let value = figure.get("value").filter(|value| !value.node().is_null());
    value.unwrap_or_else(|| figure.key("high"))
}
