//! The control that picks a metric: a button, and a panel with a list to choose from, searchable when it is long.
//! Follows the combobox and listbox patterns of the ARIA Authoring Practices.

mod panel;
mod panel_state;

use leptos::ev::KeyboardEvent;
use leptos::html::Button;
use leptos::prelude::*;

pub(super) use self::panel::Panel;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::late::late;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::Text;

/// Whether the panel is open, and what opened it.
#[derive(Clone, Copy)]
pub(super) struct PickerState {
    tracker: TrackerState,
    is_open: RwSignal<bool>,
    button: NodeRef<Button>,
}

impl PickerState {
    fn is_open(self) -> bool {
        self.is_open.get()
    }

    fn toggle(self) {
        match self.is_open.get_untracked() {
            true => self.close(),
            false => self.is_open.set(true),
        }
    }

    /// Closes the panel, and gives the focus back to the button.
    fn close(self) {
        self.is_open.set(false);
        if let Some(button) = self.button.get_untracked() {
            _ = button.focus();
        }
    }
}

/// The button and, while it is open, the panel under it.
#[component]
pub(super) fn Picker() -> impl IntoView {
    let picker =
        PickerState { tracker: use_tracker(), is_open: RwSignal::new(false), button: NodeRef::new() };
    let panel = move || picker.is_open().then(|| late(move |views| (views.panel)(picker)));
    view! { <div class="ft-picker-box"><PickerButton picker/>{panel}</div> }.erase()
}

/// The button that opens the panel; on a printed page a link to the list of all metrics.
#[component]
fn PickerButton(picker: PickerState) -> impl IntoView {
    let tracker = picker.tracker;
    let label = move || current_metric(tracker);
    let purpose = format!("{}:", tracker.localizer().messages.choose_metric.clone());
    let purpose = view! { <span class={"ft-unseen"}>{purpose}</span>" " }.erase();
    if let Some(href) = tracker.link_to(None) {
        return view! { <a class="ft-picker" part="picker" href=href>{purpose}{label}</a> }.erase();
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
        <button
            class="ft-picker"
            type="button"
            aria-haspopup="dialog"
            aria-expanded=move || if picker.is_open() { "true" } else { "false" }
            part="picker"
            node_ref=picker.button
            on:click=move |_| picker.toggle()
            on:keydown=press_key
        >
            {purpose}
            {label}
        </button>
    }
    .erase()
}

/// The name of the metric on display, its group, and how many figures it has.
fn current_metric(tracker: TrackerState) -> Option<ErasedView> {
    let localizer = tracker.localizer();
    tracker.metric().map(|metric| {
        let is_other = |label: &Text| label.get(&localizer.tag) != metric.label.get(&localizer.tag);
        let group = metric
            .group
            .as_ref()
            .filter(|group| is_other(&group.label))
            .map(|group| view! { <small>{dataset_text(&localizer, &group.label)}</small>" " }.erase());
        let count = localizer.format_count(metric.figures.len(), &localizer.messages.figure_count);
        view! {
            <span class={"ft-name"}>{group}{dataset_text(&localizer, &metric.label)}</span>
            " "
            <span class={"ft-extent"}>{count}</span>
        }
        .erase()
    })
}
