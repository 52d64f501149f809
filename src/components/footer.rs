//! The footer: sources, what the marks mean, corrections, edition and licence.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::card::SourceLinks;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::late::late;
use super::table::page_link;
use crate::state::{TrackerState, use_tracker};

/// The most documents that are listed. The others are told with their figures.
const MAX_SOURCES: usize = 100;

/// The footer of the widget.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let has_corrections = !state.dataset().corrections.is_empty();
    let legend = move || {
        let metric = state.metric()?;
        Some(late(move |views| (views.legend)(metric.clone())))
    };
    let corrections = has_corrections.then(|| {
        let summary = messages.corrections.clone();
        view! { <Fold summary content=|| Some(late(|views| (views.corrections)()))/> }.erase()
    });
    view! {
        <footer class="ft-footer">
            <Fold summary=messages.sources.clone() content=|| Some(late(|views| (views.sources)()))/>
            <Fold summary=messages.legend.clone() content=legend/>
            {corrections}
            <About/>
        </footer>
    }
    .erase()
}

/// What opens at a tap. It is written then; what is printed, and what takes its place, is whole.
#[component]
fn Fold<Content>(summary: String, content: Content) -> impl IntoView
where
    Content: Fn() -> Option<ErasedView> + Send + Sync + 'static,
{
    let is_whole = use_tracker().is_own_page() || cfg!(any(feature = "ssr", feature = "hydrate"));
    let is_written = RwSignal::new(is_whole);
    let content = move || is_written.get().then(&content).flatten();
    view! {
        <details on:toggle=move |_| is_written.set(true)>
            <summary>{summary}</summary>
            {content}
        </details>
    }
    .erase()
}

/// The documents that carry figures of the metric on display.
#[component]
pub(super) fn Sources() -> impl IntoView {
    let state = use_tracker();
    let content = move || source_list(state);
    content.erase()
}

fn source_list(state: TrackerState) -> ErasedView {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let metric = state.metric();
    let figures = metric.as_ref().map(|metric| &*metric.figures).unwrap_or_default();
    let carried = figures.iter().flat_map(|figure| &figure.sources).map(|entry| &*entry.source.id);
    let carried: BTreeSet<&str> = carried.collect();
    let sources = dataset.sources.iter().filter(|source| carried.contains(&*source.id));
    let link = link_for(state, carried.len());
    let most = if state.is_own_page() { usize::MAX } else { MAX_SOURCES };
    let shown = if link.is_some() { 0 } else { most };
    let rest = (shown > 0 && carried.len() > shown)
        .then(|| view! { <li>{localizer.describe_rows(1, shown, carried.len())}</li> }.erase());
    let sources = sources.take(shown).map(|source| {
        let title = source.title.as_ref();
        let title = title.map(|title| view! { <div>{dataset_text(&localizer, title)}</div> }.erase());
        let note = source.note.as_ref();
        let note = note.map(|note| view! { " "<small>{dataset_text(&localizer, note)}</small> }.erase());
        view! { <li>{title}<SourceLinks source=source.clone() way=None/>{note}</li> }.erase()
    });
    view! { {link}<ul class="ft-inside">{sources.collect_view()}{rest}</ul> }.erase()
}

/// What a picture has in place of a list of this length, if that is too long.
fn link_for(state: TrackerState, length: usize) -> Option<ErasedView> {
    state.picture().filter(|picture| length > picture.longest_list)?;
    page_link(state)
}

/// What was mended in the file.
#[component]
pub(super) fn Corrections() -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let link = link_for(state, dataset.corrections.len());
    let shown = if link.is_some() { 0 } else { dataset.corrections.len() };
    let items = dataset.corrections.iter().take(shown).map(|correction| {
        let note = dataset_text(&localizer, &correction.note);
        view! { <li><small>{localizer.format_date_said(Some(&correction.date))}</small>" "<div>{note}</div></li> }.erase()
    });
    view! { {link}<ul class={"ft-inside"}>{items.collect_view()}</ul> }.erase()
}

/// Where the data comes from if the page did not say it, the edition, whether it is kept or updated, and the licence.
#[component]
fn About() -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let messages = localizer.messages.clone();
    let edition = dataset.edition.as_ref().map(|date| {
        let kept = if state.is_frozen() { messages.frozen.clone() } else { messages.updating.clone() };
        format!("{}, {kept}", localizer.format_edition(date))
    });
    let licence = dataset.license.as_ref().map(|licence| format!("{}: {licence}", messages.licence.clone()));
    let data = state.data_address().map(|address| format!("{}: {address}", messages.data));
    let about = [data, edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! { <p class="ft-about">{about}</p> }.erase()
}
