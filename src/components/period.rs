//! The period of a long series: a strip of all its figures with a handle at either end of the period, and buttons for the
//! last year, the last month and all of it.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;

use super::erased::{Erase, ErasedView};
use super::focus::{focus_later, root_of};
use super::late::late_in_place;
use super::strip::{StripGround, draw_strip};
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::chart::{
    LONG_SERIES, StripAxis, StripFigures, StripOptions, format_length, highest_number,
};
use figure_tracker_core::dataset::{Metric, Question};
use figure_tracker_core::date::Day;

/// The height of the strip in CSS pixels.
const HEIGHT: f64 = 44.0;
/// The days of a year, as its button has them.
const YEAR: i32 = 365;
/// The days of a month.
const MONTH: i32 = 30;

/// The days of a series, and of the period that is shown, by their numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Days {
    first: i32,
    last: i32,
}

/// The period, where a series is a long one.
#[component]
pub(super) fn Period() -> impl IntoView {
    let state = use_tracker();
    let metric = untrack(|| state.whole_metric()).filter(|metric| metric.figures.len() >= LONG_SERIES)?;
    days_of(&metric)?;
    let content = late_in_place(|| ().erase(), move |views| (views.period)(metric.clone()));
    Some(match state.is_printed() {
        true => view! { <div class="ft-period">{content}</div> }.erase(),
        false => view! { <div class="ft-period" part="period">{content}</div> }.erase(),
    })
}

/// The strip with its handles, and the buttons. Its place is as high before it is there.
#[component]
pub(super) fn PeriodContent(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let days = days_of(&metric)?;
    let strip = draw_series(state, &metric, days);
    if state.is_printed() {
        return Some(view! { <div class="ft-period-strip">{strip}</div> }.erase());
    }
    let question = untrack(|| state.question());
    let number =
        |day: Option<Day>, otherwise: i32| day.map_or(otherwise, Day::number).clamp(days.first, days.last);
    let shown = RwSignal::new(Days {
        first: number(question.from, days.first),
        last: number(question.to, days.last),
    });
    let content = view! {
        <div class="ft-period-strip">
            {strip}
            {move || shade(days, shown.get())}
            <Handle days shown is_last=false/>
            <Handle days shown is_last=true/>
        </div>
        <Spans days shown/>
    }
    .erase();
    Some(content)
}

/// The days on which the figures of a metric were said; none where they are all of one day.
fn days_of(metric: &Metric) -> Option<Days> {
    let said = || metric.figures.iter().filter_map(|figure| figure.said.as_ref());
    let first = said().filter_map(|said| said.latest().or(said.earliest())).min()?.number();
    let last = said().filter_map(|said| said.latest().or(said.earliest())).max()?.number();
    (first < last).then_some(Days { first, last })
}

/// The line of the whole series.
fn draw_series(state: TrackerState, metric: &Arc<Metric>, days: Days) -> ErasedView {
    let subject = metric.main_scope();
    let figures = metric.figures.iter().enumerate().filter(|(_, figure)| figure.scope_id() == subject);
    let places: Vec<usize> = figures.map(|(place, _)| place).collect();
    let span = (Day::from_number(days.first), Day::from_number(days.last));
    let axis = StripAxis::new(untrack(|| state.plot_size()).width, span, 0.0, 0.0);
    let options = StripOptions { axis, height: HEIGHT, top: highest_number(metric, places.iter().copied()) };
    let strip = StripFigures::new(&state.whole_dataset(), metric).lay_out_strip(&places, &options);
    draw_strip(&options, &strip, &StripGround::default())
}

/// Shades the days outside of the period.
fn shade(days: Days, shown: Days) -> ErasedView {
    let share = |day: i32| 100.0 * f64::from(day - days.first) / f64::from(days.last - days.first);
    let [before, after] =
        [share(shown.first), 100.0 - share(shown.last)].map(|share| format_length(share) + "%");
    view! {
        <span class="ft-shade" style:inset-inline-start="0" style:width=before></span>
        <span class="ft-shade" style:inset-inline-end="0" style:width=after></span>
    }
    .erase()
}

/// Asks for the figures of a period; an end that is the series' own is no end. The focus goes to what a selector finds.
fn ask(state: TrackerState, days: Days, shown: Days, event: &Event, focused: String) {
    let from = (shown.first > days.first).then(|| Day::from_number(shown.first));
    let to = (shown.last < days.last).then(|| Day::from_number(shown.last));
    let (root, question) = (root_of(event), untrack(|| state.question()));
    state.ask(Question { from, to, ..question });
    focus_later(root, focused);
}

/// One end of the period: a slider over the whole strip, of which the handle alone takes taps.
#[component]
fn Handle(days: Days, shown: RwSignal<Days>, is_last: bool) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let messages = &localizer.messages;
    let (place, label) = match is_last {
        true => (2, messages.period_last_day().to_owned()),
        false => (1, messages.period_first_day().to_owned()),
    };
    let day = move || if is_last { shown.get().last } else { shown.get().first };
    let change = move |text: String| {
        let Ok(day) = text.parse::<i32>() else { return };
        shown.update(|shown| match is_last {
            true => shown.last = day.max(shown.first),
            false => shown.first = day.min(shown.last),
        });
    };
    let described = StoredValue::new(localizer.clone());
    view! {
        <input
            type="range"
            min=days.first.to_string()
            max=days.last.to_string()
            prop:value=move || day().to_string()
            value=day().to_string()
            aria-label=label
            aria-valuetext=move || described.with_value(|localizer| localizer.format_day(Day::from_number(day())))
            on:input=move |event| change(event_target_value(&event))
            on:change=move |event| {
                let handle = format!(".ft-period-strip input:nth-of-type({place})");
                ask(state, days, shown.get_untracked(), &event, handle);
            }
        />
    }
    .erase()
}

/// The buttons for the last year, the last month and all of it.
#[component]
fn Spans(days: Days, shown: RwSignal<Days>) -> impl IntoView {
    let messages = use_tracker().localizer().messages.clone();
    let length = days.last - days.first;
    let spans = [
        (messages.period_year().to_owned(), Some(YEAR)),
        (messages.period_month().to_owned(), Some(MONTH)),
        (messages.period_all().to_owned(), None),
    ];
    let spans = spans.into_iter().filter(|(_, span)| span.is_none_or(|span| span < length)).enumerate();
    let buttons = spans.map(|(index, (label, span))| {
        let place = index + 1;
        view! { <Span place label span days shown/> }.erase()
    });
    view! { <div class="ft-period-spans">{buttons.collect_view()}</div> }.erase()
}

#[component]
fn Span(
    /// Its place among the buttons, from 1 on.
    place: usize,
    label: String,
    span: Option<i32>,
    days: Days,
    shown: RwSignal<Days>,
) -> impl IntoView {
    let state = use_tracker();
    let choose = move |event: Event| {
        let last = shown.get_untracked().last;
        let period = span.map_or(days, |span| Days { first: (last - span).max(days.first), last });
        shown.set(period);
        ask(state, days, period, &event, format!(".ft-period-spans button:nth-child({place})"));
    };
    let is_shown = move || {
        let Days { first, last } = shown.get();
        if last - first == span.unwrap_or(days.last - days.first) { "true" } else { "false" }
    };
    view! {
        <button class="ft-text-link" type="button" aria-pressed=is_shown on:click=move |event| choose(event.into())>{label}</button>
    }
    .erase()
}
