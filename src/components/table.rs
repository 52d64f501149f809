//! Every figure of the metric as a table, newest first, behind one tap.

mod found_rows;

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;

use self::found_rows::{FoundRows, SortKey};
use super::card::{RemarkList, SourceLinks};
use super::dataset_text::{byline, dataset_text, source_name};
use super::erased::{Erase, ErasedView};
use super::late::late;
use super::shelf::OpenEntries;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Figure, Metric, SourceEntry, Status};

/// The name of the table among the entries of the shelf.
const NAME: &str = "table";

/// The table and what opens it. Its rows are written when it is opened, and where they are many, in pieces.
#[component]
pub(super) fn Table(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    // A picture has a link to the page in place of the rows.
    let link = state.picture().and_then(|_| page_link(state));
    let is_linked = link.is_some();
    let heading = localizer.format_count(metric.figures.len(), localizer.messages.all_figures());
    let opened = expect_context::<OpenEntries>();
    let is_open = state.is_own_page() || opened.is_open(NAME);
    // What a server prints is whole without a program, and the same when it is hydrated.
    let is_whole = state.is_own_page() || cfg!(any(feature = "ssr", feature = "hydrate"));
    let is_written = RwSignal::new(is_open || is_whole);
    let write = move || {
        if !is_written.get_untracked() {
            is_written.set(true);
        }
    };
    let is_on_paper = RwSignal::new(false);
    if cfg!(target_arch = "wasm32") && !state.is_own_page() {
        write_for_paper(is_on_paper, write);
    }
    let toggle = move |event: Event| {
        opened.remember(NAME, &event);
        write();
    };
    let content = move || {
        let metric = metric.clone();
        (!is_linked && is_written.get()).then(|| late(move |views| (views.rows)(metric.clone(), is_on_paper)))
    };
    view! {
        <details class="ft-entry ft-table" open=is_open on:toggle=toggle>
            <summary>{heading}</summary>
            {link}
            {content}
        </details>
    }
    .erase()
}

