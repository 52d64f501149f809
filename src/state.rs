//! What a widget shows at this moment: the dataset, its language, what is selected, and what is asked. The only state there
//! is; the components find it in their context.

mod attributes;
mod options;
mod selection;
mod view;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

pub use attributes::Attributes;
pub use options::{ChangedView, PageLinks, Picture, SelectedFigure, TrackerOptions, ViewLink};
pub use selection::UnknownId;
use selection::{Display, figures_on_chart, find_metric, is_same_metric};
pub use view::View;

use crate::breakpoints::{BANDS, PlotSize, WIDE, band_at_width};
use figure_tracker_core::dataset::{Dataset, Figure, Metric, Question};
use figure_tracker_core::localize::Localizer;

/// The state of one widget.
#[derive(Clone, Copy)]
pub struct TrackerState {
    whole: StoredValue<Arc<Dataset>>,
    localizer: StoredValue<Localizer>,
    options: StoredValue<TrackerOptions>,
    display: RwSignal<Display>,
    question: RwSignal<Question>,
    view: RwSignal<View>,
    metric: Memo<Option<Arc<Metric>>>,
    figure: Memo<usize>,
    scope: Memo<Option<String>>,
    /// The figures on the selected one's chart, by their places in the metric: what stepping goes through.
    steps: Memo<Arc<[usize]>>,
    width: RwSignal<f64>,
    /// Whether each part below the heading is drawn.
    drawn: [RwSignal<bool>; PARTS],
    /// Whether a part has been begun and not ended.
    is_drawing: RwSignal<bool>,
    is_wide: Memo<bool>,
    plot_size: Memo<PlotSize>,
}

/// How many parts there are below the heading of a widget: its view, its cards, its shelf.
const PARTS: usize = 3;

/// Returns the state of the widget around a component.
pub fn use_tracker() -> TrackerState {
    expect_context()
}

impl TrackerState {
    /// Creates the state of a widget that shows the main metric and its latest figure.
    pub fn new(dataset: Arc<Dataset>, localizer: Localizer, options: TrackerOptions) -> Self {
        let question = Question::default();
        let main = find_metric(&dataset, "", "").unwrap_or_default();
        let display = RwSignal::new(Display::new(&dataset, &question, main, ""));
        let metric = Memo::new_with_compare(
            move |_| display.with(|display| display.metric.clone()),
            |before, now| {
                !before.zip(now).is_some_and(|(one, other)| is_same_metric(one.as_ref(), other.as_ref()))
            },
        );
        let width = RwSignal::new(options.width);
        let drawn = [(); PARTS].map(|()| RwSignal::new(!options.stepwise));
        let scope = scope_of(display);
        let (in_bands, printed) = (options.is_in_bands(), options.links.is_some());
        Self {
            whole: StoredValue::new(dataset),
            localizer: StoredValue::new(localizer),
            options: StoredValue::new(options),
            display,
            question: RwSignal::new(question),
            view: RwSignal::new(View::default()),
            metric,
            figure: figure_of(display),
            scope,
            steps: steps_of(metric, scope),
            width,
            drawn,
            is_drawing: RwSignal::new(false),
            is_wide: Memo::new(move |_| !printed && width.get() >= WIDE),
            plot_size: Memo::new(move |_| match in_bands {
                true => PlotSize::of_band(band_at_width(width.get())),
                false => PlotSize::at_width(width.get()),
            }),
        }
    }

    /// Returns the same state for what is shown of one metric, which goes with it: a signal remembers for ever who reads it.
    pub(crate) fn of_one_metric(self) -> Self {
        let figure = figure_of(self.display);
        let scope = scope_of(self.display);
        let steps = steps_of(self.metric, scope);
        unsubscribe_on_cleanup(figure);
        unsubscribe_on_cleanup(scope);
        unsubscribe_on_cleanup(steps);
        Self { figure, scope, steps, ..self }
    }

    /// Returns the whole dataset, whatever is asked.
    pub fn whole_dataset(self) -> Arc<Dataset> {
        self.whole.get_value()
    }

