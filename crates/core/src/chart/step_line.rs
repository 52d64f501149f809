//! The step line of each scope: level until the next figure, then upright. Never smoothed, and upright only where
//! something changed.

use super::figures::{ChartFigure, PlotValue, ScopeFigures};
use super::frame::Frame;
use super::geometry::{Point, Rect, format_steps};
use super::label::{Anchor, Label, SMALL_FONT, baseline_above, baseline_below};
use super::options::{ChartTexts, LayoutOptions};
use super::path_builder::PathBuilder;
use super::placement::LabelSpace;
use super::relations::ChartRelations;
use super::scene::Line;
use super::text::text_width;
use crate::dataset::Metric;

/// The distance between a tail and the text at it.
const TAIL_TEXT_GAP: f64 = 3.0;

/// The widest text at a tail, as a share of the drawing.
const MAX_TAIL_TEXT: f64 = 0.5;

/// The line of one scope, in points.
pub(super) struct StepLine {
    /// The place of its scope in the metric's list.
    scope_index: Option<usize>,
    /// Whether it is the line of the subject.
    pub(super) subject: bool,
    /// The unbroken stretches, corner by corner.
    stretches: Vec<Vec<Point>>,
    /// The two ends of the dashed tail.
    tail: Option<(Point, Point)>,
    /// The indices of the first and the last figure that it passes through.
    pub(super) ends: (usize, usize),
}

