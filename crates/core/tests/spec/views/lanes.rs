//! Lanes of people, institutions and outlets.

use figure_tracker_core::views::{Lane, LaneKind, find_lanes, has_several_voices};
use serde_json::json;

use super::{bundled, dataset_of, figure};

fn outline(lanes: &[Lane]) -> Vec<String> {
    let lane = |lane: &Lane| {
        let text = |text: &Option<figure_tracker_core::dataset::Text>| {
            text.as_ref().map_or_else(|| "-".to_owned(), |text| text.get("en").to_owned())
        };
        format!("{} ({}) {:?}", text(&lane.name), text(&lane.detail), lane.figures)
    };
    lanes.iter().map(lane).collect()
}

#[test]
fn people_stand_in_the_order_in_which_they_spoke_and_who_is_not_named_has_a_lane() {
    let dataset = bundled();
    let deaths = dataset.metric("deaths").unwrap();
    let lanes = find_lanes(deaths, LaneKind::Person, deaths.main_scope());
    let names: Vec<_> =
        lanes.iter().map(|lane| lane.name.as_ref().map(|name| name.get("en").to_owned())).collect();
    assert_eq!(names, [None, Some("Serik Shalabaev".to_owned()), Some("Berik Asylov".to_owned())]);
    let values: Vec<_> = lanes
        .iter()
        .map(|lane| {
            lane.figures.iter().map(|figure| deaths.figures[*figure].value.unwrap().to_string()).collect()
        })
        .collect::<Vec<Vec<_>>>();
    assert_eq!(values, [["164"], ["225"], ["230"]]);
}

#[test]
fn a_figure_that_two_outlets_printed_is_in_both_lanes_once() {
    let mut shared = figure("a1", "a", "", 1, "2022-01-01", "ann");
    shared["sources"] = json!(["document", "leaflet", "document"]);
    let dataset = dataset_of(&[shared, figure("a2", "a", "", 2, "2022-01-02", "ann")], &[]);
    let lanes = find_lanes(&dataset.metrics[0], LaneKind::Outlet, None);
    assert_eq!(outline(&lanes), ["The Paper (-) [0, 1]", "- (-) [0]"]);
}

#[test]
fn a_lane_without_a_figure_of_the_scope_shows_another_and_comes_last() {
    let figures = [
        figure("p", "a", "part", 1, "2022-01-01", "bob"),
        figure("w", "a", "whole", 5, "2022-01-02", "ann"),
        figure("q", "a", "part", 2, "2022-01-03", "ann"),
    ];
    let dataset = dataset_of(&figures, &[]);
    let lanes = find_lanes(&dataset.metrics[0], LaneKind::Person, Some("whole"));
    assert_eq!(outline(&lanes), ["Ann Example (-) [1]", "Bob Sample (-) [0]"]);
    assert_eq!(lanes.iter().map(|lane| lane.is_of_scope).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn an_office_is_told_and_of_who_is_not_named_the_outlet() {
    let mut minister = figure("a1", "a", "", 1, "2022-01-01", "ann");
    minister["office"] = "Minister".into();
    let mut deputy = figure("a2", "a", "", 2, "2022-02-01", "ann");
    deputy["office"] = "Former minister".into();
    let dataset = dataset_of(&[minister, deputy, figure("a3", "a", "", 3, "2022-03-01", "")], &[]);
    let lanes = find_lanes(&dataset.metrics[0], LaneKind::Person, None);
    assert_eq!(outline(&lanes), ["Ann Example (Former minister) [0, 1]", "- (The Paper) [2]"]);
}

#[test]
fn one_voice_alone_needs_no_lanes() {
    let ann = |id, value, said| figure(id, "a", "", value, said, "ann");
    let alone = dataset_of(&[ann("a1", 1, "2022-01-01"), ann("a2", 2, "2022-01-02")], &[]);
    assert!(!has_several_voices(&alone.metrics[0]));
    let two = dataset_of(&[ann("a1", 1, "2022-01-01"), figure("a2", "a", "", 2, "2022-01-02", "")], &[]);
    assert!(has_several_voices(&two.metrics[0]));
}
