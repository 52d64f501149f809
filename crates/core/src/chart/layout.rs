//! From the figures of a metric to a [`Scene`]: the only function that sees all parts.

use super::axis::{
    is_value_axis_covered, place_curtain, place_gridlines, place_time_ticks, place_undated_column,
    place_value_ticks,
};
use super::carried_in::{build_carried_in, place_carried_in, segments};
use super::events::{count_used_rows, place_events};
use super::figures::{group_by_scope, read_figures};
use super::frame::{Frame, divide_drawing};
use super::geometry::Rect;
use super::labels::{choose_first_labels, label_first_marks, label_other_marks, place_counts};
use super::marks::{make_marks, mark_outline, place_brackets, place_glyphs};
use super::options::LayoutOptions;
use super::placement::LabelSpace;
use super::relations::ChartRelations;
use super::scene::{EventRule, Mark, Scene, Tick, UndatedColumn};
use super::step_line::{StepLine, build_lines, place_lines, place_tail_text};
use super::value_axis::choose_value_axis;
use crate::dataset::Metric;

/// Half the width of a step line and of the air beside it.
const LINE_MARGIN: f64 = 2.0;
/// The air before what hides the days on which nothing was known.
const CURTAIN_MARGIN: f64 = 4.0;
/// The most rows for labels of events.
const MAX_EVENT_ROWS: u8 = 2;

/// Places everything that the chart of a metric shows.
///
/// Sizes that make no sense are taken as the nearest that do (120 to 4,000 px wide, 90 to 4,000 px high). The time
/// it takes grows with the number of figures as sorting them does; the number of marks does not.
///
/// ```
/// use figure_tracker_core::chart::{Axes, ChartRelations, ChartTexts, LayoutOptions, Point, layout};
/// use figure_tracker_core::dataset;
/// use figure_tracker_core::localize::locale_for_tag;
///
/// let text = r#"{
///   "format": 1, "id": "x", "title": "X", "language": "en",
///   "units": [{"id": "people", "label": {"one": "person", "other": "people"}}],
///   "sources": [{"id": "paper", "published": "2022-03-15"}],
///   "metrics": [{"id": "deaths", "label": "Deaths", "unit": "people"}],
///   "figures": [
///     {"id": "a", "metric": "deaths", "value": 225, "said": "2022-01-15", "sources": ["paper"]},
///     {"id": "b", "metric": "deaths", "value": 230, "said": "2022-03-14", "sources": ["paper"]}
///   ]
/// }"#;
/// let dataset = dataset::read(text)?;
/// let metric = &dataset.metrics[0];
/// let locale = locale_for_tag("en");
/// let texts = ChartTexts {
///     locale: locale.as_ref(),
///     language: "en",
///     interface: "en",
///     amount: &|figure| figure.value.as_ref().map(ToString::to_string).unwrap_or_default(),
///     magnitude: &|_| (1.0, "people".to_owned()),
///     no_later_figure: "no later figure",
///     not_yet_known: "not yet known",
///     undated: "undated",
/// };
/// let relations = ChartRelations::of_metric(metric, dataset.relations_of_metric("deaths"));
/// let scene = layout(
///     metric,
///     &LayoutOptions {
///         width: 400.0,
///         height: 300.0,
///         texts,
///         events: &dataset.events,
///         relations: &relations,
///         from_zero: true,
///         axes: Axes::default(),
///     },
/// );
/// assert_eq!(scene.lines[0].path, "M14 49.4H312V44.3");
/// // A tap near the right edge selects the second figure, whose mark changes and no other.
/// assert_eq!(scene.figure_at(Point { x: 390.0, y: 20.0 }, None), Some(1));
/// assert_eq!(scene.mark_of(1), Some(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn layout(metric: &Metric, options: &LayoutOptions<'_>) -> Scene {
    let texts = &options.texts;
    let figures = read_figures(metric, options.relations);
    let scopes = group_by_scope(metric, &figures);
    let all = options.axes.whole.map(|whole| read_figures(whole, &ChartRelations::default()));
    let of_axes = all.as_ref().unwrap_or(&figures);
    let value_axis = choose_value_axis(options.axes.whole.unwrap_or(metric), of_axes, options);
    // Divided twice: only labels that are placed tell how many rows they need.
    let draft = divide_drawing(of_axes, &value_axis, options, MAX_EVENT_ROWS);
    let event_rows = count_used_rows(&place_events(&draft, options));
    let frame = divide_drawing(of_axes, &value_axis, options, event_rows);
    let is_covered = is_value_axis_covered(of_axes, &place_value_ticks(&value_axis, &frame), &frame);
    let frame = if is_covered { frame.clear_gutter() } else { frame };

    let value_ticks = place_value_ticks(&value_axis, &frame);
    let time_ticks = place_time_ticks(&figures, &frame, texts.locale);
    let events = place_events(&frame, options);
    let undated = place_undated_column(&frame, texts.undated);
    let glyphs = place_glyphs(&figures, &frame);
    let brackets = place_brackets(options.relations, &glyphs, &frame);
    let step_lines = build_lines(&scopes, &figures, options, &frame);
    let (mut marks, mark_of) = make_marks(&glyphs);
    let carried_in = build_carried_in(&scopes, &figures, options, &frame);

    let mut space = label_space(&frame, &marks, &step_lines);
    for segment in carried_in.iter().flat_map(|line| segments(line)) {
        space.obstacles.insert(segment.expand(LINE_MARGIN));
    }
    add_axis_obstacles(&mut space, [&value_ticks, &time_ticks], undated.as_ref());
    add_event_obstacles(&mut space, &events, &frame);
    let curtain = place_curtain(options, &frame);
    if let Some(curtain) = &curtain {
        let (plot, right) = (&frame.plot, frame.width);
        let left = curtain.x - CURTAIN_MARGIN;
        space.obstacles.insert(Rect::from_sides((left, right), (plot.top, plot.bottom())));
    }
    let write_amount =
        |index: usize| metric.figures.get(index).map_or_else(String::new, |figure| (texts.amount)(figure));
    let carried_in = carried_in.map(|line| place_carried_in(&line, options, &mut space));
    let write_count = |count: usize| format!("×{}", texts.locale.format_number(&count.to_string()));
    let subject = scopes.iter().find(|group| group.scope == options.relations.subject.as_deref());
    let subject_figures = subject.map_or(&[][..], |group| &group.figures);
    let first_labels = choose_first_labels(subject_figures, &step_lines, &glyphs, &mark_of);
    let taken = label_first_marks(&mut marks, &first_labels, &write_amount, &space);
    // Names of lines keep clear of the first numbers and of the axis; the other numbers keep clear of the names.
    let mut tail_space = space.clone();
    tail_space.obstacles.extend_from(&taken);
    let (plot, foot) = (&frame.plot, frame.plot.bottom());
    tail_space
        .obstacles
        .insert(Rect::from_sides((plot.left, plot.right()), (foot, foot)).expand(LINE_MARGIN));
    let lines = place_lines(metric, &step_lines, &frame, texts, &mut tail_space);
    let tail_text = if options.axes.whole.is_some() { "" } else { texts.no_later_figure };
    let tail = place_tail_text(&step_lines, tail_text, &frame, &mut tail_space);
    for label in lines.iter().map(|line| line.label.as_ref()).chain([tail.as_ref()]) {
        space.obstacles.insert_label(label);
    }
    place_counts(&mut marks, &write_count, &mut space, &taken);
    let label_order = label_order(&first_labels, &step_lines, &mark_of, marks.len());
    label_other_marks(&mut marks, &first_labels, &label_order, &write_amount, &space);
    Scene {
        width: frame.width,
        height: frame.height,
        plot: frame.plot,
        gridlines: place_gridlines(&value_axis, &frame),
        unit: value_axis.unit,
        value_ticks,
        time_ticks,
        broken: value_axis.broken,
        breakable: value_axis.breakable,
        lines,
        carried_in,
        label_order,
        marks,
        brackets,
        radius: frame.radius,
        events,
        undated,
        tail,
        days: frame.days,
        curtain,
        glyphs,
        mark_of,
        label_space: space,
    }
}

