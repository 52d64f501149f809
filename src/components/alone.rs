//! A metric with one figure: no chart, for nothing changed. Its day among those of the record, its card, and what was counted
//! beside it.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::Cards;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::late::late_in_place;
use super::table::row_id;
use crate::state::use_tracker;
use figure_tracker_core::chart::{TimelineDay, format_length, place_timeline};
use figure_tracker_core::dataset::{Figure, Metric};

/// The most metrics that are named beside it.
const MAX_BESIDE: usize = 4;

/// The short form.
#[component]
pub(super) fn Alone(metric: Arc<Metric>) -> impl IntoView {
    let beside = counted_beside(metric.clone());
    view! {
        <div class="ft-alone">
            <SingleFigure metric=metric.clone()/>
            <div class="ft-body"><Cards metric/>{beside}</div>
        </div>
    }
    .erase()
}

/// What was counted beside a metric of one figure.
pub(super) fn counted_beside(metric: Arc<Metric>) -> ErasedView {
    late_in_place(|| ().erase(), move |views| (views.counted_beside)(metric.clone()))
}

/// What stands in the place of a chart that would have one mark.
#[component]
pub(super) fn SingleFigure(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let only = metric.figures.first().cloned();
    let id = only.as_ref().filter(|_| state.is_own_page()).map(|figure| row_id(&figure.id));
    let timeline = only.map(|figure| {
        let before = || {
            view! { <svg class={"ft-timeline ft-plot"} width="100%" height="44" aria-hidden="true"></svg> }
                .erase()
        };
        late_in_place(before, move |views| (views.figure_timeline)(metric.clone(), figure.clone()))
    });
    view! { <div class="ft-alone" id=id>{timeline}</div> }.erase()
}

/// The day of the figure among those of the record.
#[component]
pub(super) fn FigureTimeline(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let timeline = place_timeline(&state.whole_dataset(), &figure, localizer.locale.as_ref());
    let statement = localizer.describe_mark(&figure, &metric.unit);
    view! {
        <svg class="ft-timeline ft-plot" width="100%" height="44" role="img" aria-label=statement>
            {timeline_line("0", "100%", ["14", "14"])}
            <g aria-hidden="true">{timeline.days.iter().map(timeline_day).collect_view()}</g>
            {timeline.mark.map(timeline_mark)}
        </svg>
    }
    .erase()
}

fn timeline_line(from: &str, to: &str, [top, bottom]: [&'static str; 2]) -> ErasedView {
    view! { <line class="ft-axis" x1=from.to_owned() x2=to.to_owned() y1=top y2=bottom></line> }.erase()
}

fn timeline_day(day: &TimelineDay) -> ErasedView {
    let at = percent(day.at);
    let class = if day.is_own { "ft-word ft-own" } else { "ft-word" };
    let label = day.label.as_ref().map(|(text, anchor)| {
        let (at, anchor) = (at.clone(), anchor.name());
        view! { <text class=class x=at y="40" text-anchor=anchor>{text.clone()}</text> }.erase()
    });
    view! { {timeline_line(&at, &at, ["10", "18"])}{label} }.erase()
}

fn timeline_mark(at: f64) -> ErasedView {
    let circles =
        [("ft-halo", "4.5"), ("ft-shape ft-full", "4.5"), ("ft-ring", "8.5")].map(|(class, radius)| {
            view! { <circle class=class cx=percent(at) cy="14" r=radius></circle> }.erase()
        });
    let circles = circles.into_iter().collect_view();
    view! { <g class="ft-mark ft-main ft-selected" aria-hidden="true">{circles}</g> }.erase()
}

fn percent(share: f64) -> String {
    format_length(share * 100.0) + "%"
}

/// Other metrics of the same group, each with its latest number.
#[component]
pub(super) fn CountedBeside(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let group = metric.group.as_ref()?;
    let is_beside = |other: &Arc<Metric>| {
        let is_same_group = other.group.as_ref().is_some_and(|of| of.id == group.id);
        is_same_group && other.id != metric.id && !other.figures.is_empty()
    };
    let beside = dataset.metrics.iter().enumerate().filter(|(_, other)| is_beside(other));
    let items: Vec<_> = beside.take(MAX_BESIDE).map(|(place, other)| counted_item(place, other)).collect();
    let heading = localizer.messages.counted_beside().to_owned();
    (!items.is_empty()).then(|| {
        view! { <div class="ft-beside"><h3>{heading}</h3><ul>{items.collect_view()}</ul></div> }.erase()
    })
}

fn counted_item(place: usize, metric: &Metric) -> ErasedView {
    let state = use_tracker();
    let localizer = state.localizer();
    let latest = metric.latest();
    let amount = latest.map(|figure| localizer.format_short_amount(figure, &metric.unit));
    let text = view! { <span>{dataset_text(&localizer, &metric.label)}</span>" "<b>{amount}</b> }.erase();
    let item = match state.link_to(latest.map(|figure| &**figure)) {
        Some(href) => view! { <a href=href>{text}</a> }.erase(),
        None => {
            view! { <button type="button" on:click=move |_| state.pick_metric(place)>{text}</button> }.erase()
        }
    };
    view! { <li>{item}</li> }.erase()
}
