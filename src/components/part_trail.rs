//! What leads from a part back to what contains it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::focus::{focus_later, root_of};
use crate::state::{TrackerState, View, use_tracker};
use figure_tracker_core::dataset::{Dataset, Text};
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{PartKey, PartTree};

/// The way back: "‹ Whole country".
#[component]
pub(super) fn PartTrail() -> impl IntoView {
    let state = use_tracker();
    move || {
        let scope = state.shown_scope();
        let tree = PartTree::new(&state.dataset(), state.metric_index(), scope.as_deref());
        tree.above.and_then(|above| back_button(state, above))
    }
}

fn back_button(state: TrackerState, above: PartKey) -> Option<ErasedView> {
    let dataset = state.dataset();
    let shown = untrack(|| state.metric_index());
    let label = dataset_text(&state.localizer(), part_label(&dataset, &above, shown)?);
    let go = move |event: MouseEvent| {
        let root = root_of(&event);
        state.show_part(View::Parts, above.metric, above.scope.as_deref());
        focus_later(root, ".ft-trail, .ft-part .ft-row-button");
    };
    Some(
        view! {
            <button class="ft-trail ft-back ft-text-link" type="button" on:click=go>{label}</button>
            " "
        }
        .erase(),
    )
}

/// What a part is called in the view of a metric: as its scope, and what another metric is about as that metric.
pub(super) fn part_label<'a>(dataset: &'a Dataset, part: &PartKey, shown: usize) -> Option<&'a Text> {
    let metric = dataset.metrics.get(part.metric)?;
    let is_other_subject = part.metric != shown && part.scope.as_deref() == metric.main_scope();
    let scope = metric.scopes.iter().find(|scope| Some(&*scope.id) == part.scope.as_deref());
    Some(scope.filter(|_| !is_other_subject).map_or(&metric.label, |scope| &scope.label))
}

/// What a part is called in the view of a metric; what another metric is about as both: "Deaths – Whole country".
pub(super) fn part_name(
    dataset: &Dataset,
    localizer: &Localizer,
    part: &PartKey,
    shown: usize,
) -> Option<String> {
    let label = part_label(dataset, part, shown)?.get(&localizer.tag);
    let metric = dataset.metrics.get(part.metric)?;
    let scope = metric.scopes.iter().find(|scope| Some(&*scope.id) == part.scope.as_deref());
    let scope = scope.map(|scope| scope.label.get(&localizer.tag)).filter(|scope| *scope != label);
    Some(scope.map_or_else(|| label.to_owned(), |scope| localizer.format_metric_and_scope(label, scope)))
}
