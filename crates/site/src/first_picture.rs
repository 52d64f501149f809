//! The first picture of a metric: the printed widget without its table, which stands on a page until the program has come.
//!
//! A document of its own, for the element's script to fetch (`pictures` says where from) and check: it names its build, edition,
//! metric and language. Its name is `METRIC.LANGUAGE.picture.html`, with the stem of the metric's page and the first subtag
//! of the language; where an element names no metric it asks for `index`, and where the page names no language there is none
//! in the name either.
//!
//! What it shows of the other figures of its chart is in a second document, `METRIC.LANGUAGE.cards.html`, which is fetched when
//! one of them is tapped before the program has come. A picture says whether there is one: not where it would be too large.

use std::sync::Arc;

use leptos::prelude::*;
use miniz_oxide::deflate::compress_to_vec;

use super::html::print_html;
use super::{File, Site, Translation, addresses, page_address, style};
use figure_tracker::breakpoints::BANDS;
use figure_tracker::components::{PictureCards, Tracker};
use figure_tracker::state::{Picture, TrackerOptions, TrackerState};
use figure_tracker_core::dataset::{Dataset, Figure, Metric};
use figure_tracker_core::language::LanguageTag;

/// The most that a picture may have in bytes as sent. Any server's compression is better than what it is measured by.
const LARGEST: usize = 12_000;
/// The most that its cards may have: they come while the program does.
const LARGEST_CARDS: usize = 24_000;
/// From how many figures on cards would be too large, whatever they say.
const MANY_FIGURES: usize = 200;
/// A phone's band and a desktop's, which alone are printed where there is too much to draw.
const FEW_BANDS: [bool; BANDS.len()] = [false, true, false, false, true, false];
/// What is printed, from all there is to the least.
const DETAILS: [Picture; 5] = [
    Picture::WHOLE,
    Picture { longest_list: 0, ..Picture::WHOLE },
    Picture { longest_list: 0, marks: false, ..Picture::WHOLE },
    Picture { longest_list: 0, marks: false, bands: FEW_BANDS, ..Picture::WHOLE },
    Picture { longest_list: 0, marks: false, bands: FEW_BANDS, sizers: false },
];

/// What is printed of the cards, from all there is to the least.
const CARD_DETAILS: [Picture; 2] = [Picture::WHOLE, Picture { bands: FEW_BANDS, ..Picture::WHOLE }];

/// The first pictures of all metrics in a language, those of the kept edition too.
pub(super) fn print_first_pictures(site: &Site<'_>, own: &Translation) -> Vec<File> {
    let folders = std::iter::once(String::new()).chain(addresses::edition_folder(site));
    folders.flat_map(|folder| print_folder(site, own, &folder)).collect()
}

fn print_folder(site: &Site<'_>, own: &Translation, folder: &str) -> Vec<File> {
    let main = site.dataset.main_metric().map(|metric| &metric.id);
    let language = LanguageTag::new(&own.tag).language().to_lowercase();
    let languages = [Some([".", &language].concat()), own.is_at_top().then(String::new)];
    let mut files = Vec::new();
    for metric in &site.dataset.metrics {
        let cards = print_cards(site, own, folder, metric);
        let picture = print_first_picture(site, own, folder, metric, cards.is_some());
        let documents = [Some((".picture.html", picture)), cards.map(|cards| (".cards.html", cards))];
        let stems = [Some(site.names.file_stem(&metric.id)), (Some(&metric.id) == main).then_some("index")];
        for (ending, document) in documents.into_iter().flatten() {
            let names = stems.iter().flatten().flat_map(|stem| {
                languages.iter().flatten().map(move |language| [folder, stem, language, ending].concat())
            });
            files.extend(File::under(names, document));
        }
    }
    files
}

/// The most detailed picture that isn't too large; the plainest where all are.
pub(super) fn print_first_picture(
    site: &Site<'_>,
    own: &Translation,
    folder: &str,
    metric: &Arc<Metric>,
    has_cards: bool,
) -> String {
    let mut printed = String::new();
    // What a metric of many figures would have is not made to be thrown away.
    let first = if metric.figures.len() > 400 { 2 } else { 0 };
    for detail in DETAILS.into_iter().skip(first) {
        printed = site.with_signals(|| {
            let state = state_of(site, own, folder, metric, detail);
            print_document(site, metric, has_cards, view! { <Tracker state/> })
        });
        if is_within(&printed, LARGEST) {
            break;
        }
    }
    printed
}

/// The cards of the other figures on the picture's chart; none where they would be too large, or there is no other.
fn print_cards(site: &Site<'_>, own: &Translation, folder: &str, metric: &Arc<Metric>) -> Option<String> {
    let latest = metric.latest()?;
    let figures = metric.of_chart(metric.chart_scope(latest.scope_id())).figures.len();
    if !(2..MANY_FIGURES).contains(&figures) {
        return None;
    }
    let mut printed = CARD_DETAILS.into_iter().map(|picture| {
        site.with_signals(|| {
            let state = state_of(site, own, folder, metric, picture);
            print_document(site, metric, true, view! { <PictureCards state/> })
        })
    });
    printed.find(|printed| is_within(printed, LARGEST_CARDS))
}

fn is_within(printed: &str, largest: usize) -> bool {
    compress_to_vec(printed.as_bytes(), 9).len() <= largest
}

/// The state of a widget that is printed as a picture.
fn state_of(
    site: &Site<'_>,
    own: &Translation,
    folder: &str,
    metric: &Arc<Metric>,
    detail: Picture,
) -> TrackerState {
    let names = Arc::clone(&site.names);
    // A picture lies at the top, or in the folder of its edition there; the pages of a language lie in its folder.
    let up = if folder.is_empty() || own.is_at_top() { "" } else { "../../" };
    let within = if folder.is_empty() || own.is_at_top() { "" } else { folder };
    let pages = [up, &own.folder, within].concat();
    let links = move |figure: Option<&Figure>| [&*pages, &page_address(&names, figure)].concat();
    let options = TrackerOptions {
        picture: Some(detail),
        links: Some(Arc::new(links)),
        frozen: !folder.is_empty(),
        ..TrackerOptions::default()
    };
    site.tracker_state_with(Arc::clone(&site.dataset), metric, options)
}

/// A document that says what it is of: metric, language, edition and build.
fn print_document(site: &Site<'_>, metric: &Metric, has_cards: bool, content: impl IntoView) -> String {
    let html = view! {
        <html
            lang=site.localizer.tag.to_string()
            data-build=style::build_name()
            data-edition=edition_of(&site.dataset)
            data-metric=metric.id.clone()
            data-figure=metric.latest().map(|figure| figure.id.clone())
            data-cards=has_cards.then_some("")
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="robots" content="noindex"/>
                <title>{site.localize_text(&metric.label).to_owned()}</title>
            </head>
            <body>{content}</body>
        </html>
    };
    format!("<!doctype html>\n{}\n", print_html(html))
}

fn edition_of(dataset: &Dataset) -> Option<String> {
    dataset.edition.as_ref().map(figure_tracker_core::date::Date::text)
}
