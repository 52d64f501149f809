//! Every figure of the metric as a table, newest first, behind one tap.

mod pieces;
mod rows;

use std::sync::Arc;

use leptos::prelude::*;

pub(super) use self::rows::Rows;
pub use self::rows::row_id;
use super::erased::{Erase, ErasedView};
use super::late::late;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::Metric;

/// What of a table is written.
#[derive(Clone, Copy)]
pub(super) struct TableState {
    /// Whether any of it is: it is written when it is opened.
    is_written: RwSignal<bool>,
    /// Whether it is for paper, which has no tap that would open a table or turn to another piece of it.
    is_on_paper: RwSignal<bool>,
}

impl TableState {
    fn new(tracker: TrackerState) -> Self {
        let own_page = tracker.is_own_page();
        let table = Self {
            // What a server prints is whole without a program, and the same when it is hydrated.
            is_written: RwSignal::new(own_page || cfg!(any(feature = "ssr", feature = "hydrate"))),
            is_on_paper: RwSignal::new(false),
        };
        if cfg!(target_arch = "wasm32") && !own_page {
            table.follow_printing();
        }
        table
    }

    fn follow_printing(self) {
        let before = window_event_listener_untyped("beforeprint", move |_| {
            self.is_on_paper.set(true);
            self.write();
        });
        let after = window_event_listener_untyped("afterprint", move |_| self.is_on_paper.set(false));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
    }

    fn write(self) {
        if !self.is_written.get_untracked() {
            self.is_written.set(true);
        }
    }
}

/// The table and what opens it. Its rows are written when it is opened, and where they are many, in pieces.
#[component]
pub(super) fn Table(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    // A picture has a link to the page in place of the rows.
    let link = state.picture().and_then(|_| page_link(state));
    let is_linked = link.is_some();
    let table = TableState::new(state);
    let count = localizer.format_whole_number(metric.figures.len());
    let content = move || {
        let is_written = !is_linked && table.is_written.get();
        let metric = metric.clone();
        is_written.then(|| late(move |views| (views.rows)(metric.clone(), table)))
    };
    view! {
        <details class="ft-table" open=state.is_own_page() on:toggle=move |_| table.write()>
            <summary>
                {localizer.messages.all_figures.clone()}" "<span class={"ft-number"}>{count}</span>
            </summary>
            {link}
            {content}
        </details>
    }
    .erase()
}

/// What a picture has in place of what would be long: a link to the page that has it.
pub(super) fn page_link(state: TrackerState) -> Option<ErasedView> {
    let metric = state.metric()?;
    let href = state.link_to(metric.latest().map(|figure| &**figure))?;
    let title = metric.label.get(&state.localizer().tag).to_owned();
    Some(view! { <p class={"ft-inside"}><a href=href>{title}</a></p> }.erase())
}
