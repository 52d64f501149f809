//! How long spreadsheets of a size that a newsroom keeps take, and larger ones: the import, with the check of what it
//! writes, and the check alone; at one size also the import again and the export. Nothing is read from the disk or
//! written to it. Printed as `name<TAB>microseconds` for `make bench`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints or stops")]

#[path = "shared/rows.rs"]
mod rows;

use std::hint::black_box;
use std::time::Instant;

use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::Day;
use figure_tracker_editing::json;
use figure_tracker_editing::{diagnose, diagnose_errors, spreadsheet};
use rows::grown;

/// The best of three runs: the rest is the machine's.
fn time<T>(name: &str, mut run: impl FnMut() -> T) {
    let one = |run: &mut dyn FnMut() -> T| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    let best = (0..3).map(|_| one(&mut run)).min().unwrap();
    println!("{name}\t{:.0}", best.as_secs_f64() * 1e6);
}

fn main() {
    let empty = format::Dataset {
        format: FormatVersion,
        id: "b".to_owned(),
        title: "B".into(),
        language: "en".to_owned(),
        ..format::Dataset::default()
    };
    for (name, rows) in [("10,000", 10_000), ("80,000", 80_000), ("300,000", 300_000)] {
        let csv = grown(rows);
        let import = |before: &format::Dataset| {
            spreadsheet::import(
                &[csv.as_bytes()],
                &spreadsheet::ReadOptions::default(),
                before.clone(),
                Day::from_number(20_454),
                &|_| {},
            )
            .dataset
            .unwrap()
        };
        let data = import(&empty);
        let text = json::write_dataset(&data);
        time(&format!("import {name} rows"), || {
            let text = json::write_dataset(&import(&empty));
            diagnose_errors(text.as_bytes())
        });
        time(&format!("check {name} figures"), || diagnose(text.as_bytes()));
        if rows == 80_000 {
            time(&format!("import {name} rows again"), || json::edit_dataset(&text, &import(&data)));
            time(&format!("export {name} rows"), || spreadsheet::export(&data, b','));
        }
    }
}