/// Paper has no tap that would open a table or turn to another piece of it.
fn write_for_paper(is_on_paper: RwSignal<bool>, write: impl Fn() + 'static) {
    let before = window_event_listener_untyped("beforeprint", move |_| {
        is_on_paper.set(true);
        write();
    });
    let after = window_event_listener_untyped("afterprint", move |_| is_on_paper.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// What is in the table.
#[component]
pub(super) fn Rows(metric: Arc<Metric>, is_on_paper: RwSignal<bool>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let messages = &localizer.messages;
    let definition = metric
        .definition
        .as_ref()
        .map(|text| view! { <caption>{dataset_text(&localizer, text)}</caption> }.erase());
    let found = FoundRows::new(state, metric.clone(), is_on_paper);
    let is_sortable = !state.is_own_page();
    let heads = match is_sortable {
        true => sortable_heads(found),
        false => {
            let heads = [
                messages.column_said().to_owned(),
                messages.column_figure().to_owned(),
                messages.column_who().to_owned(),
            ];
            heads.map(|head| view! { <th scope="col">{head}</th> }.erase()).into_iter().collect_view().erase()
        }
    };
    let rows = move || {
        let rows = found.rows().into_iter().map(|index| view! { <Row metric=metric.clone() index/> }.erase());
        rows.collect_view().erase()
    };
    view! {
        {found.is_searchable().then(|| view! { <Navigation found/> }.erase())}
        <table part="table">
            {definition}
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {move || found.describe_rest().map(|rest| view! { <p class="ft-rest">{rest}</p> }.erase())}
    }
    .erase()
}

/// The heads of the columns as buttons that sort by them. Who said a figure and who printed it share a column.
fn sortable_heads(found: FoundRows) -> ErasedView {
    let messages = use_tracker().localizer().messages.clone();
    let columns = [
        vec![(SortKey::Said, messages.column_said().to_owned())],
        vec![(SortKey::Amount, messages.column_figure().to_owned())],
        vec![
            (SortKey::Speaker, messages.by_person().to_owned()),
            (SortKey::Outlet, messages.by_outlet().to_owned()),
        ],
    ];
    columns.map(|keys| sortable_head(found, keys)).into_iter().collect_view().erase()
}

fn sortable_head(found: FoundRows, keys: Vec<(SortKey, String)>) -> ErasedView {
    let sorted_by: Vec<SortKey> = keys.iter().map(|(key, _)| *key).collect();
    let sort = move || {
        let is_descending = sorted_by.iter().find_map(|key| found.direction_of(*key))?;
        Some(if is_descending { "descending" } else { "ascending" })
    };
    // Of two buttons in one head only the one that is pressed is meant by its direction.
    let is_shared = keys.len() > 1;
    let buttons = keys.into_iter().map(|(key, name)| {
        let pressed =
            move || is_shared.then(|| if found.direction_of(key).is_some() { "true" } else { "false" });
        let arrow = move || match found.direction_of(key) {
            Some(true) => "↓",
            Some(false) => "↑",
            None => "",
        };
        let arrow = move || view! { <span>{arrow()}</span> }.erase();
        view! {
            <button
                class="ft-sort"
                type="button"
                data-sort=key.name()
                aria-pressed=pressed
                on:click=move |_| found.sort_by(key)>
                {name}<span class="ft-way" aria-hidden="true">{arrow}</span>
            </button>
        }
        .erase()
    });
    view! { <th scope="col" aria-sort=sort>{buttons.collect_view()}</th> }.erase()
}

/// What leads through the rows of a table: a search, and in a long one a date, and the pieces before and after.
#[component]
fn Navigation(found: FoundRows) -> impl IntoView {
    let messages = use_tracker().localizer().messages.clone();
    let pieces = found.is_long().then(|| {
        view! {
            <label>
                {messages.go_to_date().to_owned()}" "
                <input type="date" on:change=move |event| found.go_to_date(&event_target_value(&event))/>
            </label>
            {turn_button(found, messages.newer_figures(), FoundRows::has_before, FoundRows::go_before)}
            <span role="status">{move || view! { <span>{found.describe()}</span> }.erase()}</span>
            {turn_button(found, messages.older_figures(), FoundRows::has_after, FoundRows::go_after)}
        }
        .erase()
    });
    view! {
        <div class="ft-pieces">
            <input
                type="search"
                aria-label=messages.search().to_owned()
                placeholder=messages.search().to_owned()
                on:input=move |event| found.search(&event_target_value(&event))
            />
            {pieces}
        </div>
    }
    .erase()
}

/// The button that turns to another piece, where there is one.
fn turn_button(
    found: FoundRows,
    label: &str,
    is_there: fn(FoundRows) -> bool,
    turn: fn(FoundRows),
) -> ErasedView {
    let label = label.to_owned();
    view! {
        <button
            class="ft-text-link"
            type="button"
            disabled=move || !is_there(found)
            on:click=move |_| turn(found)
        >
            {label}
        </button>
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

#[component]
fn Row(metric: Arc<Metric>, index: usize) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let figure = metric.figures.get(index).cloned()?;
    let status = figure.status.status;
    let scope = figure
        .scope
        .as_ref()
        .map(|scope| view! { " "<small>{dataset_text(&localizer, &scope.label)}</small> }.erase());
    let status_label = (status != Status::Stands)
        .then(|| view! { " "<small>{localizer.status_label(status).to_owned()}</small> }.erase());
    let class = if status.is_struck() { "ft-row ft-struck" } else { "ft-row" };
    let is_selected = Memo::new(move |_| state.figure_index() == index);
    let class = move || if is_selected.get() { format!("{class} ft-selected") } else { class.to_owned() };
    let own_page = state.is_own_page();
    let select = move |_| state.select_figure(index);
    let row = view! {
        <tr
            part="row"
            id=own_page.then(|| row_id(&figure.id))
            class=class
            data-figure=figure.id.clone()
            on:click=select
        >
            <td>{localizer.format_date_said(figure.said.as_ref())}</td>
            <td>
                <AmountLink figure=figure.clone() text=localizer.format_amount(&figure, &metric.unit)/>
                {scope}
                {status_label}
            </td>
            <td>{byline(&localizer, &figure)}<Sources metric figure=figure.clone()/></td>
        </tr>
    }
    .erase();
    Some(view! { {row}<MoreRow figure/> }.erase())
}

/// The id of a figure's row on a page of its own.
pub fn row_id(figure: &str) -> String {
    format!("figure-{figure}")
}

/// The amount as what a keyboard reaches; a click on it is one on its row. Long words may break, but no number.
#[component]
fn AmountLink(figure: Arc<Figure>, text: String) -> impl IntoView {
    let word = |word: &str| {
        let class = if word.contains(char::is_numeric) { "ft-digits" } else { "ft-word" };
        view! { <span class=class>{word.to_owned()}</span> }.erase()
    };
    let text = text.split_inclusive(' ').map(word).collect_view().erase();
    match use_tracker().link_to(Some(&figure)) {
        Some(href) => view! { <a class="ft-text-link" href=href>{text}</a> }.erase(),
        None => view! { <button class="ft-text-link" type="button">{text}</button> }.erase(),
    }
}

/// The documents, each with the way it gives the figure; with their links where there is room for all.
#[component]
fn Sources(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let source = |entry: &SourceEntry| {
        let way = localizer.describe_source_entry(&figure, entry, &metric.unit);
        if state.is_own_page() {
            let source = entry.source.clone();
            return view! { <div class="ft-source"><SourceLinks source way/></div> }.erase();
        }
        let way = way.map(|way| localizer.format_aside("", &way));
        view! { " "<small>{source_name(&localizer, entry)}{way}</small> }.erase()
    };
    figure.sources.iter().map(source).collect_view()
}

/// What else there is to say of a figure: what can't be right beside it, and where there is room for all what has become
/// of it, its note, its other relations.
#[component]
fn MoreRow(figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let (mut remarks, mut notes) = (localizer.describe_relations(&state.dataset(), &figure), Vec::new());
    if state.is_own_page() {
        remarks.sort_by_key(|remark| !remark.is_conflict);
        notes.extend([figure.status.note.as_ref(), figure.note.as_ref()].into_iter().flatten());
    } else {
        remarks.retain(|remark| remark.is_conflict);
    }
    if notes.is_empty() && remarks.is_empty() {
        return None;
    }
    let notes = notes
        .into_iter()
        .map(|note| view! { <p>{dataset_text(&localizer, note)}</p> }.erase())
        .collect_view();
    let remarks = (!remarks.is_empty()).then(|| view! { <RemarkList remarks/> }.erase());
    Some(view! { <tr><td class={"ft-more"} colspan="3">{remarks}{notes}</td></tr> }.erase())
}