/// Builds the lines of all scopes that have a dated number that stands.
pub(super) fn build_lines(
    scopes: &[ScopeFigures<'_>],
    figures: &[ChartFigure<'_>],
    options: &LayoutOptions<'_>,
    frame: &Frame,
) -> Vec<StepLine> {
    let tail_end = tail_end(options, frame);
    let build = |scope| build_line(scope, figures, options.relations, frame, tail_end);
    scopes.iter().filter_map(build).collect()
}

/// Builds the line of one scope, or of those of its figures that are given, with a tail as far
/// as `tail_end`; none where none of them has a number on it.
pub(super) fn build_line(
    scope: &ScopeFigures<'_>,
    figures: &[ChartFigure<'_>],
    relations: &ChartRelations,
    frame: &Frame,
    tail_end: Option<f64>,
) -> Option<StepLine> {
    let mut path = PathBuilder::default();
    let mut passed: Vec<usize> = Vec::new();
    for index in &scope.figures {
        let Some(figure) = figures.get(*index) else { continue };
        let Some(x) = figure.days.map(|days| frame.x(days.day)) else { continue };
        match figure.value {
            PlotValue::At(value) if figure.on_line => {
                let previous = passed.last().and_then(|previous| Some((*previous, figures.get(*previous)?)));
                let point = Point { x, y: frame.y(value) };
                if previous.is_none_or(|previous| is_change(previous, (*index, figure), relations)) {
                    path.step_to(point);
                } else {
                    path.restart_at(point);
                }
                passed.push(*index);
            }
            PlotValue::Between(..) | PlotValue::Limit(_) if !figure.struck => path.break_at(x),
            _ => path.hold_until(x),
        }
    }
    let ends = (*passed.first()?, *passed.last()?);
    let tail = path.end().zip(tail_end).map(|(end, x)| (end, Point { x, y: end.y }));
    Some(StepLine {
        scope_index: scope.scope_index,
        subject: scope.scope == relations.subject.as_deref(),
        stretches: path.finish(),
        tail,
        ends,
    })
}

/// Returns where tails end: what was known stayed so until the day that is asked for. After the last of some figures
/// others may follow, so that there is no tail.
fn tail_end(options: &LayoutOptions<'_>, frame: &Frame) -> Option<f64> {
    match (options.axes.known_on, options.axes.whole) {
        (Some(day), _) => Some(frame.x(day).min(frame.width)),
        (None, Some(_)) => None,
        (None, None) => Some(frame.width),
    }
}

/// Returns whether an upright may join two figures: the second was said on a later day or revises the first, and
/// they are neither rival counts nor counts of different things.
fn is_change(
    (first, earlier): (usize, &ChartFigure<'_>),
    (second, later): (usize, &ChartFigure<'_>),
    relations: &ChartRelations,
) -> bool {
    if relations.is_contradiction(first, second) || relations.is_fresh_start(second) {
        return false;
    }
    let days = earlier.days.zip(later.days);
    relations.is_revision(first, second) || days.is_none_or(|(earlier, later)| !earlier.overlaps(&later))
}

impl StepLine {
    /// Returns the rectangles of all straight segments, that of the tail included.
    pub(super) fn segments(&self) -> impl Iterator<Item = Rect> {
        let pairs = self.stretches.iter().flat_map(|stretch| stretch.windows(2));
        let ends = pairs.filter_map(|pair| match pair {
            [one, other] => Some((*one, *other)),
            _ => None,
        });
        ends.chain(self.tail).map(|(one, other)| Rect::from_sides((one.x, other.x), (one.y, other.y)))
    }

    pub(super) fn path(&self) -> String {
        self.stretches.iter().map(|stretch| format_steps(stretch)).collect()
    }

    pub(super) fn tail_path(&self) -> String {
        self.tail.map(|(from, to)| format_steps(&[from, to])).unwrap_or_default()
    }
}

/// Draws the lines as paths, named where there are several and there is room.
pub(super) fn place_lines(
    metric: &Metric,
    lines: &[StepLine],
    frame: &Frame,
    texts: &ChartTexts<'_>,
    space: &mut LabelSpace,
) -> Vec<Line> {
    let has_several = lines.len() > 1;
    let place = |line: &StepLine| {
        let scope = line.scope_index.and_then(|index| metric.scopes.get(index));
        let name =
            scope.map(|scope| scope.label.get(texts.language)).filter(|name| has_several && !name.is_empty());
        let label = name.and_then(|name| place_at_tail(line, name, frame, space, [true, false]));
        space.obstacles.insert_label(label.as_ref());
        let label = label.zip(scope).map(|(label, scope)| label.of_text(&scope.label, texts));
        Line {
            scope: scope.map(|scope| scope.id.clone()),
            subject: line.subject,
            path: line.path(),
            tail: line.tail_path(),
            label,
            ends: line.ends,
        }
    };
    lines.iter().map(place).collect()
}

/// Places a text at the first tail that has room for all of it: over it where it is the only one, else rather under it.
pub(super) fn place_tail_text(
    lines: &[StepLine],
    text: &str,
    frame: &Frame,
    space: &mut LabelSpace,
) -> Option<Label> {
    let is_only = lines.len() < 2;
    let label = lines.iter().find_map(|line| place_at_tail(line, text, frame, space, [is_only, !is_only]));
    space.obstacles.insert_label(label.as_ref());
    label
}

/// Places a text over (true) or under (false) the tail of a line, at its right end or else at its left; whole or not at all.
fn place_at_tail(
    line: &StepLine,
    text: &str,
    frame: &Frame,
    space: &LabelSpace,
    sides: [bool; 2],
) -> Option<Label> {
    let (from, to) = line.tail?;
    if text.is_empty() || text_width(text, SMALL_FONT) > frame.width * MAX_TAIL_TEXT {
        return None;
    }
    let baseline = |is_over: bool| match is_over {
        true => baseline_above(from.y - TAIL_TEXT_GAP, SMALL_FONT),
        false => baseline_below(from.y + TAIL_TEXT_GAP, SMALL_FONT),
    };
    let ends = [(Anchor::End, to.x - 4.0), (Anchor::Start, from.x + frame.radius + 4.0)];
    let candidates = ends.into_iter().flat_map(|(anchor, x)| {
        sides.map(|is_over| Label::new(text.to_owned(), SMALL_FONT, anchor, x, baseline(is_over)))
    });
    space.first_free(candidates.collect())
}
