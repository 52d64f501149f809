//! Four times the rows take about four times the time: nothing in an import is quadratic.

use std::time::{Duration, Instant};

use figure_tracker::sheet;

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

fn timed(rows: usize) -> Duration {
    let csv = sheet(rows);
    let start = Instant::now();
    let first = into(&empty(), &csv).dataset.unwrap();
    let again = into(&first, &csv);
    assert!(again.changes.is_empty());
    assert_eq!(sheet::export(&first, b',').lines().count(), rows + 1);
    assert!(sheet::json::new(&first).len() > rows * 100);
    start.elapsed()
}

#[test]
fn four_times_the_rows_take_no_more_than_nine_times_the_time() {
    let best = |rows: usize| (0..3).map(|_| timed(rows)).min().unwrap();
    let (few, many) = (best(1_000), best(4_000));
    assert!(many < few * 9, "1,000 rows: {few:?}, 4,000 rows: {many:?}");
}
