//! The page of one metric: it can be read by itself, in an iframe, on paper, and without any style.

use std::sync::Arc;

use figure_tracker::view;
use figure_tracker_core::dataset::Metric;
use leptos::html;
use leptos::prelude::*;

use super::markup::print_markup;
use super::{File, Site, edition, footer, meta};

/// Returns the page of a metric.
pub(super) fn metric_page(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let name = [site.names.name(&metric.id), ".html"].concat();
    let html = site.with_signals(|| {
        let body = (main_element(site, metric), footer::metric_footer(site, metric)).into_any();
        print_document(site, &page_title(site, metric), head_elements(site, metric), body)
    });
    site.file(&name, html)
}

/// Returns a whole document as text.
pub(super) fn print_document(site: &Site<'_>, title: &str, head: AnyView, body: AnyView) -> String {
    let [widget_styles, page_styles, frame_script] = &site.shared;
    let sheets = [widget_styles, page_styles]
        .map(|name| view! { <link rel="stylesheet" href=site.top(name) /> })
        .into_iter()
        .collect_view();
    let direction = if site.localizer.messages.right_to_left { "rtl" } else { "ltr" };
    let html = view! {
        <html lang=site.localizer.tag.to_string() dir=direction>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{title.to_owned()}</title>
                {sheets}
                <script defer="" src=site.top(frame_script)></script>
                {head}
            </head>
            <body>{body}</body>
        </html>
    };
    ["<!doctype html>\n", &print_markup(html), "\n"].concat()
}

/// Returns what a window or a search engine calls the page.
pub(crate) fn page_title(site: &Site<'_>, metric: &Metric) -> String {
    [site.text(&metric.label), " – ", site.text(&site.dataset.title)].concat()
}

/// Returns the latest state of a metric in words.
pub(crate) fn latest_statement(site: &Site<'_>, metric: &Metric) -> String {
    metric.latest().map(|figure| site.localizer.format_statement(figure, &metric.unit)).unwrap_or_default()
}

fn head_elements(site: &Site<'_>, metric: &Metric) -> AnyView {
    let widget = site.options.widget.as_ref();
    let script = widget.map(|src| view! { <script type="module" src=site.given(src)></script> });
    (meta::metric_meta(site, metric), script).into_any()
}

/// The widget as it is printed, inside the element that takes over where it can.
fn main_element(site: &Site<'_>, metric: &Arc<Metric>) -> AnyView {
    let printed = view::tracker(&site.model(metric)).to_html();
    let edition = edition::name(site).filter(|_| site.frozen);
    let element = html::custom("figure-tracker")
        .attr("src", edition::data(site))
        .attr("metric", metric.id.clone())
        .attr("edition", edition)
        .inner_html(printed);
    view! { <main><h1 class="unseen">{page_title(site, metric)}</h1>{element}</main> }.into_any()
}
