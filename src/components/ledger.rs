//! What adds up and what doesn't: sums as at school, each number a link to its figure, and contradictions with how far apart
//! they are. Nothing is decided for the reader.

use std::sync::Arc;

use leptos::prelude::*;

use super::choice::Choice;
use super::dataset_text::{dataset_text, sentence_text};
use super::erased::{Erase, ErasedView};
use super::late::late;
use super::shelf::ShelfEntry;
use super::table::page_link;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Edge, Figure, Metric, Relation, Text};
use figure_tracker_core::ledger::{Contradiction, Ledger, LedgerSum};

/// How many sums and contradictions of each kind are written at first, and more with each tap.
const PIECE: usize = 20;

/// The page of a site that has the ledger of the whole dataset and everything that its documents carry.
pub const LEDGER_PAGE: &str = "ledger.html";

/// The ledger on the shelf; none where the dataset has neither sums nor contradictions.
#[component]
pub(super) fn LedgerEntry(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let dataset = state.dataset();
    if !dataset.relations.iter().any(has_place_in_ledger) {
        return None;
    }
    let heading = state.localizer().messages.ledger().to_owned();
    let content = move || {
        let metric = metric.clone();
        late(move |views| (views.ledger)(metric.clone()))
    };
    Some(view! { <ShelfEntry name="ledger" heading content=Box::new(content)/> }.erase())
}

/// Whether a relation is a sum or a contradiction.
fn has_place_in_ledger(relation: &Relation) -> bool {
    matches!(relation, Relation::Sum { .. } | Relation::Edge { kind: Edge::Contradicts, .. })
}

/// What is behind the heading of the ledger.
#[component]
pub(super) fn LedgerContent(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    match (state.picture(), state.is_own_page()) {
        (Some(_), _) => page_link(state).erase(),
        (None, true) => view! { <LedgerOf metric=metric.id.clone()/>{whole_record_link(state, "")} }.erase(),
        (None, false) => view! { <LedgerChoice metric/> }.erase(),
    }
}

/// On a page of its own the link to what the whole dataset has of a thing.
pub(super) fn whole_record_link(state: TrackerState, section: &str) -> ErasedView {
    let href = [LEDGER_PAGE, section].concat();
    let text = state.localizer().messages.whole_record().to_owned();
    view! { <p><a class="ft-tall" href=href>{text}</a></p> }.erase()
}

/// The choice between a metric and the whole dataset.
#[component]
fn LedgerChoice(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let is_whole = RwSignal::new(Ledger::of_metric(&state.dataset(), &metric.id).is_empty());
    let id = metric.id.clone();
    let shown = move || match is_whole.get() {
        true => view! { <LedgerOf/> }.erase(),
        false => view! { <LedgerOf metric=id.clone()/> }.erase(),
    };
    view! { <WholeChoice name="ledger" metric is_whole/>{shown} }.erase()
}

/// Asks whether something is wanted of a metric or of the whole dataset.
#[component]
pub(super) fn WholeChoice(
    /// What the ids of its elements begin with.
    name: &'static str,
    metric: Arc<Metric>,
    is_whole: RwSignal<bool>,
) -> impl IntoView {
    let localizer = use_tracker().localizer();
    let messages = localizer.messages.clone();
    let options = vec![(0, localizer.localize_text(&metric.label)), (1, messages.whole_record().to_owned())];
    let chosen = usize::from(is_whole.get_untracked());
    let on_choose = Callback::new(move |chosen| is_whole.set(chosen == 1));
    view! { <Choice name label=messages.ledger().to_owned() options chosen on_choose/> }.erase()
}

