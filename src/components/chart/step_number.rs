//! Which figure of how many is selected in a long series: a field that takes a number.

use leptos::html::Input;
use leptos::prelude::*;

use super::super::erased::{Erase, ErasedView};
use crate::state::{TrackerState, use_tracker};

/// The field, with the words of "3 of 1,000" around it.
#[component]
pub(in super::super) fn StepNumber() -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let (before, after) = words_around(state);
    let field = NodeRef::<Input>::new();
    let place = move || (state.step_index() + 1).to_string();
    let go = move |text: String| {
        match text.trim().parse::<usize>() {
            Ok(number) if number > 0 => state.step_to(number - 1),
            _ => {}
        }
        // What is no number of a figure gives way to the one that is shown.
        if let Some(field) = field.get_untracked() {
            field.set_value(&untrack(place));
        }
    };
    view! {
        <span class="ft-count">
            {before}
            <input
                type="text"
                inputmode="numeric"
                enterkeyhint="go"
                aria-label=localizer.messages.go_to_figure().to_owned()
                value=untrack(place)
                prop:value=place
                node_ref=field
                on:change=move |event| go(event_target_value(&event))
            />
            {after}
        </span>
    }
    .erase()
}

/// What keeps the place of the field until it is there, and is as wide.
pub(super) fn awaited_field(state: TrackerState) -> ErasedView {
    let (before, after) = words_around(state);
    view! { <span class="ft-count ft-awaited">{before}<input type="text" disabled=true/>{after}</span> }
        .erase()
}

fn words_around(state: TrackerState) -> (String, String) {
    let localizer = state.localizer();
    let total = localizer.format_whole_number(untrack(|| state.step_count()));
    let message = localizer.messages.place_of_total().replace("{total}", &total);
    let (before, after) = message.split_once("{n}").unwrap_or(("", &message));
    (before.to_owned(), after.to_owned())
}
