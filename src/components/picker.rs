//! The control that picks a metric: a button that opens the list of all of them.

pub(super) mod panel;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

pub(super) use self::panel::PickerState;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::heading::shown_part;
use super::late::late;
use crate::state::{TrackerState, use_tracker};

/// The metric on display as the title, which is a button, and while that is open the list of all.
#[component]
pub(super) fn Picker() -> impl IntoView {
    let picker = PickerState::new(use_tracker());
    let panel = move || picker.is_open().then(|| late(move |views| (views.counts)(picker)));
    view! { <div class="ft-picker-box"><PickerButton picker/>{panel}</div> }.erase()
}

/// The button that opens the panel; on a printed page a link to the list of all metrics.
#[component]
fn PickerButton(picker: PickerState) -> impl IntoView {
    let tracker = picker.tracker;
    let label = move || shown_metric(tracker);
    let id = tracker.element_id("metric");
    if let Some(href) = tracker.link_to(None) {
        return view! {
            <h2 class={"ft-metric"} id=id><a class={"ft-picker"} part="picker" href=href>{label}</a></h2>
        }
        .erase();
    }
    let press_key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" => {
            event.prevent_default();
            picker.toggle();
        }
        // The focus goes into the panel a moment after it opens.
        "Escape" if picker.is_open() => picker.close(),
        _ => {}
    };
    view! {
        <h2 class="ft-metric" id=id>
            <button
                class="ft-picker"
                type="button"
                title=tracker.localizer().messages.choose_metric().to_owned()
                aria-haspopup="dialog"
                aria-expanded=move || if picker.is_open() { "true" } else { "false" }
                part="picker"
                node_ref=picker.button
                on:click=move |_| picker.toggle()
                on:keydown=press_key
            >
                {label}
            </button>
        </h2>
    }
    .erase()
}

/// The name of the metric on display, and of the part of it if that is all that is shown.
fn shown_metric(tracker: TrackerState) -> Option<ErasedView> {
    let (localizer, metric) = (tracker.localizer(), tracker.metric()?);
    let part = shown_part(&metric, tracker.shown_scope().as_deref()).map(|scope| {
        view! { " "<span class={"ft-part"}>"· "{dataset_text(&localizer, &scope.label)}</span> }.erase()
    });
    Some(view! { <span class={"ft-name"}>{dataset_text(&localizer, &metric.label)}{part}</span> }.erase())
}
