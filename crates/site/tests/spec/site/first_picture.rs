//! The pictures that stand until the program has come: one for each metric and language, small whatever there is to draw.

use std::collections::BTreeSet;

use figure_tracker_core::dataset;

use super::help::{BUNDLED, SAMPLES, at, published, text, values};
use super::weight::brotli;

/// The most that a picture may cost, as sent.
const BUDGET: usize = 12_000;

/// The most that its cards may cost.
const CARDS_BUDGET: usize = 24_000;

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
fn a_picture_and_its_cards_have_no_table_and_nothing_that_runs() {
    for sample in SAMPLES {
        let files = at(sample, None);
        let documents = |ending: &'static str| files.iter().filter(move |(name, _)| name.ends_with(ending));
        let (pictures, cards) = (|| documents(".picture.html"), || documents(".cards.html"));
        for (name, bytes) in pictures().chain(cards()) {
            let html = std::str::from_utf8(bytes).unwrap();
            for word in ["<table", "<script", "<style", " style=\""] {
                assert!(!html.contains(word), "{name}: {word}");
            }
        }
        // A picture says whether it has cards, and no cards are without a picture.
        let promised = pictures().filter(|(name, _)| text(&files, name).contains(" data-cards"));
        let promised: BTreeSet<_> = promised.map(|(name, _)| name.replace(".picture.", ".cards.")).collect();
        assert_eq!(promised, cards().map(|(name, _)| name.clone()).collect());
        for (name, bytes) in cards() {
            assert!(brotli(bytes) <= CARDS_BUDGET, "{name}");
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

#[test]
fn the_cards_of_a_picture_are_those_of_its_chart_in_their_order_and_say_what_the_picture_says() {
    let files = at(BUNDLED, None);
    let picture = text(&files, "deaths.en.picture.html");
    let cards = text(&files, "deaths.en.cards.html");
    for name in ["data-build", "data-edition", "data-metric", "lang"] {
        assert_eq!(values(picture, name)[0], values(cards, name)[0], "{name}");
    }
    let places = values(cards, "data-place");
    assert_eq!(places, ["1 of 3", "2 of 3", "3 of 3"]);
    for number in ["164", "225", "230"] {
        assert_eq!(cards.matches(&format!("ft-short\">{number}</b>")).count(), 1);
    }
    // Of the figure that is selected in the picture it is what the picture has, to the letter.
    let card = |html: &str| {
        let (_, after) = html.rsplit_once("<div part=\"card\"").unwrap();
        after.split_once("</dl></div>").unwrap().0.to_owned()
    };
    assert_eq!(card(picture), card(cards));
    let marks = |html: &str| {
        let of = |band: &str| {
            html.split(band).last().and_then(|after| after.split("</svg>").next()).unwrap().to_owned()
        };
        let [mark] = &of("ft-at-5")
            .split("<g part=\"figure\"")
            .filter(|mark| mark.contains("ft-selected\">"))
            .map(str::to_owned)
            .collect::<Vec<_>>()[..]
        else {
            panic!("one mark is selected")
        };
        mark.clone()
    };
    let (_, last) = cards.rsplit_once("data-band=\"5\"").unwrap();
    let strokes =
        |mark: &str| values(mark, "d").iter().map(|path| (*path).to_owned()).take(4).collect::<Vec<_>>();
    let (_, drawn) = last.split_once("<g part").unwrap();
    assert_eq!(strokes(drawn), strokes(&marks(picture)));
    assert_eq!(values(drawn, "transform")[0], values(&marks(picture), "transform")[0]);
}

#[test]
fn a_long_series_has_cards_and_a_very_long_one_has_none() {
    let cards = |count: usize| {
        let files = published(&long(count));
        files
            .get("dead.en.cards.html")
            .map(|cards| (brotli(cards), values(std::str::from_utf8(cards).unwrap(), "data-place").len()))
    };
    let (bytes, figures) = cards(60).unwrap();
    assert!(bytes <= CARDS_BUDGET && figures == 60, "{bytes} bytes of {figures} figures");
    assert_eq!(cards(1), None, "there is no other figure to tap");
    assert_eq!(cards(200), None);
}