    /// Returns the dataset as it was known on the day that is asked for; without one all of it. Metrics have the same places
    /// in both.
    pub fn dataset(self) -> Arc<Dataset> {
        self.display.with_untracked(|display| display.dataset.clone())
    }

    /// Returns the language in which it is shown.
    pub fn localizer(self) -> Localizer {
        self.localizer.get_value()
    }

    /// Returns whether the page is the widget's own.
    pub fn is_own_page(self) -> bool {
        self.options.with_value(|options| options.own_page)
    }

    /// Returns whether the page is that of the whole dataset.
    pub fn is_whole_record(self) -> bool {
        self.options.with_value(|options| options.whole_record)
    }

    /// Returns the address under which others see what is shown; none where there is none. Doesn't track.
    pub fn view_link(self) -> Option<String> {
        let view_link = self.options.with_value(|options| options.view_link.clone())?;
        Some(view_link(&self.attributes())).filter(|address| !address.is_empty())
    }

    /// Returns whether the widget keeps to one edition.
    pub fn is_frozen(self) -> bool {
        self.options.with_value(|options| options.frozen)
    }

    /// Returns the address of the dataset where the page did not choose it.
    pub fn data_address(self) -> Option<String> {
        self.options.with_value(|options| Some(options.data_address.clone()).filter(|it| !it.is_empty()))
    }

    /// Returns the address of a file with all figures; nothing if it is not known.
    pub fn table_address(self) -> String {
        self.options.with_value(|options| options.table_address.clone())
    }

    /// Returns the sizes that the plot may have: one, or where it was printed for each band all of theirs. Tracked.
    pub fn plot_sizes(self) -> Vec<PlotSize> {
        match self.options.with_value(TrackerOptions::is_in_bands) {
            true => BANDS.iter().map(|band| PlotSize::of_band(*band)).collect(),
            false => vec![self.plot_size()],
        }
    }

    /// Returns whether the part of the widget at a place below the heading is drawn.
    pub fn is_drawn(self, part: usize) -> bool {
        self.drawn.get(part).is_none_or(Get::get)
    }

    /// Has the next part drawn too, and returns whether there was one; none where the part before was begun and never ended,
    /// for then the program has broken.
    pub fn draw_next_part(self) -> Option<bool> {
        if self.is_drawing.get_untracked() {
            return None;
        }
        let next = self.drawn.into_iter().find(|is_drawn| !is_drawn.get_untracked());
        if let Some(next) = next {
            next.set(true);
        }
        Some(next.is_some())
    }

    /// Notes whether a part is being drawn.
    pub(crate) fn set_drawing(self, is_drawing: bool) {
        self.is_drawing.set(is_drawing);
    }

    /// Returns the picture that the widget is printed as.
    pub fn picture(self) -> Option<Picture> {
        self.options.with_value(|options| options.picture).filter(|_| self.is_printed())
    }

    /// Returns the id of an element of this widget, unlike those of any other widget on the page.
    pub fn element_id(self, name: &str) -> String {
        self.options.with_value(|options| format!("{}{name}", options.id_prefix))
    }

    /// Returns whether the widget is printed for readers without scripts.
    pub fn is_printed(self) -> bool {
        cfg!(feature = "ssr") && self.options.with_value(|options| options.links.is_some())
    }

    /// Returns the address of a figure, or without one of the list of all metrics: on a printed page only, where links
    /// stand for what a program does.
    pub fn link_to(self, figure: Option<&Figure>) -> Option<String> {
        if !cfg!(feature = "ssr") {
            return None;
        }
        self.options.with_value(|options| options.links.as_ref().map(|links| links(figure)))
    }

    /// Returns the address of a section of the page of the metric on display, by its id: on a printed page only.
    pub fn link_to_section(self, id: &str) -> Option<String> {
        let (_, figure) = self.selected()?;
        let address = self.link_to(Some(&figure))?;
        let page = address.split('#').next().unwrap_or_default();
        Some([page, "#", id].concat())
    }