/// Returns the space that marks and lines leave for labels.
fn label_space(frame: &Frame, marks: &[Mark], lines: &[StepLine]) -> LabelSpace {
    let mut space = LabelSpace {
        inside: frame.label_area(),
        radius: frame.radius,
        marks: marks.iter().map(|mark| mark.at).collect(),
        ..LabelSpace::default()
    };
    for mark in marks {
        space.obstacles.insert(mark_outline(mark, frame.radius).expand(1.0));
        if let Some(whisker) = mark.whisker {
            let whisker = Rect::from_sides((whisker.left, whisker.right), (mark.at.y, mark.at.y));
            space.soft_obstacles.insert(whisker.expand(LINE_MARGIN));
        }
    }
    for segment in lines.iter().flat_map(StepLine::segments) {
        space.obstacles.insert(segment.expand(LINE_MARGIN));
    }
    if let Some((_, right)) = frame.undated_column {
        space.soft_obstacles.insert(frame.upright_at(right));
    }
    space
}

fn add_axis_obstacles(space: &mut LabelSpace, axes: [&[Tick]; 2], undated: Option<&UndatedColumn>) {
    for tick in axes.into_iter().flatten() {
        space.obstacles.insert_label(tick.label.as_ref());
    }
    space.obstacles.insert_label(undated.and_then(|undated| undated.label.as_ref()));
}

fn add_event_obstacles(space: &mut LabelSpace, events: &[EventRule], frame: &Frame) {
    for event in events {
        space.obstacles.insert_label(event.label.as_ref());
        space.soft_obstacles.insert(frame.upright_at(event.x));
    }
}

/// Returns the order in which marks show their numbers: those labelled first, then the first of every line, then the
/// last and the first of all.
fn label_order(
    first_labels: &[usize],
    lines: &[StepLine],
    mark_of: &[usize],
    mark_count: usize,
) -> Vec<usize> {
    let starts = lines.iter().filter_map(|line| mark_of.get(line.ends.0)).copied();
    let mut order = first_labels.to_vec();
    order.extend(starts);
    order.extend(mark_count.checked_sub(1));
    order.extend((mark_count > 0).then_some(0));
    order
}
