//! What a widget shows at this moment: the dataset, its language, and what is selected. The only state there is; the
//! components find it in their context.

mod selection;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

pub use selection::UnknownId;
use selection::{Selection, figures_of_scope, find_selection, latest_figure, scope_id};

use crate::breakpoints::{BANDS, DEFAULT_WIDTH, PlotSize, WIDE, band_at_width};
use figure_tracker_core::dataset::{Dataset, Figure, Metric};
use figure_tracker_core::localize::Localizer;

/// What an app is told when a reader selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectedFigure {
    /// The id of the metric on display.
    pub metric: String,
    /// The id of the selected figure.
    pub figure: String,
}

/// Where the links of a printed page lead: to a figure, or without one to the list of all metrics.
pub type PageLinks = Arc<dyn Fn(Option<&Figure>) -> String + Send + Sync>;

/// How a widget stands in its page.
#[derive(Clone)]
pub struct TrackerOptions {
    /// The inner width at first, in CSS pixels.
    pub width: f64,
    /// Whether the page is the widget's own: then the table is open and says all there is to say.
    pub own_page: bool,
    /// Whether it keeps to one edition of the dataset.
    pub frozen: bool,
    /// The address of the dataset, to be named where the page did not choose it; empty where it did.
    pub data_address: String,
    /// The address of a file with all figures, for a table on paper that has not all of them; empty if it is not known.
    pub table_address: String,
    /// The picture that it is printed as, or that it takes the place of.
    pub picture: Option<Picture>,
    /// What the ids of its elements begin with.
    pub id_prefix: String,
    /// Where its links lead if it is printed for readers without scripts. Only with the feature `ssr`.
    pub links: Option<PageLinks>,
    /// Called when a reader, not the app, selects.
    pub on_select: Option<Callback<SelectedFigure>>,
}

/// What is printed of a widget as the picture that stands until its program has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The bands for which the chart is printed.
    pub bands: [bool; BANDS.len()],
    /// Whether the marks are printed one by one; else as dots.
    pub marks: bool,
    /// Whether the unseen cards that keep the room for the highest one are printed.
    pub sizers: bool,
    /// How many items of a list are printed before a link stands for it.
    pub longest_list: usize,
}

impl Picture {
    /// Everything, as a program draws it.
    pub const WHOLE: Self = Self { bands: [true; BANDS.len()], marks: true, sizers: true, longest_list: 24 };
}

impl TrackerOptions {
    /// Whether the plot has the size of a band, as it is printed, whatever the width within the band.
    fn is_in_bands(&self) -> bool {
        self.own_page || self.picture.is_some()
    }
}

impl Default for TrackerOptions {
    fn default() -> Self {
        Self {
            width: DEFAULT_WIDTH,
            own_page: false,
            frozen: false,
            data_address: String::new(),
            table_address: String::new(),
            picture: None,
            id_prefix: String::new(),
            links: None,
            on_select: None,
        }
    }
}

/// The state of one widget.
#[derive(Clone, Copy)]
pub struct TrackerState {
    dataset: StoredValue<Arc<Dataset>>,
    localizer: StoredValue<Localizer>,
    options: StoredValue<TrackerOptions>,
    selection: RwSignal<Selection>,
    metric: Memo<usize>,
    figure: Memo<usize>,
    /// The figures of the selected one's scope, by their places in the metric: what stepping goes through.
    steps: Memo<Arc<[usize]>>,
    width: RwSignal<f64>,
    is_wide: Memo<bool>,
    plot_size: Memo<PlotSize>,
}

/// Returns the state of the widget around a component.
pub fn use_tracker() -> TrackerState {
    expect_context()
}

impl TrackerState {
    /// Creates the state of a widget that shows the main metric and its latest figure.
    pub fn new(dataset: Arc<Dataset>, localizer: Localizer, options: TrackerOptions) -> Self {
        let main = dataset.main_metric().and_then(|metric| dataset.place_of_metric(&metric.id));
        let metric = main.unwrap_or_default();
        let selection = RwSignal::new(Selection { metric, figure: latest_figure(&dataset, metric) });
        let metric = Memo::new(move |_| selection.get().metric);
        let dataset = StoredValue::new(dataset);
        let scope = scope_of(dataset, selection);
        let width = RwSignal::new(options.width);
        let (in_bands, printed) = (options.is_in_bands(), options.links.is_some());
        Self {
            dataset,
            localizer: StoredValue::new(localizer),
            options: StoredValue::new(options),
            selection,
            metric,
            figure: figure_of(selection),
            steps: steps_of(dataset, scope),
            width,
            is_wide: Memo::new(move |_| !printed && width.get() >= WIDE),
            plot_size: Memo::new(move |_| match in_bands {
                true => PlotSize::of_band(band_at_width(width.get())),
                false => PlotSize::at_width(width.get()),
            }),
        }
    }

