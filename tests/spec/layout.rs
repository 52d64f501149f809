//! What stands where: heading, tabs, chart, card, shelf, and the short form of a metric with one figure.

use std::sync::Arc;

use figure_tracker::components::Tracker;
use figure_tracker::state::{TrackerOptions, TrackerState, View};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::PartTree;
use leptos::prelude::*;

/// The state of the bundled data with a metric and a figure of it, and its markup.
fn print(metric: &str, figure: &str, tag: &str, change: impl Fn(TrackerState)) -> String {
    print_of(include_str!("../../data.json"), metric, figure, tag, change)
}

fn print_of(json: &str, metric: &str, figure: &str, tag: &str, change: impl Fn(TrackerState)) -> String {
    let dataset = Arc::new(dataset::read(json).unwrap());
    Owner::new().with(|| {
        let state = TrackerState::new(dataset, Localizer::for_language(tag), TrackerOptions::default());
        state.show(metric, figure).unwrap();
        change(state);
        view! { <Tracker state/> }.to_html().replace("<!>", "")
    })
}

fn html(metric: &str, figure: &str) -> String {
    print(metric, figure, "en-GB", |_| ())
}

/// The words of the first element with this attribute, up to `end`.
fn words(html: &str, attribute: &str, end: &str) -> String {
    let start = html.find(attribute).unwrap_or_else(|| panic!("no {attribute} in\n{html}"));
    let (inner, _) = html[start..].split_once(end).unwrap();
    let (_, inner) = inner.split_once('>').unwrap();
    let pieces = inner.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text = pieces.collect::<String>().replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn state_line(metric: &str, figure: &str) -> String {
    words(&html(metric, figure), "part=\"state\"", "</p>")
}

#[test]
fn the_metric_is_the_title_and_the_record_stands_over_it() {
    let html = html("deaths", "");
    assert_eq!(words(&html, "part=\"picker\"", "</button>"), "Deaths");
    assert!(words(&html, "part=\"title\"", "</p>").contains("Kazakhstan"));
    assert!(html.find("part=\"title\"") < html.find("<h2"));
}

#[test]
fn the_state_line_says_what_became_of_the_number() {
    assert_eq!(state_line("deaths", ""), "From 164 to 230 in three statements, January to March 2022.");
    assert_eq!(state_line("victims", ""), "Said once. No later figure in this record.");
}

#[test]
fn rivals_are_on_one_chart_and_neither_is_called_the_later() {
    assert_eq!(state_line("convicted", ""), "Between 599 and 1,205 in two statements, January 2023.");
    let marks = html("convicted", "").matches("part=\"figure\"").count();
    assert_eq!(marks, 2);
}

#[test]
fn a_chart_has_the_figures_of_one_scope_and_the_others_are_counted_on_a_tab() {
    let html = html("deaths", "");
    assert_eq!(html.matches("part=\"figure\"").count(), 3);
    assert_eq!(words(&html, "class=\"ft-count\"", "</span>"), "3 of 3");
    assert_eq!(words(&html, "part=\"tabs\"", "</div>"), "Over time12 partsWho said it");
}

#[test]
fn a_part_says_what_it_is_a_part_of_and_leads_back() {
    let html = html("deaths", "deaths-almaty-gunshot-2022-03-14-48");
    assert!(words(&html, "part=\"picker\"", "</button>").starts_with("Deaths · Almaty"));
    let state = words(&html, "part=\"state\"", "</p>");
    assert_eq!(state, "Almaty, circumstances unclear 48 people, said once, March 2022.");
    assert_eq!(words(&html, "class=\"ft-count\"", "</span>"), "1 of 1");
}

#[test]
fn the_tabs_are_one_stop_and_name_their_panel() {
    let html = print("deaths", "", "en", |state| _ = state.show_question(View::Who, Default::default()));
    let (_, tabs) = html.split_once("role=\"tablist\"").unwrap();
    let (tabs, _) = tabs.split_once("role=\"tabpanel\"").unwrap();
    assert_eq!((tabs.matches("tabindex=\"0\"").count(), tabs.matches("tabindex=\"-1\"").count()), (1, 2));
    let (_, chosen) = tabs.split_once("aria-selected=\"true\"").unwrap();
    assert!(chosen.split_once('>').unwrap().1.starts_with("<span>Who said it"));
    let controls = tabs.split("aria-controls=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(html.contains(&format!("id=\"{controls}\"")));
}

