//! What the components share: the data set, the voice, and what is selected. The only state there is.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::shown::{Selection, Shown};
use figure_tracker_core::chart::{ChartRelations, ChartTexts, LayoutOptions, Scene, layout};
use figure_tracker_core::dataset::{Dataset, Figure, Group, Metric, Relation, Text, Unit, UnitKind};
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::small::{sort_by, split_once};

/// What is told when a reader selects: the ids of the metric and of the figure.
pub type OnSelect = Rc<dyn Fn(&str, &str)>;

/// Where links lead on a printed page: to a figure, or without one to where all metrics are listed.
pub type Pages = Rc<dyn Fn(Option<&Figure>) -> String>;

/// How the widget stands in its page.
#[derive(Clone, Default)]
pub struct Setting {
    /// Whether the page is the widget's own: then the list is open and says all there is to say.
    pub page: bool,
    /// Whether it keeps to one edition of the data set.
    pub frozen: bool,
    /// Whether it is printed for readers without scripts, and where its links lead then.
    #[cfg(not(target_arch = "wasm32"))]
    pub printed: Option<Pages>,
}

/// The state of one widget, shared by all of its parts: one pointer to hand on.
#[derive(Clone)]
pub struct Model(Rc<State>);

impl Deref for Model {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

/// What a [`Model`] holds.
pub struct State {
    /// What is shown.
    pub dataset: Arc<Dataset>,
    /// How it is said.
    pub localizer: Localizer,
    /// What is selected.
    pub shown: Selection,
    /// The width there is inside the padding, in CSS pixels.
    pub width: RwSignal<usize>,
    /// How it stands in its page.
    pub setting: Setting,
    on_select: OnSelect,
}

/// The inner width from which chart and card stand side by side.
pub const WIDE: usize = 568;
/// The card's column and the gap before it, as in `base.css`.
const ASIDE: f64 = 304.0;
/// On a page of its own: from which inner width on the plot is laid out how wide. It is then drawn as wide as there
/// is room, so that what is printed and what a browser lays out are the same picture.
pub const BANDS: [(usize, f64); 6] =
    [(0, 288.0), (320, 343.0), (408, 448.0), (WIDE, 300.0), (688, 440.0), (828, 624.0)];
/// How many cards are laid out unseen to find the highest.
const SIZERS: usize = 6;
/// How many characters stand on a line of the card, on a phone.
const LINE: usize = 38;

impl Model {
    /// The state that shows the metric with the id `metric` and of it the figure with the id `figure`; where
    /// these name nothing, the main metric and its latest figure.
    pub fn new(dataset: Arc<Dataset>, localizer: Localizer, width: usize, on_select: OnSelect) -> Self {
        let model = Self(Rc::new(State {
            dataset,
            localizer,
            shown: Selection::new(),
            width: RwSignal::new(width),
            setting: Setting::default(),
            on_select,
        }));
        model.show("", "");
        model
    }

    /// The same model in another setting.
    pub fn within(&self, setting: Setting) -> Self {
        let State { dataset, localizer, shown, width, on_select, .. } = &*self.0;
        let (dataset, localizer, on_select) = (dataset.clone(), localizer.clone(), on_select.clone());
        Self(Rc::new(State { dataset, localizer, shown: *shown, width: *width, setting, on_select }))
    }

    /// Shows a metric and a figure by id without telling anybody. A figure alone brings its metric with it.
    pub fn show(&self, metric: &str, figure: &str) {
        let metric =
            if metric.is_empty() { self.dataset.figure(figure).map_or("", |f| &f.metric) } else { metric };
        let main = self.dataset.main_metric().map_or("", |main| &main.id);
        let place = |id: &str| self.dataset.metrics.iter().position(|m| m.id == id);
        let at = place(metric).or_else(|| place(main)).unwrap_or_default();
        let found = self.dataset.metrics.get(at).and_then(|m| m.figures.iter().position(|f| f.id == figure));
        let shown = Shown { metric: at, figure: found.unwrap_or_else(|| self.newest(at)) };
        if self.shown.get_untracked() != shown {
            self.shown.set(shown);
        }
    }

    /// A reader picked a metric: its latest figure is selected.
    pub fn pick(&self, metric: usize) {
        self.select(Shown { metric, figure: self.newest(metric) });
    }

    /// A reader selected a figure of the metric on display.
    pub fn select_figure(&self, figure: usize) {
        self.select(Shown { figure, ..self.shown.get_untracked() });
    }