    /// Returns the same state for what is shown of one metric, which goes with it: a signal remembers for ever who reads it.
    pub(crate) fn of_one_metric(self) -> Self {
        let figure = figure_of(self.selection);
        let scope = scope_of(self.dataset, self.selection);
        let steps = steps_of(self.dataset, scope);
        unsubscribe_on_cleanup(figure);
        unsubscribe_on_cleanup(scope);
        unsubscribe_on_cleanup(steps);
        Self { figure, steps, ..self }
    }

    /// Returns what is shown.
    pub fn dataset(self) -> Arc<Dataset> {
        self.dataset.get_value()
    }

    /// Returns the language in which it is shown.
    pub fn localizer(self) -> Localizer {
        self.localizer.get_value()
    }

    /// Returns whether the page is the widget's own.
    pub fn is_own_page(self) -> bool {
        self.options.with_value(|options| options.own_page)
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

    /// Returns the index of the metric on display. Tracked.
    pub fn metric_index(self) -> usize {
        self.metric.get()
    }

    /// Returns the metric on display. Tracked.
    pub fn metric(self) -> Option<Arc<Metric>> {
        let index = self.metric.get();
        self.dataset.with_value(|dataset| dataset.metrics.get(index).cloned())
    }

    /// Returns the index of the selected figure within its metric. Tracked.
    pub fn figure_index(self) -> usize {
        self.figure.get()
    }

    /// Returns how many figures stepping goes through: those of the scope that the selected one covers. Tracked.
    pub fn step_count(self) -> usize {
        self.steps.with(|steps| steps.len())
    }

    /// Returns the place of the selected figure among those that stepping goes through. Tracked.
    pub fn step_index(self) -> usize {
        let figure = self.figure_index();
        self.steps.with(|steps| steps.partition_point(|step| *step < figure))
    }

    /// Selects a figure of the same scope for a reader, by its place among them; the last one where there are fewer.
    pub fn step_to(self, step: usize) {
        let figure = self.steps.with_untracked(|steps| steps.get(step).or(steps.last()).copied());
        if let Some(figure) = figure {
            self.select_figure(figure);
        }
    }

    /// Returns the metric on display and the selected figure, without tracking.
    pub fn selected(self) -> Option<(Arc<Metric>, Arc<Figure>)> {
        let Selection { metric, figure } = self.selection.try_get_untracked()?;
        let metric = self.dataset.try_with_value(|dataset| dataset.metrics.get(metric).cloned())??;
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
    /// the latest figure; a figure alone brings its metric with it.
    ///
    /// # Errors
    /// The id that names nothing; then what is shown stays.
    pub fn show(self, metric: &str, figure: &str) -> Result<(), UnknownId> {
        let dataset = self.dataset();
        let selection = find_selection(&dataset, metric, figure)?;
        self.change(selection);
        Ok(())
    }

    /// Shows a metric that a reader picked, and its latest figure.
    pub fn pick_metric(self, metric: usize) {
        let figure = self.dataset.with_value(|dataset| latest_figure(dataset, metric));
        self.select(Selection { metric, figure });
    }

    /// Selects a figure of the metric on display for a reader.
    pub fn select_figure(self, figure: usize) {
        self.select(Selection { figure, ..self.selection.get_untracked() });
    }

    /// Selects a figure of any metric for a reader.
    pub fn select_figure_by_id(self, id: &str) {
        let found = self.dataset.with_value(|dataset| find_selection(dataset, "", id));
        if let Ok(selection) = found {
            self.select(selection);
        }
    }

    fn select(self, selection: Selection) {
        if !self.change(selection) {
            return;
        }
        let on_select = self.options.with_value(|options| options.on_select);
        if let (Some(on_select), Some((metric, figure))) = (on_select, self.selected()) {
            on_select.run(SelectedFigure { metric: metric.id.clone(), figure: figure.id.clone() });
        }
    }

    /// Returns whether anything changed.
    fn change(self, selection: Selection) -> bool {
        if self.selection.get_untracked() == selection {
            return false;
        }
        self.selection.set(selection);
        true
    }
}

/// Lets what a memo reads forget it when the component around it goes: what lives longer, a memo of the whole widget for
/// one, would remember it for ever.
pub(crate) fn unsubscribe_on_cleanup<T: Send + Sync + 'static>(memo: Memo<T>) {
    let subscriber = ArcMemo::from(memo).to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}

fn figure_of(selection: RwSignal<Selection>) -> Memo<usize> {
    Memo::new(move |_| selection.get().figure)
}

/// The metric on display and the id of the selected figure's scope.
fn scope_of(
    dataset: StoredValue<Arc<Dataset>>,
    selection: RwSignal<Selection>,
) -> Memo<(usize, Option<String>)> {
    Memo::new(move |_| {
        let Selection { metric, figure } = selection.get();
        dataset.with_value(|dataset| (metric, scope_id(dataset, metric, figure)))
    })
}

fn steps_of(dataset: StoredValue<Arc<Dataset>>, scope: Memo<(usize, Option<String>)>) -> Memo<Arc<[usize]>> {
    Memo::new(move |_| {
        let (metric, scope) = scope.get();
        dataset.with_value(|dataset| figures_of_scope(dataset, metric, scope.as_deref()))
    })
}
