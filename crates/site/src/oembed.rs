//! oEmbed: what another site needs to show the page of a metric in a frame, as static JSON.

use leptos::prelude::*;
use serde_json::json;

use super::html::print_html;
use super::summary::page_title;
use super::{File, Site};
use figure_tracker_core::dataset::Metric;

/// The size of the frame, in CSS pixels; the page fits any from 320 px on.
const SIZE: (u32, u32) = (640, 800);
/// What the page may do in the frame: run the widget and open a document in a tab of its own.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// What oEmbed says of the page of a metric.
pub(super) fn write_oembed(site: &Site<'_>, metric: &Metric) -> File {
    let title = page_title(site, metric);
    let address = |ending| site.full_address(&site.names.href(&metric.id, ending));
    let frame = view! {
        <iframe
            src=address(".html")
            title=title.clone()
            width="100%"
            height=SIZE.1.to_string()
            sandbox=SANDBOX
        ></iframe>
    };
    let said = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.localize_text(&site.dataset.title),
        "provider_url": site.full_address(""),
        "html": print_html(frame.attr("frameborder", "0").attr("loading", "lazy")),
        "width": SIZE.0,
        "height": SIZE.1,
        "thumbnail_url": address(".png"),
        "thumbnail_width": super::meta::PICTURE.0,
        "thumbnail_height": super::meta::PICTURE.1,
    });
    File::new([site.names.file_stem(&metric.id), ".oembed.json"].concat(), format!("{said:#}\n"))
}
