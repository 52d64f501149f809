//! One of a few, each always in sight: radio buttons that look like tabs.

use leptos::prelude::*;

use super::erased::Erase;
use crate::state::use_tracker;

/// The choice. Arrow keys move within it, as in any group of radio buttons.
#[component]
pub(super) fn Choice(
    /// What the names of its elements begin with.
    name: &'static str,
    /// What is chosen, for those who don't see it.
    label: String,
    /// What there is to choose: numbers, each with its name.
    options: Vec<(usize, String)>,
    /// What is chosen at first.
    chosen: usize,
    /// Called when a reader chooses.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let name = use_tracker().element_id(name);
    let options = options.into_iter().map(|(value, text)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    checked=value == chosen
                    on:change=move |_| on_choose.run(value)
                />
                <span>{text}</span>
            </label>
        }
        .erase()
    });
    view! { <div class="ft-choice" role="radiogroup" aria-label=label>{options.collect_view()}</div> }.erase()
}
