//! What leads from a part back to what contains it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::heading::shown_part;
use crate::state::{TrackerState, View, use_tracker};
use figure_tracker_core::dataset::{Dataset, Text};
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{PartKey, PartTree};

/// The way back: "‹ Whole country". Nothing where the metric is shown as a whole.
#[component]
pub(super) fn PartTrail() -> impl IntoView {
    let state = use_tracker();
    move || {
        let scope = state.shown_scope();
        let metric = state.whole_metric()?;
        shown_part(&metric, scope.as_deref())?;
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
        show_part(state, View::Parts, &above);
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
    Some(scope.map_or_else(|| label.to_owned(), |scope| [label, " – ", scope].concat()))
}

/// Shows a part in a view.
pub(super) fn show_part(state: TrackerState, view: View, part: &PartKey) {
    state.show_part(view, part.metric, part.scope.as_deref());
}

/// The widget around what was clicked.
pub(super) fn root_of(event: &MouseEvent) -> Option<Element> {
    let target = event.current_target()?.dyn_into::<Element>().ok()?;
    target.closest(".ft-base").ok().flatten()
}

/// Puts the focus on the first element that a selector finds, once what was asked for is drawn: what had the focus is gone.
pub(super) fn focus_later(root: Option<Element>, selector: impl Into<String>) {
    let Some(root) = root.map(send_wrapper::SendWrapper::new) else { return };
    let selector = selector.into();
    request_animation_frame(move || {
        let found = root.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            _ = element.focus();
        }
    });
}
