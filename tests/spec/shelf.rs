//! What the shelf has besides: what adds up, where everything is from, what a reader takes along.

use std::sync::Arc;

use figure_tracker::components::Tracker;
use figure_tracker::state::{Attributes, PageLinks, TrackerOptions, TrackerState, ViewLink};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::Localizer;
use leptos::prelude::*;

/// The printed entry of the shelf with this name, for a metric of the bundled data.
fn entry(metric: &str, name: &str, options: TrackerOptions) -> Option<String> {
    let dataset = Arc::new(dataset::read(include_str!("../../data.json")).unwrap());
    let html = Owner::new().with(|| {
        let state = TrackerState::new(dataset, Localizer::for_language("en-GB"), options);
        state.show(metric, "").unwrap();
        view! { <Tracker state/> }.to_html().replace("<!>", "")
    });
    let start = html.find(&format!("class=\"ft-entry ft-{name}\""))?;
    let rest = &html[start..];
    let end = rest[1..].find("class=\"ft-entry ").map_or(rest.len(), |end| end + 1);
    Some(rest[..end].to_owned())
}

/// The words of a piece of markup.
fn words(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let text = pieces.collect::<Vec<_>>().join(" ").replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_article(metric: &str, name: &str) -> String {
    words(&entry(metric, name, TrackerOptions::default()).unwrap())
}

#[track_caller]
fn in_order(text: &str, pieces: &[&str]) {
    let mut rest = text;
    for piece in pieces {
        let (_, after) = rest.split_once(piece).unwrap_or_else(|| panic!("`{piece}` is not in `{rest}`"));
        rest = after;
    }
}

#[test]
fn a_sum_that_fails_stands_first_as_at_school() {
    let text = in_article("deaths", "ledger");
    in_order(
        &text,
        &[
            "What adds up, what doesn’t",
            "Deaths Whole record",
            "Doesn’t add up",
            "Deaths Berik Asylov, 14 March 2022",
            "139 Almaty",
            "63",
            "20",
            "19",
            "241 but 230 was said: 11 over",
            "The groups as listed come to 11 too many",
            "Adds up",
        ],
    );
}

#[test]
fn a_contradiction_has_both_numbers_and_how_far_apart_they_are() {
    in_order(
        &in_article("injured", "ledger"),
        &["Can’t both be right", "more than 4,500", "4,353", "more than 147 apart"],
    );
    in_order(&in_article("convicted", "ledger"), &["1,205", "599", "606 apart"]);
}

#[test]
fn each_addend_leads_to_its_figure() {
    let html = entry("deaths", "ledger", TrackerOptions::default()).unwrap();
    let rows = html.matches("ft-row-link").count();
    assert!(rows >= 15, "{rows}");
    assert_eq!(html.matches("ft-text-link ft-row-link").count(), rows);
}

#[test]
fn a_document_says_what_it_lacks_and_what_it_carries() {
    let text = in_article("deaths", "sources");
    in_order(
        &text,
        &[
            "Documents",
            "Violent Protests",
            "no link · no archived copy",
            "figures",
            "People",
            "Berik Asylov",
            "Prosecutor General",
        ],
    );
    in_order(&text, &["Revised by the sources themselves", "Corrections to this record"]);
    assert!(in_article("convicted", "sources").contains("no title"));
}

fn view_link() -> ViewLink {
    Arc::new(|shown: &Attributes| format!("https://a.example/#figure-tracker=figure={}", shown.get("figure")))
}

#[test]
fn a_reader_chooses_what_is_cited_and_takes_it_along() {
    let options = TrackerOptions { view_link: Some(view_link()), ..TrackerOptions::default() };
    let text = words(&entry("deaths", "take-away", options).unwrap());
    let chosen =
        ["This figure", "Whole chart", "Plain text", "APA", "BibTeX", "Wiki", "Copy", "Link to this view"];
    in_order(&text, &[&["Cite, share, download"], &chosen[..], &["CSV JSON SVG PNG"]].concat());
    let without = in_article("deaths", "take-away");
    assert!(!without.contains("Link to this view"), "{without}");
}

#[test]
fn a_page_of_its_own_has_every_form_of_a_citation_and_no_button_that_does_nothing() {
    let links: PageLinks = Arc::new(|_| "#".to_owned());
    let view_link = Some(view_link());
    let options =
        TrackerOptions { own_page: true, links: Some(links), view_link, ..TrackerOptions::default() };
    let html = entry("deaths", "take-away", options).unwrap();
    assert_eq!((html.matches("<pre").count(), html.matches("<button").count()), (4, 0), "{html}");
    let forms = [
        "Plain text",
        "Deaths: 230 people, said by Berik Asylov, Prosecutor General, on 14 March 2022.",
        "Edition of 26 November 2026. https://a.example/#figure-tracker=figure=deaths-2022-03-14-230",
        "APA",
        "[Data set]",
        "BibTeX",
        "@misc{",
        "Wiki",
        "&lt;ref&gt;{{cite",
    ];
    in_order(&words(&html), &forms);
}

#[test]
fn one_figure_has_no_chart_to_be_saved() {
    let text = in_article("victims", "take-away");
    assert!(text.contains("CSV JSON") && !text.contains("SVG"), "{text}");
}
