//! One of a few, each always in sight: radio buttons that look like tabs.

use leptos::prelude::*;

use super::erased::Erase;
use crate::state::use_tracker;

/// The choice. Arrow keys move within it, as in any group of radio buttons.
#[component]
pub(super) fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What the ids of its elements begin with.
    name: &'static str,
    /// What is chosen, for those who don't see it.
    label: String,
    /// What there is to choose, each with its name.
    options: Vec<(T, String)>,
    /// What is chosen.
    chosen: RwSignal<T>,
) -> impl IntoView {
    let name = use_tracker().element_id(name);
    let options = options.into_iter().map(|(value, text)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| chosen.set(value)
                />
                <span>{text}</span>
            </label>
        }
        .erase()
    });
    view! { <div class="ft-choice" role="radiogroup" aria-label=label>{options.collect_view()}</div> }.erase()
}
