//! The card of the selected figure: the number, its witness, where it was printed, what it was before.

use std::sync::Arc;

use leptos::prelude::*;

use super::dataset_text::{dataset_text, message_view, sentence_text, source_name};
use super::erased::{Erase, ErasedView};
use super::tallest::tallest_cards;
use crate::state::use_tracker;
use figure_tracker_core::dataset::{Figure, Metric, Source, Status, Text};
use figure_tracker_core::localize::{Localizer, RelationNote};

/// The card, in a frame as high as the highest card of the metric, so that selecting moves nothing.
///
/// Those that may be the highest lie unseen in the one cell of a grid.
#[component]
pub(super) fn Cards(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let has_sizers = state.picture().is_none_or(|picture| picture.sizers);
    let tallest = if has_sizers { tallest_cards(state, &metric) } else { Vec::new() };
    let sizers = tallest.into_iter().map(|figure| {
        view! {
            <div class="ft-card ft-sizer" aria-hidden="true" inert=true hidden=true>
                <CardContent metric=metric.clone() figure/>
            </div>
        }
        .erase()
    });
    let sizers = sizers.collect_view();
    let card = move || {
        let figure = metric.figures.get(state.figure_index()).cloned();
        figure.map(|figure| view! { <Card metric=metric.clone() figure/> }.erase())
    };
    view! { <div class="ft-cards">{sizers}{card}</div> }.erase()
}

/// The card of a figure.
#[component]
pub(super) fn Card(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let label = use_tracker().localizer().messages.column_figure().to_owned();
    view! {
        <div class="ft-card" part="card" role="group" aria-label=label>
            <CardContent metric figure/>
        </div>
    }
    .erase()
}

/// What the card says, in this order for every figure.
#[component]
fn CardContent(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let mut conflicts = localizer.describe_conflicts(&state.dataset(), &figure);
    conflicts.iter_mut().for_each(|conflict| conflict.note = None);
    let scope = figure
        .scope
        .as_ref()
        .map(|scope| view! { <p class="ft-scope">{dataset_text(&localizer, &scope.label)}</p> }.erase());
    view! {
        {(!conflicts.is_empty()).then(|| view! { <RemarkList remarks=conflicts/> }.erase())}
        <Amount metric=metric.clone() figure=figure.clone()/>
        {scope}
        <Status figure=figure.clone()/>
        <Facts metric figure/>
    }
    .erase()
}

#[component]
fn Amount(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let parts = use_tracker().localizer().amount_parts(&figure, &metric.unit);
    let class = if figure.status.status.is_struck() { "ft-amount ft-struck" } else { "ft-amount" };
    let longest_word = parts.number.split_whitespace().map(|word| word.chars().count()).max();
    let size = match (parts.number.chars().count(), longest_word.unwrap_or_default()) {
        (_, 16..) => "ft-longest",
        (10.., _) => "ft-long",
        _ => "ft-short",
    };
    let is_number = figure.has_number();
    let size = if is_number { format!("ft-digits {size}") } else { size.to_owned() };
    let qualifier = Some(parts.qualifier).filter(|text| !text.is_empty());
    let unit = Some(parts.unit).filter(|text| !text.is_empty());
    view! {
        <p class=class>
            {qualifier.map(|text| view! { <span class={"ft-qualifier"}>{text}</span>" " }.erase())}
            <b class=size>{parts.number}</b>
            {unit.map(|text| view! { " "<span class={"ft-unit"}>{text}</span> }.erase())}
        </p>
    }
    .erase()
}

/// What has become of the figure, unless it stands.
#[component]
fn Status(figure: Arc<Figure>) -> impl IntoView {
    let (localizer, status) = (use_tracker().localizer(), &figure.status);
    let messages = localizer.messages.clone();
    let mut text = localizer.status_label(status.status).to_owned().erase();
    if let Some(note) = &status.note {
        let note = dataset_text(&localizer, note);
        text = message_view(messages.label_and_text(), &[], [("label", text), ("text", note)]);
    }
    if let Some(source) = &status.source {
        let source = source_name(&localizer, source);
        text = message_view(messages.labelled(), &[], [("text", text), ("label", source)]);
    }
    let is_told = status.status != Status::Stands;
    is_told.then(|| view! { <p class="ft-status">{text}</p> }.erase())
}

