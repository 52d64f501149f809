//! The page of one metric: it can be read by itself, in an iframe, on paper, and without any style.

use std::sync::Arc;

use super::{File, Site, edition, foot, meta};
use figure_tracker::view::{self, Node, classy, el};
use figure_tracker_core::dataset::Metric;

/// The page of a metric.
pub(super) fn file(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let name = [site.names.name(&metric.id), ".html"].concat();
    let parts = || vec![body(site, metric), foot::of_metric(site, metric)];
    let html = site.with_signals(|| document(site, &title(site, metric), head(site, metric), parts()));
    site.file(&name, html)
}

/// A whole document.
pub(super) fn document(site: &Site<'_>, title: &str, head: Vec<Node>, body: Vec<Node>) -> String {
    let localizer = &site.localizer;
    let [style, page_style, frame] = &site.shared;
    let sheets = [style, page_style];
    let head = el("head")
        .child(el("meta").attr("charset", "utf-8"))
        .child(named("viewport", "width=device-width, initial-scale=1"))
        .child(named("color-scheme", "light dark"))
        .child(el("title").child(title.to_owned()))
        .child(sheets.map(|name| sheet(site.top(name))).into_iter().collect::<Vec<_>>())
        .child(el("script").attr("defer", "").attr("src", site.top(frame)))
        .child(head);
    let html = el("html")
        .attr("lang", String::from(&*localizer.tag))
        .attr("dir", if localizer.messages.is_right_to_left() { "rtl" } else { "ltr" })
        .child(head)
        .child(el("body").child(body));
    ["<!doctype html>\n", &html.to_html(), "\n"].concat()
}

fn sheet(href: String) -> Node {
    el("link").attr("rel", "stylesheet").attr("href", href)
}

/// A `meta` element with a name.
pub(super) fn named(name: &'static str, content: impl Into<String>) -> Node {
    el("meta").attr("name", name).attr("content", content.into())
}

/// What a window or a search engine calls the page.
pub(crate) fn title(site: &Site<'_>, metric: &Metric) -> String {
    [site.text(&metric.label), " – ", site.text(&site.dataset.title)].concat()
}

/// The latest state of a metric in words.
pub(crate) fn state(site: &Site<'_>, metric: &Metric) -> String {
    metric.latest().map(|figure| site.localizer.format_statement(figure, &metric.unit)).unwrap_or_default()
}

fn head(site: &Site<'_>, metric: &Metric) -> Vec<Node> {
    let widget = site.options.widget.as_ref();
    let script = widget.map(|src| el("script").attr("type", "module").attr("src", site.given(src)));
    meta::of_metric(site, metric).into_iter().chain(script).collect()
}

/// The widget as it is printed, inside the element that takes over where it can.
fn body(site: &Site<'_>, metric: &Arc<Metric>) -> Node {
    let printed = view::tracker(&site.model(metric));
    let element = el("figure-tracker").attr("src", edition::data(site)).attr("metric", metric.id.clone());
    let edition = edition::name(site).filter(|_| site.frozen);
    let element = edition.into_iter().fold(element, |element, edition| element.attr("edition", edition));
    let title = classy("h1", "unseen").child(title(site, metric));
    el("main").child(title).child(element.child(printed))
}
