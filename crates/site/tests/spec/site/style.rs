//! The style sheet: in a file that all pages share, or within each page.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use figure_tracker::components::UNPRINTED_STYLES;
use figure_tracker_core::dataset;
use figure_tracker_site::{Options, style_source};

use super::help::{BUNDLED, EVERYTHING, Files, SAMPLES, is_page, published, text, values};
use super::hostile;
use super::weight::brotli;

/// How many bytes the style within a page may have, compressed.
const BUDGET: usize = 5_000;

static BUNDLED_INSIDE: LazyLock<Files> = LazyLock::new(|| with_style_inside(BUNDLED));

/// The files of a data set whose pages have their style within themselves.
fn with_style_inside(data: &str) -> Files {
    let dataset = dataset::read(data).unwrap();
    let base = Some("https://news.example/figures/".to_owned());
    let options = Options { base, ..Options::default() };
    let files = figure_tracker_site::print_site(&Arc::new(dataset), data, &options);
    files.into_iter().map(|file| (file.name, file.bytes.to_vec())).collect()
}

fn pages(files: &Files) -> impl Iterator<Item = (&String, &str)> {
    files.keys().filter(|name| is_page(name)).map(|name| (name, text(files, name)))
}

/// What a page has in its `style` element, as a browser reads it.
fn style_inside(html: &str) -> &str {
    let (_, rest) = html.split_once("<style").unwrap();
    rest.split_once('>').unwrap().1.split_once("</style>").unwrap().0
}

/// The names of the files of style sheets.
fn sheets(files: &Files) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|name| name.ends_with(".css")).collect()
}

/// The classes that a selector asks for.
fn classes(selector: &str) -> impl Iterator<Item = &str> {
    let is_end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
    selector.split('.').skip(1).map(move |rest| rest.split(is_end).next().unwrap())
}

#[test]
fn a_page_with_its_style_within_itself_has_that_of_the_file_and_asks_for_none() {
    let (files, inside) = (published(BUNDLED), &*BUNDLED_INSIDE);
    let [widget, page] = sheets(&files)[..] else { panic!("two style sheets") };
    assert!(widget.starts_with("figure-tracker-") && page.starts_with("page-"));
    assert_eq!(sheets(inside), [widget], "snippets need that of the widget, nothing needs that of the pages");
    assert!(pages(inside).any(|(name, _)| name.starts_with("ru/editions/")), "languages and editions");
    for (name, html) in pages(inside) {
        assert_eq!(html.matches("<style").count(), 1, "{name}");
        assert!(!html.contains("rel=\"stylesheet\""), "{name}");
        assert_eq!(style_inside(html), text(&files, page), "{name}");
    }
}

#[test]
fn only_where_the_style_stands_differs() {
    let (files, inside) = (published(EVERYTHING), with_style_inside(EVERYTHING));
    for (name, html) in pages(&inside) {
        let (start, rest) = html.split_once("<style").unwrap();
        let without = [start, rest.split_once("</style>").unwrap().1].concat();
        let before = text(&files, name);
        let (start, rest) = before.split_once("<link rel=\"stylesheet\"").unwrap();
        assert_eq!(without, [start, rest.split_once('>').unwrap().1].concat(), "{name}");
        assert_eq!(values(html, "data-widget"), values(before, "data-widget"), "{name}");
    }
}

#[test]
fn one_source_in_a_policy_is_for_all_pages_of_a_release() {
    let mut sources = BTreeSet::new();
    for sample in SAMPLES.into_iter().chain([&*hostile::data()]) {
        sources.extend(
            pages(&with_style_inside(sample))
                .map(|(name, html)| style_source(html).unwrap_or_else(|| panic!("{name} has no style"))),
        );
    }
    assert_eq!(sources.len(), 1, "{sources:?}");
    let source = sources.first().unwrap();
    assert!(source.starts_with("'sha256-") && source.ends_with("='"), "{source}");
    assert!(
        pages(&published(EVERYTHING))
            .all(|(_, html)| style_source(html).is_none() && !html.contains("<style"))
    );
}

#[test]
fn previews_find_what_they_look_for_before_the_style() {
    let (before, _) = text(&BUNDLED_INSIDE, "deaths.html").split_once("<style").unwrap();
    for wanted in ["og:image", "twitter:card", "application/json+oembed", "rel=\"canonical\""] {
        assert!(before.contains(wanted), "{wanted} comes after the style");
    }
    assert!(before.len() < 4_000, "{} bytes stand before the style", before.len());
}

#[test]
fn the_style_stays_within_its_budget() {
    let bytes = brotli(style_inside(text(&BUNDLED_INSIDE, "deaths.html")).as_bytes());
    assert!(bytes <= BUDGET, "{bytes} bytes");
    assert!(bytes > BUDGET / 2, "a style of {bytes} bytes has lost something");
}

#[test]
fn what_the_printed_style_leaves_out_no_page_has() {
    let mut printed = BTreeSet::new();
    for sample in SAMPLES.into_iter().chain([&*hostile::data()]) {
        let files = published(sample);
        let all = pages(&files).flat_map(|(_, html)| values(html, "class"));
        printed.extend(all.flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>()));
    }
    assert!(printed.len() > 60, "{printed:?}");
    let mut looked_at = 0;
    for rules in UNPRINTED_STYLES {
        let heads = rules.split('{').map(|text| text.rsplit(['}', '/']).next().unwrap().trim());
        for selector in heads.flat_map(|head| head.split(',')).filter(|selector| selector.contains(".ft-")) {
            let is_printed = classes(selector).all(|class| printed.contains(class));
            assert!(!is_printed, "`{selector}` is on a page, and its rules are left out");
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "only {looked_at} selectors");
}