#[component]
fn Facts(metric: Arc<Metric>, figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let messages = localizer.messages.clone();
    let as_of = figure
        .as_of
        .as_ref()
        .map(|date| (messages.as_of().to_owned(), localizer.format_date_said(Some(date))));
    let dataset = state.dataset();
    let before = dataset.previous_figure(&figure);
    let change = before.and_then(|before| localizer.format_change(before, &figure, &metric.unit));
    let fact = |(name, text): (String, String)| view! { <dt>{name}</dt><dd>{text}</dd> }.erase();
    let sources = figure.sources.iter().map(|entry| {
        let way = localizer.describe_source_entry(&figure, entry, &metric.unit);
        view! { <SourceLinks source=entry.source.clone() way/> }.erase()
    });
    view! {
        <dl>
            <dt>{messages.speaker().to_owned()}</dt>
            <dd class="ft-who">{witness(&localizer, &figure)}</dd>
            {fact((messages.date_said().to_owned(), localizer.format_date_said(figure.said.as_ref())))}
            {as_of.map(fact)}
            <dt>{messages.published_by().to_owned()}</dt>
            <dd>{sources.collect_view()}</dd>
            {change.map(|change| fact((messages.change().to_owned(), change)))}
        </dl>
    }
    .erase()
}

/// Who said it: the person, else the office or the institution, and below it what else is known of them.
fn witness(localizer: &Localizer, figure: &Figure) -> ErasedView {
    let text = |text: &Text| dataset_text(localizer, text);
    let person = figure.speaker.as_ref().map(|speaker| text(&speaker.name));
    let office = figure.office.as_ref().map(text);
    let institution = figure.institution.as_ref().map(|institution| text(&institution.name));
    let unnamed = figure.speaker.is_none().then(|| localizer.messages.speaker_not_named().to_owned().erase());
    let mut names = [person, office, institution, unnamed].into_iter().flatten();
    let first = names.next();
    let rest = names.map(|name| view! { " "<small>{name}</small> }.erase()).collect_view();
    view! { {first}{rest} }.erase()
}

/// One document that carries a figure, with links where they exist, and in which way it gives the figure.
#[component]
pub(super) fn SourceLinks(source: Arc<Source>, way: Option<String>) -> impl IntoView {
    let localizer = use_tracker().localizer();
    let name = source_name(&localizer, &source);
    let name = match source.url.clone() {
        Some(url) => view! { <DocumentLink url text=name/> }.erase(),
        None => name,
    };
    let archived = source.archived.clone().map(|url| {
        let text = localizer.messages.archived_copy().to_owned().erase();
        view! { " · "<DocumentLink url text/> }.erase()
    });
    let way = way.map(|way| view! { <small>{localizer.format_aside("", &way)}</small> }.erase());
    view! { <div>{name}{way}{archived}</div> }.erase()
}

/// A link that opens apart and tells nobody where the reader came from.
#[component]
fn DocumentLink(url: String, text: ErasedView) -> impl IntoView {
    view! { <a href=url target="_blank" rel="noopener noreferrer">{text}</a> }.erase()
}

#[component]
pub(super) fn RemarkList(remarks: Vec<RelationNote>) -> impl IntoView {
    let localizer = use_tracker().localizer();
    let items = remarks.into_iter().map(|remark| {
        let note =
            remark.note.map(|note| view! { " "<small>{dataset_text(&localizer, &note)}</small> }.erase());
        view! { <li><RemarkText text=remark.text figures=remark.figures/>{note}</li> }.erase()
    });
    view! { <ul class="ft-remarks">{items.collect_view()}</ul> }.erase()
}

/// What a relation says; it leads to the other figure where it speaks of one alone.
#[component]
fn RemarkText(text: String, figures: Vec<String>) -> impl IntoView {
    let state = use_tracker();
    let text = sentence_text(&state.localizer(), &state.dataset(), &text);
    let [id] = figures.as_slice() else {
        return view! { <span>{text}</span> }.erase();
    };
    match state.link_to(state.dataset().figure(id).map(|figure| &**figure)) {
        Some(href) => view! { <a class="ft-text-link" href=href>{text}</a> }.erase(),
        None => {
            let id = id.clone();
            let select = move |_| state.select_figure_by_id(&id);
            view! { <button class="ft-text-link" type="button" on:click=select>{text}</button> }.erase()
        }
    }
}
