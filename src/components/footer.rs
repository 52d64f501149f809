//! Where everything is from: the sources and corrections on the shelf, and the footer with edition and licence.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::card::SourceLinks;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::shelf::ShelfEntry;
use super::table::page_link;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::Metric;

/// The most documents that are listed. The others are told with their figures.
const MAX_SOURCES: usize = 100;

/// The documents that carry figures of a metric, and what was mended in the file.
#[component]
pub(super) fn Sources(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let count = carrying_sources(&metric).len();
    let heading = localizer.format_count(count, &localizer.messages.source_count);
    let content = move || view! { {source_list(state, &metric)}<Corrections/> }.erase();
    view! { <ShelfEntry name="sources" heading content=Box::new(content)/> }.erase()
}

/// The ids of the documents that carry figures of a metric.
fn carrying_sources(metric: &Metric) -> BTreeSet<&str> {
    let entries = metric.figures.iter().flat_map(|figure| &figure.sources);
    entries.map(|entry| &*entry.source.id).collect()
}

fn source_list(state: TrackerState, metric: &Metric) -> ErasedView {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let carried = carrying_sources(metric);
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
    view! { {link}<ul>{sources.collect_view()}{rest}</ul> }.erase()
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
            <h3>{localizer.messages.corrections.clone()}</h3>
            {link}
            <ul>{items.collect_view()}</ul>
        }
        .erase()
    })
}

/// The footer of the widget: where the data comes from if the page did not say it, the edition, whether it is kept or updated,
/// and the licence.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.whole_dataset(), state.localizer());
    let messages = localizer.messages.clone();
    let edition = dataset.edition.as_ref().map(|date| {
        let kept = if state.is_frozen() { messages.frozen.clone() } else { messages.updating.clone() };
        format!("{}, {kept}", localizer.format_edition(date))
    });
    let licence = dataset.license.as_ref().map(|licence| format!("{}: {licence}", messages.licence.clone()));
    let data = state.data_address().map(|address| format!("{}: {address}", messages.data));
    let about = [data, edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! { <footer class="ft-footer"><p class={"ft-about"}>{about}</p></footer> }.erase()
}
