//! What is shown of a metric as CSV and JSON.

use std::sync::Arc;

use figure_tracker_core::dataset::{self, Dataset};
use figure_tracker_core::export::{write_csv, write_json};
use serde_json::json;

fn bundled() -> Dataset {
    dataset::read(include_str!("../../../../data.json")).unwrap()
}

#[test]
fn the_json_of_a_metric_is_read_as_the_same_figures() {
    let everything = include_str!("../../../../tests/data/everything.json");
    for dataset in [bundled(), dataset::read(everything).unwrap()] {
        for metric in &dataset.metrics {
            let text = write_json(&dataset, metric);
            let read = dataset::read(&text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", metric.id));
            let [again] = &*read.metrics else { panic!("{}", read.metrics.len()) };
            assert_eq!(again.figures, metric.figures, "{}", metric.id);
            assert_eq!(
                (&again.label, &again.unit, &again.scopes),
                (&metric.label, &metric.unit, &metric.scopes)
            );
            let alone = dataset.with_metric_alone(Arc::clone(metric));
            assert_eq!(read.relations, alone.relations, "{}", metric.id);
            assert_eq!(
                (&read.title, &read.edition, &read.events),
                (&dataset.title, &dataset.edition, &dataset.events)
            );
        }
    }
}

#[test]
fn the_csv_has_a_row_for_each_figure_and_document() {
    let dataset = bundled();
    let metric = dataset.metric("deaths").unwrap();
    let csv = write_csv(&dataset, metric);
    let rows: usize = metric.figures.iter().map(|figure| figure.sources.len()).sum();
    assert_eq!(csv.matches("\r\n").count(), rows + 1);
    assert!(csv.starts_with("\u{feff}metric,metric_label,group,unit,scope,value,"), "{csv}");
    assert!(csv.contains("deaths,Deaths,"), "{csv}");
    assert!(csv.contains(",230,,,,,2022-03-14,2022-03-14,Berik Asylov,Prosecutor General,"), "{csv}");
}

#[test]
fn no_text_becomes_a_formula_and_a_negative_number_stays_a_number() {
    let hostile = [
        "=HYPERLINK(\"https://evil.example\",\"click\")",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\r=1",
        "＝1",
    ];
    for text in hostile {
        let file = json!({
            "format": 1, "id": "d", "title": "D", "language": "en",
            "units": [{ "id": "people", "label": { "one": "person", "other": "people" } }],
            "speakers": [{ "id": "s", "name": text }],
            "sources": [{ "id": "paper" }],
            "metrics": [{ "id": "dead", "label": text, "unit": "people" }],
            "figures": [{
                "id": "f", "metric": "dead", "value": -5, "said": "-0044-03-15", "speaker": "s",
                "office": text, "note": text, "sources": ["paper"],
            }],
        });
        let dataset = dataset::read(file.to_string().as_bytes()).unwrap();
        let csv = write_csv(&dataset, &dataset.metrics[0]);
        let quoted = format!("\"'{}\"", text.replace('"', "\"\""));
        assert_eq!(csv.matches(&quoted).count(), 4, "{csv}");
        assert!(csv.contains(",-5,") && csv.contains("\"'-0044-03-15\""), "{csv}");
    }
}
