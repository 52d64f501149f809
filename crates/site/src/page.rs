//! The page of one metric: it can be read by itself, in an iframe, on paper, and without any style.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{frame_script, print_document};
use super::html::print_html;
use super::summary::page_title;
use super::{File, Site, addresses, foot, known_days, meta, views};
use figure_tracker::components::Tracker;
use figure_tracker_core::dataset::Metric;

/// How the part of the widget begins that is below chart and card.
const SHELF: &str = "<div part=\"shelf\"";

/// The page of a metric.
pub(super) fn print_metric_page(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let name = [site.names.file_stem(&metric.id), ".html"].concat();
    let known_days = || known_days::print_known_days(site, metric);
    let views = || views::print_views(site, metric);
    let footer = || (foot::metric_page_footer(site, metric), meta::metric_json_ld(site, metric));
    let body = || (page_main(site, metric, (views(), known_days())), footer());
    let html = site
        .with_signals(|| print_document(site, &page_title(site, metric), page_head(site, metric), body()));
    site.new_file(&name, with_frame_script(site, &html))
}

/// The page with its script just before the shelf. A browser reads on only when the style sheet has come and the script has run: it
/// shows chart and card first, and lays out the rest, which is most of the page, after them. The widget's view knows
/// nothing of pages, and no text of a dataset has a `<` in print.
fn with_frame_script(site: &Site<'_>, html: &str) -> String {
    let script = site.with_signals(|| print_html(frame_script(site, false)));
    html.replacen(SHELF, &[&script, SHELF].concat(), 1)
}

fn page_head(site: &Site<'_>, metric: &Metric) -> impl IntoView + use<> {
    let widget = site.options.widget.as_ref();
    let script = widget.map(|src| view! { <script type="module" src=site.resolve_address(src)></script> });
    (meta::metric_meta_tags(site, metric), script)
}

/// The widget as it is printed, inside the element that takes over where it can, and what a reader asks there, as sections.
fn page_main<V: IntoView>(site: &Site<'_>, metric: &Arc<Metric>, sections: V) -> impl IntoView + use<V> {
    let edition = addresses::edition_name(site).filter(|_| site.frozen);
    view! {
        <main>
            <h1 class="unseen">{page_title(site, metric)}</h1>
            <figure-tracker src=addresses::data_address(site) metric=metric.id.clone() edition=edition address=true>
                <Tracker state=site.tracker_state(metric)/>
            </figure-tracker>
            {sections}
        </main>
    }
}
