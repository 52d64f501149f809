//! What other programs read of the site: feeds, sitemaps, embeds, previews, JSON-LD, tables and data.

use std::sync::Arc;

use atom_syndication::Feed;
use figure_tracker_core::dataset;
use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::Day;
use figure_tracker_editing::{diagnose, spreadsheet};
use figure_tracker_site::{EmbeddedView, Options, print_site};

use super::help::{BUNDLED, SAMPLES, VALID, at, is_page, linked, published, text, things, values};
use super::hostile;

fn feed(data: &str, base: &str) -> Feed {
    Feed::read_from(&*at(data, Some(base))["feed.xml"]).unwrap()
}

#[test]
fn the_feed_has_every_figure_newest_first() {
    let feed = feed(VALID, "https://news.example/figures");
    assert_eq!(feed.title().as_str(), "January");
    let titles: Vec<&str> = feed.entries().iter().map(|entry| entry.title().as_str()).collect();
    assert_eq!(
        titles,
        [
            "In custody: dozens",
            "Damage: about KZT 113.5",
            "In custody: between 700 and 779 people",
            "Deaths: 81 people",
            "Deaths: 149 people",
            "Deaths: 230 people",
            "Deaths: 225 people",
        ]
    );
    let newest = &feed.entries()[0];
    assert_eq!(newest.links()[0].href(), "https://news.example/figures/held.html#figure-h2");
    let summary = newest.summary().unwrap().as_str();
    assert!(summary.contains("Roman Sklyar") && summary.ends_with("The ministry denies it."), "{summary}");
}

#[test]
fn the_feed_has_what_its_format_demands() {
    for sample in SAMPLES.into_iter().chain([&*hostile::data()]) {
        let feed = feed(sample, "https://news.example/");
        let own = feed.links().iter().find(|link| link.rel() == "self").unwrap();
        assert_eq!(own.href(), "https://news.example/feed.xml");
        assert!(!feed.authors().is_empty() && feed.authors()[0].name() != "" && feed.title().as_str() != "");
        assert!(!feed.entries().is_empty() && feed.entries().len() <= 100);
        let mut ids: Vec<&str> =
            feed.entries().iter().map(atom_syndication::Entry::id).chain([feed.id()]).collect();
        assert!(ids.iter().all(|id| id.starts_with("urn:uuid:")));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), feed.entries().len() + 1, "no two have the same id");
        let latest = feed.entries().iter().map(atom_syndication::Entry::updated).max().unwrap();
        assert!(feed.updated() >= latest);
    }
}

#[test]
fn a_figure_keeps_its_id_when_the_site_moves() {
    let ids =
        |base| feed(VALID, base).entries().iter().map(|entry| entry.id().to_owned()).collect::<Vec<_>>();
    let here = ids("https://news.example/");
    assert_eq!(here, ids("https://elsewhere.example/a/"));
    assert_eq!(here[0], "urn:uuid:d165f370-8966-5f7a-9df3-afd001893d4a");
}

#[test]
fn when_a_figure_was_new_is_what_the_data_says() {
    let feed = feed(VALID, "https://news.example/");
    let of = |title: &str| {
        let entry = feed.entries().iter().find(|entry| entry.title().as_str() == title).unwrap();
        let text = |date: &atom_syndication::FixedDateTime| date.to_rfc3339();
        (entry.published().map(text), text(entry.updated()))
    };
    let day = |day: &str| format!("{day}T00:00:00+00:00");
    assert_eq!(of("Deaths: 230 people"), (Some(day("2022-03-14")), day("2022-03-14")));
    assert_eq!(of("Damage: about KZT 113.5"), (None, day("2022-04-30")), "undated: when it was printed");
    assert_eq!(of("Deaths: 225 people"), (Some(day("2022-01-15")), day("2022-05-01")), "mended in May");
}

#[test]
fn the_sitemap_names_every_page_that_is_updated() {
    let files = published(BUNDLED);
    let xml = text(&files, "sitemap.xml");
    let mut pages: Vec<&str> =
        xml.split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let mut wanted: Vec<String> = files
        .keys()
        .filter(|name| is_page(name) && !name.contains("editions/"))
        .map(|name| format!("https://news.example/figures/{name}"))
        .collect();
    pages.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(pages, wanted);
    assert_eq!(xml.matches("<lastmod>2026-11-26</lastmod>").count(), pages.len());
}

