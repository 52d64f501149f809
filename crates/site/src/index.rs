//! The page of all metrics: each with its latest state and a strip on one time axis.

use leptos::prelude::*;

use super::document::{frame_script, print_document};
use super::summary::latest_statement;
use super::{File, Site, foot, meta};
use figure_tracker::components::{CountAxis, sentence_text};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::views::{CountFilter, CountGroup, CountList};

/// The page of all metrics.
pub(super) fn print_index(site: &Site<'_>) -> File {
    let title = site.localize_text(&site.dataset.title).to_owned();
    let body = || (view_index(site), foot::whole_footer(site, "index.html"), meta::dataset_json_ld(site));
    let head = || (frame_script(site, true), meta::index_meta_tags(site));
    let html = site.with_signals(|| print_document(site, &title, head(), body()));
    site.new_file("index.html", html)
}

fn view_index(site: &Site<'_>) -> impl IntoView + use<> {
    let summary = site.dataset.summary.as_ref();
    let summary = summary.map(|text| view! { <p class="summary">{site.localize_text(text).to_owned()}</p> });
    let axis = CountAxis::new(&site.dataset, None);
    let groups = CountList::new(&site.dataset).filtered(CountFilter::All);
    let groups = groups.iter().map(|group| view_group(site, group, &axis)).collect_view();
    let title = site.localize_text(&site.dataset.title).to_owned();
    view! { <main class="all"><h1>{title}</h1>{summary}{groups}</main> }
}

/// The metrics of a group under its heading.
fn view_group(site: &Site<'_>, group: &CountGroup, axis: &CountAxis) -> impl IntoView + use<> {
    let metrics = group.metrics.iter().filter_map(|metric| site.dataset.metrics.get(*metric));
    let items: Vec<_> = metrics.map(|metric| view_metric_item(site, metric, axis)).collect();
    let group = group.group.and_then(|group| site.dataset.groups.get(group));
    let heading = group.map(|group| view! { <h2>{site.localize_text(&group.label).to_owned()}</h2> });
    view! { <section>{heading}<ul>{items}</ul></section> }
}

fn view_metric_item(site: &Site<'_>, metric: &Metric, axis: &CountAxis) -> impl IntoView + use<> {
    let (href, label) = (site.names.href(&metric.id, ".html"), site.localize_text(&metric.label).to_owned());
    let state = sentence_text(&site.localizer, &site.dataset, &latest_statement(site, metric));
    let strip = axis.draw_strip(&site.dataset, metric);
    view! {
        <li>
            <div class="words"><h3><a href=href>{label}</a></h3><p>{state}</p></div>
            <div class="strip">{strip}</div>
        </li>
    }
}
