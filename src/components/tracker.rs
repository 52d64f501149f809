//! The whole widget, from heading to footer, and the component by which an app includes it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::html::Div;
use leptos::prelude::*;

use super::alone::{Alone, counted_beside};
use super::card::Cards;
use super::erased::{Erase, ErasedView};
use super::error::ErrorMessage;
use super::footer::Footer;
use super::heading::Heading;
use super::late::is_awaited;
use super::late_views::provide_late_views;
use super::shelf::{OpenEntries, Shelf};
use super::tabs::{Tabs, ViewPanel, useful_views};
use super::who::ShownLanes;
use crate::state::{ChangedView, SelectedFigure, TrackerOptions, TrackerState, UnknownId, View, use_tracker};
use figure_tracker_core::dataset::{self, Dataset, Metric, Question, ReadError};
use figure_tracker_core::localize::Localizer;

/// What a [`FigureTracker`] shows: a dataset, or the JSON that one is read from.
#[derive(Clone, Debug)]
pub enum TrackerData {
    /// A dataset that was read already.
    Dataset(Arc<Dataset>),
    /// The bytes of a file.
    Json(Arc<[u8]>),
}

impl From<Arc<Dataset>> for TrackerData {
    fn from(dataset: Arc<Dataset>) -> Self {
        Self::Dataset(dataset)
    }
}

impl From<Dataset> for TrackerData {
    fn from(dataset: Dataset) -> Self {
        Self::Dataset(Arc::new(dataset))
    }
}

impl From<Vec<u8>> for TrackerData {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Json(bytes.into())
    }
}

impl From<&[u8]> for TrackerData {
    fn from(bytes: &[u8]) -> Self {
        Self::Json(bytes.into())
    }
}

impl From<&str> for TrackerData {
    fn from(text: &str) -> Self {
        Self::Json(text.as_bytes().into())
    }
}

impl From<String> for TrackerData {
    fn from(text: String) -> Self {
        Self::Json(text.into_bytes().into())
    }
}

/// Which colours a [`FigureTracker`] has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those that the reader prefers.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Shows the figures of a dataset: one metric at a time as a chart, a card and a table.
///
/// It draws with [`STYLES`](crate::STYLES), which the app includes once. Where the data can't be read, or a metric or
/// figure that is asked for doesn't exist, it says so in a sentence and shows nothing else.
#[component]
pub fn FigureTracker(
    /// The dataset, as [`Arc<Dataset>`] or as JSON. Read once: another dataset is another component.
    #[prop(into)]
    data: TrackerData,
    /// The id of the metric on display; the one with most figures if there is none.
    #[prop(optional, into)]
    metric: MaybeProp<String>,
    /// The id of the selected figure; the latest if there is none.
    #[prop(optional, into)]
    figure: MaybeProp<String>,
    /// The language, a BCP 47 tag; the dataset's own if there is none.
    #[prop(optional, into)]
    language: Option<String>,
    /// The colours.
    #[prop(optional)]
    theme: Theme,
    /// Which view stands in the place of the chart; the chart if there is none.
    #[prop(optional, into)]
    view: MaybeProp<View>,
    /// What is asked of the dataset; nothing if there is none. What can't be meant of the metric is left out.
    #[prop(optional, into)]
    question: MaybeProp<Question>,
    /// Called when a reader selects, but not when a property changes.
    #[prop(optional, into)]
    on_select: Option<Callback<SelectedFigure>>,
    /// Called when a reader changes the view or asks, but not when a property changes.
    #[prop(optional, into)]
    on_change: Option<Callback<ChangedView>>,
) -> impl IntoView {
    let read = read_dataset(data);
    let localizer = |own: &str| Localizer::for_language(language.as_deref().unwrap_or(own));
    let dataset = match read {
        Ok(dataset) => dataset,
        Err(error) => {
            let (localizer, sentence) = (localizer(""), error.to_string());
            return view! { <ErrorMessage localizer sentence/> }.erase();
        }
    };
    let localizer = localizer(&dataset.language);
    let options =
        TrackerOptions { id_prefix: unique_prefix(), on_select, on_change, ..TrackerOptions::default() };
    let state = TrackerState::new(dataset, localizer.clone(), options);
    let show = move |metric: Option<String>, figure: Option<String>| {
        state.show(metric.unwrap_or_default().trim(), figure.unwrap_or_default().trim()).err()
    };
    let unknown = RwSignal::new(show(metric.get_untracked(), figure.get_untracked()));
    Effect::new(move |_| {
        let now = show(metric.get(), figure.get());
        // What is shown is made anew only where it changes: hydrated markup stays.
        if unknown.with_untracked(|before| *before != now) {
            unknown.set(now);
        }
    });
    let ask = move |view: Option<View>, question: Option<Question>| {
        state.show_question(view.unwrap_or_default(), question.unwrap_or_default());
    };
    ask(view.get_untracked(), question.get_untracked());
    Effect::new(move |_| ask(view.get(), question.get()));
    let localizer = StoredValue::new(localizer);
    let content = move || match unknown.get() {
        None => view! { <Tracker state theme=theme.name()/> }.erase(),
        Some(id) => {
            let (localizer, sentence) = (localizer.get_value(), describe_unknown(&id));
            view! { <ErrorMessage localizer sentence/> }.erase()
        }
    };
    content.erase()
}

