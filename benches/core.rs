//! How long the core takes: reading and checking, laying a chart out, printing the widget. `make bench` prints it.
//!
//! No statistics library: the middle of many runs, printed as `name<TAB>microseconds`, is enough to see a change of
//! a tenth. It measures the native build; the browser's side is measured by `benches/browser.mjs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench prints or stops"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use figure_tracker::breakpoints::PlotSize;
use figure_tracker::components::{Tracker, lay_out};
use figure_tracker::state::{TrackerOptions, TrackerState};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::Localizer;
use leptos::prelude::*;

const BUNDLED: &str = include_str!("../data.json");

/// How long a benchmark is run.
const PATIENCE: Duration = Duration::from_secs(1);

/// The middle of the run times.
fn time<T>(name: &str, mut run: impl FnMut() -> T) {
    black_box(run());
    let started = Instant::now();
    let mut times = Vec::new();
    while started.elapsed() < PATIENCE || times.len() < 5 {
        let start = Instant::now();
        black_box(run());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name}\t{:.0}", times[times.len() / 2].as_secs_f64() * 1e6);
}

/// The bundled data with `count` more deaths, a day apart.
fn grown(count: usize) -> String {
    let mut data: serde_json::Value = serde_json::from_str(BUNDLED).unwrap();
    let figures = data["figures"].as_array_mut().unwrap();
    let mut model = figures.iter().find(|f| f["metric"] == "deaths" && f["value"] == 230).unwrap().clone();
    for at in 0..count {
        let (year, month, day) = (2023 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        model["id"] = format!("more-{at}").into();
        model["said"] = format!("{year}-{month:02}-{day:02}").into();
        model["value"] = (231 + at).into();
        figures.push(model.clone());
    }
    serde_json::to_string_pretty(&data).unwrap()
}

fn print(text: &str) -> String {
    let dataset = Arc::new(dataset::read(text).unwrap());
    Owner::new().with(|| {
        let options = TrackerOptions { width: 900.0, ..TrackerOptions::default() };
        let state = TrackerState::new(dataset, Localizer::for_language("en"), options);
        state.show("deaths", "").unwrap();
        view! { <Tracker state/> }.to_html()
    })
}

fn drawing(name: &str, text: &str) {
    let dataset = dataset::read(text).unwrap();
    let (metric, localizer) = (dataset.metric("deaths").unwrap(), Localizer::for_language("en"));
    let size = PlotSize::at_width(900.0);
    time(&format!("lay out {name}"), || {
        lay_out(&dataset, &localizer, metric, figure_tracker_core::chart::Axes::default(), size, false)
    });
    time(&format!("read and print {name}"), || print(text));
}

fn main() {
    let (hundred, thousand) = (grown(500), grown(5_000));
    time("read and check the bundled data", || dataset::read(BUNDLED));
    time("read and check 5,000 figures more", || dataset::read(&thousand));
    drawing("the bundled deaths", BUNDLED);
    drawing("500 deaths more", &hundred);
}