#[test]
fn a_page_can_be_embedded_by_its_address() {
    let files = published(VALID);
    let html = text(&files, "deaths.html");
    let discovery = "<link rel=\"alternate\" href=\"https://news.example/figures/deaths.oembed.json\" type=\"application/json+oembed\"";
    assert!(html.contains(discovery), "{html}");
    let said: serde_json::Value = serde_json::from_str(text(&files, "deaths.oembed.json")).unwrap();
    assert_eq!((&said["version"], &said["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(said["thumbnail_url"], "https://news.example/figures/deaths.png");
    assert_eq!(
        said["html"],
        "<iframe src=\"https://news.example/figures/deaths.html\" title=\"Deaths – January\" width=\"100%\" \
         height=\"800\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
}

#[test]
fn a_view_of_a_page_can_be_embedded_too() {
    let dataset = Arc::new(dataset::read(VALID).unwrap());
    let view = |text: &str| EmbeddedView::parse(&dataset, text);
    let asked =
        view("https://news.example/deaths.html#figure-tracker=metric=deaths&known-on=2022-01-20").unwrap();
    assert_eq!(view("metric=deaths&known-on=2022-01-20"), Ok(asked.clone()));
    let options =
        Options { base: Some("https://news.example".to_owned()), views: vec![asked], ..Options::default() };
    let files = print_site(&dataset, VALID, &options)
        .into_iter()
        .map(|file| (file.name, file.bytes.to_vec()))
        .collect();
    let said = text(&files, "deaths.known-on-2022-01-20.oembed.json");
    let said: serde_json::Value = serde_json::from_str(said).unwrap();
    assert_eq!(said["title"], "Deaths – January (As known on January 20, 2022)");
    let html = said["html"].as_str().unwrap();
    let page =
        "src=\"https://news.example/deaths.html#figure-tracker=metric=deaths&amp;known-on=2022-01-20\"";
    assert!(html.contains(page), "{html}");
    assert_eq!(said["thumbnail_url"], serde_json::Value::Null, "the picture shows everything");
    let refused = |text: &str| view(text).unwrap_err().to_string();
    assert_eq!(refused("known_on=2022-01-20").split(" is").next(), Some("`known_on`"));
    assert!(refused("metric=deaths&known-on=2022-02-30").contains("is no day"));
    assert_eq!(refused("metric=nothing"), "it names no metric or figure of the data set");
    assert!(refused("metric=deaths").starts_with("it asks for everything"));
}

/// The content of a meta element.
fn meta(html: &str, name: &str) -> Option<String> {
    let rest = [format!(" name=\"{name}\""), format!(" property=\"{name}\"")];
    let rest = rest.iter().find_map(|before| html.split_once(&**before))?.1;
    values(rest, "content").into_iter().next()
}

#[test]
fn a_preview_says_the_latest_state() {
    let files = published(VALID);
    let html = text(&files, "deaths.html");
    let said = |name| meta(html, name).unwrap();
    assert_eq!(said("og:title"), "Deaths");
    assert!(said("og:description").starts_with("230 people"), "{}", said("og:description"));
    assert_eq!(said("og:description"), said("description"));
    assert_eq!(said("og:url"), "https://news.example/figures/deaths.html");
    assert_eq!(said("og:image"), "https://news.example/figures/deaths.png");
    assert_eq!((said("og:image:width"), said("og:image:height")), ("1200".to_owned(), "630".to_owned()));
    assert!(said("og:image:alt").starts_with("Deaths: 230 people"));
    assert_eq!((said("og:locale"), said("og:type")), ("en_US".to_owned(), "article".to_owned()));
    assert_eq!(said("twitter:card"), "summary_large_image");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://news.example/figures/deaths.html\">"));
}

#[test]
fn what_cannot_be_right_beside_a_figure_is_told_wherever_it_is_printed() {
    let files = at(BUNDLED, None);
    let sum = "the parts do not add up: 139 + 63 + 20 + 19 = 241, not 230";
    assert!(text(&files, "index.html").contains(sum));
    assert!(meta(text(&files, "deaths.html"), "og:description").unwrap().contains(sum));
    let injured = "4,353 people, said by Serik Shalabaev, Head of the Criminal Procedure Service, on January 15, 2022 \
        (date inferred); differs from more than 4,500, said by Prosecutor General's Office on January 15, 2022";
    let plain = |text: &str| text.replace("&#39;", "'").replace("&#x27;", "'").replace("&apos;", "'");
    assert!(plain(text(&files, "index.html")).contains(injured));
    assert!(plain(text(&files, "feed.xml")).contains("differs from more than 4,500"));
}

#[test]
fn without_an_address_only_files_that_need_one_have_one() {
    let files = at(BUNDLED, None);
    let nowhere = "https://example.org/";
    for (name, bytes) in &files {
        let says = String::from_utf8_lossy(bytes).contains(nowhere);
        let needs = name.ends_with("feed.xml") || name == "sitemap.xml" || name.ends_with(".oembed.json");
        assert_eq!(says, needs, "{name}");
    }
    let html = text(&files, "deaths.html");
    assert!(meta(html, "og:url").is_none() && !html.contains("canonical"));
}

#[test]
fn the_preview_of_a_frozen_page_has_no_picture_that_changes() {
    let files = published(BUNDLED);
    let html = text(&files, "editions/2026-11-26/deaths.html");
    assert_eq!(meta(html, "og:image"), None);
    assert_eq!(meta(html, "og:url").unwrap(), "https://news.example/figures/editions/2026-11-26/deaths.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://news.example/figures/deaths.html\">"));
}

#[test]
fn json_ld_has_the_data_set_and_every_figure_as_a_claim() {
    let files = published(VALID);
    let linked = linked(text(&files, "deaths.html"));
    let data = things(&linked, "Dataset")[0];
    assert_eq!(data["variableMeasured"], "Deaths");
    assert_eq!(data["temporalCoverage"], "2022-01-15/2022-03-14");
    assert_eq!(data["distribution"][0]["contentUrl"], "https://news.example/figures/deaths.csv");
    let claims = things(&linked, "Claim");
    assert_eq!(claims.len(), 4);
    let first = claims[0];
    assert_eq!(first["@id"], "#figure-d1");
    assert_eq!(first["author"]["name"], "Berik Asylov");
    assert_eq!(first["author"]["affiliation"]["name"], "Prosecutor's Office");
    assert_eq!(first["claimInterpreter"]["name"], "The Paper");
    assert_eq!(first["datePublished"], serde_json::Value::Null, "an inferred day was not stated");
    assert_eq!(first["creativeWorkStatus"], "superseded");
    assert_eq!(first["firstAppearance"]["@id"], "#source-first");
    assert_eq!(claims[1]["datePublished"], "2022-03-14");
    let text = claims[1]["text"].as_str().unwrap();
    assert!(text.starts_with("230 people"), "{text}");
}

#[test]
fn whatever_json_ld_refers_to_is_there() {
    for sample in SAMPLES {
        for (name, bytes) in published(sample).iter().filter(|(name, _)| is_page(name)) {
            let linked = linked(std::str::from_utf8(bytes).unwrap());
            let documents = things(&linked, "CreativeWork");
            for claim in things(&linked, "Claim") {
                let appearances = claim["appearance"].as_array().unwrap();
                assert!(!appearances.is_empty());
                for appearance in appearances {
                    assert!(documents.iter().any(|d| d["@id"] == appearance["@id"]), "{name}: {appearance}");
                }
            }
            assert_eq!(things(&linked, "Dataset").len(), 1, "{name}");
        }
    }
}

#[test]
fn the_data_of_a_metric_is_a_data_set_of_its_own() {
    for sample in SAMPLES.into_iter().chain([&*hostile::data()]) {
        let whole = dataset::read(sample).unwrap();
        let files = at(sample, None);
        let names = figure_tracker_site::Names::new(&whole);
        for metric in &whole.metrics {
            let part = text(&files, &format!("{}.json", names.file_stem(&metric.id)));
            let diagnostics = diagnose(part.as_bytes());
            let errors: Vec<_> = diagnostics.iter().filter(|found| found.is_error()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", metric.id);
            let unused: Vec<_> = diagnostics.iter().filter(|found| found.code == "unused").collect();
            assert!(unused.is_empty() || sample == VALID, "{}: {unused:?}", metric.id);
            let part = dataset::read(part).unwrap();
            assert_eq!(part.metrics.len(), 1);
            assert_eq!(part.metrics[0].figures, metric.figures);
        }
    }
}

#[test]
fn the_data_of_a_metric_keeps_the_relations_that_are_all_of_it() {
    let part = dataset::read(text(&at(VALID, None), "deaths.json")).unwrap();
    assert_eq!((part.relations.len(), part.corrections.len(), part.events.len()), (2, 1, 1));
    let part = dataset::read(text(&at(VALID, None), "held.json")).unwrap();
    assert_eq!((part.relations.len(), part.corrections.len(), part.events.len()), (0, 0, 1));
}

#[test]
fn the_rows_of_a_metric_can_be_imported_again() {
    for sample in SAMPLES {
        let whole = dataset::read(sample).unwrap();
        let files = at(sample, None);
        for metric in &whole.metrics {
            let rows = text(&files, &format!("{}.csv", metric.id));
            let empty = format::Dataset {
                format: FormatVersion,
                id: "x".to_owned(),
                title: "X".into(),
                language: whole.language.clone(),
                ..format::Dataset::default()
            };
            let done = spreadsheet::import(
                &[rows.as_bytes()],
                &spreadsheet::ReadOptions::default(),
                empty,
                Day::from_number(20_454),
                &|_| {},
            );
            let errors: Vec<_> = done.diagnostics.iter().filter(|found| found.is_error()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}\n{rows}", metric.id);
            let again = spreadsheet::export(&done.dataset.unwrap(), b',');
            assert_eq!(again, rows, "{}", metric.id);
        }
    }
}
