//! All counts: every metric as a row with its strip on one time axis, found by what it counts, who spoke and who printed
//! it. Covers the widget. Follows the combobox and listbox patterns of the ARIA Authoring Practices.

mod state;

use std::sync::Arc;

use leptos::ev::FocusEvent;
use leptos::prelude::*;

use self::state::CountsState;
use super::choice::Choice;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::picker::PickerState;
use super::strip::{StripGround, draw_strip};
use crate::state::unsubscribe_on_cleanup;
use figure_tracker_core::chart::{Strip, StripAxis, StripFigures, StripOptions, highest_number};
use figure_tracker_core::dataset::{Dataset, Metric};
use figure_tracker_core::date::Day;
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{CountFilter, CountGroup, count_parts};

/// From how many metrics on the list can be searched and filtered.
const MIN_SEARCHABLE: usize = 13;
/// The size of a strip, and the space at either end of its time axis.
const STRIP_SIZE: (f64, f64) = (56.0, 28.0);
const STRIP_INSET: f64 = 4.0;

/// The time axis that all rows share, and what stands behind their lines.
#[derive(Clone)]
pub struct CountAxis {
    axis: Option<StripAxis>,
    ground: StripGround,
}

impl CountAxis {
    /// Makes the axis of a whole dataset, with hairlines at its main days; of what was known on a day, where one is asked
    /// for.
    pub fn new(dataset: &Dataset, known_on: Option<Day>) -> Self {
        let (width, height) = STRIP_SIZE;
        let axis = StripAxis::of_dataset(dataset, width, STRIP_INSET, STRIP_INSET);
        let axis = axis.map(|axis| axis.known_on(known_on));
        let days = axis.map(|axis| axis.main_days(dataset, height)).unwrap_or_default();
        Self { axis, ground: StripGround { days, ..StripGround::default() } }
    }

    /// Draws the strip of what a metric is about.
    pub fn draw_strip(&self, dataset: &Dataset, metric: &Metric) -> Option<ErasedView> {
        let of_subject = metric.figures.iter().enumerate();
        let of_subject = of_subject.filter(|(_, figure)| figure.scope_id() == metric.main_scope());
        let places: Vec<usize> = of_subject.map(|(place, _)| place).collect();
        let top = highest_number(metric, places.iter().copied());
        let options = StripOptions { axis: self.axis?, height: STRIP_SIZE.1, top };
        // What comes after the last figure is not told in so little room.
        let strip = StripFigures::new(dataset, metric).lay_out_strip(&places, &options);
        let strip = Strip { tail: String::new(), ..strip };
        Some(draw_strip(&options, &strip, &self.ground))
    }
}

/// The list over the widget.
#[component]
pub(super) fn AllCounts(picker: PickerState) -> impl IntoView {
    let counts = CountsState::new(picker);
    let localizer = counts.tracker.localizer();
    let messages = localizer.messages.clone();
    let dataset = counts.tracker.dataset();
    let known_on = untrack(|| picker.tracker.question()).known_on;
    let axis = CountAxis::new(&picker.tracker.whole_dataset(), known_on);
    let is_searchable = dataset.metrics.len() >= MIN_SEARCHABLE;
    let title = localizer.format_count(counts.count_all(CountFilter::All), messages.all_counts());
    let years = axis.axis.map(|axis| localizer.format_years(axis.span));
    // A head for each of two columns.
    let heads = || {
        let (years, latest) = (years.clone(), messages.latest().to_owned());
        view! { <div class="ft-counts-heads"><span>{""}</span><span>{years}</span><span>{latest}</span></div> }.erase()
    };
    let leave = move |event: FocusEvent| counts.follow_focus(&event);
    view! {
        <div class="ft-backdrop" on:click=move |_| counts.close()></div>
        <div class={"ft-cover"}></div>
        <div
            class="ft-counts"
            part="counts"
            role="dialog"
            aria-modal="true"
            aria-label=messages.choose_metric().to_owned()
            node_ref=counts.dialog
            on:keydown=move |event| counts.press_key(&event)
            on:focusout=leave
        >
            <div class="ft-counts-title">
                <h3>{title}</h3>
                <button class="ft-text-link" type="button" on:click=move |_| counts.close()>
                    {messages.close().to_owned()}
                </button>
            </div>
            {is_searchable.then(|| view! { <Search counts/> }.erase())}
            <div class="ft-counts-columns" aria-hidden="true">{[heads(), heads()].into_iter().collect_view()}</div>
            <div
                class="ft-options"
                role="listbox"
                id=counts.list_id()
                tabindex="0"
                aria-label=messages.choose_metric().to_owned()
                aria-activedescendant=move || counts.active_option_id()
                node_ref=counts.list
                on:scroll=move |_| counts.follow_scroll()
            >
                {move || options(counts, &axis)}
            </div>
        </div>
    }
    .erase()
}

