//! Strips: small charts of one line on a shared time axis.

use figure_tracker_core::chart::{StripAxis, StripFigures, StripOptions, highest_number};
use figure_tracker_core::dataset::Dataset;
use figure_tracker_core::date::{Date, Day};
use serde_json::{Value, json};

use super::{bundled, dataset_of, edge, figure};

fn day(text: &str) -> Day {
    Date::parse(text).unwrap().day().unwrap()
}

fn options() -> StripOptions {
    let axis = StripAxis::new(130.0, (day("2022-01-01"), day("2022-04-11")), 10.0, 20.0);
    StripOptions { axis, height: 30.0, top: 20.0 }
}

fn strip(dataset: &Dataset, places: &[usize]) -> figure_tracker_core::chart::Strip {
    StripFigures::new(dataset, &dataset.metrics[0]).lay_out_strip(places, &options())
}

#[test]
fn a_strip_steps_at_the_very_days_and_goes_on_as_a_tail() {
    let figures = [figure("a1", "a", "", 10, "2022-01-11", ""), figure("a2", "a", "", 20, "2022-02-10", "")];
    let strip = strip(&dataset_of(&figures, &[]), &[0, 1]);
    assert_eq!(strip.line, "M20 15H50V5");
    assert_eq!(strip.tail, "M50 5H130");
    assert_eq!(strip.discs, "M20 15h0M50 5h0");
    assert_eq!((strip.rings, strip.squares, strip.strokes), Default::default());
}

#[test]
fn only_the_figures_that_are_given_are_drawn() {
    let figures =
        [figure("a1", "a", "", 10, "2022-01-11", "ann"), figure("a2", "a", "", 20, "2022-02-10", "bob")];
    let strip = strip(&dataset_of(&figures, &[]), &[1]);
    assert_eq!((&*strip.line, &*strip.discs), ("", "M50 5h0"));
}

#[test]
fn rival_numbers_are_not_joined() {
    let figures =
        [figure("a1", "a", "", 10, "2022-01-11", "ann"), figure("a2", "a", "", 20, "2022-02-10", "bob")];
    let strip = strip(&dataset_of(&figures, &[edge("contradicts", "a2", "a1")]), &[0, 1]);
    assert!(!strip.line.contains('V'), "{}", strip.line);
}

#[test]
fn marks_look_like_what_was_said() {
    let more = |id: &str, more: &[(&str, Value)]| {
        let mut figure = figure(id, "a", "", 10, "2022-01-11", "");
        for (key, value) in more {
            figure[key] = value.clone();
        }
        figure
    };
    let of = |more_keys: &[(&str, Value)]| {
        let dataset = dataset_of(&[more("a1", more_keys)], &[]);
        strip(&dataset, &[0])
    };
    let about = of(&[("qualifier", json!("about"))]);
    assert_eq!((&*about.rings, &*about.discs), ("M20 15h0", ""));
    assert_eq!(of(&[("qualifier", json!("more_than"))]).strokes, "M20 15V9.5");
    assert_eq!(of(&[("qualifier", json!("at_most"))]).strokes, "M20 15V20.5");
    assert_eq!(of(&[("low", json!(0)), ("high", json!(20))]).strokes, "M20 25V5");
    let words = of(&[("value", Value::Null), ("words", json!("dozens"))]);
    assert_eq!((&*words.squares, &*words.discs), ("M20 25h0", ""));
    assert_eq!(of(&[("said", Value::Null)]), Default::default());
}

#[test]
fn a_long_series_has_marks_at_its_ends_alone() {
    let figures: Vec<Value> = (0..100)
        .map(|at| figure(&format!("a{at}"), "a", "", 1 + at % 20, &format!("20{:02}-01-01", at % 100), ""))
        .collect();
    let dataset = dataset_of(&figures, &[]);
    let places: Vec<usize> = (0..100).collect();
    assert_eq!(strip(&dataset, &places).discs.matches('M').count(), 2);
}

#[test]
fn five_thousand_figures_are_drawn_with_no_more_than_the_width_can_show() {
    let figures: Vec<Value> = (0..5000)
        .map(|at| {
            let said = Day::from_number(day("2022-01-01").number() + at % 100).text();
            figure(&format!("a{at:04}"), "a", "", i64::from(at % 20), &said, "")
        })
        .collect();
    let dataset = dataset_of(&figures, &[]);
    let places: Vec<usize> = (0..5000).collect();
    assert!(strip(&dataset, &places).line.len() < 6000);
}

#[test]
fn an_axis_has_room_for_all_that_was_said_and_hairlines_where_most_was() {
    let dataset = bundled();
    let axis = StripAxis::of_dataset(&dataset, 56.0, 4.0, 4.0).unwrap();
    let lines = axis.main_days(&dataset, 28.0);
    let count = lines.matches('V').count();
    assert!((2..=5).contains(&count), "{lines}");
    assert!(lines.contains(&format!("M{} 0V28", axis.x(day("2022-03-14")))), "{lines}");
    assert_eq!((axis.x(axis.span.0), axis.x(axis.span.1)), (4.0, 52.0));
}

#[test]
fn the_highest_number_counts_upper_ends() {
    let mut range = figure("a1", "a", "", 10, "2022-01-11", "");
    range["low"] = 5.into();
    range["high"] = 30.into();
    let dataset = dataset_of(&[range], &[]);
    assert_eq!(highest_number(&dataset.metrics[0], [0]), 30.0);
    assert_eq!(highest_number(&dataset.metrics[0], []), 0.0);
}
