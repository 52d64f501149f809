//! Draws components that are loaded when a reader asks for them, by the table of the second part of the program.
//!
//! What the table is made of stands above, in `late_views.rs`: these components, too, draw others by it. What only they need goes
//! into a file of its own (`scripts/split.mjs`), which the custom element's script loads. In every other app they are there like
//! any component.

use std::sync::Arc;

use leptos::prelude::*;

use super::erased::ErasedView;
use super::picker::panel::PickerState;
use figure_tracker_core::dataset::{Figure, Metric};
use figure_tracker_core::date::Day;

/// How the components of the second part are made. Another one is another row, here and in `LATE_VIEWS`.
pub(super) struct LateViews {
    /// The list of all counts.
    pub(super) counts: fn(PickerState) -> ErasedView,
    /// The parts of what a metric is about.
    pub(super) parts: fn() -> ErasedView,
    /// Who said the figures of a metric.
    pub(super) who: fn() -> ErasedView,
    /// What is asked, and the answer.
    pub(super) asked: fn() -> ErasedView,
    /// What became of the number of a part, and the way back from it.
    pub(super) part_state: fn() -> ErasedView,
    /// The period of a long series.
    pub(super) period: fn(Arc<Metric>) -> ErasedView,
    /// The day that is asked for, between arrows to others.
    pub(super) day_picker: fn(Day, Arc<[Day]>) -> ErasedView,
    /// The field for the number of a figure in a long series.
    pub(super) step_number: fn() -> ErasedView,
    /// The day of the one figure of a metric.
    pub(super) figure_timeline: fn(Arc<Metric>, Arc<Figure>) -> ErasedView,
    /// What was counted beside a metric of one figure.
    pub(super) counted_beside: fn(Arc<Metric>) -> ErasedView,
    /// What explains the selected figure and the marks.
    pub(super) about_figure: fn(Arc<Metric>) -> ErasedView,
    /// What is in a table, of which paper has more rows.
    pub(super) rows: fn(Arc<Metric>, RwSignal<bool>) -> ErasedView,
    /// What adds up and what doesn't.
    pub(super) ledger: fn(Arc<Metric>) -> ErasedView,
    /// Where the figures are from.
    pub(super) sources: fn(Arc<Metric>) -> ErasedView,
    /// What a reader takes along.
    pub(super) take_away: fn(Arc<Metric>) -> ErasedView,
}

#[cfg(not(all(target_arch = "wasm32", feature = "element")))]
pub(super) use self::at_once::{is_awaited, late, late_in_place};

#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(super) use self::loading::add;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(super) use self::loading::{is_awaited, late, late_in_place};
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) use self::loading::{load_with, tell_of_failure};

/// In every app but the custom element: the widget has given all components.
#[cfg(not(all(target_arch = "wasm32", feature = "element")))]
mod at_once {
    use leptos::prelude::expect_context;

    use super::{ErasedView, LateViews};

    /// Draws a component of the second part.
    pub(in crate::components) fn late(
        draw: impl Fn(&LateViews) -> ErasedView + Send + 'static,
    ) -> ErasedView {
        draw(expect_context::<&LateViews>())
    }

    /// Draws a component of the second part.
    pub(in crate::components) fn late_in_place(
        _before: impl Fn() -> ErasedView + Send + 'static,
        draw: impl Fn(&LateViews) -> ErasedView + Send + 'static,
    ) -> ErasedView {
        draw(expect_context::<&LateViews>())
    }

    /// Returns whether the second part is still to come.
    pub(in crate::components) fn is_awaited() -> bool {
        false
    }
}

/// In the custom element, whose script loads the second part.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
mod loading {
    use std::cell::Cell;

    use leptos::prelude::*;

    use super::{ErasedView, LateViews};
    use crate::components::erased::Erase;
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
        late_in_place(|| view! { <Awaited/> }.erase(), draw)
    }

    /// Draws a component of the second part. While that is being loaded, something else keeps its place.
    pub(in crate::components) fn late_in_place(
        before: impl Fn() -> ErasedView + Send + 'static,
        draw: impl Fn(&LateViews) -> ErasedView + Send + 'static,
    ) -> ErasedView {
        late_content(Box::new(before), Box::new(draw))
    }

    /// The same for views of any kind: once in the program.
    fn late_content(
        before: Box<dyn Fn() -> ErasedView + Send>,
        draw: Box<dyn Fn(&LateViews) -> ErasedView + Send>,
    ) -> ErasedView {
        // What is there stays there: nothing needs to remember who has read it.
        if let Loading::Done(views) = loading().get_untracked() {
            return draw(views);
        }
        load();
        let content = move || match loading().get() {
            Loading::Done(views) => draw(views),
            Loading::Awaited => before(),
            Loading::Failed => view! { <Failed/> }.erase(),
        };
        content.erase()
    }

    /// Returns whether the second part is still to come. Tracked.
    pub(in crate::components) fn is_awaited() -> bool {
        matches!(loading().get(), Loading::Awaited)
    }

    fn load() {
        loading().set(Loading::Awaited);
        LOAD.get()();
    }

    #[component]
    fn Awaited() -> impl IntoView {
        let text = use_tracker().localizer().messages.loading().to_owned();
        view! { <p class="ft-late" role="status">{text}</p> }.erase()
    }

    #[component]
    fn Failed() -> impl IntoView {
        let text = use_tracker().localizer().messages.not_loaded().to_owned();
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

    /// Takes the components of the second part, and shows what was waiting for them.
    pub(in crate::components) fn add(views: &'static LateViews) {
        loading().set(Loading::Done(views));
    }

    /// Tells those who wait for the second part that it did not come.
    pub(crate) fn tell_of_failure() {
        loading().set(Loading::Failed);
    }
}
