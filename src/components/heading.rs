//! What is shown, in words: the record, the metric as the title, which opens the list of all metrics, and what became of its
//! number.

use std::sync::Arc;

use leptos::prelude::*;

use super::dataset_text::{dataset_text, sentence_text};
use super::erased::{Erase, ErasedView};
use super::late::late_in_place;
use super::part_trail::PartTrail;
use super::picker::Picker;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Metric, Scope};

/// The heading of the widget.
#[component]
pub(super) fn Heading() -> impl IntoView {
    let state = use_tracker();
    let title = dataset_text(&state.localizer(), &state.whole_dataset().title);
    view! {
        <p class="ft-kicker" part="title" id=state.element_id("title")>{title}</p>
        <Picker/>
        <div aria-live="polite">{move || state_line(state)}</div>
    }
    .erase()
}

/// What is asked and the answer; else what became of the number on display, in a sentence, and where a part is shown the way
/// back. It is announced when another metric or part is picked.
fn state_line(state: TrackerState) -> ErasedView {
    // The sentence keeps its room until the question or the way back can stand there.
    let before = move || view! { <p class="ft-state ft-awaited">{describe_state(state)}</p> }.erase();
    if !state.question().is_empty() {
        return late_in_place(before, |views| (views.asked)());
    }
    let scope = state.shown_scope();
    let is_part = state.whole_metric().is_some_and(|metric| shown_part(&metric, scope.as_deref()).is_some());
    if !is_part {
        return view! { <p class="ft-state" part="state">{describe_state(state)}</p> }.erase();
    }
    late_in_place(before, |views| (views.part_state)())
}

/// What became of the number of a part, after the way back to what contains it.
#[component]
pub(super) fn PartState() -> impl IntoView {
    let state = use_tracker();
    let sentence = describe_state(state);
    view! { <p class="ft-state" part="state"><PartTrail/>{sentence}</p> }.erase()
}

fn describe_state(state: TrackerState) -> Option<ErasedView> {
    let (dataset, localizer, metric) = (state.dataset(), state.localizer(), state.metric()?);
    let sentence = match state.whole_metric() {
        Some(whole) if whole.figures.len() == 1 => localizer.messages.only_figure().to_owned(),
        _ => localizer.describe_course(&dataset, &metric.of_chart(state.shown_scope().as_deref())),
    };
    Some(sentence_text(&localizer, &dataset, &sentence))
}

/// Returns the scope on display where it is not the one that the metric is about.
pub(super) fn shown_part<'m>(metric: &'m Metric, shown: Option<&str>) -> Option<&'m Arc<Scope>> {
    let part = metric.scopes.iter().find(|scope| Some(&*scope.id) == shown)?;
    (shown != metric.main_scope()).then_some(part)
}
