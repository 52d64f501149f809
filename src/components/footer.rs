//! The footer: sources, what the marks mean, corrections, edition and licence.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::SourceLinks;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::legend::Legend;
use super::table::page_link;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::Figure;

/// The footer of the widget.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    view! {
        <footer class="ft-footer">
            <details>
                <summary>{messages.sources.clone()}</summary>
                {move || source_list(state).erase()}
            </details>
            <details>
                <summary>{messages.legend.clone()}</summary>
                <div class={"ft-inside"}>
                    {move || state.metric().map(|metric| view! { <Legend metric/> }.erase())}
                </div>
            </details>
            <Corrections/>
            <About/>
        </footer>
    }
    .erase()
}

/// The documents that carry figures of the metric on display.
fn source_list(state: TrackerState) -> ErasedView {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let metric = state.metric();
    let figures = metric.as_ref().map(|metric| &*metric.figures).unwrap_or_default();
    let carried = |id: &str| {
        let carries = |figure: &Arc<Figure>| figure.sources.iter().any(|source| source.id == id);
        figures.iter().any(carries)
    };
    let sources: Vec<_> = dataset.sources.iter().filter(|source| carried(&source.id)).collect();
    let link = link_for(state, sources.len());
    let shown = if link.is_some() { 0 } else { sources.len() };
    let sources = sources.into_iter().take(shown).map(|source| {
        let title =
            source.title.as_ref().map(|title| view! { <div>{dataset_text(&localizer, title)}</div> }.erase());
        let note = source
            .note
            .as_ref()
            .map(|note| view! { " "<small>{dataset_text(&localizer, note)}</small> }.erase());
        view! { <li>{title}<SourceLinks source=source.clone() way=None/>{note}</li> }.erase()
    });
    view! { {link}<ul class="ft-inside">{sources.collect_view()}</ul> }.erase()
}

/// What a picture has in place of a list of this length, if that is too long.
fn link_for(state: TrackerState, length: usize) -> Option<ErasedView> {
    state.picture().filter(|picture| length > picture.longest_list)?;
    page_link(state)
}

/// What was mended in the file.
#[component]
fn Corrections() -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let link = link_for(state, dataset.corrections.len());
    let shown = if link.is_some() { 0 } else { dataset.corrections.len() };
    let items = dataset.corrections.iter().take(shown).map(|correction| {
        let note = dataset_text(&localizer, &correction.note);
        view! { <li><small>{localizer.format_date_said(Some(&correction.date))}</small>" "<div>{note}</div></li> }.erase()
    });
    (!dataset.corrections.is_empty()).then(|| {
        view! {
            <details>
                <summary>{localizer.messages.corrections.clone()}</summary>
                {link}
                <ul class={"ft-inside"}>{items.collect_view()}</ul>
            </details>
        }
        .erase()
    })
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
