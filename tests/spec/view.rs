//! The markup of the view, printed natively: what is there, in which words, with which names for those who don't
//! see it.

use std::rc::Rc;
use std::sync::{Arc, Mutex};

use figure_tracker::view::{self, Model};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::Localizer;
use leptos::prelude::*;

/// A small data set that has one of everything the view can show.
const DATA: &str = include_str!("../data/everything.json");

fn model(metric: &str, figure: &str, tag: &str, width: usize) -> Model {
    let dataset = dataset::read(DATA).unwrap();
    let model = Model::new(Arc::new(dataset), Localizer::for_language(tag), width, Rc::new(|_, _| ()));
    model.show(metric, figure);
    model
}

fn html(metric: &str, figure: &str) -> String {
    html_in(metric, figure, "en-GB", 288)
}

fn html_in(metric: &str, figure: &str, tag: &str, width: usize) -> String {
    Owner::new().with(|| view::tracker(&model(metric, figure, tag, width)).to_html())
}

/// The text of a piece of markup.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut outside = true;
    for c in html.chars() {
        match c {
            '<' => outside = false,
            '>' => {
                outside = true;
                text.push(' ');
            }
            c if outside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The inner part of the first element with this attribute, up to `end`.
fn part<'a>(html: &'a str, name: &str, end: &str) -> &'a str {
    let start = html.find(&format!("part=\"{name}\"")).unwrap_or_else(|| panic!("no part {name}"));
    html[start..].split(end).next().unwrap()
}

#[track_caller]
fn has(html: &str, wanted: &str) {
    assert!(html.contains(wanted), "`{wanted}` is not in\n{html}");
}

#[track_caller]
fn has_not(html: &str, unwanted: &str) {
    assert!(!html.contains(unwanted), "`{unwanted}` is in\n{html}");
}

#[test]
fn the_latest_state_is_said_in_words() {
    has(&text(&html("deaths", "")), "230 people, said by Ada Speaker, Prosecutor General, on 14 March 2022");
}

#[test]
fn every_figure_has_a_mark_and_a_row() {
    let html = html("deaths", "");
    let marks = html.matches("part=\"figure\"").count();
    assert_eq!((marks, html.matches("part=\"row\"").count()), (6, 6));
}

#[test]
fn one_mark_alone_is_in_the_tab_order_and_pressed() {
    let html = html("deaths", "deaths-225");
    let plot = part(&html, "chart", "plot-foot");
    assert_eq!(plot.matches("tabindex=\"0\"").count(), 1);
    assert_eq!(plot.matches("aria-pressed=\"true\"").count(), 1);
}

#[test]
fn a_mark_is_named_by_amount_speaker_date_and_standing() {
    has(&html("deaths", ""), "aria-label=\"164 people, reported");
    has(&html("deaths", ""), "disputed");
}

#[test]
fn the_card_says_who_when_and_where() {
    let html = html("deaths", "deaths-225");
    let card = text(part(&html, "card", "</dl>"));
    has(&card, "225 people");
    has(&card, "Bela Speaker");
    has(&card, "Head of service");
    has(&card, "15 January 2022, inferred");
    has(&card, "The Paper");
}

#[test]
fn the_card_names_what_the_document_does_not() {
    let html = html("deaths", "deaths-164");
    let card = text(part(&html, "card", "</dl>"));
    has(&card, "not named");
    has(&card, "on or before 15 January 2022");
}

#[test]
fn the_card_names_an_institution_first_where_it_speaks_for_itself() {
    let html = html("injured", "injured-3");
    let card = text(part(&html, "card", "</dl>"));
    has(&card, "Said by Prosecutor’s Office speaker not named in the document");
}

#[test]
fn a_qualifier_stands_in_words_before_the_number() {
    let html = html("injured", "");
    has(&html, "<span class=\"qualifier\">more than");
}

#[test]
fn a_disputed_figure_stays_visible_and_says_by_whom() {
    let html = html("deaths", "deaths-900");
    has(&html, "mark main selected\" data-figure=\"deaths-900\"");
    has_not(&html, "mark struck");
    has(&text(part(&html, "card", "</dl>")), "Nobody else has this number");
}

