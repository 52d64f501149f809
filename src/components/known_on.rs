//! The control that asks what was known on a day: closed a button, open a day between arrows that go to the days on which
//! something became known.

use std::sync::Arc;

use leptos::html::{Button, Input};
use leptos::prelude::*;

use super::erased::{Erase, ErasedView};
use super::focus::{KeptFocus, use_kept_focus};
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Metric, Question, parse_question_day};
use figure_tracker_core::date::Day;

/// The parts of the control that can have the focus.
const OPENER: &str = "known-on";
const EARLIER: &str = "known-on-earlier";
const DAY: &str = "known-on-day";
const LATER: &str = "known-on-later";

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
        let label = state.localizer().messages.known_on_question.clone();
        let link = view! { <a class="ft-text-link" href=href>{label}</a> }.erase();
        return Some(view! { <div class="ft-known-on" part="known-on">{link}</div> }.erase());
    }
    let control = move || match state.question().known_on {
        None => opener(state, &days),
        Some(day) => view! { <DayPicker day days=days.clone()/> }.erase(),
    };
    Some(view! { <div class="ft-known-on" part="known-on">{control}</div> }.erase())
}

/// Asks what was known on a day, or with none ends that question; `part` of the control keeps the focus.
fn ask(state: TrackerState, known_on: Option<Day>, focus: KeptFocus, part: &'static str) {
    focus.keep(part);
    let question = untrack(|| state.question());
    state.ask(Question { known_on, ..question });
}

fn opener(state: TrackerState, days: &[Day]) -> ErasedView {
    let first_day = first_day(&untrack(|| state.metric()), untrack(|| state.figure_index()), days);
    let label = state.localizer().messages.known_on_question.clone();
    let button = NodeRef::<Button>::new();
    let focus = use_kept_focus();
    Effect::new(move |_| focus.restore(button.get(), OPENER));
    let open = move |_| ask(state, first_day, focus, DAY);
    view! { <button class="ft-text-link" type="button" node_ref=button on:click=open>{label}</button> }
        .erase()
}

/// The day to begin with: on which the selected figure became known, but not the last, on which everything is.
fn first_day(metric: &Option<Arc<Metric>>, figure: usize, days: &[Day]) -> Option<Day> {
    let selected = metric.as_ref().and_then(|metric| metric.figures.get(figure));
    let known_since = selected.and_then(|figure| figure.known_since());
    let (_, before_last) = days.split_last()?;
    known_since.filter(|day| before_last.contains(day)).or(before_last.last().copied())
}

#[component]
fn DayPicker(day: Day, days: Arc<[Day]>) -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let [earlier, later] = [NodeRef::<Button>::new(), NodeRef::new()];
    let field = NodeRef::<Input>::new();
    let focus = use_kept_focus();
    Effect::new(move |_| {
        focus.restore(earlier.get(), EARLIER);
        focus.restore(field.get(), DAY);
        focus.restore(later.get(), LATER);
    });
    let before = days.iter().rev().find(|known| **known < day).copied();
    let after = days.iter().find(|known| **known > day).copied();
    let change = move |text: String| {
        if let Ok(day) = parse_question_day("", &text) {
            ask(state, Some(day), focus, DAY);
        }
    };
    view! {
        <div class="ft-steps">
            <DayStep label=messages.earlier_day.clone() arrow="M15 5L8 12L15 19" to=before part=EARLIER node=earlier/>
            <input
                type="date"
                aria-label=messages.known_on_question.clone()
                prop:value=day.text()
                value=day.text()
                node_ref=field
                on:change=move |event| change(event_target_value(&event))
            />
            <DayStep label=messages.later_day.clone() arrow="M9 5L16 12L9 19" to=after part=LATER node=later/>
        </div>
        <button class="ft-text-link" type="button" on:click=move |_| ask(state, None, focus, OPENER)>
            {messages.close.clone()}
        </button>
    }
    .erase()
}

#[component]
fn DayStep(
    label: String,
    arrow: &'static str,
    to: Option<Day>,
    part: &'static str,
    node: NodeRef<Button>,
) -> impl IntoView {
    let (state, focus) = (use_tracker(), use_kept_focus());
    let step = move |_| {
        if to.is_some() {
            ask(state, to, focus, part);
        }
    };
    view! {
        <button
            type="button"
            aria-label=label
            aria-disabled=if to.is_none() { "true" } else { "false" }
            node_ref=node
            on:click=step
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=arrow></path></svg>
        </button>
    }
    .erase()
}
