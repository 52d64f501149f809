//! Who said it: a lane for each person, institution or outlet, with their own figures in ink over the whole series. A tap
//! leaves what one of them said; on a printed page a link leads to their latest figure.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::chart::tick_labels;
use super::choice::Choice;
use super::dataset_text::dataset_text;
use super::erased::{Erase, ErasedView};
use super::focus::{focus_later, root_of};
use super::row::{StripRow, draw_row, row_list};
use super::strip::{StripGround, draw_strip, hairlines};
use crate::state::{TrackerState, use_tracker};
use figure_tracker_core::chart::{
    StripAxis, StripFigures, StripOptions, figures_span, format_path, highest_number,
};
use figure_tracker_core::dataset::{Figure, Metric, Question};
use figure_tracker_core::views::{Lane, LaneKind, find_lanes};

/// The height of a strip, and of the row with the days.
const STRIP_HEIGHT: f64 = 24.0;
const DAYS_HEIGHT: f64 = 22.0;
/// The space at the left of the first day and after the last, as in the chart.
const INSET: f64 = 14.0;
const TAIL: f64 = 56.0;
/// So many lanes are drawn before a reader wants all.
const FIRST_LANES: usize = 40;

/// Which lanes a reader has chosen to see; what is asked makes the view anew.
#[derive(Clone, Copy)]
pub(super) struct ShownLanes(RwSignal<LaneKind>);

impl Default for ShownLanes {
    fn default() -> Self {
        Self(RwSignal::new(LaneKind::default()))
    }
}

/// The view of who said it.
#[component]
pub fn WhoSaidIt() -> impl IntoView {
    let state = use_tracker();
    let is_complete = RwSignal::new(state.is_printed());
    let kind =
        use_context::<ShownLanes>().map_or_else(|| RwSignal::new(LaneKind::default()), |shown| shown.0);
    if let Some(asked) = kind_asked_for(&untrack(|| state.question())) {
        kind.set(asked);
    }
    let metric = whole_metric(state)?;
    let kinds = useful_kinds(&metric);
    let choice = (kinds.len() > 1 && !state.is_printed()).then(|| {
        let messages = state.localizer().messages;
        let names = [messages.by_person(), messages.by_institution(), messages.by_outlet()];
        let all = LaneKind::ALL.into_iter().zip(names).enumerate();
        let options = all.filter(|(_, (kind, _))| kinds.contains(kind));
        let options = options.map(|(place, (_, name))| (place, name.to_owned())).collect();
        let chosen = untrack(|| kind.get());
        let chosen = LaneKind::ALL.iter().position(|kind| *kind == chosen).unwrap_or_default();
        let choose = Callback::new(move |place: usize| {
            kind.set(LaneKind::ALL.get(place).copied().unwrap_or_default());
        });
        let label = messages.view_who().to_owned();
        view! { <Choice name="lanes" label options chosen on_choose=choose/> }.erase()
    });
    let lanes = move || draw_lanes(state, &metric, kind.get(), is_complete);
    Some(view! { <div class="ft-lanes">{choice}{lanes}</div> }.erase())
}

/// The metric on display, whoever is asked for: all lanes stay, so that another can be asked for.
fn whole_metric(state: TrackerState) -> Option<Arc<Metric>> {
    let asked = Question { speaker: None, institution: None, outlet: None, ..untrack(|| state.question()) };
    let dataset = state.dataset();
    let metric = dataset.metrics.get(untrack(|| state.metric_index()))?;
    Some(Question { scope: None, ..asked }.narrow(metric))
}

fn kind_asked_for(question: &Question) -> Option<LaneKind> {
    match question {
        Question { speaker: Some(_), .. } => Some(LaneKind::Person),
        Question { institution: Some(_), .. } => Some(LaneKind::Institution),
        Question { outlet: Some(_), .. } => Some(LaneKind::Outlet),
        _ => None,
    }
}

/// The kinds of lanes that say something: people, and what has a lane with a name.
fn useful_kinds(metric: &Metric) -> Vec<LaneKind> {
    let is_useful = |kind: &LaneKind| {
        *kind == LaneKind::Person || find_lanes(metric, *kind, None).iter().any(|lane| lane.id.is_some())
    };
    LaneKind::ALL.into_iter().filter(is_useful).collect()
}

