//! The foot of a page: what else there is of the same figures, and which edition this is.

use super::{Site, edition};
use figure_tracker::view::{Children, Node, classy, el};
use figure_tracker_core::dataset::Metric;

/// The foot of the page of a metric.
pub(super) fn of_metric(site: &Site<'_>, metric: &Metric) -> Node {
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
pub(super) fn of_all(site: &Site<'_>) -> Node {
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
    let messages = &site.localizer.messages;
    let kept = if site.frozen { &messages.frozen } else { &messages.updating };
    let edition = site.dataset.edition.as_ref();
    let edition = edition.map(|date| [&site.localizer.format_edition(date), ", ", kept].concat());
    let licence = site.dataset.license.as_ref().map(|l| [&*messages.licence, ": ", l].concat());
    [edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn foot(links: Vec<Node>, about: Option<String>) -> Node {
    let start = el("p");
    let links = links
        .into_iter()
        .enumerate()
        .fold(start, |line, (at, link)| line.child((at > 0).then_some(" · ")).child(link));
    let about = about.filter(|about| !about.is_empty()).map(|about| el("p").child(about));
    classy("footer", "page-foot").child(links).child(about)
}

fn link(href: String, name: impl Children) -> Node {
    el("a").attr("href", href).child(name)
}
