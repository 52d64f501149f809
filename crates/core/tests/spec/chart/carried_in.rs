//! The value with which a period begins: drawn as such, and as no figure of the period.

use std::sync::Arc;

use figure_tracker_core::chart::{Axes, CarriedIn, ChartRelations, LayoutOptions, Scene, layout};
use figure_tracker_core::dataset::{self, Dataset, Metric, Question, parse_question_day};

use super::help::TEXTS;

fn dataset(figures: &str) -> Dataset {
    let head = r#"{"format": 1, "id": "x", "title": "X", "language": "en", "units": [{"id": "u", "label": "u"}],
        "sources": [{"id": "s"}], "speakers": [{"id": "ada", "name": "Ada"}],
        "metrics": [{"id": "m", "label": "M", "unit": "u"}], "figures": ["#;
    dataset::read([head, figures, "]}"].concat()).unwrap()
}

fn said(id: &str, value: &str, day: &str) -> String {
    format!(r#"{{"id": "{id}", "metric": "m", {value}, "said": "{day}", "sources": ["s"]}}"#)
}

fn three() -> String {
    let figures = [
        said("a", r#""value": 100"#, "2022-01-09"),
        said("b", r#""value": 200"#, "2022-01-15"),
        said("c", r#""value": 300"#, "2022-03-01"),
    ];
    figures.join(",")
}

/// The period from a day on, and what is drawn of it.
fn scene(figures: &str, question: &Question) -> (Arc<Metric>, Scene) {
    let dataset = dataset(figures);
    let whole = &dataset.metrics[0];
    let shown = question.narrow(whole);
    let before = question.figure_before(whole, None).map(|figure| &**figure);
    let axes = Axes { whole: Some(whole), before, from: question.from, to: question.to, ..Axes::default() };
    let relations = ChartRelations::default();
    let options = LayoutOptions {
        width: 400.0,
        height: 300.0,
        texts: TEXTS,
        events: &[],
        relations: &relations,
        from_zero: true,
        axes,
    };
    let scene = layout(&shown, &options);
    (shown, scene)
}

fn from(day: &str) -> Question {
    Question { from: Some(parse_question_day("from", day).unwrap()), ..Question::default() }
}

fn path(carried_in: &Option<CarriedIn>) -> &str {
    carried_in.as_ref().map_or("", |line| &line.path)
}

#[test]
fn a_period_is_entered_at_the_value_that_stands_and_steps_at_its_first_figure() {
    let (shown, scene) = scene(&three(), &from("2022-02-01"));
    assert_eq!((shown.figures.len(), scene.marks.len()), (1, 1), "no mark of its own");
    let path = path(&scene.carried_in);
    assert!(
        path.starts_with('M') && path.matches('H').count() == 1 && path.matches('V').count() == 1,
        "{path}"
    );
    assert_eq!(scene.carried_in.as_ref().unwrap().label.as_ref().unwrap().text, "200");
    let mark = &scene.marks[0];
    assert!(path.ends_with(&format!("H{}V{}", mark.at.x, mark.at.y)), "{path} leads to {:?}", mark.at);
}

#[test]
fn where_nothing_was_said_in_the_period_the_value_stands_to_its_end() {
    let (shown, scene) = scene(&three(), &from("2022-04-01"));
    assert!(shown.figures.is_empty() && scene.marks.is_empty());
    let line = scene.carried_in.unwrap();
    assert!(line.path.ends_with("H400"), "{}", line.path);
    assert_eq!(line.label.unwrap().text, "300");
}

#[test]
fn nothing_is_carried_into_what_begins_with_everything_or_without_a_value() {
    assert_eq!(scene(&three(), &Question::default()).1.carried_in, None);
    assert_eq!(scene(&three(), &from("2022-01-09")).1.carried_in, None, "the first figure is in the period");
    let range =
        [said("a", r#""value": 100"#, "2022-01-09"), said("b", r#""low": 1, "high": 9"#, "2022-01-15")];
    let range = [range.join(","), said("c", r#""value": 300"#, "2022-03-01")].join(",");
    assert_eq!(scene(&range, &from("2022-02-01")).1.carried_in, None, "a range has no one value");
    let denied = three().replacen("\"sources\"", "\"status\": \"denied\", \"sources\"", 2);
    assert_eq!(scene(&denied, &from("2022-02-01")).1.carried_in, None, "what was denied doesn't stand");
}

#[test]
fn only_what_is_asked_for_is_carried_in() {
    let by_ada = three().replacen("\"sources\"", "\"speaker\": \"ada\", \"sources\"", 1);
    let question = Question { speaker: Some("ada".to_owned()), ..from("2022-02-01") };
    let (_, scene) = scene(&by_ada, &question);
    assert_eq!(scene.carried_in.unwrap().label.unwrap().text, "100", "not what another said later");
}