fn read_dataset(data: TrackerData) -> Result<Arc<Dataset>, ReadError> {
    match data {
        TrackerData::Dataset(dataset) => Ok(dataset),
        TrackerData::Json(bytes) => dataset::read(&bytes).map(Arc::new),
    }
}

/// Says that an id names nothing.
pub(crate) fn describe_unknown(id: &UnknownId) -> String {
    match id {
        UnknownId::Metric(id) => format!("no metric has the id “{id}”"),
        UnknownId::Figure(id) => format!("no figure shown here has the id “{id}”"),
    }
}

/// Returns what the ids of a widget begin with: the same on the server and in the browser that hydrates its markup.
fn unique_prefix() -> String {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = match Owner::current_shared_context() {
        Some(shared) if cfg!(any(feature = "ssr", feature = "hydrate")) => shared.next_id().into_inner(),
        _ => COUNT.fetch_add(1, Ordering::Relaxed),
    };
    format!("ft-{number}-")
}

/// The widget for a state: heading, then what changes with the metric.
#[component]
pub fn Tracker(
    /// What it shows.
    state: TrackerState,
    /// The name of its theme, where no custom element around it has one.
    #[prop(optional)]
    theme: Option<&'static str>,
) -> impl IntoView {
    provide_context(state);
    provide_context(OpenEntries::default());
    provide_context(ShownLanes::default());
    provide_late_views();
    let localizer = state.localizer();
    let measure = NodeRef::<Div>::new();
    follow_width(state, measure);
    let name = [state.element_id("title"), state.element_id("metric")].join(" ");
    view! {
        <section
            part="base"
            class=move || base_class(state)
            data-theme=theme
            lang=localizer.interface_tag.to_string()
            dir=if localizer.messages.is_right_to_left() { "rtl" } else { "ltr" }
            aria-labelledby=name
        >
            <Heading/>
            <div class="ft-measure" node_ref=measure></div>
            <div>{move || state.metric().map(|metric| view! { <Body metric/> }.erase())}</div>
            <Footer/>
        </section>
    }
    .erase()
}

/// The class of the widget. Where the first entry of the shelf is open, the shelf and what is below it are unseen until the
/// second part of the program brings what is in that entry: nothing that is seen moves then.
fn base_class(state: TrackerState) -> &'static str {
    let is_wide = state.is_wide();
    let is_alone = state.whole_metric().is_some_and(|whole| whole.figures.len() == 1);
    match (is_wide, (is_wide || is_alone) && is_awaited()) {
        (true, true) => "ft-base ft-wide ft-awaiting",
        (true, false) => "ft-base ft-wide",
        (false, true) => "ft-base ft-awaiting",
        (false, false) => "ft-base",
    }
}

/// What changes with the metric: tabs, view and card, then the shelf.
#[component]
fn Body(metric: Arc<Metric>) -> impl IntoView {
    let state = use_tracker().of_one_metric();
    provide_context(state);
    let place = untrack(|| state.metric_index());
    let whole = state.whole_dataset();
    let views = useful_views(&whole, place);
    let shown_views = views.clone();
    let is_single = whole.metrics.get(place).is_some_and(|metric| metric.figures.len() < 2);
    if is_single && views.len() < 2 {
        return view! { <Alone metric=metric.clone()/><Shelf metric/> }.erase();
    }
    let beside = is_single.then(|| counted_beside(metric.clone()));
    let (of_view, of_cards) = (metric.clone(), metric.clone());
    let view = move || view! { <ViewPanel metric=of_view.clone() views=views.clone()/> }.erase();
    view! {
        <Tabs views=shown_views/>
        <div class="ft-body">
            {in_turn(0, view)} {in_turn(1, move || view! { <Cards metric=of_cards.clone()/> }.erase())}
        </div>
        {beside}
        {in_turn(2, move || view! { <Shelf metric=metric.clone()/> }.erase())}
    }
    .erase()
}

/// What is drawn at once, or when its turn has come where a widget is drawn part by part.
fn in_turn<Draw>(part: usize, draw: Draw) -> ErasedView
where
    Draw: Fn() -> ErasedView + Send + 'static,
{
    let state = use_tracker();
    if untrack(|| state.is_drawn(part)) {
        return draw();
    }
    let drawn_part = move || {
        state.is_drawn(part).then(|| {
            state.set_drawing(true);
            // Built one after the other.
            view! { {draw()} {move || state.set_drawing(false)} }.erase()
        })
    };
    drawn_part.erase()
}

/// The type size that lengths of the layout are meant for; the style sheet allows no smaller one.
#[cfg(target_arch = "wasm32")]
const TYPE_SIZE: f64 = 16.0;

/// Tells the state the inner width, now and whenever that or the size of the type changes: where the type is larger, the
/// layout is that of a narrower widget, and the plot is drawn larger.
#[cfg(target_arch = "wasm32")]
fn follow_width(state: TrackerState, measure: NodeRef<Div>) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use send_wrapper::SendWrapper;
    use web_sys::{ResizeObserver, ResizeObserverEntry, js_sys};

    Effect::new(move |_| {
        let Some(element) = measure.get() else { return };
        let changed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                let area = entry.content_rect();
                state.resize(area.width() * TYPE_SIZE / area.height().max(TYPE_SIZE));
            }
        });
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let held = SendWrapper::new((observer, changed));
        on_cleanup(move || held.0.disconnect());
    });
}

/// Natively there is no width to follow.
#[cfg(not(target_arch = "wasm32"))]
fn follow_width(_state: TrackerState, _measure: NodeRef<Div>) {}