#[test]
fn one_figure_has_no_tabs_and_no_chart_but_its_day_and_what_was_counted_beside_it() {
    let html = html("people-checked", "");
    for absent in ["part=\"tabs\"", "part=\"chart\"", "part=\"next\"", "ft-table"] {
        assert!(!html.contains(absent), "{absent}");
    }
    assert!(words(&html, "ft-timeline", "</svg>").contains("14 Mar 2022"));
    let beside = words(&html, "class=\"ft-beside\"", "</ul>");
    assert!(beside.starts_with("Counted beside it") && beside.contains("detained"), "{beside}");
}

#[test]
fn one_figure_whose_parts_are_other_metrics_has_a_tab_that_shows_them() {
    let html = html("victims", "");
    assert_eq!(words(&html, "part=\"tabs\"", "</div>"), "Over time15 parts");
    assert!(
        !html.contains("part=\"chart\"") && words(&html, "ft-timeline", "</svg>").contains("15 Jan 2022")
    );
    assert!(words(&html, "class=\"ft-beside\"", "</ul>").contains("Injured"));
}

#[test]
fn the_tab_and_the_list_of_all_metrics_count_the_same_parts() {
    let dataset = dataset::read(include_str!("../../data.json")).unwrap();
    let localizer = Localizer::for_language("en-GB");
    let mut with_parts = 0;
    for (place, metric) in dataset.metrics.iter().enumerate() {
        let count = PartTree::new(&dataset, place, None).parts().count();
        let listed = localizer.describe_count(&dataset, metric, count);
        let html = html(&metric.id, "");
        let of_tab = localizer.format_count(count, localizer.messages.part_count());
        let has_tab = html.contains(&format!("<span>{of_tab}</span>"));
        assert_eq!(has_tab, count > 0, "{}: {listed}", metric.id);
        assert_eq!(listed.ends_with(&of_tab), count > 0, "{listed}");
        with_parts += usize::from(has_tab);
    }
    assert!(with_parts > 3, "{with_parts}");
}

#[test]
fn the_shelf_has_what_explains_the_figure_all_figures_and_the_sources() {
    let html = html("deaths", "");
    let (_, shelf) = html.split_once("part=\"shelf\"").unwrap();
    let headings = shelf.split("<summary>").skip(1).map(|rest| rest.split("</summary>").next().unwrap());
    let headings: Vec<_> = headings.collect();
    let entries: Vec<_> = headings
        .into_iter()
        .filter(|heading| !heading.ends_with(" figures") || heading.starts_with("All"))
        .collect();
    assert_eq!(
        entries,
        [
            "About this figure",
            "What adds up, what doesn’t",
            "All 16 figures",
            "3 sources",
            "Cite, share, download"
        ]
    );
}

#[test]
fn a_long_axis_begins_at_zero_and_the_change_can_be_seen_from_close_up() {
    let close = r#"{"format":1,"id":"x","title":"X","language":"en","units":[{"id":"u","label":"u"}],
        "sources":[{"id":"s"}],"metrics":[{"id":"m","label":"M","unit":"u"}],"figures":[
        {"id":"a","metric":"m","value":225,"said":"2022-01-15","sources":["s"]},
        {"id":"b","metric":"m","value":230,"said":"2022-03-14","sources":["s"]}]}"#;
    let html = print_of(close, "m", "", "en", |_| ());
    assert_eq!(words(&html, "ft-zero", "</button>"), "Close-up");
    assert!(!html.contains("h6l3 -5"), "the axis is broken");
}

#[test]
fn every_language_says_what_became_of_the_number() {
    for (tag, said) in [
        ("ru", "От 164 до 230: три заявления, январь – март 2022 г."),
        ("de", "Von 164 auf 230 in drei Angaben, Januar bis März 2022."),
        ("fr", "De 164 à 230 en trois déclarations, janvier – mars 2022."),
        ("es", "De 164 a 230 en tres declaraciones, de enero a marzo de 2022."),
        ("uk", "Від 164 до 230: три заяви, січень – березень 2022 р."),
        ("kk", "164 → 230: үш мәлімдеме, 2022 ж. қаңтар – наурыз."),
        ("pt", "De 164 para 230 em três declarações, de janeiro a março de 2022."),
        ("zh", "从164到230，三次通报，2022年1月至3月。"),
        ("tr", "164 → 230: üç açıklama, Ocak – Mart 2022."),
        ("ar", "من 164 إلى 230 في ثلاثة تصريحات، من يناير إلى مارس 2022."),
    ] {
        let html = print("deaths", "", tag, |_| ());
        let state = words(&html, "part=\"state\"", "</p>").replace('\u{a0}', " ");
        assert_eq!(state, said, "{tag}");
    }
}
