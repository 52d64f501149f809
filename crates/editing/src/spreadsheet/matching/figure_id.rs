//! The id of a new figure: what is counted, of what, when, and the number: `deaths-officers-2022-01-15-19`.

use crate::spreadsheet::matching::slug::slug;
use crate::spreadsheet::matching::statement::{ReportedKey, Statement};
use figure_tracker_core::dataset::Qualifier;
use figure_tracker_core::date::Date;
use figure_tracker_core::decimal::Decimal;

/// Returns what a statement is in full, no two the same.
pub(crate) fn full_text(statement: &Statement<'_>) -> String {
    let Statement { metric, scope, reported, said, speaker, institution, office } = statement;
    let ReportedKey { value, low, high, qualifier, words } = reported.key();
    let number = |number: Option<Decimal>| number.map(|number| number.normalized().to_string());
    let reported = (number(value), number(low), number(high), qualifier.name(), words);
    serde_json::to_string(&(metric, reported, scope, said, speaker, institution, office)).unwrap_or_default()
}

/// Returns the id that a statement would like to have.
pub(crate) fn wanted_id(statement: &Statement<'_>) -> String {
    let mut parts = vec![statement.metric.clone().into_owned()];
    parts.extend(statement.scope.as_deref().map(str::to_owned));
    parts.push(statement.said.as_ref().map_or_else(|| "undated".to_owned(), date_part));
    parts.extend(number_parts(&statement.reported.key()));
    parts.join("-")
}

/// A date as a part of an id.
fn date_part(said: &Date) -> String {
    let plain = |date: &str| date.trim_end_matches(['?', '~', '%']).to_lowercase();
    let said = said.to_string();
    match said.split_once('/') {
        Some((".." | "", end)) => format!("before-{}", plain(end)),
        Some((start, ".." | "")) => format!("from-{}", plain(start)),
        Some((start, end)) => format!("{}-to-{}", plain(start), plain(end)),
        None => plain(&said),
    }
}

fn number_parts(reported: &ReportedKey<'_>) -> Vec<String> {
    let digits = |number: &Decimal| number.to_string().replace('-', "minus-");
    let ReportedKey { value, low, high, words, qualifier } = reported;
    let mut parts = Vec::new();
    if *qualifier != Qualifier::Exact {
        parts.push(qualifier.name().replace('_', "-"));
    }
    match (value, low, high) {
        (Some(value), ..) => parts.push(digits(value)),
        (None, Some(low), Some(high)) => parts.push(format!("{}-to-{}", digits(low), digits(high))),
        (None, Some(low), None) => parts.push(format!("from-{}", digits(low))),
        (None, None, Some(high)) => parts.push(format!("to-{}", digits(high))),
        _ => parts.extend(words.as_deref().map(slug)),
    }
    parts.retain(|part| !part.is_empty());
    parts
}
