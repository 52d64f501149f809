//! The control that asks what was known on a day: closed a button, open a day between arrows that go to the days on which
//! something became known.

use std::sync::Arc;

use leptos::html::{Button, Input};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::erased::{Erase, ErasedView};
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Metric, Question, parse_question_day};
use figure_tracker_core::date::Day;

/// What has the focus in the control: what is shown of a metric is made anew with each day, and the focus stays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Focused {
    Opener,
    Earlier,
    Day,
    Later,
}

/// Where the focus goes when the control is made anew. It outlives what is shown of one metric.
#[derive(Clone, Copy)]
pub(super) struct KnownOnFocus(StoredValue<Option<Focused>>);

impl KnownOnFocus {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(None))
    }
}

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

/// Asks what was known on a day, or with none ends that question.
fn ask(state: TrackerState, known_on: Option<Day>, focused: Focused) {
    expect_context::<KnownOnFocus>().0.set_value(Some(focused));
    let question = untrack(|| state.question());
    state.ask(Question { known_on, ..question });
}

/// Gives an element of the control the focus, if it had it before.
fn restore_focus<Element: JsCast + Clone + Send + Sync + 'static>(
    element: Option<Element>,
    focused: Focused,
) {
    let held = expect_context::<KnownOnFocus>().0;
    if held.get_value() == Some(focused)
        && let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        held.set_value(None);
        _ = element.focus();
    }
}

fn opener(state: TrackerState, days: &[Day]) -> ErasedView {
    let first_day = first_day(&untrack(|| state.metric()), untrack(|| state.figure_index()), days);
    let label = state.localizer().messages.known_on_question.clone();
    let button = NodeRef::<Button>::new();
    Effect::new(move |_| restore_focus(button.get(), Focused::Opener));
    let open = move |_| ask(state, first_day, Focused::Day);
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
    Effect::new(move |_| {
        restore_focus(earlier.get(), Focused::Earlier);
        restore_focus(field.get(), Focused::Day);
        restore_focus(later.get(), Focused::Later);
    });
    let before = days.iter().rev().find(|known| **known < day).copied();
    let after = days.iter().find(|known| **known > day).copied();
    let change = move |text: String| {
        if let Ok(day) = parse_question_day("", &text) {
            ask(state, Some(day), Focused::Day);
        }
    };
    view! {
        <div class="ft-steps">
            <DayStep label=messages.earlier_day.clone() arrow="M15 5L8 12L15 19" to=before focused=Focused::Earlier node=earlier/>
            <input
                type="date"
                aria-label=messages.known_on_question.clone()
                prop:value=day.text()
                value=day.text()
                node_ref=field
                on:change=move |event| change(event_target_value(&event))
            />
            <DayStep label=messages.later_day.clone() arrow="M9 5L16 12L9 19" to=after focused=Focused::Later node=later/>
        </div>
        <button class="ft-text-link" type="button" on:click=move |_| ask(state, None, Focused::Opener)>
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
    focused: Focused,
    node: NodeRef<Button>,
) -> impl IntoView {
    let state = use_tracker();
    let step = move |_| {
        if to.is_some() {
            ask(state, to, focused);
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