/// The ledger of the metric with this id, or of the whole dataset.
#[component]
pub fn LedgerOf(
    /// The id of a metric of the dataset; none for all of them.
    #[prop(optional, into)]
    metric: Option<String>,
) -> impl IntoView {
    let state = use_tracker();
    let (dataset, messages) = (state.dataset(), state.localizer().messages.clone());
    let ledger = match &metric {
        Some(metric) => Ledger::of_metric(&dataset, metric),
        None => Ledger::of_dataset(&dataset),
    };
    if ledger.is_empty() {
        return view! { <p>{messages.nothing_to_reckon().to_owned()}</p> }.erase();
    }
    let sum = |is_failing| move |sum: LedgerSum| view! { <Sum sum is_failing/> }.erase();
    let contradiction = |contradiction| view! { <Apart contradiction/> }.erase();
    view! {
        <div class="ft-ledger">
            {in_pieces(state, messages.failing_sums(), ledger.failing_sums, sum(true))}
            {in_pieces(state, messages.contradictions(), ledger.contradictions, contradiction)}
            {in_pieces(state, messages.holding_sums(), ledger.holding_sums, sum(false))}
        </div>
    }
    .erase()
}

/// A list under its heading, of which more is written with each tap; where nobody can tap, all of it.
pub(super) fn in_pieces<T: Clone + Send + Sync + 'static>(
    state: TrackerState,
    heading: &str,
    list: Vec<T>,
    item: impl Fn(T) -> ErasedView + Send + Sync + 'static,
) -> Option<ErasedView> {
    let all = list.len();
    let item_at = Box::new(move |place: usize| list.get(place).cloned().map(&item));
    (all > 0).then(|| items_in_pieces(state, heading.to_owned(), all, item_at))
}

/// Views the item at a place of a list.
type ItemAt = Box<dyn Fn(usize) -> Option<ErasedView> + Send + Sync>;

/// The same for a list of any kind: once in the program.
fn items_in_pieces(state: TrackerState, heading: String, all: usize, item_at: ItemAt) -> ErasedView {
    let is_printed = state.is_printed() || state.is_own_page();
    let written = RwSignal::new(if is_printed { all } else { PIECE });
    let label = state.localizer().messages.show_more().to_owned();
    let heading = (!heading.is_empty()).then(|| view! { <h3>{heading}</h3> }.erase());
    let items = move || (0..written.get().min(all)).filter_map(&item_at).collect_view().erase();
    let more = move || {
        let label = label.clone();
        let show = move |_| written.update(|written| *written += PIECE);
        (written.get() < all).then(|| {
            view! { <button class="ft-text-link ft-tall" type="button" on:click=show>{label}</button> }
                .erase()
        })
    };
    view! { {heading}<ul>{items}</ul>{more} }.erase()
}

/// A sum as at school.
#[component]
fn Sum(sum: LedgerSum, is_failing: bool) -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let metric = dataset.metric(&sum.whole.metric).cloned()?;
    let witness = localizer.format_common_witness(sum.parts.iter().chain([&sum.whole]));
    let has_common = witness.is_some();
    let parts = sum.parts.iter().map(|part| {
        view! { <LedgerRow figure=part.clone() beside=metric.clone() has_witness=!has_common/> }.erase()
    });
    let parts = parts.collect_view();
    let total = match is_failing {
        false => ledger_link(state, &sum.whole, &metric, !has_common),
        true => {
            let total =
                sum.total.map(|total| localizer.format_number(&total, &metric.unit)).unwrap_or_default();
            let words = localizer.describe_excess(&sum, &metric.unit);
            let words = sentence_text(&localizer, &dataset, &words);
            let content = view! { <b class={"ft-n"}>{total}</b><b>{words}</b> }.erase();
            figure_link(state, &sum.whole, "ft-row-link", content)
        }
    };
    Some(
        view! {
            <li class="ft-reckoning">
                <LedgerHeading metric figure=sum.whole.clone() witness/>
                <ul>{parts}<li class={"ft-total"}>{total}</li></ul>
                <LedgerNote note=sum.note/>
            </li>
        }
        .erase(),
    )
}

