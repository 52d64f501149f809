//! Keeps the focus in a control whose answer makes anew what it stands in.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The name of the part of a control that had the focus when it asked. It outlives what is shown of one metric.
#[derive(Clone, Copy)]
pub(super) struct KeptFocus(StoredValue<Option<&'static str>>);

impl KeptFocus {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Remembers which part has the focus, until it is made anew.
    pub(super) fn keep(self, part: &'static str) {
        self.0.set_value(Some(part));
    }

    /// Gives a part the focus that it had before it was made anew.
    pub(super) fn restore<Element: JsCast>(self, element: Option<Element>, part: &'static str) {
        if self.0.get_value() == Some(part)
            && let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        {
            self.0.set_value(None);
            _ = element.focus();
        }
    }
}

/// Returns what keeps the focus in the widget around a component.
pub(super) fn use_kept_focus() -> KeptFocus {
    expect_context()
}
