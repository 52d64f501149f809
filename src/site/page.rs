//! The page of one metric: it can be read by itself, in an iframe, on paper, and without any style.

use std::sync::Arc;

use super::{File, Site};
use crate::dataset::Metric;
use crate::view::{self, Node, classy, el};

/// The page of a metric.
pub(super) fn file(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let name = format!("{}.html", site.names.name(&metric.id));
    let parts = || vec![body(site, metric), foot(site, metric)];
    let html = site.with_signals(|| document(site, &title(site, metric), head(site, metric), parts()));
    File::new(name, html)
}

/// A whole document.
pub(super) fn document(site: &Site<'_>, title: &str, head: Vec<Node>, body: Vec<Node>) -> String {
    let voice = &site.voice;
    let head = el("head")
        .child(el("meta").attr("charset", "utf-8"))
        .child(named("viewport", "width=device-width, initial-scale=1"))
        .child(named("color-scheme", "light dark"))
        .child(el("title").child(title.to_owned()))
        .child(el("link").attr("rel", "stylesheet").attr("href", site.style.clone()))
        .child(head);
    let html = el("html")
        .attr("lang", String::from(&*voice.tag))
        .attr("dir", if voice.words.right_to_left { "rtl" } else { "ltr" })
        .child(head)
        .child(el("body").child(body));
    ["<!doctype html>\n", &html.to_html(), "\n"].concat()
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
    metric.latest().map(|figure| site.voice.statement(figure, &metric.unit)).unwrap_or_default()
}

fn head(site: &Site<'_>, metric: &Metric) -> Vec<Node> {
    let widget = site.options.widget.as_ref();
    let script = widget.map(|src| el("script").attr("type", "module").attr("src", src.clone()));
    [Some(named("description", state(site, metric))), script].into_iter().flatten().collect()
}

/// The widget as it is printed, inside the element that takes over where it can.
fn body(site: &Site<'_>, metric: &Arc<Metric>) -> Node {
    let data = site.options.data.clone().unwrap_or_else(|| "data.json".to_owned());
    let printed = view::tracker(&site.model(metric));
    let element = el("figure-tracker").attr("src", data).attr("metric", metric.id.clone()).child(printed);
    el("main").child(classy("h1", "unseen").child(title(site, metric))).child(element)
}

fn foot(site: &Site<'_>, metric: &Metric) -> Node {
    let name = site.text(&site.dataset.title).to_owned();
    let all = el("a").attr("href", "index.html").child(name);
    let _ = metric;
    classy("footer", "page-foot").child(el("p").child(all))
}
