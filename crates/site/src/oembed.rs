//! oEmbed: what another site needs to show the page of a metric in a frame, as static JSON.

use leptos::prelude::*;
use serde_json::json;

use super::embedded_view::EmbeddedView;
use super::html::print_html;
use super::summary::page_title;
use super::{File, Site};
use figure_tracker_core::dataset::Metric;

/// The size of the frame, in CSS pixels; the page fits any from 320 px on.
const SIZE: (u32, u32) = (640, 800);
/// What the page may do in the frame: run the widget and open a document in a tab of its own.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// What oEmbed says of the page of a metric, or of a view of it.
pub(super) fn write_oembed(site: &Site<'_>, metric: &Metric, view: Option<&EmbeddedView>) -> File {
    let whole = page_title(site, metric);
    let asked = view.map(|view| site.localizer.describe_question(&site.dataset, metric, &view.question));
    let title = match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => site.localizer.format_aside(&whole, &asked),
        None => whole,
    };
    let address = |ending| site.full_address(&site.names.href(&metric.id, ending));
    let page = address(".html") + &view.map(EmbeddedView::fragment).unwrap_or_default();
    let frame = view! {
        <iframe
            src=page
            title=title.clone()
            width="100%"
            height=SIZE.1.to_string()
            sandbox=SANDBOX
        ></iframe>
    };
    let mut said = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.localize_text(&site.dataset.title),
        "provider_url": site.full_address(""),
        "html": print_html(frame.attr("frameborder", "0").attr("loading", "lazy")),
        "width": SIZE.0,
        "height": SIZE.1,
    });
    // The picture shows everything, which a view does not.
    if let (None, Some(said)) = (view, said.as_object_mut()) {
        let (width, height) = super::meta::PICTURE;
        said.insert("thumbnail_url".to_owned(), address(".png").into());
        said.insert("thumbnail_width".to_owned(), width.into());
        said.insert("thumbnail_height".to_owned(), height.into());
    }
    let of_view = view.map(|view| [".", &view.file_stem()].concat()).unwrap_or_default();
    let name = [site.names.file_stem(&metric.id), &of_view, ".oembed.json"].concat();
    File::new(name, format!("{said:#}\n"))
}