/// The field and the filters.
#[component]
fn Search(counts: CountsState) -> impl IntoView {
    let localizer = counts.tracker.localizer();
    let messages = localizer.messages.clone();
    let choose = move |place: usize| {
        counts.filter.set(CountFilter::ALL.get(place).copied().unwrap_or_default());
        counts.go_to_top();
    };
    let names = [messages.filter_all(), messages.filter_changed(), messages.filter_disputed()];
    let counted = CountFilter::ALL.into_iter().zip(names).enumerate().map(|(place, (filter, name))| {
        let count = counts.count_all(filter);
        (count > 0).then(|| (place, [name, " ", &localizer.format_whole_number(count)].concat()))
    });
    let filters: Vec<_> = counted.flatten().collect();
    let label = messages.filter_all().to_owned();
    let filters = (filters.len() > 1).then(|| {
        view! { <Choice name="filters" label options=filters chosen=0 on_choose=Callback::new(choose)/> }
            .erase()
    });
    view! {
        <input
            type="text"
            inputmode="search"
            role="combobox"
            autocomplete="off"
            enterkeyhint="done"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls=counts.list_id()
            aria-activedescendant=move || counts.active_option_id()
            aria-label=messages.find_count().to_owned()
            placeholder=messages.find_count().to_owned()
            node_ref=counts.input
            on:input=move |event| counts.search(event_target_value(&event))
        />
        {filters}
    }
    .erase()
}

/// The metrics that pass the filter and match what was typed, under their headings; of a long list those around what is
/// seen.
fn options(counts: CountsState, axis: &CountAxis) -> ErasedView {
    let count = counts.count();
    // What each option reads goes with it: a signal remembers for ever who reads it.
    let active = Memo::new(move |_| counts.active());
    unsubscribe_on_cleanup(active);
    if count == 0 {
        let nothing = counts.tracker.localizer().messages.nothing_found().to_owned();
        return view! { <div class="ft-nothing" role="status">{nothing}</div> }.erase();
    }
    let window = counts.drawn();
    let groups = window.groups.into_iter().map(|(start, group)| {
        let axis = axis.clone();
        view! { <CountGroupRows counts group start count active axis/> }.erase()
    });
    let [above, below] = [window.above, window.below]
        .map(|hidden| view! { <div style:height=format!("{}em", hidden / 16)></div> }.erase());
    view! { <div>{above}{groups.collect_view()}{below}</div> }.erase()
}

#[component]
fn CountGroupRows(
    counts: CountsState,
    group: CountGroup,
    start: usize,
    count: usize,
    active: Memo<usize>,
    axis: CountAxis,
) -> impl IntoView {
    let (dataset, localizer) = (counts.tracker.dataset(), counts.tracker.localizer());
    let heading = group.group.and_then(|index| dataset.groups.get(index));
    let name = heading.map(|group| localizer.localize_text(&group.label));
    let heading = heading.map(|group| dataset_text(&localizer, &group.label));
    let options = group.metrics.into_iter().enumerate().map(|(index, metric)| {
        let axis = axis.clone();
        view! { <CountOption counts metric position=start + index count active axis/> }.erase()
    });
    view! {
        <ul role="group" aria-label=name>
            <li class="ft-group-name" role="presentation">{heading}</li>
            {options.collect_view()}
        </ul>
    }
    .erase()
}

#[component]
fn CountOption(
    counts: CountsState,
    /// The index of the metric in the dataset.
    metric: usize,
    /// Its place in the list as it is now.
    position: usize,
    /// How many are in that list.
    count: usize,
    /// The place of the active option.
    active: Memo<usize>,
    axis: CountAxis,
) -> impl IntoView {
    let tracker = counts.tracker;
    let (index, localizer, dataset) = (metric, tracker.localizer(), tracker.dataset());
    let metric = dataset.metrics.get(index).cloned()?;
    let is_shown = untrack(|| tracker.metric_index()) == index;
    let is_active = Memo::new(move |_| active.get() == position);
    let row = count_row(&dataset, &localizer, index, &axis, counts.is_disputed(index));
    let found = counts.matched_text(index);
    let found = found.map(|text| view! { <small class="ft-found"><bdi>{text}</bdi></small> }.erase());
    Some(
        view! {
            <li
                class=move || if is_active.get() { "ft-option ft-active" } else { "ft-option" }
                role="option"
                aria-posinset=(position + 1).to_string()
                aria-setsize=count.to_string()
                id=counts.option_id(index)
                data-metric=metric.id.clone()
                aria-selected=if is_shown { "true" } else { "false" }
                on:click=move |_| counts.choose(index)
            >
                {row}
                {found}
            </li>
        }
        .erase(),
    )
}

/// What a row says of a metric: its name, what there is of it, its strip, its latest number.
pub fn count_row(
    dataset: &Dataset,
    localizer: &Localizer,
    index: usize,
    axis: &CountAxis,
    is_disputed: bool,
) -> Option<ErasedView> {
    let metric: &Arc<Metric> = dataset.metrics.get(index)?;
    let latest = metric.latest().map(|figure| localizer.format_short_amount(figure, &metric.unit));
    let parts = count_parts(dataset, index);
    let detail = localizer.describe_count(dataset, metric, parts);
    let sign = is_disputed.then(|| {
        let disputed = localizer.messages.filter_disputed().to_owned();
        let sign = "≠".to_owned();
        view! {
            " "
            <span class="ft-disputed"><span aria-hidden="true">{sign}</span><span class="ft-unseen">{disputed}</span></span>
        }
        .erase()
    });
    Some(
        view! {
            <span class="ft-name">
                {dataset_text(localizer, &metric.label)}{sign}" "<small>{detail}</small>
            </span>
            " "
            {axis.draw_strip(dataset, metric)}
            <span class="ft-newest">{latest}</span>
        }
        .erase(),
    )
}
