//! A page is light enough for a phone on a bad line.

use serde_json::{Value, json};

use super::help::{BUNDLED, published};

/// How many bytes a page of 30 figures may have, compressed.
const BUDGET: usize = 20_000;

/// A metric of 30 figures, each with all that a figure can have.
fn rich() -> String {
    let figure = |at: usize| {
        json!({
            "id": format!("deaths-{at}"), "metric": "deaths", "scope": if at.is_multiple_of(3) { "city" } else { "country" },
            "value": 100 + at * 7, "said": format!("2022-{:02}-{:02}", 1 + at / 28, 1 + at % 28),
            "as_of": format!("2022-{:02}-{:02}", 1 + at / 28, 1 + at % 28), "attribution": "indirect",
            "speaker": format!("speaker-{}", at % 5), "institution": format!("office-{}", at % 4),
            "office": format!("Deputy head of department {} of the prosecutor's office", at % 6),
            "sources": [format!("paper-{at}"), format!("agency-{}", at % 10)],
            "note": format!("Counted in {} hospitals and {} morgues; those found later are not in it.", at + 3, at % 7),
            "status": if at % 10 == 9 { "disputed" } else { "stands" },
            "status_note": (at % 10 == 9).then(|| format!("Relatives name {at} more who are in no list.")),
            "status_source": (at % 10 == 9).then(|| format!("paper-{at}")),
        })
    };
    let source = |id: String, at: usize| {
        json!({
            "id": id, "outlet": format!("outlet-{}", at % 6), "published": format!("2022-{:02}-{:02}", 1 + at / 28, 1 + at % 28),
            "title": format!("Number {at} of the dead is given as {} by the department", 100 + at * 7),
            "url": format!("https://outlet-{}.example/2022/news/{}", at % 6, at * 7919 % 100_003),
            "archived": format!("https://archive.example/{:08x}/", at * 0x9e37_79b1 % 0xffff_ffff), "language": "en",
        })
    };
    let papers = (0..30).map(|at| source(format!("paper-{at}"), at));
    let agencies = (0..10).map(|at| source(format!("agency-{at}"), at + 40));
    let relation = |at: usize| {
        json!({ "type": "revises", "from": format!("deaths-{at}"), "to": format!("deaths-{}", at - 1),
            "note": format!("The newer count has the districts {} and {} too.", at, at + 1) })
    };
    let named = |kind: &str, count: usize, name: fn(usize) -> String| -> Vec<Value> {
        (0..count).map(|at| json!({ "id": format!("{kind}-{at}"), "name": name(at) })).collect()
    };
    json!({
        "format": 1, "id": "rich", "title": "An invented event of 2022", "language": "en", "edition": "2023-01-05",
        "units": [{ "id": "people", "label": { "one": "person", "other": "people" } }],
        "institutions": named("office", 4, |at| format!("Ministry of department {at}")),
        "speakers": named("speaker", 5, |at| format!("Invented Speaker the {at}th")),
        "outlets": named("outlet", 6, |at| format!("The Daily {at}")),
        "sources": papers.chain(agencies).collect::<Vec<_>>(),
        "metrics": [{ "id": "deaths", "label": "Deaths", "unit": "people", "definition": "People who died in the event.",
            "scopes": [{ "id": "country", "label": "Country" }, { "id": "city", "label": "City" }] }],
        "figures": (0..30).map(figure).collect::<Vec<_>>(),
        "relations": (1..30).step_by(2).map(relation).collect::<Vec<_>>(),
    })
    .to_string()
}

pub(super) fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).unwrap();
    out.len()
}

#[test]
fn the_page_of_30_rich_figures_stays_within_its_budget() {
    let files = published(&rich());
    let bytes = brotli(&files["deaths.html"]);
    assert!(bytes <= BUDGET, "{bytes} bytes, of {} uncompressed", files["deaths.html"].len());
    assert!(bytes > BUDGET / 4, "a page of {bytes} bytes has lost something");
}

#[test]
fn the_heaviest_page_of_the_bundled_data_stays_within_it_too() {
    let files = published(BUNDLED);
    let pages = files.iter().filter(|(name, _)| name.ends_with(".html"));
    let (name, heaviest) = pages.max_by_key(|(_, bytes)| bytes.len()).unwrap();
    let bytes = brotli(heaviest);
    assert!(bytes <= BUDGET, "{name}: {bytes} bytes");
}
