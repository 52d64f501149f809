//! The page of all metrics: each with its latest state and a small chart.

use leptos::prelude::*;

use super::page::{latest_statement, print_document};
use super::{File, Site, foot, meta, spark};
use figure_tracker::components::sentence_text;
use figure_tracker::search::{OfferedGroup, offer_all};
use figure_tracker_core::dataset::Metric;

/// The page of all metrics.
pub(super) fn print_index(site: &Site<'_>) -> File {
    let title = site.localize_text(&site.dataset.title).to_owned();
    let body = || (view_index(site), foot::whole_footer(site, "index.html"));
    let html = site.with_signals(|| print_document(site, &title, meta::index_meta_tags(site), body()));
    site.new_file("index.html", html)
}

fn view_index(site: &Site<'_>) -> impl IntoView + use<> {
    let summary = site.dataset.summary.as_ref();
    let summary = summary.map(|text| view! { <p class="summary">{site.localize_text(text).to_owned()}</p> });
    let groups = offer_all(&site.dataset).into_iter().map(|group| view_group(site, &group)).collect_view();
    let title = site.localize_text(&site.dataset.title).to_owned();
    view! { <main class="all"><h1>{title}</h1>{summary}{groups}</main> }
}

/// The metrics of a group under its heading.
fn view_group(site: &Site<'_>, offered: &OfferedGroup) -> impl IntoView + use<> {
    let metrics = offered.metrics.iter().filter_map(|metric| site.dataset.metrics.get(*metric));
    let items: Vec<_> = metrics.map(|metric| view_metric_item(site, metric)).collect();
    let group = offered.group.and_then(|group| site.dataset.groups.get(group));
    let heading = group.map(|group| view! { <h2>{site.localize_text(&group.label).to_owned()}</h2> });
    view! { <section>{heading}<ul>{items}</ul></section> }
}

fn view_metric_item(site: &Site<'_>, metric: &Metric) -> impl IntoView + use<> {
    let (href, label) = (site.names.href(&metric.id, ".html"), site.localize_text(&metric.label).to_owned());
    let state = sentence_text(&site.localizer, &site.dataset, &latest_statement(site, metric));
    let spark = spark::view_sparkline(site, metric);
    view! { <li><div class="words"><h3><a href=href>{label}</a></h3><p>{state}</p></div>{spark}</li> }
}
