//! What a page says of itself to other programs: previews, search engines, feed readers. All of it is in the head,
//! and none of it is seen.

use leptos::prelude::*;

use super::page::{state, title};
use super::{Site, edition, linked};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::language::LanguageTag;

/// The size of the pictures, in pixels.
pub(super) const PICTURE: (u32, u32) = (1200, 630);

/// The meta data of the page of a metric.
pub(super) fn of_metric(site: &Site<'_>, metric: &Metric) -> Vec<AnyView> {
    let file = |ending| site.names.href(&metric.id, ending);
    let (label, state) = (site.text(&metric.label), state(site, metric));
    let state = if state.is_empty() { label.to_owned() } else { state };
    let alternates = match site.frozen {
        true => vec![],
        false => vec![
            alternate("application/json+oembed", site.known(&file(".oembed.json")), &title(site, metric)),
            alternate("text/csv", site.known(&file(".csv")), &site.links.table),
            alternate("application/json", site.known(&file(".json")), &site.links.data),
        ],
    };
    let page = Page {
        kind: "article",
        title: label,
        description: state.clone(),
        href: file(".html"),
        picture: (!site.frozen).then(|| (site.known(&file(".png")), [label, ": ", &state].concat())),
    };
    let head = tags(site, &page).into_iter().chain(alternates);
    head.chain([script(&linked::of_metric(site, metric))]).collect()
}

/// The meta data of the page of all metrics.
pub(super) fn of_all(site: &Site<'_>) -> Vec<AnyView> {
    let title = site.text(&site.dataset.title);
    let summary = site.dataset.summary.as_ref().map_or(title, |summary| site.text(summary));
    let main = site.dataset.main_metric().filter(|_| !site.frozen);
    let picture = main.map(|metric| {
        let href = site.known(&site.names.href(&metric.id, ".png"));
        (href, [site.text(&metric.label), ": ", &state(site, metric)].concat())
    });
    let page = Page {
        kind: "website",
        title,
        description: summary.to_owned(),
        href: "index.html".to_owned(),
        picture,
    };
    let data =
        (!site.frozen).then(|| alternate("application/json", edition::known_data(site), &site.links.data));
    let head = tags(site, &page).into_iter().chain(data);
    head.chain([script(&linked::of_all(site))]).collect()
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

fn tags(site: &Site<'_>, page: &Page<'_>) -> Vec<AnyView> {
    let known = site.options.base.is_some();
    let own = known.then(|| site.address(&[&site.folder, page.href.as_str()].concat()));
    let mut head = vec![
        named("description", page.description.clone()),
        property("og:type", page.kind),
        property("og:site_name", site.text(&site.dataset.title)),
        property("og:title", page.title),
        property("og:description", &page.description),
    ];
    head.extend(locale(site).map(|locale| property("og:locale", &locale)));
    head.extend(own.map(|own| property("og:url", &own)));
    head.extend(page.picture.iter().flat_map(picture));
    let card = if page.picture.is_some() { "summary_large_image" } else { "summary" };
    head.push(named("twitter:card", card));
    head.extend(known.then(|| link("canonical", site.address(&page.href))));
    if site.frozen {
        head.push(link("latest-version", site.top(&page.href)));
        head.push(alternate("application/json", edition::known_data(site), &site.links.data));
    } else {
        head.push(alternate("application/atom+xml", site.known("feed.xml"), &site.links.feed));
    }
    head
}

fn picture((href, alt): &(String, String)) -> [AnyView; 5] {
    [
        property("og:image", href),
        property("og:image:width", &PICTURE.0.to_string()),
        property("og:image:height", &PICTURE.1.to_string()),
        property("og:image:alt", alt),
        named("twitter:image:alt", alt.clone()),
    ]
}

/// Language and territory as previews want them: a language alone is given the territory most of its readers expect.
fn locale(site: &Site<'_>) -> Option<String> {
    let tag = LanguageTag::new(&site.localizer.tag);
    let is_known = site.localizer.is_translated() && !tag.language().is_empty();
    let territory = tag.region().filter(|region| region.len() == 2).unwrap_or(&site.links.territory);
    is_known.then(|| format!("{}_{}", tag.language(), territory.to_uppercase()))
}

fn script(json: &serde_json::Value) -> AnyView {
    // Nothing in a script is markup but its end; in JSON this is a `<`.
    let json = json.to_string().replace('<', "\\u003c");
    view! { <script type="application/ld+json">{json}</script> }.into_any()
}

fn named(name: &'static str, content: impl Into<String>) -> AnyView {
    view! { <meta name=name content=content.into()/> }.into_any()
}

fn property(name: &'static str, content: &str) -> AnyView {
    leptos::html::meta().attr("property", name).content(content.to_owned()).into_any()
}

fn link(rel: &'static str, href: String) -> AnyView {
    view! { <link rel=rel href=href/> }.into_any()
}

fn alternate(kind: &'static str, href: String, title: &str) -> AnyView {
    view! { <link rel="alternate" href=href type=kind title=title.to_owned()/> }.into_any()
}
