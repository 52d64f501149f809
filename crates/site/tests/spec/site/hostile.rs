//! What people write into a data set stays text in every file that is made of it, and its ids make names that any
//! system can keep.

use std::collections::BTreeSet;

use quick_xml::events::Event;
use serde_json::{Value, json};

use super::help::{VALID, at, linked, published, text, things};

/// A text that ends whatever it stands in, if it can.
const TEXT: &str = "</script><script>alert(1)</script>]]>--><img src=x onerror=alert(1)>\"'&amp; \u{0}\u{7}\u{b}\u{1b}[31m \u{202e}evil\u{2066} شاهد";

/// Ids that are no names, or the names of something else.
const IDS: [&str; 14] = [
    "index",
    "Index",
    "feed",
    "data",
    "a b",
    "../../etc/passwd",
    "a/b",
    "😷",
    "con",
    "twin",
    "TWIN",
    "Қаза",
    "javascript:alert(1)",
    ".",
];

/// A data set made of them.
pub(super) fn data() -> String {
    let long = "long".repeat(100);
    let ids: Vec<&str> = IDS.into_iter().chain([&*long]).collect();
    let metric =
        |id: &&str| json!({ "id": id, "label": format!("{TEXT} {id}"), "unit": "u", "definition": TEXT });
    let figure = |(at, id): (usize, &&str)| {
        let figure = |more: usize| {
            json!({
                "id": format!("{id} \"<{more}"), "metric": id, "value": at + more, "said": format!("2024-01-0{more}"),
                "speaker": "s", "office": TEXT, "institution": "i", "sources": ["d"], "note": TEXT, "quote": TEXT,
                "status": "disputed", "status_note": TEXT, "status_source": "d",
            })
        };
        // One of them alone, the others together: both kinds of page.
        (1..=if at == 0 { 1 } else { 3 }).map(figure).collect::<Vec<_>>()
    };
    let figures: Vec<Value> = ids.iter().enumerate().flat_map(figure).collect();
    json!({
        "format": 1, "id": "\"<x>&", "title": TEXT, "summary": TEXT, "language": "en", "edition": "2024-01-05",
        "license": TEXT,
        "units": [{ "id": "u", "label": { "one": "<b>", "other": "<b>s" } }],
        "institutions": [{ "id": "i", "name": TEXT }],
        "speakers": [{ "id": "s", "name": TEXT }],
        "outlets": [{ "id": "o", "name": TEXT, "url": "https://o.example/?a=1&b=\"<'" }],
        "sources": [{ "id": "d", "outlet": "o", "title": TEXT, "published": "2024-01-01", "note": TEXT,
            "url": "https://o.example/?a=1&b=\"<'", "archived": "https://a.example/&lt;" }],
        "metrics": ids.iter().map(metric).collect::<Vec<_>>(),
        "figures": figures,
        "relations": [{ "type": "contradicts", "from": "a b \"<1", "to": "a/b \"<2", "note": TEXT }],
    })
    .to_string()
}

#[test]
fn no_text_becomes_markup() {
    let files = published(&data());
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let scripts = if super::help::is_page(name) { 2 } else { 0 };
        assert_eq!(html.matches("<script").count(), scripts, "{name}");
        assert_eq!(html.matches("</script").count(), scripts, "{name}");
        assert!(!html.contains("<img"), "{name}");
        let control = html.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "{name}");
    }
}

#[test]
fn no_text_of_a_table_is_a_formula() {
    let files = published(&data().replace(r#""name":""#, r#""name":"="#));
    let tables: Vec<&str> =
        files.keys().filter(|name| name.ends_with(".csv")).map(|name| text(&files, name)).collect();
    assert!(!tables.is_empty());
    for table in tables {
        assert!(table.contains("\"'=</script"), "{table}");
        assert!(!table.contains(",=") && !table.contains("\"="), "{table}");
    }
}

#[test]
fn json_ld_says_what_the_data_says_to_the_letter() {
    let files = published(&data());
    let linked = linked(text(&files, "twin.html"));
    assert_eq!(things(&linked, "CreativeWork")[0]["name"], TEXT);
    assert_eq!(things(&linked, "Claim")[0]["author"]["roleName"], TEXT);
}

#[test]
fn feed_and_sitemap_are_xml_without_what_xml_forbids() {
    let files = published(&data());
    for name in ["feed.xml", "sitemap.xml"] {
        let xml = text(&files, name);
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut elements = 0;
        loop {
            match reader.read_event().unwrap_or_else(|e| panic!("{name}: {e}")) {
                Event::Start(start) | Event::Empty(start) => {
                    elements += 1;
                    for attribute in start.attributes() {
                        attribute.unwrap();
                    }
                }
                Event::CData(_) | Event::Comment(_) | Event::PI(_) => panic!("{name} has none of these"),
                Event::Eof => break,
                _ => {}
            }
        }
        assert!(elements > 30, "{name}");
        let allowed = |c: char| c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || c == '\n';
        assert_eq!(xml.chars().find(|c| !allowed(*c)), None, "{name}");
    }
    assert!(text(&files, "feed.xml").contains("\u{202e}evil"), "directions stay as they were written");
}

#[test]
fn names_are_safe_on_every_file_system_and_no_two_differ_in_case_alone() {
    let files = at(&data(), None);
    let mut seen = BTreeSet::new();
    for name in files.keys() {
        assert!(seen.insert(name.to_lowercase()), "{name}");
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        assert!(["", "editions/2024-01-05"].contains(&folder), "{name}");
        assert!(file.len() <= 255 && !file.starts_with('.'), "{name}");
        let fine = |c: char| c.is_alphanumeric() || "-_.~".contains(c);
        assert_eq!(file.chars().find(|c| !fine(*c)), None, "{name}");
        let stem = file.split('.').next().unwrap().to_lowercase();
        assert!(!["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&&*stem), "{name}");
    }
}

#[test]
fn an_edition_that_is_no_day_makes_one_folder_all_the_same() {
    let text = VALID.replace("\"language\"", "\"edition\": \"2022-01/2022-03?\", \"language\"");
    let files = at(&text, None);
    assert!(files.contains_key("editions/2022-01~2f2022-03~3f/deaths.html"), "{:?}", files.keys());
}
