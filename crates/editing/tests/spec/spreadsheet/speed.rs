//! Four times the rows take about four times the time: nothing in an import or in a check is quadratic.

use std::time::Duration;

use figure_tracker_editing::diagnose;
use figure_tracker_editing::json;
use figure_tracker_editing::spreadsheet;
use figure_tracker_testing::{measure_time, shortest_time};

use super::{empty, into};

/// A sheet of `rows` rows on 2,000 metrics, from many documents and people.
fn sheet(rows: usize) -> String {
    let mut csv = "metric,scope,value,said_on,speaker,institution,outlet,published_on,url,note\n".to_owned();
    for i in 0..rows {
        let (metric, day, source) = (i % 2000, 1 + i / 2000 % 28, i % (rows / 4));
        csv += &format!(
            "Metric {metric},Scope {},{i},2022-01-{day:02},Speaker {},Office {},Outlet {},2022-02-01,https://o.example/{source},Note {i}\n",
            i % 3,
            i % 900,
            i % 40,
            source % 700
        );
    }
    csv
}

fn there_and_back(csv: &str) {
    let rows = csv.lines().count();
    let first = into(&empty(), csv).dataset.unwrap();
    let again = into(&first, csv);
    assert!(again.changes.is_empty());
    assert_eq!(spreadsheet::export(&first, b',').lines().count(), rows);
    assert!(json::write_dataset(&first).len() > rows * 100);
}

fn checked(text: &str, problems: usize) {
    let found = diagnose(text.as_bytes());
    assert!(found.len() >= problems, "{} problems", found.len());
}

#[test]
fn four_times_the_rows_take_no_more_than_nine_times_the_time() {
    let (few, many) = (sheet(1_000), sheet(4_000));
    let (few, many) = (shortest_time(|| there_and_back(&few)), shortest_time(|| there_and_back(&many)));
    assert!(many < few * 9, "1,000 rows: {few:?}, 4,000 rows: {many:?}");
}

#[test]
fn four_times_the_figures_take_no_more_than_nine_times_the_time_to_check() {
    let file = |rows: usize| json::write_dataset(&into(&empty(), &sheet(rows)).dataset.unwrap());
    let (few, many) = (file(1_000), file(4_000));
    let (few, many) = (shortest_time(|| checked(&few, 0)), shortest_time(|| checked(&many, 0)));
    assert!(many < few * 9, "1,000 figures: {few:?}, 4,000 figures: {many:?}");
}

#[test]
fn four_times_the_faults_take_no_more_than_nine_times_the_time_to_list() {
    let file = |faults: usize| ["{", &r#""format": 1, "x": 2,"#.repeat(faults), r#""id": ""}"#].concat();
    let (few, many) = (file(5_000), file(20_000));
    let (few, many) = (shortest_time(|| checked(&few, 5_000)), shortest_time(|| checked(&many, 20_000)));
    assert!(many < few * 9, "5,000 faults: {few:?}, 20,000 faults: {many:?}");
}

#[test]
fn one_statement_in_thousands_of_documents_is_no_matter_of_minutes() {
    let mut csv = "metric,value,url,outlet,archived_url,status,note\n".to_owned();
    for i in 0..8_000 {
        let status = if i % 2 == 0 { "disputed" } else { "" };
        csv += &format!("m,5,https://a.example/{i},Paper {i},,{status},Note {i}\n");
        csv += &format!("n,{i},,Paper,https://archive.example/{i},,\n");
    }
    let ((), elapsed) = measure_time(|| {
        let first = into(&empty(), &csv).dataset.unwrap();
        assert_eq!(first.figures.len(), 8_001);
        assert!(into(&first, &csv).changes.is_empty());
    });
    assert!(elapsed < Duration::from_secs(20), "{elapsed:?}");
}
