//! The tabs, which choose how a metric is shown, and the panel that they change. Follows the tabs pattern of the ARIA Authoring
//! Practices: one stop of the tab key, and arrows choose.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::alone::SingleFigure;
use super::chart::Chart;
use super::erased::{Erase, ErasedView};
use super::late::late;
use crate::state::{TrackerState, View, unsubscribe_on_cleanup, use_tracker};
use figure_tracker_core::dataset::{Dataset, Metric};
use figure_tracker_core::views::{count_parts, has_several_voices};

/// The tabs of the metric on display; none where there is but one way to show it.
#[component]
pub(super) fn Tabs(
    /// The views that are useful.
    views: Vec<View>,
) -> impl IntoView {
    let state = use_tracker();
    if views.len() < 2 {
        return None;
    }
    let label = state.localizer().messages.views().to_owned();
    let tabs = views.iter().map(|view| view! { <Tab view=*view views=views.clone()/> }.erase());
    let tabs = tabs.collect_view();
    if state.is_printed() {
        return Some(view! { <div class="ft-tabs" part="tabs" aria-label=label>{tabs}</div> }.erase());
    }
    let list = NodeRef::<Div>::new();
    let press_key = move |event: KeyboardEvent| {
        let shown = untrack(|| shown_view(state, &views));
        let place = views.iter().position(|view| *view == shown).unwrap_or_default();
        let Some(next) = place_after_key(state, &event.key(), place, views.len()) else { return };
        event.prevent_default();
        if let Some(view) = views.get(next) {
            state.show_view(*view);
        }
        let tab = u32::try_from(next).ok().and_then(|next| list.get_untracked()?.children().item(next));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            _ = tab.focus();
        }
    };
    Some(
        view! {
            <div class="ft-tabs" part="tabs" role="tablist" aria-label=label node_ref=list on:keydown=press_key>
                {tabs}
            </div>
        }
        .erase(),
    )
}

/// The place of the tab that a key leads to: arrows go to the neighbour on their side, round the ends.
fn place_after_key(state: TrackerState, key: &str, place: usize, count: usize) -> Option<usize> {
    let is_mirrored = state.localizer().messages.is_right_to_left();
    match (key, is_mirrored) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some((place + 1) % count),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some((place + count - 1) % count),
        ("Home", _) => Some(0),
        ("End", _) => Some(count - 1),
        _ => None,
    }
}

/// A tab; on a printed page its name alone, which a program brings to life.
#[component]
fn Tab(view: View, views: Vec<View>) -> impl IntoView {
    let state = use_tracker();
    let label = tab_label(state, view);
    let is_chosen = Memo::new(move |_| shown_view(state, &views) == view);
    unsubscribe_on_cleanup(is_chosen);
    let class = move || if is_chosen.get() { "ft-tab ft-chosen" } else { "ft-tab" };
    if state.is_printed() {
        return view! { <a class=class part="tab"><span>{label}</span></a> }.erase();
    }
    view! {
        <button
            class=class
            type="button"
            role="tab"
            part="tab"
            id=tab_id(state, view)
            aria-controls=state.element_id("view")
            aria-selected=move || if is_chosen.get() { "true" } else { "false" }
            tabindex=move || if is_chosen.get() { "0" } else { "-1" }
            on:click=move |_| state.show_view(view)
        >
            <span>{label}</span>
        </button>
    }
    .erase()
}

fn tab_id(state: TrackerState, view: View) -> String {
    state.element_id(&["tab-", view.name()].concat())
}

fn tab_label(state: TrackerState, view: View) -> String {
    let localizer = state.localizer();
    match view {
        View::OverTime => localizer.messages.view_over_time().to_owned(),
        View::Parts => {
            let parts = count_parts(&state.dataset(), untrack(|| state.metric_index()));
            localizer.format_count(parts, localizer.messages.part_count())
        }
        View::Who => localizer.messages.view_who().to_owned(),
    }
}

/// The view that is asked for, if it is useful. Tracked.
fn shown_view(state: TrackerState, views: &[View]) -> View {
    let view = state.view();
    if views.contains(&view) { view } else { View::default() }
}

/// Returns the views that show something of their own of a metric at a place in the dataset.
pub(super) fn useful_views(dataset: &Dataset, place: usize) -> Vec<View> {
    let is_useful = |view: &View| match view {
        View::OverTime => true,
        View::Parts => count_parts(dataset, place) > 0,
        View::Who => dataset.metrics.get(place).is_some_and(|metric| has_several_voices(metric)),
    };
    View::ALL.into_iter().filter(is_useful).collect()
}

/// What the chosen tab shows.
#[component]
pub(super) fn ViewPanel(
    metric: Arc<Metric>,
    /// The views that are useful.
    views: Vec<View>,
) -> impl IntoView {
    let state = use_tracker();
    let has_tabs = views.len() > 1 && !state.is_printed();
    let view = Memo::new(move |_| shown_view(state, &views));
    unsubscribe_on_cleanup(view);
    // A metric that is known by one figure has no line.
    let is_single = untrack(|| state.whole_metric()).is_some_and(|whole| whole.figures.len() < 2);
    let content = move || show_view(view.get(), &metric, is_single);
    if !has_tabs {
        return view! { <div class="ft-view">{content}</div> }.erase();
    }
    let labelled_by = move || tab_id(state, view.get());
    view! {
        <div class="ft-view" role="tabpanel" id=state.element_id("view") aria-labelledby=labelled_by>
            {content}
        </div>
    }
    .erase()
}

fn show_view(view: View, metric: &Arc<Metric>, is_single: bool) -> ErasedView {
    let metric = metric.clone();
    match view {
        View::OverTime if is_single => view! { <SingleFigure metric/> }.erase(),
        View::OverTime => view! { <Chart metric/> }.erase(),
        View::Parts => late(|views| (views.parts)()),
        View::Who => late(|views| (views.who)()),
    }
}
