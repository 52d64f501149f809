//! Which figures are compared, and in which order they are listed.

use std::sync::Arc;

use figure_tracker_core::dataset::{self, Dataset, Edge, Figure, Relation, Status};
use figure_tracker_core::localize::Localizer;
use serde_json::json;

/// Figures of one metric, each with its id, its number and when it was said; and edges between them.
fn dataset(figures: &[(&str, u32, &str)], edges: &[(&str, Edge, &str)]) -> Dataset {
    let figures: Vec<_> = figures
        .iter()
        .map(|(id, value, said)| {
            let said = (!said.is_empty()).then_some(said);
            json!({ "id": id, "metric": "injured", "value": value, "said": said, "sources": ["s"] })
        })
        .collect();
    let file = json!({
        "format": 1, "id": "d", "title": "D", "language": "en",
        "units": [{ "id": "people", "label": { "one": "person", "other": "people" } }],
        "sources": [{ "id": "s", "url": "https://a.example/" }],
        "metrics": [{ "id": "injured", "label": "Injured", "unit": "people" }],
        "figures": figures,
    });
    let mut dataset = dataset::read(file.to_string().as_bytes()).unwrap();
    let edge = |(from, kind, to): &(&str, Edge, &str)| Relation::Edge {
        kind: *kind,
        from: dataset.figure(from).unwrap().clone(),
        to: dataset.figure(to).unwrap().clone(),
        note: None,
    };
    dataset.relations = edges.iter().map(edge).collect();
    indexed(dataset)
}

/// A dataset that knows which of its relations speak of which figure.
fn indexed(dataset: Dataset) -> Dataset {
    let metrics = dataset.metrics.clone();
    dataset.with_metrics(metrics)
}

/// The id of the figure that the change up to `id` is told against.
fn previous<'a>(dataset: &'a Dataset, id: &str) -> Option<&'a str> {
    dataset.previous_figure(dataset.figure(id).unwrap()).map(|figure| &*figure.id)
}

#[track_caller]
fn check(figures: &[(&str, u32, &str)], edges: &[(&str, Edge, &str)], expected: &[(&str, Option<&str>)]) {
    let dataset = dataset(figures, edges);
    for (id, before) in expected {
        assert_eq!(previous(&dataset, id), *before, "{id}");
    }
}

#[test]
fn a_change_is_told_against_the_nearest_earlier_day() {
    check(
        &[("c", 230, "2022-03-14"), ("a", 164, "2022-01-09"), ("b", 225, "2022-01-15")],
        &[],
        &[("a", None), ("b", Some("a")), ("c", Some("b"))],
    );
}

#[test]
fn figures_whose_days_may_be_the_same_are_no_change() {
    check(
        &[("a", 164, "../2022-01-15"), ("b", 225, "2022-01-15"), ("c", 230, "2022-01"), ("d", 1, "")],
        &[],
        &[("a", None), ("b", None), ("c", None), ("d", None)],
    );
}

#[test]
fn a_revision_says_which_of_two_figures_of_one_day_came_first() {
    check(
        &[("a", 164, "../2022-01-15"), ("b", 225, "2022-01-15")],
        &[("b", Edge::Revises, "a")],
        &[("a", None), ("b", Some("a"))],
    );
}

#[test]
fn a_count_that_contradicts_this_one_is_passed_over() {
    check(
        &[("a", 4000, "2022-01-05"), ("b", 4353, "2022-01-14"), ("c", 4500, "2022-01-15")],
        &[("c", Edge::Contradicts, "b")],
        &[("c", Some("a")), ("b", Some("a"))],
    );
}

#[test]
fn a_figure_that_repeats_another_has_that_ones_change() {
    let figures = [("old", 546, "2022-01-08"), ("exact", 3770, "2022-01-20"), ("round", 3700, "2022-01-21")];
    check(&figures, &[("round", Edge::Repeats, "exact")], &[("exact", Some("old")), ("round", Some("old"))]);
    check(&figures, &[("exact", Edge::Repeats, "round")], &[("exact", Some("old")), ("round", Some("old"))]);
}