    /// A reader followed a remark to another figure.
    pub fn select_id(&self, id: &str) {
        let metrics = self.dataset.metrics.iter().enumerate();
        let find = |(at, m): (usize, &Arc<Metric>)| {
            Some(Shown { metric: at, figure: m.figures.iter().position(|f| f.id == id)? })
        };
        if let Some(shown) = metrics.into_iter().find_map(find) {
            self.select(shown);
        }
    }

    fn select(&self, shown: Shown) {
        if self.shown.get_untracked() == shown {
            return;
        }
        self.shown.set(shown);
        if let Some((metric, figure)) = self.current(shown) {
            (self.on_select)(&metric.id, &figure.id);
        }
    }

    fn newest(&self, metric: usize) -> usize {
        let latest = self.dataset.metrics.get(metric).and_then(|m| {
            let latest = m.latest()?;
            m.figures.iter().position(|f| f.id == latest.id)
        });
        latest.unwrap_or_default()
    }

    /// The metric and the figure that `shown` means.
    pub fn current(&self, shown: Shown) -> Option<(Arc<Metric>, Arc<Figure>)> {
        let metric = self.dataset.metrics.get(shown.metric)?;
        Some((metric.clone(), metric.figures.get(shown.figure)?.clone()))
    }

    /// What tells the index of the metric on display, and is followed only when that changes.
    pub(super) fn metric_signal(&self) -> impl Fn() -> usize + Clone + use<> {
        let shown = self.shown;
        move || shown.metric()
    }

    /// Whether the metric at an index is on display at this moment.
    pub(super) fn is_metric(&self, index: usize) -> bool {
        self.shown.get_untracked().metric == index
    }

    /// The metric at an index.
    pub(super) fn metric_at(&self, index: usize) -> Option<Arc<Metric>> {
        self.dataset.metrics.get(index).cloned()
    }

    /// Whether chart and card stand side by side; a view that calls it follows it.
    pub fn is_wide(&self) -> bool {
        !self.is_printed() && self.width.get() >= WIDE
    }

    /// Whether this is printed for readers without scripts.
    pub(super) fn is_printed(&self) -> bool {
        self.place_of(None).is_some()
    }

    fn inner(&self) -> f64 {
        u32::try_from(self.width.get()).map_or(624.0, f64::from)
    }

    /// Width and height that the plot is laid out in; a view that calls it follows it.
    pub fn plot_size(&self) -> (f64, f64) {
        let room = self.width.get();
        if self.setting.page {
            return self.band(room);
        }
        let inner = self.inner().max(200.0);
        if room < WIDE { beneath(inner) } else { beside(inner.min(928.0) - ASIDE) }
    }

    /// On a page of its own: the size of the plot where there is so much room.
    pub(super) fn band(&self, room: usize) -> (f64, f64) {
        let (from, width) = BANDS.into_iter().rfind(|(from, _)| *from <= room).unwrap_or(BANDS[0]);
        if from < WIDE { beneath(width) } else { beside(width) }
    }

    /// Where a figure is found, or all metrics: on a printed page only, where links stand for what a program does.
    pub(super) fn place_of(&self, figure: Option<&str>) -> Option<String> {
        #[cfg(not(target_arch = "wasm32"))]
        return self.setting.printed.as_ref().map(|pages| match figure {
            Some(id) => pages(self.dataset.figure(id).map(|figure| &**figure)),
            None => pages(None),
        });
        #[cfg(target_arch = "wasm32")]
        return figure.and(None);
    }

    /// The metrics by heading, those that moved over time first, kept to those that match `query`.
    pub fn offered(&self, query: &str) -> Vec<(Option<Arc<Group>>, Vec<usize>)> {
        let query = query.trim().to_lowercase();
        let tag = &self.localizer.tag;
        let mut headings: Vec<Option<&Arc<Group>>> = Vec::new();
        for group in &self.dataset.groups {
            headings.push(Some(group));
        }
        headings.push(None);
        let mut offered = Vec::new();
        for group in headings {
            let heading = group.map_or("", |g| g.label.get(tag)).to_lowercase();
            let fits = |text: &str| split_once(text, &query).is_some();
            let (mut moved, mut unmoved) = (Vec::new(), Vec::new());
            for (at, metric) in self.dataset.metrics.iter().enumerate() {
                if metric.group.as_ref().map(|g| &g.id) == group.map(|g| &g.id)
                    && (fits(&heading) || fits(&metric.label.get(tag).to_lowercase()))
                {
                    (if metric.moved() { &mut moved } else { &mut unmoved }).push(at);
                }
            }
            moved.append(&mut unmoved);
            if !moved.is_empty() {
                offered.push((group.cloned(), moved));
            }
        }
        offered
    }

