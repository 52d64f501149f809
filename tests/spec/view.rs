//! The markup of the view, printed natively: what is there, in which words, with which names for those who don't
//! see it.

use std::sync::{Arc, Mutex};

use figure_tracker::components::{ErrorMessage, FigureTracker, STYLES, Theme, Tracker};
use figure_tracker::state::{SelectedFigure, TrackerOptions, TrackerState, UnknownId};
use figure_tracker_core::dataset::{self, Dataset};
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{CountFilter, CountGroup, CountIndex, CountList};
use leptos::prelude::*;

/// A small data set that has one of everything the view can show.
const DATA: &str = include_str!("../data/everything.json");

fn dataset() -> Arc<Dataset> {
    Arc::new(dataset::read(DATA).unwrap())
}

fn state(tag: &str, options: TrackerOptions) -> TrackerState {
    TrackerState::new(dataset(), Localizer::for_language(tag), options)
}

fn html(metric: &str, figure: &str) -> String {
    html_in(metric, figure, "en-GB", 288.0)
}

fn html_in(metric: &str, figure: &str, tag: &str, width: f64) -> String {
    Owner::new().with(|| {
        let state = state(tag, TrackerOptions { width, ..TrackerOptions::default() });
        state.show(metric, figure).unwrap();
        let html = view! { <Tracker state/> }.to_html();
        html.replace("<!>", "")
    })
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
fn the_chart_is_one_slider_and_no_mark_takes_the_focus() {
    let html = html("deaths", "deaths-225");
    let plot = part(&html, "chart", "ft-plot-foot");
    assert_eq!(plot.matches("tabindex=\"0\"").count(), 1);
    assert_eq!(html.matches("role=\"slider\"").count(), 1);
    has_not(plot, "role=\"button\"");
}

#[test]
fn the_slider_says_amount_speaker_date_and_standing() {
    has(&html("deaths", "deaths-225"), "aria-valuetext=\"225 people, said by Bela Speaker");
}

#[test]
fn stepping_stays_within_the_scope_of_the_selected_figure() {
    Owner::new().with(|| {
        let state = state("en", TrackerOptions::default());
        state.show("deaths", "").unwrap();
        let scope = || state.selected().unwrap().1.scope_id().map(str::to_owned);
        let first = scope();
        for step in 0..untrack(|| state.step_count()) {
            state.step_to(step);
            assert_eq!((untrack(|| state.step_index()), scope()), (step, first.clone()));
        }
        state.step_to(usize::MAX);
        assert_eq!(untrack(|| state.step_index()) + 1, untrack(|| state.step_count()));
    });
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

/// The markup of a state of the data set with one of everything, in which some texts are others.
fn html_with(changes: &[(&str, &str)], metric: &str, figure: &str, language: &str) -> String {
    let json = changes.iter().fold(DATA.to_owned(), |json, (old, new)| json.replace(old, new));
    Owner::new().with(|| {
        let dataset = Arc::new(dataset::read(&json).unwrap());
        let state = TrackerState::new(dataset, Localizer::for_language(language), TrackerOptions::default());
        state.show(metric, figure).unwrap();
        view! { <Tracker state/> }.to_html().replace("<!>", "")
    })
}

#[test]
fn the_definition_stands_on_the_card_of_the_only_figure_too() {
    let kind = "\"unit\": \"fires\",";
    let changes = [(kind, &*format!("{kind} \"definition\": \"Fires in one street\","))];
    has(&text(part(&html_with(&changes, "fires", "", "en"), "card", "</dl>")), "Fires in one street");
}

#[test]
fn a_contradiction_stands_openly_on_the_card_and_in_the_table() {
    let relations = "\"relations\": [";
    let conflict = r#"{ "type": "contradicts", "from": "deaths-900", "to": "deaths-230" },"#;
    let html = html_with(&[(relations, &*format!("{relations}{conflict}"))], "deaths", "", "en");
    has(&text(part(&html, "card", "</dl>")), "differs from 900");
    let table = text(part(&html, "table", "</table>"));
    has(&table, "differs from 900");
    has(&table, "differs from 230");
    has_not(&text(&html), "670 fewer");
}

#[test]
fn each_document_says_in_which_way_it_gives_the_figure_where_they_differ() {
    let sources = "\"sources\": [\"s2\", \"s1\"]";
    let differing = r#""sources": ["s2", { "source": "s1", "attribution": "quote" }]"#;
    let card = text(part(&html_with(&[(sources, differing)], "deaths", "", "en"), "card", "</dl>"));
    has(&card, "in reported speech");
    has(&card, "quoted word for word");
}

#[test]
fn a_text_in_another_language_than_the_interface_says_so() {
    has(&html_with(&[], "deaths", "", "ar"), "<bdi lang=\"en\">One of everything</bdi>");
    has(&html_with(&[], "deaths", "", "en-GB"), "<bdi>One of everything</bdi>");
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
    has(&html, "<span class=\"ft-qualifier\">more than");
}

#[test]
fn a_disputed_figure_stays_visible_and_says_by_whom() {
    let html = html("deaths", "deaths-900");
    has(&html, "class=\"ft-mark ft-main ft-selected\"");
    has_not(&html, "ft-mark ft-struck");
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
    let html = html_in("deaths", "", "ar", 288.0);
    has(&html, "dir=\"rtl\"");
    has(STYLES, "direction: ltr");
}

#[test]
fn chart_and_card_stand_side_by_side_where_there_is_room() {
    has(&html_in("deaths", "", "en", 700.0), "class=\"ft-base ft-wide\"");
    has(&html_in("deaths", "", "en", 400.0), "class=\"ft-base\"");
}

#[test]
fn the_legend_explains_the_marks_of_this_metric_only() {
    let deaths = text(&html("deaths", ""));
    has(&deaths, "the day is not known exactly");
    has_not(&deaths, "denied or taken back");
    has_not(&deaths, "words only, no number");
}

#[test]
fn picking_a_metric_selects_its_latest_figure_and_tells_the_app() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = told.clone();
    Owner::new().with(|| {
        let on_select = Callback::new(move |selected: SelectedFigure| {
            heard.lock().unwrap().push(format!("{} {}", selected.metric, selected.figure));
        });
        let state = state("en", TrackerOptions { on_select: Some(on_select), ..TrackerOptions::default() });
        state.show("injured", "").unwrap();
        state.pick_metric(0);
        state.pick_metric(0);
        state.select_figure(0);
    });
    assert_eq!(*told.lock().unwrap(), ["deaths deaths-230", "deaths deaths-undated"]);
}

/// The ids of what a state shows.
fn shown(state: TrackerState) -> [String; 2] {
    let (metric, figure) = state.selected().unwrap();
    [metric.id.clone(), figure.id.clone()]
}

#[test]
fn at_first_the_metric_with_most_figures_is_shown_and_its_latest_figure() {
    Owner::new().with(|| {
        let state = state("en", TrackerOptions::default());
        assert_eq!(shown(state), ["deaths", "deaths-230"]);
    });
}

#[test]
fn an_unknown_metric_or_figure_is_refused_and_shows_no_other() {
    Owner::new().with(|| {
        let state = state("en", TrackerOptions::default());
        state.show("injured", "").unwrap();
        let unknown = || "no-such".to_owned();
        assert_eq!(state.show("no-such", ""), Err(UnknownId::Metric(unknown())));
        assert_eq!(state.show("", "no-such"), Err(UnknownId::Figure(unknown())));
        assert_eq!(state.show("deaths", "injured-3"), Err(UnknownId::Figure("injured-3".to_owned())));
        assert_eq!(shown(state)[0], "injured");
    });
}

#[test]
fn a_figure_alone_brings_its_metric_with_it() {
    Owner::new().with(|| {
        let state = state("en", TrackerOptions::default());
        state.show("", "fires-3").unwrap();
        assert_eq!(shown(state)[0], "fires");
    });
}

#[test]
fn one_figure_is_selected_at_a_time() {
    Owner::new().with(|| {
        let state = state("en", TrackerOptions::default());
        let selected = || untrack(|| state.figure_index());
        state.show("deaths", "").unwrap();
        state.select_figure(2);
        assert_eq!(selected(), 2);
        state.show("fires", "").unwrap();
        assert_eq!(selected(), 0);
    });
}

/// The metrics of a dataset that are found for a query.
fn find(dataset: &Dataset, tag: &str, query: &str) -> Vec<CountGroup> {
    let all = CountList::new(dataset).filtered(CountFilter::All);
    CountIndex::new(dataset, &Localizer::for_language(tag)).find(&all, query)
}

/// The ids of the metrics that are offered for a query.
fn offered(query: &str) -> Vec<String> {
    let dataset = dataset();
    let found = find(&dataset, "en", query).into_iter().flat_map(|group| group.metrics);
    found.map(|index| dataset.metrics[index].id.clone()).collect()
}

#[test]
fn the_picker_offers_what_moved_first_and_finds_by_word() {
    assert_eq!(offered(""), ["deaths", "injured", "fires"]);
    assert_eq!(offered("INJ"), ["injured"]);
    assert_eq!(offered("damage"), ["fires"]);
    assert_eq!(offered("zzz"), [""; 0]);
}

#[test]
fn a_metric_is_found_by_who_spoke_as_what_and_who_printed_it() {
    for query in ["bela speaker", "head of service", "Prosecutor General"] {
        assert_eq!(offered(query).first().map(String::as_str), Some("deaths"), "{query}");
    }
}

#[test]
fn the_bundled_data_is_found_by_what_readers_type() {
    let dataset = dataset::read(include_str!("../../data.json")).unwrap();
    let finds = |tag: &str, query: &str, id: &str| {
        let found = find(&dataset, tag, query);
        let found: Vec<_> = found.into_iter().flat_map(|group| group.metrics).collect();
        assert!(found.iter().any(|index| dataset.metrics[*index].id == id), "{tag}: {query}");
    };
    for (query, id) in [
        ("prison", "prison-term"),
        ("imprisonment", "convicted"),
        ("police", "torture-officers"),
        ("foreign", "suspects-held"),
        ("Azimova", "torture-allegations"),
        ("Human Rights Commissioner", "torture-allegations"),
        ("Interfax", "deaths"),
    ] {
        finds("en", query, id);
    }
    finds("ru", "лишение свободы", "convicted");
    finds("ru", "ПОЛИЦ", "torture-officers");
    finds("kk", "шетел", "suspects-held");
    finds("kk", "Омарова", "protesters");
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let error = dataset::read("{\"format\": 1,").unwrap_err();
    let html = Owner::new().with(|| {
        let (localizer, sentence) = (Localizer::for_language("en"), error.to_string());
        view! { <ErrorMessage localizer sentence/> }.to_html()
    });
    has(&html, "part=\"error\"");
    has(&html, "role=\"alert\"");
    has(&text(&html), "line 1, column");
}

/// The component as another app includes it.
fn app(metric: &'static str) -> String {
    Owner::new().with(|| {
        view! {
            <FigureTracker data=DATA metric=metric language="en-GB"/>
            <FigureTracker data=dataset() language="de" theme=Theme::Dark/>
        }
        .to_html()
    })
}

#[test]
fn two_widgets_on_a_page_share_no_id() {
    let html = app("deaths");
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let different: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert!(ids.len() >= 2);
    assert_eq!(ids.len(), different.len(), "{ids:?}");
}

#[test]
fn an_app_that_asks_for_an_unknown_metric_is_told_and_shown_no_other() {
    let html = app("no-such");
    has(&html, "no metric has the id “no-such”");
    assert_eq!(html.matches("part=\"base\"").count(), 1, "the other widget stands");
}

#[test]
fn every_class_begins_with_the_prefix_that_keeps_it_apart_from_the_page_s_own() {
    let classes = |html: &str| {
        let values = html.split(" class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        values.flat_map(|value| value.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    for class in ["deaths", "injured", "fires"].into_iter().flat_map(|metric| classes(&html(metric, ""))) {
        assert!(class.starts_with("ft-"), "{class}");
    }
}

#[test]
fn a_group_that_is_called_like_its_metric_is_named_once() {
    let named = |group: &str| {
        let from = "{ \"id\": \"people\", \"label\": \"People\" }";
        assert!(DATA.contains(from));
        let to = from.replace("\"People\"", &format!("\"{group}\""));
        let html = html_with(&[(from, &to)], "deaths", "", "en-GB");
        text(part(&html, "picker", "ft-extent")).matches("Deaths").count()
    };
    assert_eq!((named("Deaths"), named("People")), (1, 1));
}

#[test]
fn the_legend_explains_brackets_where_figures_contradict_each_other() {
    let revises = "\"type\": \"revises\", \"from\": \"deaths-230\"";
    let contradicts = revises.replace("revises", "contradicts");
    let bracketed = html_with(&[(revises, &contradicts)], "deaths", "deaths-225", "en-GB");
    has(&bracketed, "figures that contradict each other");
    has(&bracketed, "differs from 230");
    has_not(&html("deaths", ""), "figures that contradict each other");
}

#[test]
fn names_and_headings_in_another_language_say_which() {
    has(&html_in("deaths", "", "ar", 288.0), "<bdi lang=\"en\">");
    has_not(&html_in("deaths", "", "en-GB", 288.0), "<bdi lang=\"en\">");
}
