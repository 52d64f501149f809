//! Workbooks: what their programs write, and what comes of it. Most are made by the test itself, the parts by
//! hand where the way of writing matters.

mod bounds;
mod formats;
mod ods;
mod parts;
mod programs;
mod sheets;
mod xlsx;

use figure_tracker_core::dataset::format;
use figure_tracker_editing::spreadsheet::{self, Import, ReadOptions};

use super::{day, empty, lines};

/// Imports a workbook into an empty data set.
fn imported(bytes: &[u8], sheets: &[&str]) -> Import {
    let sheets = sheets.iter().map(|name| (*name).to_owned()).collect();
    spreadsheet::import(&[bytes], &ReadOptions { sheets, encoding: None }, empty(), day(), &|_| {})
}

/// What is wrong with a workbook, a line each.
fn wrong(bytes: &[u8]) -> String {
    lines(&imported(bytes, &[]).diagnostics)
}

/// Imports a workbook that has no error.
#[track_caller]
fn fresh(bytes: &[u8]) -> format::Dataset {
    let import = imported(bytes, &[]);
    import.dataset.unwrap_or_else(|| panic!("{}", lines(&import.diagnostics)))
}

/// The figures of a data set in short: value or range, unit, day.
fn short(data: &format::Dataset) -> Vec<String> {
    let text = |number: Option<figure_tracker_core::decimal::Decimal>| number.map(|n| n.to_string());
    data.figures
        .iter()
        .map(|figure| {
            let said = figure.said.as_ref().map(ToString::to_string);
            [text(figure.value), text(figure.low), text(figure.high), said]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}