#[test]
fn one_figure_alone_is_a_statement_without_a_chart() {
    let html = html("fires", "");
    has_not(&html, "part=\"chart\"");
    has(&html, "part=\"card\"");
}

#[test]
fn a_link_opens_apart_and_tells_nobody_where_it_came_from() {
    let html = html("deaths", "deaths-225");
    has(&html, "href=\"https://paper.example/225\"");
    has(&html, "rel=\"noopener noreferrer\"");
}

#[test]
fn markup_in_a_text_is_printed_as_text() {
    let html = html("fires", "");
    has(&html, "&lt;img src=x");
    has_not(&html, "<img");
}

#[test]
fn nothing_is_styled_inline_and_nothing_runs_inline() {
    for metric in ["deaths", "injured", "fires"] {
        let html = html(metric, "");
        has_not(&html, " style=");
        has_not(&html, " onclick=");
        has_not(&html, "<script");
    }
}

#[test]
fn a_language_from_right_to_left_turns_the_page_but_not_the_plot() {
    let html = html_in("deaths", "", "ar", 288);
    has(&html, "dir=\"rtl\"");
    has(view::STYLES, "direction: ltr");
}

#[test]
fn chart_and_card_stand_side_by_side_where_there_is_room() {
    has(&html_in("deaths", "", "en", 700), "class=\"base wide\"");
    has(&html_in("deaths", "", "en", 400), "class=\"base\"");
}

#[test]
fn the_key_explains_the_marks_of_this_metric_only() {
    let deaths = text(&html("deaths", ""));
    has(&deaths, "the day is not known exactly");
    has_not(&deaths, "denied or taken back");
    has_not(&deaths, "words only, no number");
}

#[test]
fn picking_a_metric_selects_its_latest_figure_and_tells_the_page() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = told.clone();
    Owner::new().with(|| {
        let dataset = Arc::new(dataset::read(DATA).unwrap());
        let on_select = move |m: &str, f: &str| heard.lock().unwrap().push(format!("{m} {f}"));
        let model = Model::new(dataset, Localizer::for_language("en"), 300, Rc::new(on_select));
        model.show("injured", "");
        model.pick(0);
        model.pick(0);
        model.select_figure(0);
    });
    assert_eq!(*told.lock().unwrap(), ["deaths deaths-230", "deaths deaths-undated"]);
}

#[test]
fn an_unknown_metric_falls_back_to_the_one_with_most_figures() {
    Owner::new().with(|| {
        let model = model("no-such", "no-such", "en", 300);
        let (metric, figure) = model.current(model.shown.get_untracked()).unwrap();
        assert_eq!((metric.id.as_str(), figure.id.as_str()), ("deaths", "deaths-230"));
    });
}

#[test]
fn a_figure_alone_brings_its_metric_with_it() {
    Owner::new().with(|| {
        let model = model("", "fires-3", "en", 300);
        assert_eq!(model.current(model.shown.get_untracked()).unwrap().0.id, "fires");
    });
}

#[test]
fn the_picker_offers_what_moved_first_and_finds_by_word() {
    Owner::new().with(|| {
        let model = model("", "", "en", 300);
        let ids = |query: &str| {
            let offered = model.offered(query).into_iter().flat_map(|(_, metrics)| metrics);
            offered.map(|at| model.dataset.metrics[at].id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(""), ["deaths", "injured", "fires"]);
        assert_eq!(ids("INJ"), ["injured"]);
        assert_eq!(ids("damage"), ["fires"]);
        assert_eq!(ids("zzz"), [""; 0]);
    });
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let reading = dataset::load_bytes(b"{\"format\": 1,");
    let html = Owner::new().with(|| {
        let first = reading.problems[0].to_string();
        view::problem(&Localizer::for_language("en"), &first, &reading.problems).to_html()
    });
    has(&html, "part=\"error\"");
    has(&html, "role=\"alert\"");
    has(&text(&html), "line 1, column");
}