    /// The scene of a metric in a size.
    pub fn scene(&self, metric: &Metric, (width, height): (f64, f64), from_zero: bool) -> Scene {
        let localizer = &self.localizer;
        let texts = ChartTexts {
            locale: localizer.locale.as_ref(),
            language: &localizer.tag,
            amount: &|figure| localizer.format_short_amount(figure, &metric.unit),
            magnitude: &|largest| self.magnitude(&metric.unit, largest),
            no_later_figure: &localizer.messages.no_later_figure,
            undated: &localizer.messages.undated,
        };
        let relations = ChartRelations::of_metric(metric, &self.dataset.relations);
        let events = &self.dataset.events;
        layout(metric, &LayoutOptions { width, height, texts, events, relations: &relations, from_zero })
    }

    /// What the ticks of a value axis are divided by, and its unit said once.
    fn magnitude(&self, unit: &Unit, largest: f64) -> (f64, String) {
        let power = |exponent: u32| (0..exponent).fold(1.0, |power, _| power * 10.0);
        let money = matches!(unit.kind, UnitKind::Currency(_));
        let reached = self
            .localizer
            .messages
            .magnitudes
            .iter()
            .map(|m| m.exponent)
            .find(|e| money && largest >= power(*e));
        let exponent = reached.unwrap_or_default();
        (power(exponent), self.localizer.axis_unit_label(unit, exponent))
    }

    /// How many figures a metric has, in words.
    pub fn count(&self, metric: &Metric) -> String {
        self.localizer.format_count(metric.figures.len(), &self.localizer.messages.figure_count)
    }

    /// A whole number as the language writes it.
    pub fn number(&self, number: usize) -> String {
        self.localizer.locale.format_number(&number.to_string())
    }

    /// The place of a figure among all of its metric: `3 / 16`.
    pub fn place(&self, at: usize, of: usize) -> String {
        [&self.number(at + 1), " / ", &self.number(of)].concat()
    }

    /// What stands before a figure's number, the number, and what stands after it. A range or mere words are all
    /// number.
    pub fn parts(&self, metric: &Metric, figure: &Figure) -> (String, String, String) {
        let (localizer, unit) = (&self.localizer, &metric.unit);
        let all = localizer.format_amount_without_unit(figure, unit);
        let number =
            figure.value.as_ref().map(|value| localizer.format_number(value, unit)).unwrap_or_default();
        let word = localizer.unit_label(figure, unit);
        match split_once(&all, &number).filter(|_| !number.is_empty()) {
            Some((before, after)) => (before.trim().to_owned(), number, [after.trim(), " ", &word].concat()),
            None => (String::new(), all, word),
        }
    }

    /// The figures whose cards take most room, a few at most: what the card's frame is made for.
    pub fn tallest(&self, metric: &Metric) -> Vec<Arc<Figure>> {
        let mut figures: Vec<_> = metric.figures.iter().map(|f| (self.card_height(f), f)).collect();
        sort_by(&mut figures, |a, b| a.0 > b.0);
        figures.into_iter().take(SIZERS).map(|(_, f)| f.clone()).collect()
    }

    /// How high the card of a figure is, roughly, in pixels on a phone.
    fn card_height(&self, figure: &Figure) -> usize {
        let lines = |text: &str| text.chars().count().div_ceil(LINE) * 20;
        let text = |text: &Option<Text>| text.as_ref().map_or(0, |t| 8 + lines(t.get(&self.localizer.tag)));
        let related = |f: &&Relation| f.speaks_of(&figure.id);
        let relations = || self.dataset.relations.iter().filter(related);
        let sources = figure.sources.iter().map(|s| lines(&self.localizer.format_source(s)) * 4 / 3);
        text(&figure.note)
            + text(&figure.status.note)
            + text(&figure.quote)
            + text(&figure.office)
            + figure.scope.as_ref().map_or(0, |s| text(&s.definition))
            + figure.institution.as_ref().map_or(0, |_| 20)
            + figure.as_of.as_ref().map_or(0, |_| 20)
            + self.dataset.previous_figure(figure).map_or(0, |_| 44)
            + relations().filter(|r| r.is_conflict()).count() * 90
            + relations().next().map_or(0, |_| 53)
            + sources.sum::<usize>()
    }
}

/// The size of a plot over its card.
fn beneath(width: f64) -> (f64, f64) {
    (width, (width * 0.75).clamp(224.0, 360.0).round())
}

/// The size of a plot beside its card.
fn beside(width: f64) -> (f64, f64) {
    (width, (width * 0.66).clamp(340.0, 420.0).round())
}

/// The id of a figure's row on a page of its own.
pub fn row_id(figure: &str) -> String {
    ["figure-", figure].concat()
}
