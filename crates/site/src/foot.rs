//! The foot of a page: what else there is of the same figures, and which edition this is.

use leptos::prelude::*;

use super::{Site, addresses};
use figure_tracker::components::LEDGER_PAGE;
use figure_tracker_core::dataset::Metric;

/// The foot of the page of a metric.
pub(super) fn metric_page_footer(site: &Site<'_>, metric: &Metric) -> impl IntoView + use<> {
    let file = |ending| site.names.href(&metric.id, ending);
    let links = site.links;
    let all = footer_link("index.html".to_owned(), site.localize_text(&site.dataset.title).to_owned());
    let ledger = ledger_link(site);
    let also = match addresses::edition_folder(site) {
        _ if site.frozen => {
            vec![
                footer_link(site.path_from_page(&file(".html")), links.updating.clone()),
                footer_link(addresses::data_address(site), links.data.clone()),
            ]
        }
        folder => {
            let kept =
                folder.map(|folder| footer_link([folder, file(".html")].concat(), links.frozen.clone()));
            let others = [
                footer_link(file(".csv"), links.table.clone()),
                footer_link(file(".json"), links.data.clone()),
                footer_link(file(".svg"), links.drawing.clone()),
                footer_link(file(".png"), links.picture.clone()),
                footer_link("feed.xml".to_owned(), links.feed.clone()),
            ];
            others.into_iter().chain(kept).collect()
        }
    };
    view_footer([all, ledger].into_iter().chain(also).collect(), None)
}

/// The foot of a page of all metrics: of the list, or of what adds up.
pub(super) fn whole_footer(site: &Site<'_>, page: &str) -> impl IntoView + use<> {
    let links = site.links;
    let data = footer_link(addresses::data_address(site), links.data.clone());
    let also = match addresses::edition_folder(site) {
        _ if site.frozen => {
            vec![footer_link(site.path_from_page(page), links.updating.clone()), data]
        }
        folder => {
            let kept = folder.map(|folder| footer_link([&folder, page].concat(), links.frozen.clone()));
            [data, footer_link("feed.xml".to_owned(), links.feed.clone())].into_iter().chain(kept).collect()
        }
    };
    view_footer(std::iter::once(ledger_link(site)).chain(also).collect(), Some(describe_edition(site)))
}

/// The edition, whether it is kept or updated, and the licence: what the widget says on the other pages.
fn describe_edition(site: &Site<'_>) -> String {
    let messages = site.localizer.messages.clone();
    let kept = if site.frozen { messages.frozen() } else { messages.updating() };
    let edition = site.dataset.edition.as_ref();
    let edition = edition.map(|date| site.localizer.format_edition_kept(date, kept));
    let licence = site.dataset.license.as_ref();
    let licence = licence.map(|licence| site.localizer.format_labelled(messages.licence(), licence));
    [edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The link to what adds up and what doesn't in the whole dataset.
fn ledger_link(site: &Site<'_>) -> Link {
    footer_link(LEDGER_PAGE.to_owned(), site.localizer.messages.ledger().to_owned())
}

fn view_footer(links: Vec<Link>, about: Option<String>) -> impl IntoView + use<> {
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

fn footer_link(href: String, name: impl Into<String>) -> Link {
    Link { href, name: name.into() }
}
