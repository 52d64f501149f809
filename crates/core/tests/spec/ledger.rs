//! What adds up and what doesn't.

use figure_tracker_core::dataset::{self, Dataset, Qualifier};
use figure_tracker_core::ledger::Ledger;
use figure_tracker_core::localize::Localizer;
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../../../../data.json");

fn bundled() -> Dataset {
    dataset::read(BUNDLED).unwrap()
}

/// A dataset of people and money with these figures and relations.
fn dataset_of(figures: &[Value], relations: &Value) -> Dataset {
    let file = json!({
        "format": 1, "id": "d", "title": "D", "language": "en",
        "units": [
            { "id": "people", "label": { "one": "person", "other": "people" } },
            { "id": "tenge", "currency": "KZT" },
        ],
        "sources": [{ "id": "paper", "published": "2022-01-15" }],
        "metrics": [
            { "id": "dead", "label": "Dead", "unit": "people" },
            { "id": "sums", "label": "Sums", "unit": "tenge" },
        ],
        "figures": figures,
        "relations": relations,
    });
    dataset::read(file.to_string().as_bytes()).unwrap()
}

fn figure(id: &str, value: Value, qualifier: &str) -> Value {
    let mut figure = json!({ "id": id, "metric": "dead", "qualifier": qualifier, "sources": ["paper"] });
    figure["value"] = value;
    figure
}

#[test]
fn the_parts_of_the_bundled_deaths_make_eleven_more_than_was_said() {
    let dataset = bundled();
    let ledger = Ledger::of_metric(&dataset, "deaths");
    let [failing] = &*ledger.failing_sums else { panic!("{:?}", ledger.failing_sums) };
    let parts: Vec<_> = failing.parts.iter().map(|part| part.value.unwrap().to_string()).collect();
    assert_eq!(parts, ["139", "63", "20", "19"]);
    assert_eq!(failing.total.unwrap().to_string(), "241");
    assert_eq!(failing.excess.unwrap().to_string(), "11");
    let unit = &dataset.metric("deaths").unwrap().unit;
    let localizer = Localizer::for_language("en-GB");
    assert_eq!(localizer.describe_excess(failing, unit), "but 230 was said: 11 over");
    assert_eq!(Localizer::for_language("ru").describe_excess(failing, unit), "но названо 230: лишних 11");
    assert_eq!(
        localizer.format_common_witness(failing.parts.iter().chain([&failing.whole])).as_deref(),
        Some("Berik Asylov, 14 March 2022")
    );
    assert!(ledger.holding_sums.iter().all(|sum| sum.excess.is_none()), "{:?}", ledger.holding_sums);
}

#[test]
fn contradictions_are_told_with_how_far_apart_they_are_the_larger_first() {
    let dataset = bundled();
    let told = |metric: &str| {
        let localizer = Localizer::for_language("en-GB");
        let unit = &dataset.metric(metric).unwrap().unit;
        let ledger = Ledger::of_metric(&dataset, metric);
        let lines = ledger.contradictions.iter().map(|contradiction| {
            let [one, two] = contradiction
                .figures
                .each_ref()
                .map(|figure| localizer.format_ledger_amount(&dataset, figure, unit));
            let apart = localizer.format_distance(contradiction, unit).unwrap_or_default();
            format!("{one} / {two}: {apart}")
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(told("injured"), ["more than 4,500 / 4,353: more than 147 apart"]);
    assert!(told("convicted").contains(&"1,205 / 599: 606 apart".to_owned()), "{:?}", told("convicted"));
}

#[test]
fn a_whole_record_has_every_sum_and_each_contradiction_once() {
    let dataset = bundled();
    let ledger = Ledger::of_dataset(&dataset);
    assert_eq!(
        (ledger.failing_sums.len(), ledger.contradictions.len(), ledger.holding_sums.len()),
        (1, 4, 7)
    );
    assert_eq!(ledger.len(), 12);
    let figures = [figure("a", json!(1), "exact"), figure("b", json!(2), "exact")];
    let both_ways = json!([
        { "type": "contradicts", "from": "a", "to": "b" },
        { "type": "contradicts", "from": "b", "to": "a" },
    ]);
    assert_eq!(Ledger::of_dataset(&dataset_of(&figures, &both_ways)).contradictions.len(), 1);
    assert!(Ledger::of_dataset(&dataset_of(&figures, &json!([]))).is_empty());
}

#[test]
fn nothing_is_reckoned_from_a_number_that_is_not_exact() {
    let figures = [
        figure("whole", json!(10), "about"),
        figure("a", json!(4), "exact"),
        figure("b", json!(5), "exact"),
        json!({ "id": "dozens", "metric": "dead", "words": "dozens", "sources": ["paper"] }),
    ];
    let relations = json!([
        { "type": "sum", "whole": "whole", "parts": ["a", "b"], "adds_up": false },
        { "type": "sum", "whole": "whole", "parts": ["a", "dozens"], "adds_up": false },
        { "type": "contradicts", "from": "whole", "to": "a" },
    ]);
    let dataset = dataset_of(&figures, &relations);
    let ledger = Ledger::of_dataset(&dataset);
    let unit = &dataset.metrics[0].unit;
    assert_eq!(ledger.failing_sums[0].total.unwrap().to_string(), "9");
    assert_eq!(ledger.failing_sums[0].excess, None);
    let localizer = Localizer::for_language("en-GB");
    assert_eq!(localizer.describe_excess(&ledger.failing_sums[0], unit), "but about 10 was said");
    assert_eq!(ledger.failing_sums[1].total, None);
    assert_eq!(ledger.contradictions[0].distance, None);
}

#[test]
fn what_is_counted_in_different_units_is_neither_added_nor_compared() {
    let figures = [
        figure("people", json!(10), "exact"),
        json!({ "id": "money", "metric": "sums", "value": 4, "sources": ["paper"] }),
    ];
    let relations = json!([
        { "type": "sum", "whole": "people", "parts": ["money"], "adds_up": false },
        { "type": "contradicts", "from": "people", "to": "money" },
    ]);
    let ledger = Ledger::of_dataset(&dataset_of(&figures, &relations));
    assert_eq!(ledger.failing_sums[0].total, None);
    assert_eq!(ledger.contradictions[0].distance, None);
}

#[test]
fn a_distance_is_as_exact_as_what_was_reported() {
    let distance = |one: (i32, &str), two: (i32, &str)| {
        let figures = [figure("a", json!(one.0), one.1), figure("b", json!(two.0), two.1)];
        let dataset = dataset_of(&figures, &json!([]));
        let figures = &dataset.metrics[0].figures;
        let there = figures[0].distance_to(&figures[1]);
        assert_eq!(there, figures[1].distance_to(&figures[0]));
        there.map(|distance| (distance.qualifier, distance.number.to_string()))
    };
    let told = |qualifier, number: &str| Some((qualifier, number.to_owned()));
    assert_eq!(distance((10, "exact"), (4, "exact")), told(Qualifier::Exact, "6"));
    assert_eq!(distance((10, "at_least"), (4, "exact")), told(Qualifier::AtLeast, "6"));
    assert_eq!(distance((10, "more_than"), (4, "at_most")), told(Qualifier::MoreThan, "6"));
    assert_eq!(distance((10, "about"), (4, "exact")), None);
    assert_eq!(distance((4, "more_than"), (10, "exact")), None);
    assert_eq!(distance((4, "exact"), (4, "exact")), None);
}
