//! The id of a new figure: what is counted, of what, when, and the number: `deaths-officers-2022-01-15-19`.

use crate::spreadsheet::cell::phrase::qualifier_name;
use crate::spreadsheet::matching::slug::slug;
use crate::spreadsheet::matching::statement::Statement;
use crate::spreadsheet::record::Reported;
use figure_tracker_core::dataset::Qualifier;

/// What a statement is in full.
pub(crate) fn text(said: &Statement) -> String {
    let all = [&said.scope, &said.said, &said.speaker, &said.institution, &said.office];
    let text = all.map(|part| part.as_deref().unwrap_or_default()).join("\u{1f}");
    [said.metric.as_str(), &said.report, &text].join("\u{1f}")
}

/// The id that a statement would like to have.
pub(crate) fn wish(said: &Statement, report: &Reported<'_>) -> String {
    let mut parts = vec![said.metric.clone()];
    parts.extend(said.scope.clone());
    parts.push(said.said.as_deref().map_or_else(|| "undated".to_owned(), day));
    parts.extend(number(report));
    parts.join("-")
}

/// A date as a part of an id.
fn day(said: &str) -> String {
    let plain = |date: &str| date.trim_end_matches(['?', '~', '%']).to_lowercase();
    match said.split_once('/') {
        Some((".." | "", end)) => format!("before-{}", plain(end)),
        Some((start, ".." | "")) => format!("from-{}", plain(start)),
        Some((start, end)) => format!("{}-to-{}", plain(start), plain(end)),
        None => plain(said),
    }
}

fn number(report: &Reported<'_>) -> Vec<String> {
    let digits = |digits: &String| digits.replace('-', "minus-");
    let Reported { value, low, high, words, qualifier } = report;
    let mut parts = Vec::new();
    if *qualifier != Qualifier::Exact {
        parts.push(qualifier_name(*qualifier).replace('_', "-"));
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
