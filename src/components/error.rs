//! What is shown instead of the widget when the data can't be drawn: one sentence.

use leptos::prelude::*;

use super::erased::Erase;
use figure_tracker_core::localize::{Localizer, is_bidi_control};

/// Says that the data can't be shown, and why: the command line lists every fault for an editor.
#[component]
pub fn ErrorMessage(
    /// The language of its headings.
    localizer: Localizer,
    /// What is wrong.
    sentence: String,
) -> impl IntoView {
    let title = localizer.messages.not_shown().to_owned();
    // What it quotes of a file must not turn the rest of it round.
    let sentence = sentence.replace(is_bidi_control, "\u{fffd}");
    view! {
        <div class="ft-base ft-error" part="error" role="alert">
            <h2>{title}</h2>
            <p dir="auto">{sentence}</p>
        </div>
    }
    .erase()
}
