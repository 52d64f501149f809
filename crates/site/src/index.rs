//! The page of all metrics: each with its latest state and a small chart.

use std::sync::Arc;

use super::page::{document, state};
use super::{File, Site, foot, meta, spark};
use figure_tracker::view::{Node, classy, el};
use figure_tracker_core::dataset::{Group, Metric};

/// The page of all metrics.
pub(super) fn file(site: &Site<'_>) -> File {
    let title = site.text(&site.dataset.title).to_owned();
    let html = site
        .with_signals(|| document(site, &title, meta::of_all(site), vec![main(site), foot::of_all(site)]));
    site.file("index.html", html)
}

fn main(site: &Site<'_>) -> Node {
    let summary = site.dataset.summary.as_ref();
    let summary = summary.map(|text| classy("p", "summary").child(site.text(text).to_owned()));
    let groups = site.dataset.groups.iter().map(Some).chain([None]);
    let groups = groups.filter_map(|group| section(site, group)).collect::<Vec<_>>();
    let title = el("h1").child(site.text(&site.dataset.title).to_owned());
    classy("main", "all").child(title).child(summary).child(groups)
}

/// The metrics of a group under its heading; none where it has none.
fn section(site: &Site<'_>, group: Option<&Arc<Group>>) -> Option<Node> {
    let is_of = |metric: &&Arc<Metric>| metric.group.as_ref().map(|g| &g.id) == group.map(|g| &g.id);
    let mut metrics: Vec<_> = site.dataset.metrics.iter().filter(is_of).collect();
    metrics.sort_by_key(|metric| !metric.moved());
    let items: Vec<_> = metrics.into_iter().map(|metric| item(site, metric)).collect();
    let heading = group.map(|group| el("h2").child(site.text(&group.label).to_owned()));
    (!items.is_empty()).then(|| el("section").child(heading).child(el("ul").child(items)))
}

fn item(site: &Site<'_>, metric: &Metric) -> Node {
    let name = el("a").attr("href", site.names.href(&metric.id, ".html"));
    let name = name.child(site.text(&metric.label).to_owned());
    let state = el("p").child(state(site, metric));
    let words = classy("div", "words").child(el("h3").child(name)).child(state);
    el("li").child(words).child(spark::spark(site, metric))
}
