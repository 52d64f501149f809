//! The footer of a page: what else there is of the same figures, and which edition this is.

use figure_tracker_core::dataset::Metric;
use leptos::prelude::*;

use super::{Site, edition};

/// Returns the footer of the page of a metric.
pub(super) fn metric_footer(site: &Site<'_>, metric: &Metric) -> AnyView {
    let file = |ending| site.names.href(&metric.id, ending);
    let names = site.links;
    let mut links = vec![link("index.html".to_owned(), site.text(&site.dataset.title))];
    if site.frozen {
        links.push(link(site.top(&file(".html")), names.updating));
        links.push(link(edition::data(site), names.data));
    } else {
        links.push(link(file(".csv"), names.table));
        links.push(link(file(".json"), names.data));
        links.push(link(file(".svg"), names.drawing));
        links.push(link(file(".png"), names.picture));
        links.push(link("feed.xml".to_owned(), names.feed));
        let kept = edition::folder(site);
        links.extend(kept.map(|folder| link([folder, file(".html")].concat(), names.frozen)));
    }
    footer(links, None)
}

/// Returns the footer of the page of all metrics.
pub(super) fn index_footer(site: &Site<'_>) -> AnyView {
    let names = site.links;
    let data = link(edition::data(site), names.data);
    let links = if site.frozen {
        vec![link(site.top("index.html"), names.updating), data]
    } else {
        let kept = edition::folder(site);
        let kept = kept.map(|folder| link([&folder, "index.html"].concat(), names.frozen));
        [data, link("feed.xml".to_owned(), names.feed)].into_iter().chain(kept).collect()
    };
    footer(links, Some(edition_and_licence(site)))
}

/// The edition, whether it is kept or updated, and the licence: what the widget says on the other pages.
fn edition_and_licence(site: &Site<'_>) -> String {
    let messages = site.localizer.messages;
    let kept = if site.frozen { messages.frozen } else { messages.updating };
    let edition = site.dataset.edition.as_ref();
    let edition = edition.map(|date| [&site.localizer.format_edition(date), ", ", kept].concat());
    let licence = site.dataset.license.as_ref().map(|l| [messages.licence, ": ", l].concat());
    [edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn footer(links: Vec<AnyView>, about: Option<String>) -> AnyView {
    let separated = |(at, link): (usize, AnyView)| ((at > 0).then_some(" · "), link);
    let links = links.into_iter().enumerate().map(separated).collect_view();
    let about = about.filter(|about| !about.is_empty()).map(|about| view! { <p>{about}</p> });
    view! { <footer class="page-foot"><p>{links}</p>{about}</footer> }.into_any()
}

fn link(href: String, name: &str) -> AnyView {
    view! { <a href=href>{name.to_owned()}</a> }.into_any()
}
