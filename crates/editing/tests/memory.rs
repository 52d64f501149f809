//! What a row costs while a sheet is imported and while the file that comes of it is checked: a number that can't grow
//! unseen. At 300,000 rows of this kind the bytes here are the gigabyte that a machine may have.
#![allow(clippy::unwrap_used, reason = "a test fails where a value is missing")]

use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::Day;
use figure_tracker_editing::spreadsheet::{self, ReadOptions};
use figure_tracker_editing::{diagnose, json};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const ROWS: usize = 5_000;

fn sheet() -> String {
    let mut csv =
        "metric,metric_label,group,unit,value,qualifier,said_on,published_on,speaker,role,institution,\
         outlet,url,archived_url,note\n"
            .to_owned();
    for i in 0..ROWS {
        let (metric, round) = (i % 50, i / 50);
        csv += &format!(
            "metric-{metric},Metric {metric},Group {},people,{},about,2022-01-{day:02},2022-01-{day:02},\
             Speaker {},Office {},Ministry {},Outlet {outlet},https://outlet{outlet}.example.org/{i}/{round},\
             https://archive.example.org/{i},\"A note, number {i}\"\n",
            metric % 5,
            100 + i,
            i % 20,
            i % 7,
            i % 9,
            day = 1 + round % 28,
            outlet = i % 30,
        );
    }
    csv
}

/// Returns the most bytes for each row that are held at once while something runs, beyond those that are held before.
fn bytes_per_row<T>(run: impl FnOnce() -> T) -> (T, usize) {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let done = run();
    (done, (ALLOCATOR.peak_usage() - before) / ROWS)
}

fn import(bytes: &[u8], before: format::Dataset) -> spreadsheet::Import {
    spreadsheet::import(&[bytes], &ReadOptions::default(), before, Day::from_number(20_454), &|_| {})
}

/// What a row may cost in each stage, in bytes beyond what is held before; measured, with a tenth to spare.
const BUDGET: [(&str, usize); 5] =
    [("import", 2_550), ("write", 700), ("import again", 1_870), ("edit", 1_020), ("check", 1_570)];

#[test]
fn a_row_costs_no_more_than_it_did() {
    let empty =
        format::Dataset { format: FormatVersion, language: "en".to_owned(), ..format::Dataset::default() };
    let csv = sheet();
    let (done, to_import) = bytes_per_row(|| import(csv.as_bytes(), empty));
    let data = done.dataset.unwrap();
    drop(done.changes);
    assert_eq!(data.figures.len(), ROWS);
    let (text, to_write) = bytes_per_row(|| json::write_dataset(&data));
    let (again, to_import_again) = bytes_per_row(|| import(csv.as_bytes(), data));
    let again = again.dataset.unwrap();
    let (edited, to_edit) = bytes_per_row(|| json::edit_dataset(&text, &again));
    assert_eq!(edited, text);
    drop((edited, again));
    let (_, to_check) = bytes_per_row(|| diagnose(text.as_bytes()));
    let costs = [to_import, to_write, to_import_again, to_edit, to_check];
    for ((stage, most), cost) in BUDGET.iter().zip(costs) {
        assert!(cost <= *most, "{stage}: {cost} bytes a row, {most} at most; all: {costs:?}");
    }
}
