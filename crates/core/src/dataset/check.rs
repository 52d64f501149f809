//! The rules of the format: what is an error, what is a warning. One small function a rule, each looking at
//! the whole file, or at one value of it, and noting what it finds; none changes anything, stops, or trusts another rule.

mod circles;
mod dates;
mod hidden;
mod identity;
mod names;
mod numbers;
mod references;
mod relations;
mod sources;
mod sums;
mod texts;
mod totals;
mod twice;
mod units;
mod unused;
mod values;

pub use sources::is_http;

use super::facts::Facts;
use super::finding::Findings;
#[cfg(not(target_arch = "wasm32"))]
use super::raw;
use super::tree::{At, Node};
use super::{Reading, parse, reader};
#[cfg(not(target_arch = "wasm32"))]
use crate::problem::Problem;

/// A rule: looks at everything and notes what is wrong.
pub(super) type Rule = fn(&Facts<'_>, &mut Findings);

/// What keeps a file from being drawn.
pub(super) const ERRORS: &[Rule] = &[
    identity::format,
    identity::ids,
    values::values,
    references::scopes,
    units::measures,
    units::plurals,
    units::currencies,
    numbers::low_above_high,
    numbers::value_outside,
    numbers::nothing_reported,
    numbers::qualified_range,
    sources::no_source,
    sources::unexplained_status,
    relations::keys,
    relations::to_itself,
    sums::outcomes,
    circles::circles,
];

/// What an editor should look at.
pub(super) const WARNINGS: &[Rule] = &[
    numbers::lost_digits,
    totals::falls,
    twice::same_statement,
    sources::not_archived,
    unused::figureless,
    unused::unused,
    names::shared,
    hidden::characters,
    dates::said_after_published,
    references::missing_scope,
];

/// Reads a data set under the given rules.
pub(super) fn reading(text: &str, rules: &[&[Rule]]) -> Reading {
    let mut findings = Findings::new();
    let root = parse::parse(text, &mut findings);
    let mut dataset = None;
    if check(&root, text, rules, &mut findings).is_some() {
        dataset = if findings.any_error() { None } else { super::read(text).ok() };
    }
    Reading { dataset, problems: findings.into_problems(text, &root) }
}

/// Lists what is wrong with a file under the given rules.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn problems(text: &str, rules: &[&[Rule]]) -> Vec<Problem> {
    let mut findings = Findings::new();
    let root = parse::parse(text, &mut findings);
    check(&root, text, rules, &mut findings);
    findings.into_problems(text, &root)
}

/// Reads the mirror of a file under the given rules.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn open(text: &str, rules: &[&[Rule]]) -> (raw::Dataset, Vec<Problem>) {
    let mut findings = Findings::new();
    let root = parse::parse(text, &mut findings);
    let whole = check(&root, text, rules, &mut findings).is_some();
    let mirror = if whole { raw::mirror(&root) } else { raw::Dataset::default() };
    (mirror, findings.into_problems(text, &root))
}

/// Holds a tree to its shape and to the rules; where its notation is broken there is nothing to check.
fn check<'a>(
    root: &'a Node<'a>,
    text: &'a str,
    rules: &[&[Rule]],
    findings: &mut Findings,
) -> Option<Facts<'a>> {
    if findings.any_broken() {
        return None;
    }
    reader::check(root, findings);
    let facts = Facts::new(At(root), text);
    for rule in rules.iter().copied().flatten() {
        rule(&facts, findings);
    }
    Some(facts)
}
