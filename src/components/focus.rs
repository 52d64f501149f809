//! Keeps the focus in the widget where what had it is made anew by what was asked.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use send_wrapper::SendWrapper;
use web_sys::{Element, Event, HtmlElement};

use super::late::is_awaited;

/// Returns the widget around what an event is about.
pub(super) fn root_of(event: &Event) -> Option<Element> {
    let target = event.current_target()?.dyn_into::<Element>().ok()?;
    target.closest(".ft-base").ok().flatten()
}

/// Puts the focus on the first element that a selector finds, once what was asked for is drawn: what had the focus is gone.
/// What the second part of the program draws may still be on its way; then it waits, unless the reader goes elsewhere.
pub(super) fn focus_later(root: Option<Element>, selector: impl Into<String>) {
    let Some(root) = root else { return };
    focus_in_next_frame(SendWrapper::new(root), selector.into());
}

fn focus_in_next_frame(root: SendWrapper<Element>, selector: String) {
    request_animation_frame(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            _ = element.focus();
        } else if untrack(is_awaited) && has_no_focus() {
            focus_in_next_frame(root, selector);
        }
    });
}

/// Returns whether nothing on the page has the focus.
fn has_no_focus() -> bool {
    let document = document();
    document.active_element().is_none_or(|active| Some(active) == document.body().map(Into::into))
}