#[test]
fn a_repetition_is_nothing_that_a_later_figure_changed_from() {
    check(
        &[
            ("first", 100, "2022-01-05"),
            ("second", 120, "2022-01-10"),
            ("again", 100, "2022-01-12"),
            ("third", 130, "2022-01-15"),
        ],
        &[("again", Edge::Repeats, "first")],
        &[("again", None), ("third", Some("second"))],
    );
}

#[test]
fn a_converted_sum_is_the_same_statement() {
    check(&[("a", 1, "2022-01-05"), ("b", 2, "2022-01-10")], &[("b", Edge::Converted, "a")], &[("b", None)]);
}

#[test]
fn nothing_is_compared_over_figures_that_are_not_comparable() {
    check(
        &[("a", 1, "2022-01-05"), ("b", 2, "2022-01-10"), ("c", 9, "2022-01-15"), ("d", 10, "2022-01-20")],
        &[("c", Edge::NotComparable, "b")],
        &[("b", Some("a")), ("c", None), ("d", Some("c"))],
    );
}

#[test]
fn what_does_not_stand_is_passed_over() {
    for (status, expected) in [
        (Status::Superseded, "b"),
        (Status::Corrected, "a"),
        (Status::Disputed, "a"),
        (Status::Denied, "a"),
        (Status::Retracted, "a"),
    ] {
        let mut dataset =
            dataset(&[("a", 1, "2022-01-05"), ("b", 2, "2022-01-10"), ("c", 3, "2022-01-15")], &[]);
        let metric = Arc::make_mut(&mut dataset.metrics[0]);
        Arc::make_mut(&mut metric.figures[1]).status.status = status;
        assert_eq!(previous(&dataset, "c"), Some(expected), "{status:?}");
    }
}

#[test]
fn relations_in_a_circle_do_no_harm() {
    let circle = [("a", Edge::Repeats, "b"), ("b", Edge::Repeats, "a")];
    check(&[("a", 1, "2022-01-05"), ("b", 2, "2022-01-10")], &circle, &[("a", None), ("b", None)]);
}

fn ids<'a>(figures: impl IntoIterator<Item = &'a Arc<Figure>>) -> Vec<&'a str> {
    figures.into_iter().map(|figure| &*figure.id).collect()
}

#[test]
fn the_newest_is_first_within_a_day_too() {
    let figures = [
        ("undated", 1, ""),
        ("morning", 2, "2022-01-05"),
        ("evening", 3, "2022-01-05"),
        ("before", 4, "2022-01-04"),
        ("by", 5, "../2022-01-05"),
    ];
    let dataset = dataset(&figures, &[]);
    let expected = ["evening", "morning", "by", "before", "undated"];
    assert_eq!(ids(dataset.metrics[0].newest_first()), expected);
    assert_eq!(ids(dataset.newest_first().into_iter().map(|(_, figure)| figure)), expected);
}

#[test]
fn a_sum_that_fails_is_a_conflict_of_all_its_figures() {
    let figures = [("all", 230, "2022-03-14"), ("a", 139, "2022-03-14"), ("b", 102, "2022-03-14")];
    let mut dataset = dataset(&figures, &[]);
    let figure = |id: &str| dataset.figure(id).unwrap().clone();
    let (whole, parts) = (figure("all"), vec![figure("a"), figure("b")]);
    dataset.relations = vec![Relation::Sum { whole, parts, adds_up: false, note: None }];
    let dataset = indexed(dataset);
    let localizer = Localizer::for_language("en-GB");
    let conflicts = |id: &str| {
        let figure = dataset.figure(id).unwrap();
        let all = localizer.describe_relations(&dataset, figure);
        assert_eq!(localizer.describe_conflicts(&dataset, figure), all);
        all.into_iter().map(|note| note.text).collect::<Vec<_>>()
    };
    assert_eq!(conflicts("all"), ["the parts do not add up: 139 + 102 = 241, not 230"]);
    let of_part = "one of the parts that do not add up: 139 + 102 = 241, not 230, reported, speaker not named, \
                   on 14 March 2022";
    assert_eq!(conflicts("a"), [of_part]);
    assert_eq!(conflicts("b"), [of_part]);
}
