//! Where everything is from: each document with all that it carries, each person with all they said, what the sources revised,
//! and apart from that what was mended in this record. What is missing is said.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::SourceLinks;
use super::dataset_text::{dataset_text, sentence_text};
use super::erased::{Erase, ErasedView};
use super::late::late;
use super::ledger::{WholeChoice, figure_link, in_pieces, whole_record_link};
use super::shelf::ShelfEntry;
use super::table::page_link;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::dataset::{Correction, Figure, Metric, Source};
use figure_tracker_core::provenance::{
    CarryingSource, HeldOffice, SpeakerRecord, carrying_sources, corrections_newest_first,
    count_carrying_sources, revisions, speaker_records,
};

/// How many figures of a document or a person are printed, where nobody can ask for more. The pages of metrics have all.
const MAX_PRINTED: usize = 200;

/// The sources of a metric on the shelf.
#[component]
pub(super) fn Sources(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let heading = localizer.format_count(count_carrying_sources(&metric), localizer.messages.source_count());
    let content = move || {
        let metric = metric.clone();
        late(move |views| (views.sources)(metric.clone()))
    };
    view! { <ShelfEntry name="sources" heading is_on_paper=true content=Box::new(content)/> }.erase()
}

/// What is behind the heading of the sources.
#[component]
pub(super) fn SourcesContent(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    match (state.picture(), state.is_own_page()) {
        (Some(picture), _) if count_carrying_sources(&metric) > picture.longest_list => {
            page_link(state).erase()
        }
        (Some(_), _) => view! { <Documents metric/> }.erase(),
        (None, true) => {
            let link = whole_record_link(state, "#sources");
            view! { <Provenance metric/>{link} }.erase()
        }
        (None, false) => view! { <SourcesChoice metric/> }.erase(),
    }
}

/// The choice between a metric and the whole dataset.
#[component]
fn SourcesChoice(metric: Arc<Metric>) -> impl IntoView {
    let is_whole = RwSignal::new(false);
    let of_metric = metric.clone();
    let shown = move || match is_whole.get() {
        true => view! { <Provenance/> }.erase(),
        false => view! { <Provenance metric=of_metric.clone()/> }.erase(),
    };
    view! { <WholeChoice name="sources" metric is_whole/>{shown} }.erase()
}

/// Documents, people, revisions and corrections of a metric, or of the whole dataset.
#[component]
pub fn Provenance(
    /// A metric of the dataset; none for all of them.
    #[prop(optional, into)]
    metric: Option<Arc<Metric>>,
) -> impl IntoView {
    let state = use_tracker();
    let (dataset, messages) = (state.dataset(), state.localizer().messages.clone());
    let speakers = speaker_records(&dataset, metric.as_deref());
    let revised: Vec<(Arc<Figure>, Arc<Figure>)> = revisions(&dataset, metric.as_deref())
        .into_iter()
        .map(|(from, to)| (from.clone(), to.clone()))
        .collect();
    let corrections: Vec<Correction> = corrections_newest_first(&dataset).into_iter().cloned().collect();
    let is_own_page = state.is_own_page();
    let speaker = move |record| view! { <SpeakerItem record/> }.erase();
    let revision = move |(from, to): (Arc<Figure>, Arc<Figure>)| view! { <Revision from to/> }.erase();
    let correction = move |correction| view! { <CorrectionItem correction/> }.erase();
    let metric = match metric {
        Some(metric) => view! { <Documents metric/> }.erase(),
        None => view! { <Documents/> }.erase(),
    };
    // The page of the whole dataset has the people of all metrics; their pages don't repeat them.
    let speakers = in_pieces(state, messages.speakers(), speakers, speaker)
        .filter(|_| !is_own_page || state.is_whole_record());
    view! {
        {metric}
        {speakers}
        {in_pieces(state, messages.revised_by_sources(), revised, revision)}
        {in_pieces(state, messages.corrections(), corrections, correction)}
    }
    .erase()
}

/// The documents that carry figures of a metric, or all of them.
#[component]
fn Documents(#[prop(optional, into)] metric: Option<Arc<Metric>>) -> impl IntoView {
    let state = use_tracker();
    let carrying = carrying_sources(&state.dataset(), metric.as_deref());
    let item = move |carrying| view! { <DocumentItem carrying/> }.erase();
    let heading = if state.picture().is_some() {
        String::new()
    } else {
        state.localizer().messages.documents().to_owned()
    };
    in_pieces(state, &heading, carrying, item)
}

#[component]
fn DocumentItem(carrying: CarryingSource) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let source = carrying.source;
    let title = match &source.title {
        Some(title) => dataset_text(&localizer, title),
        None => localizer.messages.no_title().to_owned().erase(),
    };
    let missing = missing_links(state, &source);
    let note = source.note.as_ref();
    let note = note.map(|note| view! { <p><small>{dataset_text(&localizer, note)}</small></p> }.erase());
    view! {
        <li class="ft-source-item">
            <div>{title}</div>
            <SourceLinks source way=None/>
            {missing}
            {note}
            <CarriedFigures figures=carrying.figures/>
        </li>
    }
    .erase()
}

