//! The parts of what a metric is about: its line, and under it a strip a part on the same time axis. A tap goes to the
//! part; on a printed page a link leads to its latest figure.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::chart::{StillDrawing, lay_out, svg_size};
use super::dataset_text::isolated_text;
use super::erased::{Erase, ErasedView};
use super::focus::{focus_later, root_of};
use super::part_trail::{part_label, part_name};
use super::row::{StripRow, draw_row, list_item, row_list};
use super::strip::{StripGround, draw_strip, hairlines};
use crate::breakpoints::PlotSize;
use crate::state::{TrackerState, View, use_tracker};
use figure_tracker_core::chart::{
    Axes, Scene, StripAxis, StripFigures, StripOptions, figures_span, highest_number,
};
use figure_tracker_core::dataset::{Dataset, Figure, Metric, Question};
use figure_tracker_core::localize::{Localizer, balance_isolates};
use figure_tracker_core::views::{Part, PartRow, PartTree, shorten_part_names};

/// The height of the line above the parts.
const HEAD_HEIGHT: f64 = 150.0;
/// The height of a strip.
const STRIP_HEIGHT: f64 = 24.0;
/// The levels that are indented.
const MAX_INDENT: usize = 3;
/// So many rows are drawn before a reader wants all.
const FIRST_ROWS: usize = 60;

/// The view of the parts.
#[component]
pub fn Parts() -> impl IntoView {
    let state = use_tracker();
    let is_complete = RwSignal::new(state.is_printed());
    move || {
        let parts = ShownParts::new(state);
        let rows = part_rows(state, &parts, is_complete);
        let head = parts.whole.clone().map(|whole| draw_whole(state, whole));
        view! { <div class="ft-parts">{head}{rows}</div> }.erase()
    }
}

/// The parts of what is shown, with those of their figures that are asked for.
struct ShownParts {
    dataset: Arc<Dataset>,
    tree: PartTree,
    whole: Option<ShownWhole>,
}

/// The whole, laid out with room for the days of its parts.
#[derive(Clone)]
struct ShownWhole {
    metric: Arc<Metric>,
    scene: Arc<Scene>,
    /// The highest number of the whole and of those parts that are counted in the same unit.
    top: f64,
}

impl ShownParts {
    fn new(state: TrackerState) -> Self {
        let (dataset, question) = (state.dataset(), state.question());
        let mut tree = PartTree::new(&dataset, state.metric_index(), state.shown_scope().as_deref());
        let asked = Question { scope: None, ..question.clone() };
        for row in &mut tree.rows {
            if let PartRow::Part(part) = row {
                let metric = dataset.metrics.get(part.key.metric);
                let figure = |place: &usize| metric.and_then(|metric| metric.figures.get(*place));
                part.figures.retain(|place| figure(place).is_some_and(|figure| asked.covers(figure)));
            }
        }
        let mut parts = Self { dataset, tree, whole: None };
        parts.whole = parts.lay_out_whole(state, question);
        parts
    }

    fn lay_out_whole(&self, state: TrackerState, question: Question) -> Option<ShownWhole> {
        let of_whole = self.dataset.metrics.get(self.tree.whole.metric)?;
        let metric = Question { scope: self.tree.whole.scope.clone(), ..question.clone() }.narrow(of_whole);
        // The axis stays as it is for everything, whatever was known when.
        let whole = state.whole_metric();
        let of_parts = self.tree.parts().flat_map(|part| self.figures_of(part));
        let of_whole = whole.iter().flat_map(|whole| &whole.figures);
        let span = figures_span(of_parts.chain(of_whole).map(|figure| &**figure));
        let axes = Axes { known_on: question.known_on, span, ..Axes::default() };
        let size = PlotSize { width: state.plot_size().width, height: HEAD_HEIGHT };
        let scene = lay_out(&self.dataset, &state.localizer(), &metric, axes, size, true);
        let highest = self.tree.parts().filter_map(|part| {
            let of_part = self.dataset.metrics.get(part.key.metric)?;
            (of_part.unit.id == metric.unit.id).then(|| highest_of_part(of_part, part))
        });
        let top = highest.fold(highest_number(&metric, 0..metric.figures.len()), f64::max);
        Some(ShownWhole { metric, scene: Arc::new(scene), top })
    }

    fn figures_of<'a>(&'a self, part: &'a Part) -> impl DoubleEndedIterator<Item = &'a Arc<Figure>> {
        let metric = self.dataset.metrics.get(part.key.metric);
        part.figures.iter().filter_map(move |place| metric?.figures.get(*place))
    }

    /// For each row what it is called under its whole: what is left out of the name, and what is left of it.
    fn names(&self, localizer: &Localizer) -> Vec<(String, String)> {
        let label = |row: &PartRow| match row {
            PartRow::Part(part) => part_name(&self.dataset, localizer, &part.key, self.tree.whole.metric),
            PartRow::FailingSum { .. } => None,
        };
        let labels: Vec<String> = self.tree.rows.iter().map(|row| label(row).unwrap_or_default()).collect();
        // The rows under each row, and before them those under the whole.
        let mut siblings = vec![Vec::new(); labels.len() + 1];
        for (place, row) in self.tree.rows.iter().enumerate() {
            if let PartRow::Part(part) = row
                && let Some(siblings) = siblings.get_mut(part.parent.map_or(0, |parent| parent + 1))
            {
                siblings.push(place);
            }
        }
        let label = |place: usize| labels.get(place).map_or("", String::as_str);
        let mut names = vec![(String::new(), String::new()); labels.len()];
        for (parent, places) in siblings.into_iter().enumerate() {
            let whole = parent.checked_sub(1).map_or("", label);
            let of_parts: Vec<&str> = places.iter().map(|place| label(*place)).collect();
            let short = shorten_part_names(whole, &of_parts);
            for ((place, long), short) in places.iter().zip(of_parts).zip(short) {
                if let Some(name) = names.get_mut(*place) {
                    let shared = long.strip_suffix(short).unwrap_or_default();
                    *name = (shared.to_owned(), short.to_owned());
                }
            }
        }
        names
    }
}

