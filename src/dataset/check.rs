//! The rules of the format: what is an error, what is a warning. One small function a rule, each looking at
//! the whole mirror and noting what it finds; none changes anything, stops, or trusts another rule.

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

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use sources::is_http;

use super::facts::Facts;
use super::finding::Findings;
use super::tree::At;
use super::{Reading, parse, raw, reader, resolve};
use crate::problem::Problem;

/// A rule: looks at everything and notes what is wrong.
type Rule = fn(&Facts<'_>, &mut Findings);

/// What keeps a file from being drawn.
pub(super) const ERRORS: &[Rule] = &[
    identity::format,
    identity::ids,
    references::references,
    texts::blank,
    texts::languages,
    units::measures,
    units::plurals,
    units::currencies,
    dates::dates,
    numbers::decimals,
    numbers::low_above_high,
    numbers::value_outside,
    numbers::nothing_reported,
    numbers::qualified_range,
    sources::no_source,
    sources::addresses,
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
];

/// Reads a data set under the given rules.
pub(super) fn reading(text: &str, rules: &[&[Rule]]) -> Reading {
    let mut findings = Findings::new();
    let root = parse::parse(text, &mut findings);
    let mut dataset = None;
    if !findings.any_broken() {
        let raw = reader::read(&root, &mut findings);
        let facts = Facts::new(&raw, At(&root), text);
        check(&facts, rules, &mut findings);
        dataset = if findings.any_error() { None } else { resolve::dataset(&facts) };
    }
    Reading { dataset, problems: findings.into_problems(text, &root) }
}

/// Reads the mirror of a file under the given rules.
pub(super) fn open(text: &str, rules: &[&[Rule]]) -> (raw::Dataset, Vec<Problem>) {
    let mut findings = Findings::new();
    let root = parse::parse(text, &mut findings);
    let mut raw = raw::Dataset::default();
    if !findings.any_broken() {
        raw = reader::read(&root, &mut findings);
        check(&Facts::new(&raw, At(&root), text), rules, &mut findings);
    }
    (raw, findings.into_problems(text, &root))
}

fn check(facts: &Facts<'_>, rules: &[&[Rule]], findings: &mut Findings) {
    for rule in rules.iter().copied().flatten() {
        rule(facts, findings);
    }
}