/// The lanes on their axis; of a long list the first before a reader wants all.
fn draw_lanes(
    state: TrackerState,
    metric: &Arc<Metric>,
    kind: LaneKind,
    is_complete: RwSignal<bool>,
) -> Option<ErasedView> {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let scope = state.shown_scope();
    let lanes = find_lanes(metric, kind, scope.as_deref());
    let figures = StripFigures::new(&dataset, metric);
    // The axis stays as it is for everything, whatever was known when.
    let whole = state.whole_metric();
    let span = figures_span(whole.iter().flat_map(|whole| &whole.figures).map(|figure| &**figure));
    let known_on = state.question().known_on;
    let axis = span.map(|span| StripAxis::new(state.plot_size().width, span, INSET, TAIL).known_on(known_on));
    let options = axis.map(|axis| StripOptions {
        axis,
        height: STRIP_HEIGHT,
        top: highest_number(metric, lanes.iter().flat_map(|lane| &lane.figures).copied()),
    });
    let of_days = options.map(|options| StripOptions { height: DAYS_HEIGHT, ..options });
    let ticks =
        of_days.map(|options| figures.time_ticks(&options, localizer.locale.as_ref())).unwrap_or_default();
    let days = hairlines(&ticks, STRIP_HEIGHT);
    let is_of_scope = |place: &usize| {
        metric.figures.get(*place).is_some_and(|figure| figure.scope_id() == scope.as_deref())
    };
    let series: Vec<usize> = (0..metric.figures.len()).filter(is_of_scope).collect();
    let ghost = options.map(|options| figures.lay_out_strip(&series, &options));
    let ground = StripGround { days, ghost: ghost.map(|strip| strip.line + &strip.tail).unwrap_or_default() };
    let count = if is_complete.get() { lanes.len() } else { FIRST_LANES };
    let asked = state.question();
    let rows = lanes.iter().enumerate().take(count).filter_map(|(place, lane)| {
        let strip = options.map(|options| {
            let strip = figures.lay_out_strip(&lane.figures, &options);
            draw_strip(&options, &strip, &ground)
        });
        draw_lane(state, metric, (kind, place, lane), strip, &asked)
    });
    let rows = rows.collect();
    let total = (count < lanes.len()).then_some(lanes.len());
    let rows = row_list(rows, total, is_complete);
    let axis = of_days.map(|options| {
        let size = format_path(&[("0 0 ", options.axis.width), (" ", DAYS_HEIGHT)]);
        view! { <div class="ft-plot"><svg viewBox=size aria-hidden="true">{tick_labels(&ticks)}</svg></div> }
            .erase()
    });
    Some([axis, Some(rows)].into_iter().flatten().collect_view().erase())
}

fn draw_lane(
    state: TrackerState,
    metric: &Metric,
    (kind, place, lane): (LaneKind, usize, &Lane),
    strip: Option<ErasedView>,
    asked: &Question,
) -> Option<ErasedView> {
    let localizer = state.localizer();
    let stands = |figure: &&Arc<Figure>| !figure.status.status.is_struck();
    let newest = || lane.figures.iter().rev().filter_map(|place| metric.figures.get(*place));
    let latest = newest().find(stands).or_else(|| newest().next())?;
    let scope = latest.scope.as_ref().filter(|_| !lane.is_of_scope).map(|scope| &scope.label);
    let name = match &lane.name {
        Some(name) => dataset_text(&localizer, name),
        None => localizer.messages.not_named().to_owned().erase(),
    };
    let is_nobody = kind == LaneKind::Person && lane.id.is_none() && lane.detail.is_none();
    let nobody = is_nobody.then(|| localizer.messages.outlet_not_named().to_owned().erase());
    let details = [lane.detail.as_ref(), scope].into_iter().flatten();
    let details = nobody.into_iter().chain(details.map(|text| dataset_text(&localizer, text)));
    let details = details.map(|detail| view! { " "<small>{detail}</small> }.erase());
    let name = view! { <b>{name}</b>{details.collect_view()} }.erase();
    let (lane_id, figure_id) = (lane.id.clone(), latest.id.clone());
    let is_asked = lane_id.is_some() && asked_id(asked, kind) == lane_id.as_ref();
    let pressed = lane_id.is_some().then_some(is_asked);
    let act = move |event: MouseEvent| {
        let root = root_of(&event);
        match &lane_id {
            Some(id) => ask_for(state, kind, (!is_asked).then(|| id.clone())),
            // Who is not named can't be asked for: a tap tells of the latest figure.
            None => state.select_figure_by_id(&figure_id),
        }
        focus_later(root, format!(".ft-lane:nth-child({}) button", place + 1));
    };
    Some(draw_row(StripRow {
        class: if is_asked { "ft-lane ft-asked-for" } else { "ft-lane" }.to_owned(),
        name,
        amount: localizer.format_short_amount(latest, &metric.unit),
        strip,
        href: state.link_to(Some(latest)),
        pressed,
        act: Box::new(act),
    }))
}

fn asked_id(question: &Question, kind: LaneKind) -> Option<&String> {
    match kind {
        LaneKind::Person => question.speaker.as_ref(),
        LaneKind::Institution => question.institution.as_ref(),
        LaneKind::Outlet => question.outlet.as_ref(),
    }
}

/// Leaves what one of them said, in place of what another did; without an id what everybody did.
fn ask_for(state: TrackerState, kind: LaneKind, id: Option<String>) {
    let mut question =
        Question { speaker: None, institution: None, outlet: None, ..untrack(|| state.question()) };
    match kind {
        LaneKind::Person => question.speaker = id,
        LaneKind::Institution => question.institution = id,
        LaneKind::Outlet => question.outlet = id,
    }
    state.ask(question);
}
