//! The rules of the format: what is an error, what is a warning. One rule a file; each looks at the whole document and
//! reports what it finds. None changes anything, stops, or trusts another rule.

mod archived;
mod calendars;
mod citations;
mod cycles;
mod dates;
mod duplicate_ids;
mod duplicate_names;
mod duplicate_statements;
mod empty_figures;
mod falling_totals;
mod invisible_characters;
mod ranges;
mod relations;
mod scopes;
mod self_relations;
mod sources;
mod statuses;
mod sums;
mod units;
mod unresolved_references;
mod unused;

use crate::document::Document;
use crate::report::Report;

/// A rule: looks at everything and reports what is wrong.
pub(crate) type Rule = fn(&Document<'_>, &mut Report<'_, '_>);

/// What keeps a file from being drawn.
pub(crate) const ERRORS: &[Rule] = &[
    duplicate_ids::check_ids,
    unresolved_references::check_references,
    scopes::check_scopes,
    citations::check_citations,
    units::check_units,
    ranges::check_order,
    ranges::check_values,
    empty_figures::check_figures,
    sources::check_sources,
    statuses::check_statuses,
    relations::check_keys,
    self_relations::check_relations,
    sums::check_sums,
    cycles::check_cycles,
];

/// What an editor should look at.
pub(crate) const WARNINGS: &[Rule] = &[
    falling_totals::check_totals,
    duplicate_statements::check_statements,
    duplicate_names::check_names,
    archived::check_sources,
    unused::check_metrics,
    unused::check_lists,
    invisible_characters::check_texts,
    scopes::check_missing,
];

/// What an editor should look at in dates.
pub(crate) const DATES: &[Rule] = &[calendars::check_years, dates::check_order, dates::check_edition];