    /// Returns the index of the metric on display. Tracked.
    pub fn metric_index(self) -> usize {
        let place =
            self.metric().and_then(|metric| self.whole.with_value(|whole| whole.place_of_metric(&metric.id)));
        place.unwrap_or_default()
    }

    /// Returns the metric on display, with those of its figures that are asked for. Tracked.
    pub fn metric(self) -> Option<Arc<Metric>> {
        self.metric.get()
    }

    /// Returns the metric on display with all its figures, whatever is asked. Tracked.
    pub fn whole_metric(self) -> Option<Arc<Metric>> {
        let index = self.metric_index();
        self.whole.with_value(|whole| whole.metrics.get(index).cloned())
    }

    /// Returns what is asked. Tracked.
    pub fn question(self) -> Question {
        self.question.get()
    }

    /// Returns which view is shown. Tracked.
    pub fn view(self) -> View {
        self.view.get()
    }

    /// Returns the id of the scope on whose chart the selected figure stands: the chart has its figures alone. Tracked.
    pub fn shown_scope(self) -> Option<String> {
        self.scope.get()
    }

    /// Returns the figure whose value stands when the period that is asked for begins, on the chart shown. Tracked.
    pub fn figure_before(self) -> Option<Arc<Figure>> {
        let question = self.question();
        let metric = self.dataset().metrics.get(self.metric_index()).cloned()?;
        let scope = self.chart_scope();
        question.figure_before(&metric, scope.as_deref()).cloned()
    }

    /// Returns the id of the scope whose chart is shown, also where none of its figures is asked for. Tracked.
    pub fn chart_scope(self) -> Option<String> {
        let asked = || self.question().scope;
        let subject = || self.whole_metric()?.main_scope().map(str::to_owned);
        self.shown_scope().or_else(asked).or_else(subject)
    }

    /// Returns the index of the selected figure within its metric. Tracked.
    pub fn figure_index(self) -> usize {
        self.figure.get()
    }

    /// Returns how many figures stepping goes through: those on the chart of the selected one. Tracked.
    pub fn step_count(self) -> usize {
        self.steps.with(|steps| steps.len())
    }

    /// Returns the place of the selected figure among those that stepping goes through. Tracked.
    pub fn step_index(self) -> usize {
        let figure = self.figure_index();
        self.steps.with(|steps| steps.partition_point(|step| *step < figure))
    }

    /// Selects a figure of the same chart for a reader, by its place among them; the last one where there are fewer.
    pub fn step_to(self, step: usize) {
        let figure = self.steps.with_untracked(|steps| steps.get(step).or(steps.last()).copied());
        if let Some(figure) = figure {
            self.select_figure(figure);
        }
    }

    /// Returns the metric on display and the selected figure, without tracking.
    pub fn selected(self) -> Option<(Arc<Metric>, Arc<Figure>)> {
        let Display { metric, figure, .. } = self.display.try_get_untracked()?;
        let metric = metric?;
        let figure = metric.figures.get(figure)?.clone();
        Some((metric, figure))
    }

    /// Returns whether chart and card stand side by side. Tracked.
    pub fn is_wide(self) -> bool {
        self.is_wide.get()
    }

    /// Returns the size the plot is laid out for. Tracked.
    pub fn plot_size(self) -> PlotSize {
        self.plot_size.get()
    }

    /// Tells the widget its inner width, in CSS pixels at the type size of 16. Does nothing once the widget is gone.
    pub fn resize(self, width: f64) {
        if width > 0.0 && self.width.try_get_untracked().is_some_and(|known| known != width) {
            self.width.set(width);
        }
    }

    /// Shows a metric and a figure by their ids, without telling the app. An empty id stands for the main metric and for
    /// the latest figure; a figure alone brings its metric with it. Where what is asked leaves the figure out, everything
    /// is shown.
    ///
    /// # Errors
    /// The id that names nothing; then what is shown stays.
    pub fn show(self, metric: &str, figure: &str) -> Result<(), UnknownId> {
        let place = self.whole.with_value(|whole| find_metric(whole, metric, figure))?;
        self.display_figure(place, figure);
        Ok(())
    }

