//! The value with which a period begins: a level line that enters the period, dashed, for no figure of the period gives it.

use super::figures::{ChartFigure, PlotValue, ScopeFigures, day_span, to_number};
use super::frame::Frame;
use super::geometry::{Point, Rect, format_steps};
use super::label::{Anchor, Label, SMALL_FONT, baseline_above, baseline_below};
use super::options::LayoutOptions;
use super::placement::LabelSpace;
use super::scene::CarriedIn;

/// The distance between the line and the value at it.
const VALUE_GAP: f64 = 3.0;

/// Builds the line from the beginning of the period to the first figure on the line of its scope, and up or down to that
/// where it is a change; to the end of the period where there is none. None where nothing is known to stand.
pub(super) fn build_carried_in(
    scopes: &[ScopeFigures<'_>],
    figures: &[ChartFigure<'_>],
    options: &LayoutOptions<'_>,
    frame: &Frame,
) -> Option<Vec<Point>> {
    let before = options.axes.before?;
    let level = frame.y(to_number(&before.value?));
    let start = Point { x: frame.x(frame.time?.first), y: level };
    let scope = scopes.iter().find(|scope| scope.scope == before.scope_id());
    let next = scope.into_iter().flat_map(|scope| &scope.figures).find_map(|index| {
        let figure = figures.get(*index)?;
        let days = figure.days?;
        let x = frame.x(days.day);
        match figure.value {
            PlotValue::At(value) if figure.on_line => {
                let is_later =
                    before.said.as_ref().and_then(day_span).is_none_or(|span| !span.overlaps(&days));
                let is_change = is_later && !options.relations.is_fresh_start(*index);
                Some((x, is_change.then(|| frame.y(value))))
            }
            PlotValue::Between(..) | PlotValue::Limit(_) if !figure.struck => Some((x, None)),
            _ => None,
        }
    });
    let end = options.axes.known_on.map_or(frame.width, |day| frame.x(day).min(frame.width));
    let (x, upright) = next.unwrap_or((end, None));
    let corners = [Some(start), Some(Point { x, y: level }), upright.map(|y| Point { x, y })];
    Some(corners.into_iter().flatten().collect())
}

/// Returns the rectangles of its segments.
pub(super) fn segments(line: &[Point]) -> impl Iterator<Item = Rect> {
    line.windows(2).filter_map(|pair| match pair {
        [one, other] => Some(Rect::from_sides((one.x, other.x), (one.y, other.y))),
        _ => None,
    })
}

/// Draws the line, with the value over or under its beginning where there is room.
pub(super) fn place_carried_in(
    line: &[Point],
    options: &LayoutOptions<'_>,
    space: &mut LabelSpace,
) -> CarriedIn {
    let text = options.axes.before.map(options.texts.amount).unwrap_or_default();
    let label = line.first().filter(|_| !text.is_empty()).and_then(|start| {
        let baselines = [
            baseline_above(start.y - VALUE_GAP, SMALL_FONT),
            baseline_below(start.y + VALUE_GAP, SMALL_FONT),
        ];
        let candidates =
            baselines.map(|y| Label::new(text.clone(), SMALL_FONT, Anchor::Start, start.x + VALUE_GAP, y));
        space.first_free(candidates.into())
    });
    space.obstacles.insert_label(label.as_ref());
    CarriedIn { path: format_steps(line), label }
}
