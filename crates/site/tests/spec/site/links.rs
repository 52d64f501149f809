//! Every link of every page leads to a file that is there, and to a place in it that is there.

use std::collections::BTreeSet;

use super::help::{BUNDLED, Files, SAMPLES, VALID, at, is_page, text, values};
use super::hostile;

/// The name of the file that an address in a page means, and the place in it.
fn target(page: &str, href: &str) -> (String, Option<String>) {
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let (path, place) = href.split_once('#').map_or((href, None), |(path, place)| (path, Some(place)));
    if path.is_empty() {
        return (page.to_owned(), place.map(decoded));
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {href} leads out of the site"),
            part => parts.push(part),
        }
    }
    (parts.into_iter().map(decoded).collect::<Vec<_>>().join("/"), place.map(decoded))
}

fn follow_all(files: &Files) {
    // Pixels are made by the command line; where there is one picture of a kind, all must be there.
    let made = |ending: &str| files.keys().any(|name| name.ends_with(ending));
    let pictures = [".png", ".svg"].map(|ending| (ending, made(ending)));
    let mut followed = 0;
    for page in files.keys().filter(|name| name.ends_with(".html")) {
        let html = text(files, page);
        let links = [values(html, "href"), values(html, "src")].concat();
        let links: BTreeSet<_> = links.iter().filter(|link| !link.contains("://")).collect();
        for link in links {
            let (name, place) = target(page, link);
            if pictures.iter().any(|(ending, made)| !made && name.ends_with(ending)) {
                continue;
            }
            assert!(files.contains_key(&name), "{page}: {link} leads to no file");
            if let Some(place) = place {
                let ids = values(text(files, &name), "id");
                assert_eq!(ids.iter().filter(|id| **id == place).count(), 1, "{page}: {link} leads nowhere");
            }
            followed += 1;
        }
    }
    assert!(followed > 20, "only {followed} links");
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for sample in SAMPLES {
        follow_all(&at(sample, None));
    }
}

#[test]
fn odd_ids_lead_somewhere_too() {
    follow_all(&at(&hostile::data(), None));
}

#[test]
fn a_page_and_its_frozen_copy_lead_to_each_other() {
    let files = at(BUNDLED, None);
    let edition = "editions/2026-11-26/";
    for name in files.keys().filter(|name| is_page(name) && !name.contains('/')) {
        let frozen = [edition, name].concat();
        assert!(values(text(&files, name), "href").contains(&frozen), "{name}");
        let updating = ["../../", name].concat();
        assert!(values(text(&files, &frozen), "href").contains(&updating), "{frozen}");
    }
}

#[test]
fn every_page_says_whether_it_is_kept_or_updated() {
    let files = at(BUNDLED, None);
    let is_english = |name: &str| !["ru/", "kk/"].iter().any(|folder| name.starts_with(folder));
    for name in files.keys().filter(|name| is_page(name) && is_english(name)) {
        let html = text(&files, name);
        let says = |words| html.contains(words);
        let is_frozen = name.starts_with("editions/");
        assert_eq!(says("kept as it was"), is_frozen, "{name}");
        assert_eq!(says("updated with later editions"), !is_frozen, "{name}");
    }
}

#[test]
fn a_frozen_page_draws_the_frozen_data_and_says_so_to_the_widget() {
    let files = at(BUNDLED, None);
    let (_, element) = text(&files, "editions/2026-11-26/deaths.html").split_once("<figure-tracker").unwrap();
    let element = element.split('>').next().unwrap();
    assert_eq!(element, " src=\"data.json\" metric=\"deaths\" edition=\"2026-11-26\" address");
    assert_eq!(files["editions/2026-11-26/data.json"], BUNDLED.as_bytes());
    assert!(!text(&files, "deaths.html").contains(" edition=\""));
}

#[test]
fn addresses_from_the_top_are_found_from_a_frozen_page_too() {
    let dataset = std::sync::Arc::new(figure_tracker_core::dataset::read(BUNDLED).unwrap());
    for (given, frozen) in [
        ("../figure-tracker.js", "../../../figure-tracker.js"),
        ("/figure-tracker.js", "/figure-tracker.js"),
        ("https://x.example/figure-tracker.js", "https://x.example/figure-tracker.js"),
    ] {
        let options = figure_tracker_site::Options { widget: Some(given.to_owned()), ..Default::default() };
        let files = figure_tracker_site::print_site(&dataset, BUNDLED, &options);
        let page = |name: &str| {
            let file = files.iter().find(|file| file.name == name).unwrap();
            String::from_utf8(file.bytes.to_vec()).unwrap()
        };
        assert_eq!(values(&page("deaths.html"), "src")[0], given);
        assert_eq!(values(&page("editions/2026-11-26/deaths.html"), "src")[0], frozen);
    }
}

#[test]
fn the_links_are_in_the_language_of_the_page() {
    let dataset = std::sync::Arc::new(figure_tracker_core::dataset::read(VALID).unwrap());
    let mut seen = BTreeSet::new();
    for language in ["en", "ru", "kk", "de", "fr", "es", "ar"] {
        let options =
            figure_tracker_site::Options { language: Some(language.to_owned()), ..Default::default() };
        let files = figure_tracker_site::print_site(&dataset, VALID, &options);
        let page = files.iter().find(|file| file.name == "deaths.html").unwrap();
        let html = std::str::from_utf8(&page.bytes).unwrap();
        let foot = html.split_once("class=\"page-foot\"").unwrap().1;
        assert!(foot.contains("(CSV)") && foot.contains("(Atom)"), "{foot}");
        assert!(seen.insert(foot.to_owned()), "{language} has the words of another language");
    }
}

#[test]
fn each_page_names_itself_in_every_language_of_the_data_set() {
    let published = super::help::published(BUNDLED);
    let translations = |files: &Files, name: &str| {
        let links = text(files, name).split("<link ").filter(|link| link.contains("hreflang"));
        links.flat_map(|link| values(link, "href")).collect::<Vec<_>>()
    };
    let site = "https://news.example/figures/";
    for name in ["deaths.html", "ru/deaths.html", "kk/deaths.html"] {
        let wanted = ["deaths.html", "ru/deaths.html", "kk/deaths.html"].map(|page| [site, page].concat());
        assert_eq!(translations(&published, name), wanted, "{name}");
    }
    let files = at(BUNDLED, None);
    let frozen = "editions/2026-11-26/deaths.html";
    let found = translations(&files, "ru/editions/2026-11-26/deaths.html");
    assert_eq!(found, ["", "ru/", "kk/"].map(|folder| ["../../../", folder, frozen].concat()));
    assert!(text(&files, "ru/deaths.html").contains("lang=\"ru\""));
}