    /// Shows a view and answers a question, without telling the app; the metric stays. Returns what can't be meant, in a
    /// sentence each for the console of a developer; that is left out.
    pub fn show_question(self, view: View, question: Question) -> Vec<String> {
        let figure = self.selected().map(|(_, figure)| figure.id.clone()).unwrap_or_default();
        self.display_question(untrack(|| self.metric_index()), &figure, view, question)
    }

    /// Shows what attributes of the element name, without telling the app. Returns what can't be meant, as
    /// [`show_question`](Self::show_question) does.
    ///
    /// # Errors
    /// The id of a metric or figure that names nothing; then what is shown stays.
    pub fn show_attributes(self, attributes: &Attributes) -> Result<Vec<String>, UnknownId> {
        let (metric, figure) = (attributes.get("metric"), attributes.get("figure"));
        let place = self.whole.with_value(|whole| find_metric(whole, metric, figure))?;
        let (view, question, mut ignored) = attributes.parse();
        ignored.extend(self.display_question(place, figure, view, question));
        if !figure.is_empty() && self.selected().is_none_or(|(_, selected)| selected.id != figure) {
            ignored.push(format!("figure=\"{figure}\" is not among what is asked for and is ignored"));
        }
        Ok(ignored)
    }

    /// Displays what a question leaves of a metric, and selects a figure, or the latest where it is left out.
    fn display_question(
        self,
        metric: usize,
        figure: &str,
        view: View,
        mut question: Question,
    ) -> Vec<String> {
        let whole = self.whole_dataset();
        let of_metric = whole.metrics.get(metric);
        let ignored =
            of_metric.map(|metric| question.remove_unanswerable(&whole, metric)).unwrap_or_default();
        if self.view.get_untracked() != view {
            self.view.set(view);
        }
        self.display(metric, figure, question);
        ignored.iter().map(ToString::to_string).collect()
    }

    /// Returns what is shown as attributes of the element, without tracking.
    pub fn attributes(self) -> Attributes {
        let question = self.question.try_get_untracked().unwrap_or_default();
        let view = self.view.try_get_untracked().unwrap_or_default();
        let (metric, figure) = self
            .selected()
            .map(|(metric, figure)| (metric.id.clone(), figure.id.clone()))
            .unwrap_or_default();
        Attributes::of(metric, figure, view, &question)
    }

    /// Shows a metric that a reader picked, and its latest figure. What is asked stays, but for a scope of another metric.
    pub fn pick_metric(self, metric: usize) {
        self.tell_after(|| self.display_figure(metric, ""));
    }

    /// Selects a figure of the metric on display for a reader.
    pub fn select_figure(self, figure: usize) {
        let mut display = self.display.get_untracked();
        display.figure = figure;
        self.tell_after(|| self.select(display));
    }

    /// Selects a figure of any metric for a reader. Where what is asked leaves it out, everything is shown.
    pub fn select_figure_by_id(self, id: &str) {
        let place = self.whole.with_value(|whole| whole.place_of_figure(id));
        if let Some(place) = place {
            self.tell_after(|| self.display_figure(place.metric, id));
        }
    }

    /// Shows another view for a reader.
    pub fn show_view(self, view: View) {
        let question = self.question.get_untracked();
        self.tell_after(|| _ = self.show_question(view, question));
    }

    /// Shows a part for a reader: the latest figure of a scope of a metric, without one of what the metric is about.
    pub fn show_part(self, view: View, metric: usize, scope: Option<&str>) {
        let of_metric = self.dataset().metrics.get(metric).cloned();
        let latest = of_metric.and_then(|metric| {
            let scope = scope.or(metric.main_scope());
            metric.figures.iter().rfind(|figure| figure.scope_id() == scope).cloned()
        });
        if let Some(latest) = latest {
            self.tell_after(|| {
                if self.view.get_untracked() != view {
                    self.view.set(view);
                }
                self.display_figure(metric, &latest.id);
            });
        }
    }