fn highest_of_part(metric: &Metric, part: &Part) -> f64 {
    highest_number(metric, part.figures.iter().copied())
}

/// The line of the whole, with the selected figure ringed.
fn draw_whole(state: TrackerState, whole: ShownWhole) -> ErasedView {
    let ShownWhole { metric, scene, .. } = whole;
    let size = svg_size(&scene);
    let label = state.localizer().describe_chart(&metric);
    let unit = scene.unit.clone();
    let drawing = move || {
        // Tracked, so that the ring follows the selection.
        _ = state.figure_index();
        let id = state.selected().map(|(_, figure)| figure.id.clone());
        let selected = metric.figures.iter().position(|figure| Some(&figure.id) == id.as_ref());
        view! { <StillDrawing scene=scene.clone() selected/> }.erase()
    };
    view! {
        <p class="ft-unit-name" aria-hidden="true">{unit}</p>
        <div class="ft-plot">
            <svg
                fill="none"
                stroke="currentColor"
                width=size.width
                height=size.height
                viewBox=size.view_box
                role="img"
                aria-label=label
            >
                {drawing}
            </svg>
        </div>
    }
    .erase()
}

/// The rows; a long list is drawn in part before a reader wants all.
fn part_rows(state: TrackerState, parts: &ShownParts, is_complete: RwSignal<bool>) -> ErasedView {
    let localizer = state.localizer();
    let count = if is_complete.get() { parts.tree.rows.len() } else { FIRST_ROWS };
    let names = parts.names(&localizer);
    let mut strips = PartStrips { parts, read: None };
    let rows = parts.tree.rows.iter().zip(names).take(count).filter_map(|(row, name)| match row {
        PartRow::Part(part) => part_row(state, &mut strips, part, name),
        PartRow::FailingSum { whole, parts: addends, depth } => {
            let sum = localizer.describe_sum_difference(&parts.dataset, whole, addends);
            Some(list_item(indented("ft-failing", *depth), isolated_text(None, sum)))
        }
    });
    let rows = rows.collect();
    let total = (count < parts.tree.rows.len()).then(|| parts.tree.parts().count());
    row_list(rows, total, is_complete)
}

fn part_row(
    state: TrackerState,
    strips: &mut PartStrips<'_>,
    part: &Part,
    (shared, name): (String, String),
) -> Option<ErasedView> {
    let (parts, localizer) = (strips.parts, state.localizer());
    let metric = parts.dataset.metrics.get(part.key.metric)?;
    let stands = |figure: &&Arc<Figure>| !figure.status.status.is_struck();
    let newest = || parts.figures_of(part).rev();
    let latest = newest().find(stands).or_else(|| newest().next())?;
    let amount = localizer.format_short_amount(latest, &metric.unit);
    let label = part_label(&parts.dataset, &part.key, parts.tree.whole.metric)?;
    let language = localizer.foreign_language(label).map(str::to_owned);
    let shared = (!shared.is_empty()).then(|| view! { <span class="ft-unseen">{shared}</span> }.erase());
    let name = [shared, Some(isolated_text(language, balance_isolates(&name)))];
    let key = part.key.clone();
    let go = move |event: MouseEvent| {
        let root = root_of(&event);
        state.show_part(View::OverTime, key.metric, key.scope.as_deref());
        focus_later(root, ".ft-trail");
    };
    Some(draw_row(StripRow {
        class: indented("ft-part", part.depth),
        name: name.into_iter().flatten().collect_view().erase(),
        amount,
        strip: strips.draw(part),
        href: state.link_to(Some(latest)),
        pressed: None,
        act: Box::new(go),
    }))
}

fn indented(class: &str, depth: usize) -> String {
    format!("{class} ft-depth-{}", depth.min(MAX_INDENT))
}

/// Draws the strips; the figures of a metric are read once as long as its parts follow one another.
struct PartStrips<'a> {
    parts: &'a ShownParts,
    read: Option<(usize, StripFigures<'a>)>,
}

impl PartStrips<'_> {
    fn draw(&mut self, part: &Part) -> Option<ErasedView> {
        let whole = self.parts.whole.as_ref()?;
        let metric = self.parts.dataset.metrics.get(part.key.metric)?;
        let is_same_unit = metric.unit.id == whole.metric.unit.id;
        let top = if is_same_unit { whole.top } else { highest_of_part(metric, part) };
        let options = StripOptions { axis: StripAxis::of_scene(&whole.scene), height: STRIP_HEIGHT, top };
        if self.read.as_ref().is_none_or(|(read, _)| *read != part.key.metric) {
            self.read = Some((part.key.metric, StripFigures::new(&self.parts.dataset, metric)));
        }
        let (_, figures) = self.read.as_ref()?;
        let days = hairlines(&whole.scene.time_ticks, STRIP_HEIGHT);
        let strip = figures.lay_out_strip(&part.figures, &options);
        Some(draw_strip(&options, &strip, &StripGround { days, ..StripGround::default() }))
    }
}
