//! The page of one metric: it can be read by itself, in an iframe, on paper, and without any style.

use std::sync::Arc;

use leptos::prelude::*;

use super::html::print;
use super::{File, Site, edition, foot, meta};
use figure_tracker::components::Tracker;
use figure_tracker_core::dataset::Metric;

/// The page of a metric.
pub(super) fn file(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let name = [site.names.name(&metric.id), ".html"].concat();
    let body = || (body(site, metric), foot::of_metric(site, metric));
    let html = site.with_signals(|| document(site, &title(site, metric), head(site, metric), body()));
    site.file(&name, html)
}

/// A whole document.
pub(super) fn document(site: &Site<'_>, title: &str, head: impl IntoView, body: impl IntoView) -> String {
    let localizer = &site.localizer;
    let [style, page_style, frame] = &site.shared;
    let sheets = [style, page_style].map(|name| view! { <link rel="stylesheet" href=site.top(name)/> });
    let html = view! {
        <html
            lang=localizer.tag.to_string()
            dir=if localizer.messages.is_right_to_left() { "rtl" } else { "ltr" }
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{title.to_owned()}</title>
                {sheets.into_iter().collect_view()}
                <script defer=true src=site.top(frame)></script>
                {head}
            </head>
            <body>{body}</body>
        </html>
    };
    format!("<!doctype html>\n{}\n", print(html))
}

/// What a window or a search engine calls the page.
pub(crate) fn title(site: &Site<'_>, metric: &Metric) -> String {
    [site.text(&metric.label), " – ", site.text(&site.dataset.title)].concat()
}

/// The latest state of a metric in words.
pub(crate) fn state(site: &Site<'_>, metric: &Metric) -> String {
    metric.latest().map(|figure| site.localizer.format_statement(figure, &metric.unit)).unwrap_or_default()
}

fn head(site: &Site<'_>, metric: &Metric) -> impl IntoView + use<> {
    let widget = site.options.widget.as_ref();
    let script = widget.map(|src| view! { <script type="module" src=site.given(src)></script> });
    (meta::of_metric(site, metric), script)
}

/// The widget as it is printed, inside the element that takes over where it can.
fn body(site: &Site<'_>, metric: &Arc<Metric>) -> impl IntoView + use<> {
    let edition = edition::name(site).filter(|_| site.frozen);
    view! {
        <main>
            <h1 class="unseen">{title(site, metric)}</h1>
            <figure-tracker src=edition::data(site) metric=metric.id.clone() edition=edition>
                <Tracker state=site.state(metric)/>
            </figure-tracker>
        </main>
    }
}
