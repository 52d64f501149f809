//! Keeps the focus in the widget where what had it is made anew by what was asked.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use send_wrapper::SendWrapper;
use web_sys::{Element, Event, HtmlElement};

/// Returns the widget around what an event is about.
pub(super) fn root_of(event: &Event) -> Option<Element> {
    let target = event.current_target()?.dyn_into::<Element>().ok()?;
    target.closest(".ft-base").ok().flatten()
}

/// Puts the focus on the first element that a selector finds, once what was asked for is drawn: what had the focus is gone.
pub(super) fn focus_later(root: Option<Element>, selector: impl Into<String>) {
    let Some(root) = root.map(SendWrapper::new) else { return };
    let selector = selector.into();
    request_animation_frame(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            _ = element.focus();
        }
    });
}
