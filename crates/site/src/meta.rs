//! What a page says of itself to other programs: previews, search engines, feed readers. None of it is seen. The head has what
//! is short; JSON-LD, which grows with the figures, is the last of the page, so that no chart waits for it.

use leptos::prelude::*;

use super::summary::{latest_statement, page_title};
use super::{Site, Translation, addresses, linked};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::language::LanguageTag;

/// The size of the pictures, in pixels.
pub(super) const PICTURE: (u32, u32) = (1200, 630);

/// The meta data of the page of a metric.
pub(super) fn metric_meta_tags(site: &Site<'_>, metric: &Metric) -> Vec<AnyView> {
    let file = |ending| site.names.href(&metric.id, ending);
    let (label, state) = (site.localize_text(&metric.label), latest_statement(site, metric));
    let state = if state.is_empty() { label.to_owned() } else { state };
    let alternates = match site.frozen {
        true => vec![],
        false => vec![
            alternate_link(
                "application/json+oembed",
                site.public_address(&file(".oembed.json")),
                &page_title(site, metric),
            ),
            alternate_link("text/csv", site.public_address(&file(".csv")), &site.links.table),
            alternate_link("application/json", site.public_address(&file(".json")), &site.links.data),
        ],
    };
    let page = Page {
        kind: "article",
        title: label,
        description: state.clone(),
        href: file(".html"),
        picture: (!site.frozen)
            .then(|| (site.public_address(&file(".png")), site.localizer.format_labelled(label, &state))),
    };
    page_tags(site, &page).into_iter().chain(alternates).collect()
}

/// The metric and its figures as JSON-LD.
pub(super) fn metric_json_ld(site: &Site<'_>, metric: &Metric) -> AnyView {
    json_ld_script(&linked::describe_metric(site, metric))
}

/// The whole data set as JSON-LD.
pub(super) fn dataset_json_ld(site: &Site<'_>) -> AnyView {
    json_ld_script(&linked::describe_dataset(site))
}

/// The meta data of the page of all metrics.
pub(super) fn index_meta_tags(site: &Site<'_>) -> Vec<AnyView> {
    let title = site.localize_text(&site.dataset.title);
    let summary = site.dataset.summary.as_ref().map_or(title, |summary| site.localize_text(summary));
    let main = site.dataset.main_metric().filter(|_| !site.frozen);
    let picture = main.map(|metric| {
        let href = site.public_address(&site.names.href(&metric.id, ".png"));
        let label = site.localize_text(&metric.label);
        (href, site.localizer.format_labelled(label, &latest_statement(site, metric)))
    });
    let page = Page {
        kind: "website",
        title,
        description: summary.to_owned(),
        href: "index.html".to_owned(),
        picture,
    };
    let data = (!site.frozen)
        .then(|| alternate_link("application/json", addresses::public_data_address(site), &site.links.data));
    page_tags(site, &page).into_iter().chain(data).collect()
}

/// The meta data of the page of the whole record.
pub(super) fn ledger_meta_tags(site: &Site<'_>, title: &str, href: &str) -> Vec<AnyView> {
    let description = title.to_owned();
    let page = Page { kind: "website", title, description, href: href.to_owned(), picture: None };
    page_tags(site, &page)
}

/// What the previews of a page are made of.
struct Page<'a> {
    kind: &'static str,
    title: &'a str,
    description: String,
    href: String,
    /// The address of its picture, and what is seen there.
    picture: Option<(String, String)>,
}

fn page_tags(site: &Site<'_>, page: &Page<'_>) -> Vec<AnyView> {
    let known = site.options.base.is_some();
    let own = known.then(|| site.full_address(&[&site.folder, page.href.as_str()].concat()));
    let mut head = vec![
        named_tag("description", page.description.clone()),
        property_tag("og:type", page.kind),
        property_tag("og:site_name", site.localize_text(&site.dataset.title)),
        property_tag("og:title", page.title),
        property_tag("og:description", &page.description),
    ];
    head.extend(open_graph_locale(site).map(|locale| property_tag("og:locale", &locale)));
    head.extend(own.map(|own| property_tag("og:url", &own)));
    head.extend(page.picture.iter().flat_map(picture_tags));
    let card = if page.picture.is_some() { "summary_large_image" } else { "summary" };
    head.push(named_tag("twitter:card", card));
    head.extend(known.then(|| link_tag("canonical", site.full_address(&page.href))));
    head.extend(translation_links(site, &page.href));
    if site.frozen {
        head.push(link_tag("latest-version", site.path_from_page(&page.href)));
        head.push(alternate_link("application/json", addresses::public_data_address(site), &site.links.data));
    } else {
        head.push(alternate_link("application/atom+xml", site.public_address("feed.xml"), &site.links.feed));
    }
    head
}

/// The same page in each language, itself included, where there are several.
fn translation_links(site: &Site<'_>, href: &str) -> Vec<AnyView> {
    let translations = site.translations.iter().filter(|_| site.translations.len() > 1);
    let link = |translation: &Translation| {
        let (href, tag) = (site.address_in(translation, href), translation.tag.clone());
        view! { <link rel="alternate" hreflang=tag href=href/> }.into_any()
    };
    translations.map(link).collect()
}

fn picture_tags((href, alt): &(String, String)) -> [AnyView; 5] {
    [
        property_tag("og:image", href),
        property_tag("og:image:width", &PICTURE.0.to_string()),
        property_tag("og:image:height", &PICTURE.1.to_string()),
        property_tag("og:image:alt", alt),
        named_tag("twitter:image:alt", alt.clone()),
    ]
}

/// Language and territory as previews want them: a language alone is given the territory most of its readers expect.
fn open_graph_locale(site: &Site<'_>) -> Option<String> {
    let tag = LanguageTag::new(&site.localizer.tag);
    let is_known = site.localizer.is_translated() && !tag.language().is_empty();
    let territory = tag.region().filter(|region| region.len() == 2).unwrap_or(&site.links.territory);
    is_known.then(|| format!("{}_{}", tag.language(), territory.to_uppercase()))
}

fn json_ld_script(json: &serde_json::Value) -> AnyView {
    // Nothing in a script is markup but its end; in JSON this is a `<`.
    let json = json.to_string().replace('<', "\\u003c");
    view! { <script type="application/ld+json">{json}</script> }.into_any()
}

fn named_tag(name: &'static str, content: impl Into<String>) -> AnyView {
    view! { <meta name=name content=content.into()/> }.into_any()
}

fn property_tag(name: &'static str, content: &str) -> AnyView {
    leptos::html::meta().attr("property", name).content(content.to_owned()).into_any()
}

fn link_tag(rel: &'static str, href: String) -> AnyView {
    view! { <link rel=rel href=href/> }.into_any()
}

fn alternate_link(kind: &'static str, href: String, title: &str) -> AnyView {
    view! { <link rel="alternate" href=href type=kind title=title.to_owned()/> }.into_any()
}
