//! What could be known on a day.

use figure_tracker_core::dataset::{self, Dataset, Status};
use figure_tracker_core::date::{Date, Day};
use serde_json::json;

/// Three counts of one thing, of which the last revises the one before, and a denial of the first.
fn dataset() -> Dataset {
    let figure = |id: &str, value: u32, said: Option<&str>, sources: &[&str]| json!({ "id": id, "metric": "injured", "value": value, "said": said, "sources": sources });
    let mut figures = vec![
        figure("week", 10, Some("2022-01-03/2022-01-09"), &["undated"]),
        figure("old", 20, Some("2022-01-10"), &["early", "late"]),
        figure("new", 30, Some("2022-02-01"), &["late"]),
        figure("never", 40, None, &["undated"]),
    ];
    figures[0]["status"] = json!("denied");
    figures[0]["status_note"] = json!("Denied");
    figures[0]["status_source"] = json!("late");
    figures[1]["status"] = json!("superseded");
    let file = json!({
        "format": 1, "id": "d", "title": "D", "language": "en",
        "units": [{ "id": "people", "label": { "one": "person", "other": "people" } }],
        "sources": [
            { "id": "undated", "url": "https://a.example/" },
            { "id": "early", "url": "https://b.example/", "published": "2022-01-12" },
            { "id": "late", "url": "https://c.example/", "published": "2022-02-03" },
        ],
        "metrics": [{ "id": "injured", "label": "Injured", "unit": "people" }],
        "figures": figures,
        "relations": [
            { "type": "revises", "from": "new", "to": "old" },
            { "type": "contradicts", "from": "week", "to": "old" },
        ],
        "events": [
            { "date": "2022-01-02", "label": "Before" },
            { "date": "2022-02-02", "label": "After" },
        ],
    });
    dataset::read(file.to_string().as_bytes()).unwrap()
}

fn known_on(day: &str) -> Dataset {
    dataset().as_known_on(Date::parse(day).unwrap().day().unwrap())
}

/// The ids of the figures that are known.
fn ids(dataset: &Dataset) -> Vec<&str> {
    dataset.metrics[0].figures.iter().map(|figure| &*figure.id).collect()
}

#[test]
fn a_figure_counts_from_its_first_document_else_from_the_end_of_the_days_on_which_it_was_said() {
    for (day, wanted) in [
        ("2022-01-08", &[] as &[&str]),
        ("2022-01-09", &["week"]),
        ("2022-01-11", &["week"]),
        ("2022-01-12", &["week", "old"]),
        ("2022-02-02", &["week", "old"]),
        ("2022-02-03", &["week", "old", "new"]),
    ] {
        assert_eq!(ids(&known_on(day)), wanted, "{day}");
    }
}

#[test]
fn the_days_on_which_something_became_known_are_in_order() {
    let days = dataset().metrics[0].days_known();
    let days: Vec<String> = days.into_iter().map(Day::text).collect();
    assert_eq!(days, ["2022-01-09", "2022-01-12", "2022-02-03"]);
}

#[test]
fn a_later_document_does_not_carry_a_figure_yet() {
    let sources = |day| {
        let dataset = known_on(day);
        dataset.figure("old").unwrap().sources.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(sources("2022-01-12"), ["early"]);
    assert_eq!(sources("2022-02-03"), ["early", "late"]);
    assert_eq!(known_on("2022-01-12").sources.len(), 2);
}

#[test]
fn a_later_denial_and_a_later_revision_are_not_known_yet() {
    let status = |day, id| known_on(day).figure(id).unwrap().status.clone();
    assert_eq!(status("2022-01-12", "week").status, Status::Stands);
    assert_eq!(status("2022-01-12", "week").note, None);
    assert_eq!(status("2022-01-12", "old").status, Status::Stands);
    assert_eq!(status("2022-02-03", "week").status, Status::Denied);
    assert_eq!(status("2022-02-03", "old").status, Status::Superseded);
}

#[test]
fn a_relation_is_known_once_all_of_its_figures_are() {
    assert_eq!(known_on("2022-01-11").relations.len(), 0);
    assert_eq!(known_on("2022-01-12").relations.len(), 1);
    assert_eq!(known_on("2022-02-03").relations.len(), 2);
}

#[test]
fn what_happened_later_is_not_there_and_metrics_stay_where_they_are() {
    let dataset = known_on("2022-01-01");
    assert_eq!((dataset.events.len(), dataset.metrics.len()), (0, 1));
    assert_eq!(known_on("2022-02-01").events.len(), 1);
    assert_eq!(known_on("2022-02-02").events.len(), 2);
}
