//! What a reader takes along: a citation, a link to what is shown, and files of it. Each has a form that works where a page
//! may neither write to the clipboard nor save files.

mod browser;

use std::sync::Arc;

use leptos::html::{Div, Textarea};
use leptos::prelude::*;

use self::browser::{can_share, copy_text, draw_png, save_data, save_text, share_link, svg_of_chart};
use super::choice::Choice;
use super::erased::Erase;
use super::late::late;
use super::shelf::ShelfEntry;
use super::table::page_link;
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::citation::{Citation, CitationStyle};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::export::{write_csv, write_json};

/// Cite, share, download, on the shelf.
#[component]
pub(super) fn TakeAway(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let heading = state.localizer().messages.take_away().to_owned();
    let content = move || {
        let metric = metric.clone();
        late(move |views| (views.take_away)(metric.clone()))
    };
    view! { <ShelfEntry name="take-away" heading content=Box::new(content)/> }.erase()
}

/// What is behind the heading of what a reader takes along.
#[component]
pub(super) fn TakeAwayContent(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    match (state.picture(), state.is_own_page()) {
        (Some(_), _) => page_link(state).erase(),
        // The page has its address in the browser's own bar, and the files are linked at its foot.
        (None, true) => {
            let styles = CitationStyle::ALL.map(|style| {
                let metric = metric.clone();
                let text = Box::new(move || citation_text(state, &metric, style, false));
                view! { <TakenText label=style_label(state, style) text/> }.erase()
            });
            styles.into_iter().collect_view().erase()
        }
        (None, false) => {
            view! { <Cite metric=metric.clone()/><ViewLink metric=metric.clone()/><Download metric/> }.erase()
        }
    }
}

fn style_label(state: TrackerState, style: CitationStyle) -> String {
    let messages = state.localizer().messages.clone();
    match style {
        CitationStyle::Plain => messages.plain_text().to_owned(),
        CitationStyle::Apa => "APA".to_owned(),
        CitationStyle::Bibtex => "BibTeX".to_owned(),
        CitationStyle::Wiki => messages.wiki_markup().to_owned(),
    }
}

/// The citation of the selected figure or of the whole chart. Tracks what is selected.
fn citation_text(state: TrackerState, metric: &Metric, style: CitationStyle, is_chart: bool) -> String {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let figure = metric.figures.get(state.figure_index());
    let address = state.view_link();
    let address = address.as_deref();
    let citation = match figure.filter(|_| !is_chart) {
        Some(figure) => Citation::of_figure(&localizer, &dataset, metric, figure, address),
        None => {
            let asked = localizer.describe_question(&state.whole_dataset(), metric, &state.question());
            Citation::of_chart(&localizer, &dataset, metric, &asked, address)
        }
    };
    citation.format(&localizer, style)
}

#[component]
fn Cite(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let (is_chart, style) = (RwSignal::new(false), RwSignal::new(CitationStyle::default()));
    let what = vec![(0, messages.cite_figure().to_owned()), (1, messages.cite_chart().to_owned())];
    let choose_what = Callback::new(move |chosen| is_chart.set(chosen == 1));
    let styles = CitationStyle::ALL.iter().map(|style| style_label(state, *style)).enumerate().collect();
    let choose_style =
        Callback::new(move |chosen| style.set(CitationStyle::ALL.get(chosen).copied().unwrap_or_default()));
    let text = Box::new(move || citation_text(state, &metric, style.get(), is_chart.get()));
    view! {
        <h3>{messages.cite().to_owned()}</h3>
        <Choice name="cite" label=messages.cite().to_owned() options=what chosen=0 on_choose=choose_what/>
        <Choice name="style" label=messages.cite().to_owned() options=styles chosen=0 on_choose=choose_style/>
        <TakenText label=messages.cite().to_owned() text is_label_seen=false/>
    }
    .erase()
}

/// The link to what is shown, where the page has an address.
#[component]
fn ViewLink(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    untrack(|| state.view_link())?;
    let link = move || {
        // Another figure has another link.
        _ = state.figure_index();
        state.view_link().unwrap_or_default()
    };
    let link = Box::new(link);
    let title = state.localizer().localize_text(&metric.label);
    let share = move |_| {
        if let Some(link) = untrack(|| state.view_link()) {
            share_link(&title, &link);
        }
    };
    let share = can_share().then(|| {
        view! { <button class="ft-button" type="button" on:click=share>{messages.share().to_owned()}</button> }
            .erase()
    });
    Some(
        view! {
            <h3>{messages.view_link().to_owned()}</h3>
            <TakenText label=messages.view_link().to_owned() text=link is_label_seen=false rows=2/>
            {share}
        }
        .erase(),
    )
}

