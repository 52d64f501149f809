//! The components that are loaded when a reader asks for them: the second part of the program.
//!
//! [`LateViews`] names them, and nothing else of the widget does: what only they need goes into a file of its own
//! (`scripts/split.mjs`), which the custom element's script loads. In every other app they are there like any component.

use std::sync::Arc;

use leptos::prelude::*;

use super::chart::UnseenChart;
use super::counts::AllCounts;
use super::erased::{Erase, ErasedView};
use super::ledger::LedgerContent;
use super::parts::Parts;
use super::picker::PickerState;
use super::sources::SourcesContent;
use super::table::{Pieces, Rows};
use super::take_away::TakeAwayContent;
use super::who::WhoSaidIt;
use figure_tracker_core::dataset::Metric;

/// How the components of the second part are made. Another one is another row, here and in [`LATE_VIEWS`].
pub(super) struct LateViews {
    /// The list of all counts.
    pub(super) counts: fn(PickerState) -> ErasedView,
    /// The parts of what a metric is about.
    pub(super) parts: fn() -> ErasedView,
    /// Who said the figures of a metric.
    pub(super) who: fn() -> ErasedView,
    /// What is in a table.
    pub(super) rows: fn(Arc<Metric>, Pieces) -> ErasedView,
    /// What adds up and what doesn't.
    pub(super) ledger: fn(Arc<Metric>) -> ErasedView,
    /// Where the figures are from.
    pub(super) sources: fn(Arc<Metric>) -> ErasedView,
    /// What a reader takes along.
    pub(super) take_away: fn(Arc<Metric>) -> ErasedView,
}

static LATE_VIEWS: LateViews = LateViews {
    counts: |picker| view! { <AllCounts picker/> }.erase(),
    parts: || view! { <UnseenChart/><Parts/> }.erase(),
    who: || view! { <UnseenChart/><WhoSaidIt/> }.erase(),
    rows: |metric, pieces| view! { <Rows metric pieces/> }.erase(),
    ledger: |metric| view! { <LedgerContent metric/> }.erase(),
    sources: |metric| view! { <SourcesContent metric/> }.erase(),
    take_away: |metric| view! { <TakeAwayContent metric/> }.erase(),
};

/// Draws a component of the second part. While that is being loaded, a line says so.
#[cfg(not(all(target_arch = "wasm32", feature = "element")))]
pub(super) fn late(draw: impl Fn(&LateViews) -> ErasedView + Send + 'static) -> ErasedView {
    draw(&LATE_VIEWS)
}

#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(super) use self::loading::late;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use self::loading::{add_late_views, load_with, tell_of_failure};

/// In the custom element, whose script loads the second part.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
mod loading {
    use std::cell::Cell;
    use std::hint::black_box;

    use leptos::prelude::*;

    use super::{Erase, ErasedView, LATE_VIEWS, LateViews};
    use crate::state::use_tracker;

    /// How far loading the second part has come.
    #[derive(Clone, Copy)]
    enum Loading {
        /// Nobody has asked for it, or it is on its way.
        Awaited,
        /// It did not come; who asks next has it tried again.
        Failed,
        /// It is there.
        Done(&'static LateViews),
    }

    thread_local! {
        static LOADING: ArcRwSignal<Loading> = ArcRwSignal::new(Loading::Awaited);
        static LOAD: Cell<fn()> = const { Cell::new(|| {}) };
    }

    fn loading() -> ArcRwSignal<Loading> {
        LOADING.with(Clone::clone)
    }

    /// Draws a component of the second part. While that is being loaded, a line says so.
    pub(in crate::components) fn late(
        draw: impl Fn(&LateViews) -> ErasedView + Send + 'static,
    ) -> ErasedView {
        // What is there stays there: nothing needs to remember who has read it.
        if let Loading::Done(views) = loading().get_untracked() {
            return draw(views);
        }
        load();
        let content = move || match loading().get() {
            Loading::Done(views) => draw(views),
            Loading::Awaited => view! { <Awaited/> }.erase(),
            Loading::Failed => view! { <Failed/> }.erase(),
        };
        content.erase()
    }

    fn load() {
        loading().set(Loading::Awaited);
        LOAD.get()();
    }

    #[component]
    fn Awaited() -> impl IntoView {
        let text = use_tracker().localizer().messages.loading.clone();
        view! { <p class="ft-late" role="status">{text}</p> }.erase()
    }

    #[component]
    fn Failed() -> impl IntoView {
        let text = use_tracker().localizer().messages.not_loaded.clone();
        view! {
            <p class="ft-late" role="alert">
                <button class="ft-text-link" type="button" on:click=|_| load()>{text}</button>
            </p>
        }
        .erase()
    }

    /// Sets what has the second part loaded. It is called again and again, until that is there.
    pub(crate) fn load_with(load: fn()) {
        LOAD.set(load);
    }

    /// Shows what was waiting for the second part. All that only this leads to is the second part.
    pub(crate) fn add_late_views() {
        // The optimizer must not know that this is the only value: it would put it where the value is read.
        loading().set(Loading::Done(black_box(&LATE_VIEWS)));
    }

    /// Tells those who wait for the second part that it did not come.
    pub(crate) fn tell_of_failure() {
        loading().set(Loading::Failed);
    }
}
