//! What has become of a statement, from the status cells of its rows.
//!
//! A row that casts doubt (corrected, disputed, denied, retracted) is from the document that says so, and its
//! note says why. Where every row of a statement has the status, their documents carry the statement as well;
//! beside rows without it, the row with it only casts the doubt.

use crate::diagnostic::Diagnostic;
use crate::hash::{HashSet, HashSetExt};
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::document::DocumentKey;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::Column;
use figure_tracker_core::dataset::Status;

/// What the rows of one statement say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The status, where any row has one.
    pub(crate) status: Option<Status>,
    /// Why.
    pub(crate) why: Option<String>,
    /// Which row is from the document that says so, by its place among the rows.
    pub(crate) by: Option<usize>,
    /// What a careful reader must know.
    pub(crate) note: Option<String>,
    /// Which rows carry the statement, by their place among the rows.
    pub(crate) carriers: Vec<usize>,
}

/// Reads the status cells of the records of a statement; `is_carried` tells whether the dataset has it from other
/// documents than those of the records that cast doubt.
pub(crate) fn read_verdict(
    records: &[&Record<'_>],
    is_carried: bool,
    outlets: &IdDirectory,
    diagnostics: &mut Vec<Diagnostic>,
) -> Verdict {
    let (doubting, plain): (Vec<usize>, Vec<usize>) = (0..records.len())
        .partition(|place| records.get(*place).and_then(|record| record.status).is_some_and(is_doubt));
    let of = |places: &[usize]| -> Vec<&Record<'_>> {
        places.iter().filter_map(|place| records.get(*place).copied()).collect()
    };
    let (plain_records, doubting_records) = (of(&plain), of(&doubting));
    let status =
        agreed_status(if doubting.is_empty() { &plain_records } else { &doubting_records }, diagnostics);
    let only_doubt = plain.is_empty() && !is_carried;
    if let (false, false, Some(first)) = (only_doubt, is_carried, doubting_records.first())
        && !all_among(&doubting_records, &plain_records, outlets)
    {
        let other = plain_records.first().map_or(first.position, |record| record.position);
        diagnostics.push(only_says_so(first.position, other));
    }
    Verdict {
        status,
        why: joined_notes(&doubting_records),
        by: doubting.first().copied(),
        note: joined_notes(&plain_records),
        carriers: if only_doubt { doubting } else { plain },
    }
}

/// Whether the document of every record is that of one of `others`, too.
fn all_among(records: &[&Record<'_>], others: &[&Record<'_>], outlets: &IdDirectory) -> bool {
    let there: HashSet<_> = others.iter().map(|record| DocumentKey::of(record, outlets)).collect();
    records.iter().all(|record| there.contains(&DocumentKey::of(record, outlets)))
}

/// Returns the one status that records have.
fn agreed_status(records: &[&Record<'_>], diagnostics: &mut Vec<Diagnostic>) -> Option<Status> {
    let first = records.iter().find(|record| record.status.is_some())?;
    for record in records {
        let Some(status) = record.status.filter(|status| Some(*status) != first.status) else { continue };
        let (name, row) = (status.name(), first.position.seen_from(record.position));
        let message = format!("`status` is `{name}`, which differs from {row} of the same statement");
        let span = record.position.cell(Column::Status, name);
        let help = "a statement has one status";
        diagnostics.push(Diagnostic::error("two-meanings", span, message).with_help(help));
    }
    first.status
}

/// Returns the different notes of records, one after the other.
fn joined_notes(records: &[&Record<'_>]) -> Option<String> {
    let mut seen = HashSet::new();
    let notes: Vec<&str> = records
        .iter()
        .filter_map(|record| record.note.as_deref())
        .filter(|note| seen.insert(*note))
        .collect();
    if notes.is_empty() { None } else { Some(notes.join("\n")) }
}

fn only_says_so(position: RowPosition, other: RowPosition) -> Diagnostic {
    let message =
        "the document of this row is taken as the one that says so, not as one that carries the number";
    let other = other.seen_from(position);
    let help =
        format!("{other} carries the same statement without status; if both carry it, give both the status");
    Diagnostic::warning("says-so", position.cell(Column::Status, ""), message).with_help(help)
}
