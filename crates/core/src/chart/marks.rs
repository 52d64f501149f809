//! The marks: what each figure looks like, at its very day, and which figures share one mark.

use super::figures::{ChartFigure, DaySpan, PlotValue, shape_of, to_number};
use super::frame::Frame;
use super::geometry::{Point, Rect, format_path, round_to_tenth};
use super::level_of_detail::group_coinciding;
use super::relations::ChartRelations;
use super::scene::{Bracket, Glyph, Mark, Shape, Whisker};

/// How far the tick of a limit reaches past its disc.
const TICK_LENGTH: f64 = 5.0;
/// How far a bracket stands from the marks it joins, and how far its ends reach back.
const BRACKET_GAP: f64 = 3.0;
const BRACKET_DEPTH: f64 = 4.0;
/// The most brackets of a drawing.
const MAX_BRACKETS: usize = 60;

/// Places every figure, in the metric's order.
pub(super) fn place_glyphs(figures: &[ChartFigure<'_>], frame: &Frame) -> Vec<Glyph> {
    let place = |figure: &ChartFigure<'_>| Glyph {
        at: Point { x: figure_x(figure, frame), y: figure_y(figure, frame) },
        shape: shape_of(figure.figure),
        struck: figure.struck,
        contradicted: figure.contradicted,
        subject: figure.subject,
        off_line: !figure.has_place_on_line,
        range: reported_range(figure, frame),
        whisker: figure.days.and_then(|days| whisker(&days, frame)),
    };
    figures.iter().map(place).collect()
}

fn figure_x(figure: &ChartFigure<'_>, frame: &Frame) -> f64 {
    figure.days.map_or_else(|| round_to_tenth(frame.undated_x()), |days| frame.x(days.day))
}

fn figure_y(figure: &ChartFigure<'_>, frame: &Frame) -> f64 {
    match figure.value {
        PlotValue::At(value) | PlotValue::Limit(value) => frame.y(value),
        PlotValue::Between(low, high) => round_to_tenth((frame.y(low) + frame.y(high)) / 2.0),
        PlotValue::Words => round_to_tenth(frame.words_lane.unwrap_or(frame.height)),
    }
}

fn reported_range(figure: &ChartFigure<'_>, frame: &Frame) -> Option<(f64, f64)> {
    let (low, high) = (figure.figure.low.as_deref()?, figure.figure.high.as_deref()?);
    Some((frame.y(to_number(high)), frame.y(to_number(low))))
}

/// Returns the days on which a figure can have been said, to scale; none where the document gives one day.
fn whisker(days: &DaySpan, frame: &Frame) -> Option<Whisker> {
    let left_edge = frame.left + 2.0;
    let left = days.earliest.map_or(left_edge, |day| frame.x(day));
    let right = days.latest.map_or(frame.width - 2.0, |day| frame.x(day));
    days.is_span().then(|| Whisker {
        left: round_to_tenth(left.max(left_edge)),
        right: round_to_tenth(right),
        open: days.is_open(),
    })
}

/// Makes the marks, from left to right, without labels; and the index of the mark of each figure.
pub(super) fn make_marks(glyphs: &[Glyph]) -> (Vec<Mark>, Vec<usize>) {
    let mut marks: Vec<Mark> = group_coinciding(glyphs)
        .into_iter()
        .filter_map(|figures| {
            let looks_like = glyphs.get(*figures.last()?)?;
            let mut mark = looks_like.to_mark();
            let members = || figures.iter().filter_map(|index| glyphs.get(*index));
            mark.subject = members().any(|glyph| glyph.subject);
            mark.contradicted = members().any(|glyph| glyph.contradicted);
            mark.figures = figures;
            Some(mark)
        })
        .collect();
    marks.sort_by(|one, other| one.at.x.total_cmp(&other.at.x));
    let mut mark_of = vec![0; glyphs.len()];
    for (index, mark) in marks.iter().enumerate() {
        for figure in &mark.figures {
            if let Some(place) = mark_of.get_mut(*figure) {
                *place = index;
            }
        }
    }
    (marks, mark_of)
}

/// Places the brackets of contradictions between dated figures.
pub(super) fn place_brackets(relations: &ChartRelations, glyphs: &[Glyph], frame: &Frame) -> Vec<Bracket> {
    let is_drawn = |glyph: &&Glyph| glyph.shape != Shape::Words && glyph.at.x > frame.left;
    let bracket = |(one, other): &(usize, usize)| {
        let first = glyphs.get(*one).filter(is_drawn)?;
        let second = glyphs.get(*other).filter(is_drawn)?;
        let path = bracket_path(first.at, second.at, frame.radius + BRACKET_GAP);
        Some(Bracket { figures: (*one, *other), path })
    };
    relations.contradictions().iter().filter_map(bracket).take(MAX_BRACKETS).collect()
}

fn bracket_path(one: Point, other: Point, distance: f64) -> String {
    let outer = one.x.max(other.x) + distance + BRACKET_DEPTH;
    format_path(&[
        ("M", one.x + distance),
        (" ", one.y),
        ("H", outer),
        ("V", other.y),
        ("H", other.x + distance),
    ])
}

/// Returns the rectangle that a mark takes.
pub(super) fn mark_outline(mark: &Mark, radius: f64) -> Rect {
    let (up, down) = match mark.shape {
        Shape::AtLeast => (radius + TICK_LENGTH, radius),
        Shape::AtMost => (radius, radius + TICK_LENGTH),
        _ => (radius, radius),
    };
    let (top, bottom) = mark.range.unwrap_or((mark.at.y, mark.at.y));
    let y = ((mark.at.y - up).min(top), (mark.at.y + down).max(bottom));
    Rect::from_sides((mark.at.x - radius, mark.at.x + radius), y)
}

impl Glyph {
    /// Returns a mark that looks like this figure, without figures and labels.
    pub(super) fn to_mark(self) -> Mark {
        Mark {
            figures: Vec::new(),
            at: self.at,
            shape: self.shape,
            struck: self.struck,
            contradicted: self.contradicted,
            subject: self.subject,
            range: self.range,
            whisker: self.whisker,
            label: None,
            count: None,
        }
    }
}