/// A text to be taken along, with the button that copies it; where that is refused the text is selected.
#[component]
fn TakenText(
    label: String,
    text: Box<dyn Fn() -> String + Send + Sync>,
    #[prop(default = true)] is_label_seen: bool,
    #[prop(default = 5)] rows: u32,
) -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let field = NodeRef::<Textarea>::new();
    // Whether it was copied, once that is known.
    let copied = RwSignal::new(None);
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            copy_text(&field, copied);
        }
    };
    let (done, by_hand) = (messages.copied().to_owned(), messages.copy_by_hand().to_owned());
    let told = move || copied.get().map(|copied| if copied { done.clone() } else { by_hand.clone() });
    let seen = is_label_seen.then(|| view! { <h3>{label.clone()}</h3> }.erase());
    // A printed text is one that can be selected: what stands inside a text area is not printed as text.
    let is_printed = state.is_printed() || state.is_own_page();
    let written = move || {
        let text = text();
        copied.set(None);
        match is_printed {
            true => view! { <pre role="group" aria-label=label.clone() dir="auto">{text}</pre> }.erase(),
            false => view! {
                <textarea readonly=true rows=rows aria-label=label.clone() node_ref=field dir="auto" prop:value=text></textarea>
            }
            .erase(),
        }
    };
    // A button that can do nothing is not printed.
    let button = (!is_printed).then(|| {
        view! {
            <button class="ft-button" type="button" on:click=copy>{messages.copy().to_owned()}</button>
            <span role="status">{told}</span>
        }
        .erase()
    });
    view! { {seen}<div class="ft-taken">{written}{button}</div> }.erase()
}

/// What was asked for last, in a form that can be taken without being saved.
#[derive(Clone, PartialEq, Eq)]
enum Taken {
    Text(String),
    Picture(String),
}

/// The files that can be taken along, each by its ending.
const FILES: [&str; 4] = ["csv", "json", "svg", "png"];
/// How many of them need no chart.
const FILES_OF_TEXT: usize = 2;

/// Saves what is shown as a file, as far as the page may, and shows it to be taken otherwise.
fn take_file(
    state: TrackerState,
    metric: &Arc<Metric>,
    ending: &'static str,
    buttons: NodeRef<Div>,
    taken: RwSignal<Option<Taken>>,
) {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name = [&*metric.id.chars().map(letter).collect::<String>(), ".", ending].concat();
    let drawing = || buttons.get_untracked().and_then(|buttons| svg_of_chart(&buttons));
    let text = match ending {
        "csv" => Some(("text/csv;charset=utf-8", write_csv(&state.dataset(), metric))),
        "json" => Some(("application/json", write_json(&state.dataset(), metric))),
        "svg" => drawing().map(|drawing| ("image/svg+xml", drawing.text)),
        _ => None,
    };
    if let Some((kind, text)) = text {
        save_text(&name, kind, &text);
        return taken.set(Some(Taken::Text(text)));
    }
    if let Some(drawing) = drawing().filter(|_| ending == "png") {
        draw_png(&drawing, move |address| {
            save_data(&name, &address);
            _ = taken.try_set(Some(Taken::Picture(address)));
        });
    }
}

#[component]
fn Download(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker();
    let messages = state.localizer().messages.clone();
    let buttons = NodeRef::<Div>::new();
    let taken = RwSignal::new(None::<Taken>);
    // One figure has no chart.
    let has_chart = untrack(|| state.whole_metric()).is_some_and(|whole| whole.figures.len() > 1);
    let files = FILES.into_iter().take(if has_chart { FILES.len() } else { FILES_OF_TEXT }).map(|ending| {
        let metric = metric.clone();
        let take = move |_| take_file(state, &metric, ending, buttons, taken);
        let label = ending.to_ascii_uppercase();
        view! { <button class="ft-button" type="button" on:click=take>{label}</button> }.erase()
    });
    let files = files.collect_view();
    let (text_by_hand, picture_by_hand) =
        (messages.text_by_hand().to_owned(), messages.picture_by_hand().to_owned());
    let alt = state.localizer().localize_text(&metric.label);
    let by_hand = move || {
        taken.get().map(|taken| match taken {
            Taken::Text(text) => {
                let label = text_by_hand.clone();
                view! { <p>{label.clone()}</p><TakenText label text=Box::new(move || text.clone()) is_label_seen=false/> }.erase()
            }
            Taken::Picture(address) => {
                let text = picture_by_hand.clone();
                view! { <p>{text}</p><img class="ft-taken" src=address alt=alt.clone()/> }.erase()
            }
        })
    };
    view! {
        <h3>{messages.download().to_owned()}</h3>
        <div class="ft-buttons" node_ref=buttons>{files}</div>
        {by_hand}
    }
    .erase()
}
