//! The panel that the picker opens: a list of all metrics, and over a long one a field to search it.

use leptos::prelude::*;

use super::PickerState;
use super::panel_state::{OPTION_HEIGHT, PanelState};
use crate::components::dataset_text::dataset_text;
use crate::components::erased::{Erase, ErasedView};
use crate::search::OfferedGroup;

/// From how many metrics on the list can be searched.
const MIN_SEARCHABLE: usize = 13;

#[component]
pub(in crate::components) fn Panel(picker: PickerState) -> impl IntoView {
    let panel = PanelState::new(picker);
    let messages = picker.tracker.localizer().messages.clone();
    let is_searchable = picker.tracker.dataset().metrics.len() >= MIN_SEARCHABLE;
    view! {
        <div class="ft-backdrop" on:click=move |_| picker.close()></div>
        <div
            class="ft-panel"
            role="dialog"
            aria-label=messages.choose_metric.clone()
            on:keydown=move |event| panel.press_key(&event)
        >
            {is_searchable.then(|| view! { <Search panel/> }.erase())}
            <div
                class="ft-options"
                role="listbox"
                id=panel.list_id()
                tabindex="0"
                aria-label=messages.choose_metric.clone()
                aria-activedescendant=move || panel.active_option_id()
                node_ref=panel.list
                on:scroll=move |_| panel.follow_scroll()
            >
                {move || options(panel)}
            </div>
        </div>
    }
    .erase()
}

#[component]
fn Search(panel: PanelState) -> impl IntoView {
    let messages = panel.tracker().localizer().messages.clone();
    view! {
        <input
            type="search"
            role="combobox"
            autocomplete="off"
            enterkeyhint="done"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls=panel.list_id()
            aria-activedescendant=move || panel.active_option_id()
            aria-label=messages.search.clone()
            placeholder=messages.search.clone()
            node_ref=panel.input
            on:input=move |event| panel.search(event_target_value(&event))
        />
    }
    .erase()
}

/// The metrics that match what was typed, under their headings; of a long list those around what is seen.
fn options(panel: PanelState) -> ErasedView {
    let (count, active) = (panel.count(), panel.active_in_panel());
    if count == 0 {
        let nothing = panel.tracker().localizer().messages.nothing_found.clone();
        return view! { <div class="ft-nothing" role="status">{nothing}</div> }.erase();
    }
    let window = panel.window();
    let groups = panel
        .offered_in(&window)
        .into_iter()
        .map(|(start, group)| view! { <OptionGroup panel group start count active/> }.erase());
    let [before, after] = [window.start, count - window.end]
        .map(|hidden| view! { <div style:height=format!("{}px", hidden * OPTION_HEIGHT)></div> }.erase());
    view! { <div>{before}{groups.collect_view()}{after}</div> }.erase()
}

#[component]
fn OptionGroup(
    panel: PanelState,
    group: OfferedGroup,
    start: usize,
    count: usize,
    active: Memo<usize>,
) -> impl IntoView {
    let (dataset, localizer) = (panel.tracker().dataset(), panel.tracker().localizer());
    let heading = group.group.and_then(|index| dataset.groups.get(index));
    let name = heading.map(|group| localizer.localize_text(&group.label));
    let heading = heading.map(|group| dataset_text(&localizer, &group.label));
    let options = group.metrics.into_iter().enumerate().map(|(index, metric)| {
        view! { <MetricOption panel metric position=start + index count active/> }.erase()
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
    panel: PanelState,
    /// The index of the metric in the dataset.
    metric: usize,
    /// Its place in the list as it is now.
    position: usize,
    /// How many are in that list.
    count: usize,
    /// The place of the active option.
    active: Memo<usize>,
) -> impl IntoView {
    let tracker = panel.tracker();
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
                id=panel.option_id(index)
                data-metric=metric.id.clone()
                aria-selected=if is_shown { "true" } else { "false" }
                on:click=move |_| panel.choose(index)
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
