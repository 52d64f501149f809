//! Prints views as files: without the marks that hydration needs, and without characters that no document may hold.

use figure_tracker::view::Node;
use leptos::prelude::*;

/// What Leptos leaves between texts and in the place of nothing, so that a program could take the markup over.
const HYDRATION_MARKS: [&str; 2] = ["<!>", "<!--<() />-->"];

/// Returns the markup of a view.
///
/// In texts and attributes `<` is always escaped, so what is taken out here can't be anybody's text.
pub(crate) fn print_markup(view: impl IntoView) -> String {
    let mut markup = view.into_view().to_html();
    for mark in HYDRATION_MARKS {
        markup = markup.replace(mark, "");
    }
    let replace = |c: char| if c.is_control() && !matches!(c, '\t' | '\n' | '\r') { '\u{fffd}' } else { c };
    markup.chars().map(replace).collect()
}

/// Returns an inline block of JSON: its `<` are escaped, so that no text can end the script around it.
pub(crate) fn json_script(json: &serde_json::Value) -> AnyView {
    let text = json.to_string().replace('<', "\\u003c");
    view! { <script type="application/ld+json" inner_html=text></script> }.into_any()
}

/// Returns what the widget has printed as an SVG group.
pub(crate) fn printed_group(node: &Node) -> AnyView {
    view! { <g inner_html=node.to_html()></g> }.into_any()
}
