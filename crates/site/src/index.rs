//! The page of all metrics: each with its latest state and a small chart.

use std::sync::Arc;

use figure_tracker_core::dataset::{Group, Metric};
use leptos::prelude::*;

use super::page::{latest_statement, print_document};
use super::{File, Site, footer, meta, sparkline};

/// Returns the page of all metrics.
pub(super) fn index_page(site: &Site<'_>) -> File {
    let title = site.text(&site.dataset.title).to_owned();
    let html = site.with_signals(|| {
        let body = (main_element(site), footer::index_footer(site)).into_any();
        print_document(site, &title, meta::index_meta(site), body)
    });
    site.file("index.html", html)
}

fn main_element(site: &Site<'_>) -> AnyView {
    let summary = site.dataset.summary.as_ref();
    let summary = summary.map(|text| view! { <p class="summary">{site.text(text).to_owned()}</p> });
    let groups = site.dataset.groups.iter().map(Some).chain([None]);
    let sections = groups.filter_map(|group| group_section(site, group)).collect_view();
    view! {
        <main class="all">
            <h1>{site.text(&site.dataset.title).to_owned()}</h1>
            {summary}
            {sections}
        </main>
    }
    .into_any()
}

/// The metrics of a group under its heading; none where it has none.
fn group_section(site: &Site<'_>, group: Option<&Arc<Group>>) -> Option<AnyView> {
    let is_of = |metric: &&Arc<Metric>| metric.group.as_ref().map(|g| &g.id) == group.map(|g| &g.id);
    let mut metrics: Vec<_> = site.dataset.metrics.iter().filter(is_of).collect();
    if metrics.is_empty() {
        return None;
    }
    metrics.sort_by_key(|metric| !metric.moved());
    let heading = group.map(|group| view! { <h2>{site.text(&group.label).to_owned()}</h2> });
    let items = metrics.into_iter().map(|metric| metric_item(site, metric)).collect_view();
    Some(view! { <section>{heading}<ul>{items}</ul></section> }.into_any())
}

fn metric_item(site: &Site<'_>, metric: &Metric) -> AnyView {
    let href = site.names.href(&metric.id, ".html");
    view! {
        <li>
            <div class="words">
                <h3><a href=href>{site.text(&metric.label).to_owned()}</a></h3>
                <p>{latest_statement(site, metric)}</p>
            </div>
            {sparkline::sparkline(site, metric)}
        </li>
    }
    .into_any()
}
