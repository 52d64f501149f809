//! The foot of a page: what else there is of the same figures, and which edition this is.

use leptos::prelude::*;

use super::{Site, edition};
use figure_tracker_core::dataset::Metric;

/// The foot of the page of a metric.
pub(super) fn of_metric(site: &Site<'_>, metric: &Metric) -> impl IntoView + use<> {
    let file = |ending| site.names.href(&metric.id, ending);
    let links = site.links;
    let all = link("index.html".to_owned(), site.text(&site.dataset.title).to_owned());
    let also = match edition::folder(site) {
        _ if site.frozen => {
            vec![
                link(site.top(&file(".html")), links.updating.clone()),
                link(edition::data(site), links.data.clone()),
            ]
        }
        folder => {
            let kept = folder.map(|folder| link([folder, file(".html")].concat(), links.frozen.clone()));
            let others = [
                link(file(".csv"), links.table.clone()),
                link(file(".json"), links.data.clone()),
                link(file(".svg"), links.drawing.clone()),
                link(file(".png"), links.picture.clone()),
                link("feed.xml".to_owned(), links.feed.clone()),
            ];
            others.into_iter().chain(kept).collect()
        }
    };
    foot(std::iter::once(all).chain(also).collect(), None)
}

/// The foot of the page of all metrics.
pub(super) fn of_all(site: &Site<'_>) -> impl IntoView + use<> {
    let links = site.links;
    let data = link(edition::data(site), links.data.clone());
    let also = match edition::folder(site) {
        _ if site.frozen => vec![link(site.top("index.html"), links.updating.clone()), data],
        folder => {
            let kept = folder.map(|folder| link([&folder, "index.html"].concat(), links.frozen.clone()));
            [data, link("feed.xml".to_owned(), links.feed.clone())].into_iter().chain(kept).collect()
        }
    };
    foot(also, Some(about(site)))
}

/// The edition, whether it is kept or updated, and the licence: what the widget says on the other pages.
fn about(site: &Site<'_>) -> String {
    let messages = site.localizer.messages.clone();
    let kept = if site.frozen { &*messages.frozen } else { &*messages.updating };
    let edition = site.dataset.edition.as_ref();
    let edition = edition.map(|date| [&site.localizer.format_edition(date), ", ", kept].concat());
    let licence = site.dataset.license.as_ref().map(|l| [&*messages.licence, ": ", l].concat());
    [edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn foot(links: Vec<Link>, about: Option<String>) -> impl IntoView + use<> {
    let links = links.into_iter().enumerate().map(|(index, Link { href, name })| {
        view! { {(index > 0).then_some(" · ")}<a href=href>{name}</a> }
    });
    let links = links.collect_view();
    let about = about.filter(|about| !about.is_empty()).map(|about| view! { <p>{about}</p> });
    view! { <footer class="page-foot"><p>{links}</p>{about}</footer> }
}

/// A link and what it says.
struct Link {
    href: String,
    name: String,
}

fn link(href: String, name: impl Into<String>) -> Link {
    Link { href, name: name.into() }
}
