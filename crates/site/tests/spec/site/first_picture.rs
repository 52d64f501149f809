//! The pictures that stand until the program has come: one for each metric and language, small whatever there is to draw.

use figure_tracker_core::dataset;

use super::help::{BUNDLED, SAMPLES, at, text, values};
use super::weight::brotli;

/// The most that a picture may cost, as sent.
const BUDGET: usize = 12_000;

/// A metric of so many figures, each said by somebody, at some day, with a document of its own.
fn long(count: usize) -> String {
    let day = |at: usize| format!("{}-{:02}-{:02}", 1990 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
    let source = |at: usize| {
        serde_json::json!({ "id": format!("s{at}"), "outlet": "paper", "title": format!("Report {at}"), "language": "en",
            "url": format!("https://paper.example/{}", at * 7919 % 100_003), "published": day(at) })
    };
    let figure = |at: usize| {
        serde_json::json!({ "id": format!("f{at}"), "metric": "dead", "value": at * 37 % 1009 + at, "said": day(at),
            "speaker": "ann", "attribution": "quote", "sources": [format!("s{at}")],
            "note": format!("Counted in {} hospitals, {} of them in the north.", at % 97, at % 13) })
    };
    serde_json::json!({
        "format": 1, "id": "long", "title": "A long story", "language": "en",
        "units": [{ "id": "people", "label": { "one": "person", "other": "people" } }],
        "speakers": [{ "id": "ann", "name": "Ann Example" }], "outlets": [{ "id": "paper", "name": "The Paper" }],
        "metrics": [{ "id": "dead", "label": "Dead", "unit": "people" }],
        "sources": (0..count).map(source).collect::<Vec<_>>(), "figures": (0..count).map(figure).collect::<Vec<_>>(),
    })
    .to_string()
}

#[test]
fn every_metric_has_a_picture_in_each_language_of_the_data_set_and_the_main_one_goes_without_a_name() {
    let files = at(BUNDLED, None);
    let dataset = dataset::read(BUNDLED).unwrap();
    for folder in ["", "editions/2026-11-26/"] {
        for metric in &dataset.metrics {
            for language in [".en", ".ru", ".kk", ""] {
                let html = text(&files, &format!("{folder}{}{language}.picture.html", metric.id));
                assert_eq!(values(html, "data-metric").concat(), metric.id);
                assert_eq!(values(html, "data-edition"), ["2026-11-26"]);
                let lang = if language.is_empty() { "en" } else { &language[1..] };
                assert_eq!(values(html, "lang")[0], lang);
            }
        }
        for language in [".en", ".ru", ".kk", ""] {
            let name = |stem: &str| format!("{folder}{stem}{language}.picture.html");
            assert_eq!(text(&files, &name("index")), text(&files, &name("deaths")));
        }
    }
}

#[test]
fn a_picture_leads_to_the_pages_in_its_language() {
    let files = at(BUNDLED, None);
    let picker = |name: &str| {
        values(text(&files, name), "href").into_iter().find(|to| to.ends_with("index.html")).unwrap()
    };
    assert_eq!(picker("deaths.en.picture.html"), "index.html");
    assert_eq!(picker("deaths.ru.picture.html"), "ru/index.html");
    assert_eq!(picker("editions/2026-11-26/deaths.en.picture.html"), "index.html");
    assert_eq!(
        picker("editions/2026-11-26/deaths.ru.picture.html"),
        "../../ru/editions/2026-11-26/index.html"
    );
}

#[test]
fn a_picture_has_no_table_and_nothing_that_runs() {
    for sample in SAMPLES {
        let files = at(sample, None);
        let pictures = || files.iter().filter(|(name, _)| name.ends_with(".picture.html"));
        for (name, bytes) in pictures() {
            let html = std::str::from_utf8(bytes).unwrap();
            for word in ["<table", "<script", "<style", " style=\""] {
                assert!(!html.contains(word), "{name}: {word}");
            }
        }
        let (name, heaviest) = pictures().max_by_key(|(_, bytes)| bytes.len()).unwrap();
        assert!(brotli(heaviest) <= BUDGET, "{name}");
    }
}

#[test]
fn a_picture_is_small_whatever_the_number_of_figures() {
    for count in [60, 1_000, 10_000] {
        let text = long(count);
        let dataset = std::sync::Arc::new(dataset::read(&text).unwrap());
        let picture = figure_tracker_site::first_picture(&dataset, "dead").unwrap();
        let bytes = brotli(picture.as_bytes());
        assert!(bytes <= BUDGET, "{count} figures: {bytes} bytes, of {} uncompressed", picture.len());
        assert!(
            picture.contains("part=\"chart\"") && picture.contains("ft-line"),
            "{count} figures: nothing is drawn"
        );
    }
}
