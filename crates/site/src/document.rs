//! An HTML document around the content of a page.

use leptos::prelude::*;

use super::html::print_html;
use super::{Site, style};

/// A whole document. What is short in its head stands before the style sheet that a page has within itself: programs that
/// look for previews don't read far.
pub(super) fn print_document(
    site: &Site<'_>,
    title: &str,
    head: impl IntoView,
    body: impl IntoView,
) -> String {
    let localizer = &site.localizer;
    let [style, page_style, _] = &site.shared;
    let [widget_style, page_style] = [style, page_style].map(|name| site.path_from_page(name));
    let (link, style) = if site.options.style_file {
        (Some(view! { <link rel="stylesheet" href=page_style data-widget=widget_style/> }), None)
    } else {
        (None, Some(view! { <style data-widget=widget_style>{style::page_style_text()}</style> }))
    };
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
                {link}
                {head}
                {style}
            </head>
            <body>{body}</body>
        </html>
    };
    format!("<!doctype html>\n{}\n", print_html(html))
}

/// The script for pages in an iframe.
pub(super) fn frame_script(site: &Site<'_>, defer: bool) -> impl IntoView + use<> {
    let [_, _, frame] = &site.shared;
    view! { <script defer=defer src=site.path_from_page(frame)></script> }
}