/// Says which of its links a document lacks.
fn missing_links(state: TrackerState, source: &Source) -> Option<ErasedView> {
    let messages = state.localizer().messages.clone();
    let link = source.url.is_none().then(|| messages.no_link().to_owned());
    let copy = source.archived.is_none().then(|| messages.no_archived_copy().to_owned());
    let missing = [link, copy].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    (!missing.is_empty()).then(|| view! { <div><small>{missing}</small></div> }.erase())
}

#[component]
fn SpeakerItem(record: SpeakerRecord) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let name = match &record.speaker {
        Some(speaker) => dataset_text(&localizer, &speaker.name),
        None => localizer.messages.speaker_not_named().to_owned().erase(),
    };
    let office = |held: &HeldOffice| {
        let institution = held.institution.as_ref().map(|institution| &institution.name);
        let texts = [held.office.as_ref(), institution].into_iter().flatten();
        let texts = texts.enumerate().map(|(place, text)| {
            view! { {(place > 0).then_some(", ")}{dataset_text(&localizer, text)} }.erase()
        });
        view! { <div><small>{texts.collect_view()}</small></div> }.erase()
    };
    let offices = record.offices.iter().map(office).collect_view();
    view! { <li class="ft-source-item"><b>{name}</b>{offices}<CarriedFigures figures=record.figures/></li> }
        .erase()
}

/// All figures that one document or person has, behind one tap. On the page of a metric there is no room for those of others.
#[component]
fn CarriedFigures(figures: Vec<Arc<Figure>>) -> impl IntoView {
    let state = use_tracker();
    let localizer = state.localizer();
    let is_left_out = state.picture().is_some() || state.is_own_page() && !state.is_whole_record();
    if figures.is_empty() || is_left_out {
        return None;
    }
    let count = localizer.format_count(figures.len(), localizer.messages.figure_count());
    let is_written = RwSignal::new(state.is_own_page() || cfg!(any(feature = "ssr", feature = "hydrate")));
    let item = move |figure: Arc<Figure>| view! { <CarriedFigure figure/> }.erase();
    let is_cut = state.is_own_page() && figures.len() > MAX_PRINTED;
    let rest = is_cut.then(|| localizer.describe_rows(1, MAX_PRINTED, figures.len()));
    let rest = rest.map(|rest| view! { <p>{rest}</p> }.erase());
    let figures: Vec<_> = figures.into_iter().take(if is_cut { MAX_PRINTED } else { usize::MAX }).collect();
    let content = move || is_written.get().then(|| in_pieces(state, "", figures.clone(), item));
    Some(
        view! {
            <details class="ft-carried" on:toggle=move |_| is_written.set(true)>
                <summary>{count}</summary>
                {content}
                {rest}
            </details>
        }
        .erase(),
    )
}

#[component]
fn CarriedFigure(figure: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let metric = dataset.metric(&figure.metric).cloned()?;
    let amount = localizer.format_amount_without_unit(&figure, &metric.unit);
    let label = sentence_text(&localizer, &dataset, &localizer.ledger_label(&dataset, &figure, None));
    let date = localizer.format_date_said(figure.said.as_ref());
    let content =
        view! { <b class={"ft-n"}>{amount}</b><span>{label}" "<small>{date}</small></span> }.erase();
    Some(view! { <li>{figure_link(state, &figure, "ft-row-link", content)}</li> }.erase())
}

/// A newer count, and the one that it takes the place of.
#[component]
fn Revision(from: Arc<Figure>, to: Arc<Figure>) -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let metric = dataset.metric(&from.metric).cloned()?;
    let label = sentence_text(&localizer, &dataset, &localizer.ledger_label(&dataset, &from, None));
    let figure = |figure: &Arc<Figure>| {
        let amount = localizer.format_ledger_amount(&dataset, figure, &metric.unit);
        let witness = sentence_text(&localizer, &dataset, &localizer.format_witness(figure));
        let content = view! { <b class={"ft-n"}>{amount}</b><span>{witness}</span> }.erase();
        view! { <li>{figure_link(state, figure, "ft-row-link", content)}</li> }.erase()
    };
    Some(
        view! { <li class="ft-source-item"><div>{label}</div><ul>{figure(&to)}{figure(&from)}</ul></li> }
            .erase(),
    )
}

/// What was mended, and the figure that it was about.
#[component]
fn CorrectionItem(correction: Correction) -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let date = localizer.format_date_said(Some(&correction.date));
    let figure = correction.figure.as_ref().and_then(|id| dataset.figure(id)).cloned();
    let link = figure.filter(|_| state.picture().is_none()).map(|figure| {
        let label = localizer.ledger_label(&dataset, &figure, None);
        let content = sentence_text(&localizer, &dataset, &label);
        figure_link(state, &figure, "ft-tall", content)
    });
    let note = dataset_text(&localizer, &correction.note);
    view! { <li class="ft-source-item"><small>{date}</small><div>{note}</div>{link}</li> }.erase()
}
