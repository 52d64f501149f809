//! The shelf: what explains a figure and where it is from, each entry behind one tap.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

use super::card::RemarkList;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::late::late;
use super::ledger::LedgerEntry;
use super::legend::Legend;
use super::sources::Sources;
use super::table::Table;
use super::take_away::TakeAway;
use super::tallest::tallest_explanations;
use crate::state::{TrackerState, unsubscribe_on_cleanup, use_tracker};
use figure_tracker_core::dataset::{Figure, Metric};

/// The entries that a reader has opened, which stay so when another metric is shown.
#[derive(Clone, Copy, Default)]
pub(super) struct OpenEntries(StoredValue<Vec<&'static str>>);

impl OpenEntries {
    pub(super) fn is_open(self, name: &'static str) -> bool {
        self.0.with_value(|names| names.contains(&name))
    }

    /// Remembers by the event of a toggle whether an entry is open, and returns that.
    pub(super) fn remember(self, name: &'static str, toggle: &Event) -> bool {
        let details = toggle.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_open = details.is_some_and(|details| details.has_attribute("open"));
        self.0.update_value(|names| {
            names.retain(|open| *open != name);
            if is_open {
                names.push(name);
            }
        });
        is_open
    }
}

/// The shelf below chart and card.
#[component]
pub(super) fn Shelf(metric: Arc<Metric>) -> impl IntoView {
    view! { <div class="ft-shelf" part="shelf">{shelf_entries(metric)}</div> }.erase()
}

/// The entries of the shelf, in their order.
fn shelf_entries(metric: Arc<Metric>) -> ErasedView {
    let has_table = metric.figures.len() > 1;
    let table = has_table.then(|| view! { <Table metric=metric.clone()/> }.erase());
    view! {
        <AboutFigure metric=metric.clone()/>
        <LedgerEntry metric=metric.clone()/>
        {table}
        <Sources metric=metric.clone()/>
        <TakeAway metric/>
    }
    .erase()
}

/// What makes what is behind a heading.
pub(super) type EntryContent = Box<dyn Fn() -> ErasedView + Send + Sync>;

/// An entry of the shelf: a heading, and what is behind it, which is made when it is opened.
#[component]
pub(super) fn ShelfEntry(
    /// Its name, by which it is remembered that a reader has opened it.
    name: &'static str,
    /// What stands before one's eyes.
    heading: String,
    /// Whether it is open at first.
    #[prop(optional)]
    is_open: bool,
    /// Whether it is on paper even where a reader has not opened it: paper has no tap that would.
    #[prop(optional)]
    is_on_paper: bool,
    /// What is behind it.
    content: EntryContent,
) -> impl IntoView {
    let state = use_tracker();
    let opened = expect_context::<OpenEntries>();
    let is_open = is_open || opened.is_open(name);
    // What is printed is whole without a program, and what takes the place of a page the same.
    let is_whole = state.is_own_page() || cfg!(any(feature = "ssr", feature = "hydrate"));
    let is_written = RwSignal::new(is_open || is_whole);
    if cfg!(target_arch = "wasm32") && is_on_paper {
        let before = window_event_listener_untyped("beforeprint", move |_| is_written.set(true));
        on_cleanup(move || before.remove());
    }
    let toggle = move |event: Event| {
        if opened.remember(name, &event) && !is_written.get_untracked() {
            is_written.set(true);
        }
    };
    view! {
        <details class=["ft-entry ft-", name].concat() open=is_open on:toggle=toggle>
            <summary>{heading}</summary>
            <div class={"ft-inside"}>{move || is_written.get().then(&content)}</div>
        </details>
    }
    .erase()
}

/// What explains the selected figure and the marks, open where there is room for it.
#[component]
fn AboutFigure(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let heading = state.localizer().messages.about_figure().to_owned();
    let has_chart = has_chart(state);
    // A page of its own can't tell how wide it will be; a picture is opened where it is shown (`standing-picture.js`).
    let is_open = !has_chart || (!state.is_own_page() && untrack(|| state.is_wide()));
    let content = move || {
        let metric = metric.clone();
        late(move |views| (views.about_figure)(metric.clone()))
    };
    view! { <ShelfEntry name="explanation" heading is_open content=Box::new(content)/> }.erase()
}

/// Whether the metric on display has a chart: one figure has none.
fn has_chart(state: TrackerState) -> bool {
    untrack(|| state.whole_metric()).is_some_and(|whole| whole.figures.len() > 1)
}

/// What there is to say of the selected figure beside its card: what it counts, notes, how it relates to others; and what the
/// marks mean.
#[component]
pub(super) fn AboutFigureContent(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let heading = state.localizer().messages.legend().to_owned();
    let legend =
        has_chart(state).then(|| view! { <h3>{heading}</h3><Legend metric=metric.clone()/> }.erase());
    view! { <Explanations metric/>{legend} }.erase()
}

/// What explains the selected figure, in a frame as high as what explains any other of the metric, so that selecting moves
/// nothing.
#[component]
fn Explanations(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let has_sizers = !state.is_own_page() && state.picture().is_none_or(|picture| picture.sizers);
    let tallest = if has_sizers { tallest_explanations(state, &metric) } else { Vec::new() };
    let of_metric = metric.clone();
    let sizers = tallest.into_iter().map(|figure| {
        view! {
            <div class="ft-sizer" aria-hidden="true" inert=true hidden=true>
                <Definitions metric=of_metric.clone() figure=figure.clone()/>
                <Remarks figure/>
            </div>
        }
        .erase()
    });
    let sizers = sizers.collect_view();
    // What is counted is the same for most figures: selecting another one writes it anew only where it isn't.
    let scoped = metric.clone();
    let scope = Memo::new(move |_| {
        let figure = scoped.figures.get(state.figure_index());
        figure.and_then(|figure| figure.scope_id().map(str::to_owned))
    });
    unsubscribe_on_cleanup(scope);
    let of_scope = metric.clone();
    let definitions = move || {
        let scope = scope.get();
        let figure = of_scope.figures.iter().find(|figure| figure.scope_id() == scope.as_deref()).cloned();
        figure.map(|figure| view! { <Definitions metric=of_scope.clone() figure/> }.erase())
    };
    let remarks = move || {
        let figure = metric.figures.get(state.figure_index()).cloned();
        figure.map(|figure| view! { <Remarks figure/> }.erase())
    };
    view! { <div class="ft-explained">{sizers}<div>{definitions}{remarks}</div></div> }.erase()
}

/// What is counted.
#[component]
pub(super) fn Definitions(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let localizer = use_tracker().localizer();
    let paragraph = |text| view! { <p>{dataset_text(&localizer, text)}</p> }.erase();
    metric.definitions_of(&figure).map(paragraph).collect_view()
}

/// What is remarked on a figure: the note, the words as printed, how it relates to others.
#[component]
pub(super) fn Remarks(figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let note = figure.note.as_ref().map(|note| view! { <p>{dataset_text(&localizer, note)}</p> }.erase());
    let quote = figure.quote.as_ref().map(|quote| {
        let lang = localizer.foreign_language(quote).map(str::to_owned);
        view! { <p><q lang=lang dir="auto">{dataset_text(&localizer, quote)}</q></p> }.erase()
    });
    let remarks = all_remarks(state, &figure);
    view! { {note}{quote}{remarks} }.erase()
}

/// What the relations of a figure say, contradictions first: the card says only that there are some.
fn all_remarks(state: TrackerState, figure: &Figure) -> Option<ErasedView> {
    let localizer = state.localizer();
    let mut remarks = localizer.describe_relations(&state.dataset(), figure);
    remarks.sort_by_key(|remark| !remark.is_conflict);
    let heading = localizer.messages.beside_other_figures().to_owned();
    (!remarks.is_empty()).then(|| view! { <h3>{heading}</h3><RemarkList remarks/> }.erase())
}
