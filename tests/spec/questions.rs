//! What a reader asks, and what is shown of it.

use std::sync::{Arc, Mutex};

use figure_tracker::components::Tracker;
use figure_tracker::state::{Attributes, ChangedView, TrackerOptions, TrackerState, View};
use figure_tracker_core::dataset::{self, Question};
use figure_tracker_core::localize::Localizer;
use leptos::prelude::*;

fn with_state(options: TrackerOptions, test: impl FnOnce(TrackerState)) {
    let dataset = Arc::new(dataset::read(include_str!("../data/everything.json")).unwrap());
    Owner::new().with(|| test(TrackerState::new(dataset, Localizer::for_language("en"), options)));
}

fn attributes(values: &[(&str, &str)]) -> Attributes {
    let mut attributes = Attributes::default();
    for (name, value) in values {
        attributes.set(name, value);
    }
    attributes
}

/// The ids of the figures on display.
fn figures(state: TrackerState) -> Vec<String> {
    let metric = untrack(|| state.metric()).unwrap();
    metric.figures.iter().map(|figure| figure.id.clone()).collect()
}

#[test]
fn what_attributes_name_is_shown_and_comes_back_as_attributes() {
    with_state(TrackerOptions::default(), |state| {
        let all = figures(state).len();
        let asked = attributes(&[("metric", "deaths"), ("speaker", "ada"), ("view", "who")]);
        assert_eq!(state.show_attributes(&asked), Ok(Vec::new()));
        assert!((1..all).contains(&figures(state).len()));
        assert_eq!(untrack(|| state.view()), View::Who);
        let now = state.attributes();
        assert_eq!([now.get("speaker"), now.get("view"), now.get("metric")], ["ada", "who", "deaths"]);
        assert_eq!(now.get("known-on"), "");
        state.show_attributes(&attributes(&[("metric", "deaths")])).unwrap();
        assert_eq!(figures(state).len(), all);
    });
}

#[test]
fn what_cannot_be_meant_is_ignored_and_named() {
    let sentences = |values: &[(&str, &str)]| {
        let mut ignored = Vec::new();
        with_state(TrackerOptions::default(), |state| {
            ignored = state.show_attributes(&attributes(values)).unwrap();
            assert!(untrack(|| state.question()).is_empty());
            assert_eq!(untrack(|| state.view()), View::OverTime);
        });
        ignored
    };
    assert_eq!(
        sentences(&[("known-on", "2022-02-30")]),
        [r#"known-on="2022-02-30" is no day as 2022-01-20 is, and is ignored"#],
    );
    assert_eq!(sentences(&[("known-on", "2022-01-20?")]).len(), 1, "no certain day");
    assert_eq!(
        sentences(&[("from", "2022-03-01"), ("to", "2022-01-01")]),
        [r#"from="2022-03-01" is later than to="2022-01-01": both are ignored"#],
    );
    assert_eq!(
        sentences(&[("metric", "fires"), ("scope", "country")]),
        [r#"scope="country" names nothing here and is ignored"#],
    );
    assert_eq!(
        sentences(&[("view", "pie"), ("speaker", "nobody")]),
        [
            r#"view="pie" is none of over-time, parts and who, and is ignored"#,
            r#"speaker="nobody" names nothing here and is ignored"#,
        ],
    );
}

#[test]
fn a_figure_that_a_question_leaves_out_is_ignored_for_a_page_and_ends_the_question_for_a_reader() {
    with_state(TrackerOptions::default(), |state| {
        let asked = attributes(&[("metric", "deaths"), ("figure", "deaths-230"), ("known-on", "2022-01-15")]);
        let ignored = state.show_attributes(&asked).unwrap();
        assert_eq!(ignored, [r#"figure="deaths-230" is not among what is asked for and is ignored"#]);
        assert!(!figures(state).contains(&"deaths-230".to_owned()));
        state.select_figure_by_id("deaths-230");
        assert!(untrack(|| state.question()).is_empty());
        assert_eq!(state.attributes().get("figure"), "deaths-230");
    });
}

#[test]
fn an_app_is_told_what_a_reader_asks_and_not_what_it_asked_itself() {
    let told: Arc<Mutex<Vec<ChangedView>>> = Arc::default();
    let heard = told.clone();
    let on_change = Callback::new(move |changed| heard.lock().unwrap().push(changed));
    with_state(TrackerOptions { on_change: Some(on_change), ..TrackerOptions::default() }, |state| {
        state.show_question(View::Parts, Question::default());
        state.show_view(View::Who);
        state.show_view(View::Who);
        state.ask(Question { speaker: Some("ada".to_owned()), ..Question::default() });
        state.select_figure(0);
        state.show_everything();
    });
    let told = told.lock().unwrap();
    let speakers: Vec<_> = told.iter().map(|changed| changed.question.speaker.as_deref()).collect();
    assert_eq!(speakers, [None, Some("ada"), None]);
    assert!(told.iter().all(|changed| changed.view == View::Who));
}

#[test]
fn the_program_and_the_element_have_the_attributes_in_one_order() {
    let script = include_str!("../../src/element/view-state.js");
    let names: Vec<String> = Attributes::NAMES.iter().map(|name| format!("{name:?}")).collect();
    assert!(script.contains(&format!("STATE = [{}];", names.join(", "))));
}

#[test]
fn a_period_is_entered_at_the_value_that_stood_when_it_begins() {
    let dataset = Arc::new(dataset::read(include_str!("../../data.json")).unwrap());
    let print = |values: &[(&str, &str)]| {
        Owner::new().with(|| {
            let state = TrackerState::new(
                dataset.clone(),
                Localizer::for_language("en-GB"),
                TrackerOptions::default(),
            );
            state.show_attributes(&attributes(values)).unwrap();
            let figures = figures(state).len();
            (figures, view! { <Tracker state/> }.to_html().replace("<!>", ""))
        })
    };
    let (figures, html) = print(&[("metric", "deaths"), ("from", "2022-02-01"), ("scope", "country")]);
    assert_eq!(figures, 1, "what is carried in is no figure of the period");
    let sentence = "At the start: 225 people, said by ";
    assert_eq!(html.matches(sentence).count(), 2, "in the state line and for who doesn't see the chart");
    assert!(html.contains(">225</text>"), "the value stands at the line");
    let (_, html) = print(&[("metric", "deaths"), ("to", "2022-02-01"), ("scope", "country")]);
    assert!(!html.contains("At the start"), "without a beginning nothing is carried in");
    let (figures, html) = print(&[("metric", "deaths"), ("from", "2022-04-01"), ("scope", "country")]);
    assert_eq!(figures, 0);
    assert!(html.contains("Nothing found") && html.contains("At the start: 230 people"), "{html}");
}
