//! The control that picks a metric: a button, and a panel with a list to choose from, searchable when it is long.
//! Follows the combobox and listbox patterns of the ARIA Authoring Practices.

mod panel;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use self::panel::PickerState;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::heading::shown_part;
use crate::search::OfferedGroup;
use crate::state::{TrackerState, use_tracker};

/// From how many metrics on the list can be searched.
const MIN_SEARCHABLE: usize = 13;

/// The metric on display as the title, which is a button, and while that is open the panel under it.
#[component]
pub(super) fn Picker() -> impl IntoView {
    let picker = PickerState::new(use_tracker());
    let panel = move || picker.is_open().then(|| view! { <Panel picker/> }.erase());
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
                title=tracker.localizer().messages.choose_metric.clone()
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

#[component]
fn Panel(picker: PickerState) -> impl IntoView {
    let messages = picker.tracker.localizer().messages.clone();
    let is_searchable = picker.tracker.dataset().metrics.len() >= MIN_SEARCHABLE;
    view! {
        <div class="ft-backdrop" on:click=move |_| picker.close()></div>
        <div
            class="ft-panel"
            role="dialog"
            aria-label=messages.choose_metric.clone()
            on:keydown=move |event| picker.press_key(&event)
        >
            {is_searchable.then(|| view! { <Search picker/> }.erase())}
            <div
                class="ft-options"
                role="listbox"
                id=picker.list_id()
                tabindex="0"
                aria-label=messages.choose_metric.clone()
                aria-activedescendant=move || picker.active_option_id()
                node_ref=picker.list
                on:scroll=move |_| picker.follow_scroll()
            >
                {move || options(picker)}
            </div>
        </div>
    }
    .erase()
}

#[component]
fn Search(picker: PickerState) -> impl IntoView {
    let messages = picker.tracker.localizer().messages.clone();
    view! {
        <input
            type="search"
            role="combobox"
            autocomplete="off"
            enterkeyhint="done"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls=picker.list_id()
            aria-activedescendant=move || picker.active_option_id()
            aria-label=messages.search.clone()
            placeholder=messages.search.clone()
            node_ref=picker.input
            on:input=move |event| picker.search(event_target_value(&event))
        />
    }
    .erase()
}

/// The metrics that match what was typed, under their headings; of a long list those around what is seen.
fn options(picker: PickerState) -> ErasedView {
    let (count, active) = (picker.count(), picker.active_in_panel());
    if count == 0 {
        let nothing = picker.tracker.localizer().messages.nothing_found.clone();
        return view! { <div class="ft-nothing" role="status">{nothing}</div> }.erase();
    }
    let window = picker.window();
    let groups = picker
        .offered_in(&window)
        .into_iter()
        .map(|(start, group)| view! { <OptionGroup picker group start count active/> }.erase());
    let [before, after] = [window.start, count - window.end].map(|hidden| {
        view! { <div style:height=format!("{}px", hidden * panel::OPTION_HEIGHT)></div> }.erase()
    });
    view! { <div>{before}{groups.collect_view()}{after}</div> }.erase()
}

#[component]
fn OptionGroup(
    picker: PickerState,
    group: OfferedGroup,
    start: usize,
    count: usize,
    active: Memo<usize>,
) -> impl IntoView {
    let (dataset, localizer) = (picker.tracker.dataset(), picker.tracker.localizer());
    let heading = group.group.and_then(|index| dataset.groups.get(index));
    let name = heading.map(|group| localizer.localize_text(&group.label));
    let heading = heading.map(|group| dataset_text(&localizer, &group.label));
    let options = group.metrics.into_iter().enumerate().map(|(index, metric)| {
        view! { <MetricOption picker metric position=start + index count active/> }.erase()
    });
    view! {
        <ul role="group" aria-label=name>
            <li class={"ft-group-name"} role="presentation">{heading}</li>
            {options.collect_view()}
        </ul>
    }
    .erase()
}

#[component]
fn MetricOption(
    picker: PickerState,
    /// The index of the metric in the dataset.
    metric: usize,
    /// Its place in the list as it is now.
    position: usize,
    /// How many are in that list.
    count: usize,
    /// The place of the active option.
    active: Memo<usize>,
) -> impl IntoView {
    let tracker = picker.tracker;
    let (index, localizer) = (metric, tracker.localizer());
    let metric = tracker.dataset().metrics.get(index).cloned()?;
    let is_shown = untrack(|| tracker.metric_index()) == index;
    let latest = metric.latest().map(|figure| localizer.format_short_amount(figure, &metric.unit));
    let figures = localizer.format_count(metric.figures.len(), &localizer.messages.figure_count);
    let is_active = Memo::new(move |_| active.get() == position);
    Some(
        view! {
            <li
                class=move || if is_active.get() { "ft-option ft-active" } else { "ft-option" }
                role="option"
                aria-posinset=(position + 1).to_string()
                aria-setsize=count.to_string()
                id=picker.option_id(index)
                data-metric=metric.id.clone()
                aria-selected=if is_shown { "true" } else { "false" }
                on:click=move |_| picker.choose(index)
            >
                <span class={"ft-name"}>
                    {dataset_text(&localizer, &metric.label)}" "<small>{figures}</small>
                </span>
                " "
                <span class={"ft-newest"}>{latest}</span>
            </li>
        }
        .erase(),
    )
}
