//! What has become of a statement, from the status cells of its rows.
//!
//! A row that casts doubt (corrected, disputed, denied, retracted) is from the document that says so, and its
//! note says why. Where every row of a statement has the status, their documents carry the statement as well;
//! beside rows without it, the row with it only casts the doubt.

use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::cell::term::status_name;
use std::collections::HashSet;

use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::{At, Fault};
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

/// Reads the status cells of the rows of a statement; `carried` tells whether the file has it from other
/// documents than those of the rows that cast doubt.
pub(crate) fn read_verdict(rows: &[&Record<'_>], carried: bool, faults: &mut Vec<Fault>) -> Verdict {
    let doubts = |row: &Record<'_>| row.status.is_some_and(is_doubt);
    let plain: Vec<usize> = places(rows, |row| !doubts(row));
    let doubting: Vec<usize> = places(rows, doubts);
    let of =
        |places: &[usize]| places.iter().filter_map(|place| rows.get(*place).copied()).collect::<Vec<_>>();
    let (plain_rows, doubting_rows) = (of(&plain), of(&doubting));
    let status = agreed(if doubting.is_empty() { &plain_rows } else { &doubting_rows }, faults);
    let only_doubt = plain.is_empty() && !carried;
    if let (false, Some(first)) = (only_doubt, doubting_rows.first())
        && !all_among(&doubting_rows, &plain_rows)
        && !carried
    {
        faults.push(only_says_so(first.at, plain_rows.first().map_or(first.at, |row| row.at)));
    }
    Verdict {
        status,
        why: notes(&doubting_rows),
        by: doubting.first().copied(),
        note: notes(&plain_rows),
        carriers: if only_doubt { doubting } else { plain },
    }
}

fn places(rows: &[&Record<'_>], is: impl Fn(&Record<'_>) -> bool) -> Vec<usize> {
    rows.iter().enumerate().filter(|(_, row)| is(row)).map(|(place, _)| place).collect()
}

/// Whether the document of every row is that of one of `others`, too.
fn all_among(rows: &[&Record<'_>], others: &[&Record<'_>]) -> bool {
    fn document<'r>(row: &'r Record<'_>) -> (Option<&'r str>, Option<&'r str>, Option<&'r str>) {
        match row.url.as_deref() {
            Some(url) => (Some(url), None, None),
            None => (None, row.outlet.as_deref(), row.published.as_deref()),
        }
    }
    let there: HashSet<_> = others.iter().map(|row| document(row)).collect();
    rows.iter().all(|row| there.contains(&document(row)))
}

/// The one status that rows have.
fn agreed(rows: &[&Record<'_>], faults: &mut Vec<Fault>) -> Option<Status> {
    let first = rows.iter().find(|row| row.status.is_some())?;
    for row in rows.iter().filter(|row| row.status.is_some() && row.status != first.status) {
        let name = row.status.map_or("", status_name);
        let message =
            format!("`status` is `{name}`, which differs from row {} of the same statement", first.at.row);
        let fault = Fault::row("two-meanings", row.at, message, "a statement has one status");
        faults.push(fault.in_column("status", String::new(), name));
    }
    first.status
}

/// The different notes of rows, one after the other.
fn notes(rows: &[&Record<'_>]) -> Option<String> {
    let mut seen = HashSet::new();
    let notes: Vec<&str> =
        rows.iter().filter_map(|row| row.note.as_deref()).filter(|note| seen.insert(*note)).collect();
    if notes.is_empty() { None } else { Some(notes.join("\n")) }
}

fn only_says_so(at: At, other: At) -> Fault {
    let message =
        "the document of this row is taken as the one that says so, not as one that carries the number";
    let hint = format!(
        "row {} carries the same statement without status; if both carry it, give both the status",
        other.row
    );
    Fault::row("says-so", at, message, hint).in_column("status", String::new(), "").mild()
}
