//! The page of one metric: it can be read by itself, in an iframe, on paper, and without any style.

use std::sync::Arc;

use leptos::prelude::*;

use super::html::print_html;
use super::{File, Site, edition, foot, known_days, meta, views};
use figure_tracker::components::Tracker;
use figure_tracker_core::dataset::Metric;

/// The page of a metric.
pub(super) fn print_metric_page(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let name = [site.names.file_stem(&metric.id), ".html"].concat();
    let known_days = || known_days::print_known_days(site, metric);
    let views = || views::print_views(site, metric);
    let body = || (page_main(site, metric, (views(), known_days())), foot::metric_page_footer(site, metric));
    let html = site
        .with_signals(|| print_document(site, &page_title(site, metric), page_head(site, metric), body()));
    site.new_file(&name, html)
}

/// A whole document.
pub(super) fn print_document(
    site: &Site<'_>,
    title: &str,
    head: impl IntoView,
    body: impl IntoView,
) -> String {
    let localizer = &site.localizer;
    let [style, page_style, frame] = &site.shared;
    let [style, page_style] = [style, page_style].map(|name| site.path_from_page(name));
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
                // Who takes the printed widget into another page takes its own style sheet.
                <link rel="stylesheet" href=page_style data-widget=style/>
                <script defer=true src=site.path_from_page(frame)></script>
                {head}
            </head>
            <body>{body}</body>
        </html>
    };
    format!("<!doctype html>\n{}\n", print_html(html))
}

/// What a window or a search engine calls the page.
pub(crate) fn page_title(site: &Site<'_>, metric: &Metric) -> String {
    [site.localize_text(&metric.label), " – ", site.localize_text(&site.dataset.title)].concat()
}

/// The latest state of a metric in words, with what can't be right beside it: wherever a figure is printed, that is, too.
pub(crate) fn latest_statement(site: &Site<'_>, metric: &Metric) -> String {
    let Some(figure) = metric.latest() else { return String::new() };
    let conflicts =
        site.localizer.describe_conflicts(&site.dataset, figure).into_iter().map(|note| note.text);
    let sentence = std::iter::once(site.localizer.describe_mark(figure, &metric.unit)).chain(conflicts);
    sentence.collect::<Vec<_>>().join(&site.localizer.messages.list_separator)
}

fn page_head(site: &Site<'_>, metric: &Metric) -> impl IntoView + use<> {
    let widget = site.options.widget.as_ref();
    let script = widget.map(|src| view! { <script type="module" src=site.resolve_address(src)></script> });
    (meta::metric_meta_tags(site, metric), script)
}

/// The widget as it is printed, inside the element that takes over where it can, and what a reader asks there, as sections.
fn page_main<V: IntoView>(site: &Site<'_>, metric: &Arc<Metric>, sections: V) -> impl IntoView + use<V> {
    let edition = edition::edition_name(site).filter(|_| site.frozen);
    view! {
        <main>
            <h1 class="unseen">{page_title(site, metric)}</h1>
            <figure-tracker src=edition::data_address(site) metric=metric.id.clone() edition=edition address=true>
                <Tracker state=site.tracker_state(metric)/>
            </figure-tracker>
            {sections}
        </main>
    }
}