/// Two figures that contradict each other.
#[component]
fn Apart(contradiction: Contradiction) -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let [larger, _] = &contradiction.figures;
    let metric = dataset.metric(&larger.metric).cloned()?;
    let witness = localizer.format_common_witness(&contradiction.figures);
    let has_common = witness.is_some();
    let rows = contradiction.figures.each_ref().map(|figure| {
        view! { <LedgerRow figure=figure.clone() beside=metric.clone() has_witness=!has_common/> }.erase()
    });
    let rows = rows.into_iter().collect_view();
    let distance = localizer.format_distance(&contradiction, &metric.unit);
    let distance = distance
        .map(|distance| view! { <li class="ft-total"><b class={"ft-apart"}>{distance}</b></li> }.erase());
    Some(
        view! {
            <li class="ft-reckoning">
                <LedgerHeading metric figure=larger.clone() witness/>
                <ul>{rows}{distance}</ul>
                <LedgerNote note=contradiction.note.clone()/>
            </li>
        }
        .erase(),
    )
}

/// What is reckoned: the metric, the scope that it is about, and who said all of it, if that is one.
#[component]
fn LedgerHeading(metric: Arc<Metric>, figure: Arc<Figure>, witness: Option<String>) -> impl IntoView {
    let localizer = use_tracker().localizer();
    let scope = figure.scope.as_ref().filter(|_| figure.scope_id() != metric.main_scope());
    let scope = scope.map(|scope| view! { " – "{dataset_text(&localizer, &scope.label)} }.erase());
    let witness = witness.map(|witness| view! { " "<small>{witness}</small> }.erase());
    view! { <h4>{dataset_text(&localizer, &metric.label)}{scope}{witness}</h4> }.erase()
}

/// A line of a reckoning.
#[component]
fn LedgerRow(figure: Arc<Figure>, beside: Arc<Metric>, has_witness: bool) -> impl IntoView {
    view! { <li>{ledger_link(use_tracker(), &figure, &beside, has_witness)}</li> }.erase()
}

/// A number in the column, with what it counts; a link to its figure.
fn ledger_link(state: TrackerState, figure: &Arc<Figure>, beside: &Metric, has_witness: bool) -> ErasedView {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let amount = localizer.format_ledger_amount(&dataset, figure, &beside.unit);
    let label = localizer.ledger_label(&dataset, figure, Some(beside));
    let label = sentence_text(&localizer, &dataset, &label);
    let status = figure.status.status;
    let standing = status.is_questioned().then(|| localizer.status_label(status).to_owned());
    let witness = has_witness.then(|| localizer.format_witness(figure));
    let beside = [witness, standing]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(localizer.messages.list_separator());
    let beside = (!beside.is_empty())
        .then(|| view! { " "<small>{sentence_text(&localizer, &dataset, &beside)}</small> }.erase());
    let class = if status.is_struck() { "ft-n ft-struck" } else { "ft-n" };
    let content = view! { <b class=class>{amount}</b><span>{label}{beside}</span> }.erase();
    figure_link(state, figure, "ft-row-link", content)
}

#[component]
fn LedgerNote(note: Option<Text>) -> impl IntoView {
    let localizer = use_tracker().localizer();
    note.map(|note| view! { <p class="ft-soft">{dataset_text(&localizer, &note)}</p> }.erase())
}

/// What leads to a figure: on a printed page a link, else a button that selects it.
pub(super) fn figure_link(
    state: TrackerState,
    figure: &Figure,
    class: &'static str,
    content: ErasedView,
) -> ErasedView {
    let class = ["ft-text-link ", class].concat();
    match state.link_to(Some(figure)) {
        Some(href) => view! { <a class=class href=href>{content}</a> }.erase(),
        None => {
            let id = figure.id.clone();
            let select = move |_| state.select_figure_by_id(&id);
            view! { <button class=class type="button" on:click=select>{content}</button> }.erase()
        }
    }
}
