//! The control that asks what was known on a day: closed a button, open a day between arrows that go to the days on which
//! something became known.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;

use super::erased::{Erase, ErasedView};
use super::focus::{focus_later, root_of};
use super::late::late;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Figure, Question, parse_question_day};
use figure_tracker_core::date::Day;

/// Where the focus goes when the control is made anew.
const OPENER: &str = ".ft-known-on > button";
const EARLIER: &str = ".ft-known-on .ft-steps button:first-child";
const DAY: &str = ".ft-known-on input";
const LATER: &str = ".ft-known-on .ft-steps button:last-child";

/// The id of the section of a printed page that says for each day what was known.
pub const KNOWN_DAYS_ID: &str = "as-known";

/// The control, where the figures of a metric became known on several days.
#[component]
pub(super) fn KnownOn() -> impl IntoView {
    let state = use_tracker();
    let days: Arc<[Day]> = untrack(|| state.whole_metric())?.days_known().into();
    if days.len() < 2 {
        return None;
    }
    if let Some(href) = state.link_to_section(KNOWN_DAYS_ID) {
        let label = state.localizer().messages.known_on_question().to_owned();
        let link = view! { <a class="ft-text-link" href=href>{label}</a> }.erase();
        return Some(view! { <div class="ft-known-on" part="known-on">{link}</div> }.erase());
    }
    let control = move || match state.question().known_on {
        None => opener(state, days.clone()),
        Some(day) => {
            let days = days.clone();
            late(move |views| (views.day_picker)(day, days.clone()))
        }
    };
    Some(view! { <div class="ft-known-on" part="known-on">{control}</div> }.erase())
}

/// Asks what was known on a day, or with none ends that question; the focus goes to what a selector finds.
fn ask(state: TrackerState, known_on: Option<Day>, event: &Event, focused: &'static str) {
    let (root, question) = (root_of(event), untrack(|| state.question()));
    state.ask(Question { known_on, ..question });
    focus_later(root, focused);
}

fn opener(state: TrackerState, days: Arc<[Day]>) -> ErasedView {
    let label = state.localizer().messages.known_on_question().to_owned();
    let open = move |event| {
        let (_, selected) = state.selected().unzip();
        ask(state, first_day(selected.as_deref(), &days), &event, DAY);
    };
    view! { <button class="ft-text-link" type="button" on:click=move |event| open(event.into())>{label}</button> }
        .erase()
}

/// The day to begin with: on which the selected figure became known, but not the last, on which everything is.
fn first_day(selected: Option<&Figure>, days: &[Day]) -> Option<Day> {
    let known_since = selected.and_then(Figure::known_since);
    let (_, before_last) = days.split_last()?;
    known_since.filter(|day| before_last.contains(day)).or(before_last.last().copied())
}

/// The day that is asked for, between arrows that go to the days on which something became known.
#[component]
pub(super) fn DayPicker(day: Day, days: Arc<[Day]>) -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let before = days.iter().rev().find(|known| **known < day).copied();
    let after = days.iter().find(|known| **known > day).copied();
    let change = move |event: Event| {
        if let Ok(day) = parse_question_day("", &event_target_value(&event)) {
            ask(state, Some(day), &event, DAY);
        }
    };
    let close = move |event: Event| ask(state, None, &event, OPENER);
    view! {
        <div class="ft-steps">
            <DayStep label=messages.earlier_day().to_owned() arrow="M15 5L8 12L15 19" to=before focused=EARLIER/>
            <input
                type="date"
                aria-label=messages.known_on_question().to_owned()
                prop:value=day.text()
                value=day.text()
                on:change=change
            />
            <DayStep label=messages.later_day().to_owned() arrow="M9 5L16 12L9 19" to=after focused=LATER/>
        </div>
        <button class="ft-text-link" type="button" on:click=move |event| close(event.into())>
            {messages.close().to_owned()}
        </button>
    }
    .erase()
}

#[component]
fn DayStep(label: String, arrow: &'static str, to: Option<Day>, focused: &'static str) -> impl IntoView {
    let state = use_tracker();
    let step = move |event: Event| {
        if to.is_some() {
            ask(state, to, &event, focused);
        }
    };
    view! {
        <button
            type="button"
            aria-label=label
            aria-disabled=if to.is_none() { "true" } else { "false" }
            on:click=move |event| step(event.into())
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=arrow></path></svg>
        </button>
    }
    .erase()
}