    /// Answers a question of a reader.
    pub fn ask(self, question: Question) {
        let view = self.view.get_untracked();
        self.tell_after(|| _ = self.show_question(view, question));
    }

    /// Shows everything again for a reader.
    pub fn show_everything(self) {
        self.ask(Question::default());
    }

    /// Displays a metric and a figure of it, the latest if there is no id. What is asked stays, but for a scope of another
    /// metric; where it leaves the figure out, everything is shown.
    fn display_figure(self, metric: usize, figure: &str) {
        let mut question = self.question.get_untracked();
        if untrack(|| self.metric_index()) != metric {
            question.scope = None;
        }
        let of_metric = self.dataset().metrics.get(metric).cloned();
        let found =
            of_metric.and_then(|metric| metric.figures.iter().find(|other| other.id == figure).cloned());
        let is_left_out = !figure.is_empty() && !found.is_some_and(|figure| question.covers(&figure));
        self.display(metric, figure, if is_left_out { Question::default() } else { question });
    }

    fn display(self, metric: usize, figure: &str, question: Question) {
        let before = self.question.get_untracked();
        let is_metric = untrack(|| self.metric_index()) == metric;
        let display = self.display.get_untracked();
        let display = if before == question && is_metric {
            display.with_figure(figure)
        } else if before.known_on == question.known_on {
            Display::within(display.dataset, &question, metric, figure)
        } else {
            Display::new(&self.whole_dataset(), &question, metric, figure)
        };
        if before != question {
            self.question.set(question);
        }
        self.select(display);
    }

    fn select(self, display: Display) {
        if !self.display.with_untracked(|before| before.is_same(&display)) {
            self.display.set(display);
        }
    }

    /// Does what a reader wants, and tells the app what has changed by it.
    fn tell_after(self, change: impl FnOnce()) {
        let before = self.attributes();
        change();
        let now = self.attributes();
        let is_changed = |name| before.get(name) != now.get(name);
        let (on_select, on_change) =
            self.options.with_value(|options| (options.on_select, options.on_change));
        if let Some(on_change) = on_change
            && Attributes::NAMES.into_iter().skip(2).any(is_changed)
        {
            on_change.run(ChangedView {
                view: self.view.get_untracked(),
                question: self.question.get_untracked(),
            });
        }
        if let (Some(on_select), Some((metric, figure))) = (on_select, self.selected())
            && (is_changed("metric") || is_changed("figure"))
        {
            on_select.run(SelectedFigure { metric: metric.id.clone(), figure: figure.id.clone() });
        }
    }
}

/// Lets what a memo reads forget it when the component around it goes: what lives longer, a memo of the whole widget for
/// one, would remember it for ever.
pub(crate) fn unsubscribe_on_cleanup<T: Send + Sync + 'static>(memo: Memo<T>) {
    let subscriber = ArcMemo::from(memo).to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}

fn figure_of(display: RwSignal<Display>) -> Memo<usize> {
    Memo::new(move |_| display.with(|display| display.figure))
}

/// The id of the scope on whose chart the selected figure stands.
fn scope_of(display: RwSignal<Display>) -> Memo<Option<String>> {
    Memo::new(move |_| {
        display.with(|display| {
            let metric = display.metric.as_ref()?;
            let figure = metric.figures.get(display.figure)?;
            metric.chart_scope(figure.scope_id()).map(str::to_owned)
        })
    })
}

fn steps_of(metric: Memo<Option<Arc<Metric>>>, scope: Memo<Option<String>>) -> Memo<Arc<[usize]>> {
    Memo::new(move |_| {
        let scope = scope.get();
        metric
            .with(|metric| metric.as_ref().map(|metric| figures_on_chart(metric, scope.as_deref())))
            .unwrap_or_default()
    })
}
