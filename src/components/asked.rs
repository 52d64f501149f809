//! What a reader has asked, as a sentence with the answer, and the button that ends it.

use leptos::prelude::*;

use super::dataset_text::sentence_text;
use super::erased::Erase;
use crate::state::use_tracker;

/// The sentence of what is asked, and "Show everything".
#[component]
pub(super) fn Asked() -> impl IntoView {
    let state = use_tracker();
    let (whole, localizer) = (state.whole_dataset(), state.localizer());
    let sentence = state.metric().map(|metric| {
        let before = state.figure_before();
        let sentence = localizer.describe_answer(&whole, &metric, &state.question(), before.as_deref());
        sentence_text(&localizer, &whole, &sentence)
    });
    let label = localizer.messages.show_everything().to_owned();
    view! {
        <p class="ft-state ft-asked" part="state">
            <strong>{sentence}</strong>
            " "
            <button class="ft-text-link" type="button" on:click=move |_| state.show_everything()>{label}</button>
        </p>
    }
    .erase()
}
