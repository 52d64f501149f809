//! One mark a figure: where it stands, its whisker, its range, and the number beside it.

use std::sync::Arc;

use super::facts::{Fact, Level, When};
use super::fan::{Fan, Seat};
use super::frame::Frame;
use super::geometry::{baseline_beside, baseline_over, baseline_under, tenth};
use super::room::Room;
use super::{Anchor, Label, Mark, NORMAL, Point, Rect, Shape, Wording, measure};

/// How far a whisker reaches past its mark at least.
const WHISKER: f64 = 5.0;
/// How far the tick of a limit reaches past its disc.
const LIMB: f64 = 5.0;
/// The room between a mark and its number; the selected mark takes a part of it.
const GAP: f64 = 5.0;
/// The room between a number over or under a mark and what stands upright at the mark's day.
const ASIDE: f64 = 3.0;

/// The marks of all figures, without labels.
pub(crate) fn marks(facts: &[Fact], frame: &Frame) -> Vec<Mark> {
    let seats: Vec<Seat> = facts.iter().map(|fact| seat(fact, frame)).collect();
    let places =
        Fan::dense((frame.days.range.1 - frame.days.range.0) / facts.len().max(1) as f64, frame.radius)
            .places(&seats);
    let mark = |((fact, seat), x): ((&Fact, &Seat), f64)| Mark {
        figure: Arc::clone(&fact.figure),
        at: Point { x: tenth(x), y: tenth((seat.y.0 + seat.y.1) / 2.0) },
        day: fact.when.map(|when| frame.x(when.day)),
        shape: fact.shape(),
        struck: fact.struck,
        range: range(fact, frame),
        whisker: fact.when.and_then(|when| whisker(&when, frame)),
        label: None,
    };
    facts.iter().zip(&seats).zip(places).map(mark).collect()
}

fn seat(fact: &Fact, frame: &Frame) -> Seat {
    let radius = frame.radius;
    let (x, room) = match (fact.when, frame.column) {
        (None, Some((left, right))) => (frame.column_middle(), (left + radius, right - radius - 1.0)),
        (None, None) => (frame.left, (frame.left, frame.width)),
        (Some(when), _) => (frame.x(when.day), (frame.left + radius + 2.0, frame.width - radius - 2.0)),
    };
    let y = match fact.level {
        Level::At(value) | Level::Limit(value) => (frame.y(value), frame.y(value)),
        Level::Between(low, high) => (frame.y(high).min(frame.y(low)), frame.y(low).max(frame.y(high))),
        Level::Words => (frame.lane.unwrap_or(frame.height), frame.lane.unwrap_or(frame.height)),
    };
    Seat { x: tenth(x), y, room }
}

fn range(fact: &Fact, frame: &Frame) -> Option<(f64, f64)> {
    let (low, high) = (fact.figure.low.as_ref()?, fact.figure.high.as_ref()?);
    Some((frame.y(high.to_f64()), frame.y(low.to_f64())))
}

/// The days a figure can have been said on, from x to x; none where it is one certain day.
fn whisker(when: &When, frame: &Frame) -> Option<(f64, f64)> {
    let x = frame.x(when.day);
    let reach = frame.radius + WHISKER;
    let open_left = frame.left + 2.0;
    let right = match when.to {
        None => frame.width - 2.0,
        Some(_) if when.vague => x + reach,
        Some(_) => x,
    };
    let left = match when.from {
        None => open_left,
        Some(day) if when.to.is_none() && day == when.day && !when.vague => x,
        Some(day) if day == when.day && !when.vague => return None,
        Some(day) => frame.x(day).min(x - reach),
    };
    Some((tenth(left.max(open_left)), tenth(right)))
}

/// The box that a mark takes.
pub(crate) fn outline(mark: &Mark, radius: f64) -> Rect {
    let (up, down) = match mark.shape {
        Shape::AtLeast => (radius + LIMB, radius),
        Shape::AtMost => (radius, radius + LIMB),
        _ => (radius, radius),
    };
    let (top, bottom) = mark.range.unwrap_or((mark.at.y, mark.at.y));
    let y = ((mark.at.y - up).min(top), (mark.at.y + down).max(bottom));
    Rect::from_sides((mark.at.x - radius, mark.at.x + radius), y)
}

/// Labels the marks at these indexes, in this order, each keeping clear of those before.
pub(crate) fn label(marks: &mut [Mark], indexes: &[usize], wording: &Wording<'_>, room: &mut Room) {
    for index in indexes {
        if let Some(mark) = marks.get_mut(*index) {
            mark.label = number(mark, wording, room);
            room.take(mark.label.as_ref());
        }
    }
}

/// Labels all other marks. They need not keep clear of one another: [`super::Scene::labelled`] chooses.
pub(crate) fn label_rest(marks: &mut [Mark], done: &[usize], wording: &Wording<'_>, room: &mut Room) {
    for mark in &*marks {
        room.leave(mark.label.as_ref());
    }
    for (index, mark) in marks.iter_mut().enumerate() {
        if !done.contains(&index) {
            mark.label = number(mark, wording, room);
        }
    }
}

fn number(mark: &Mark, wording: &Wording<'_>, room: &Room) -> Option<Label> {
    let most = (room.inside.width * 0.45).min(200.0);
    let text = measure::fit(&(wording.amount)(&mark.figure), NORMAL, most)?;
    let outline = outline(mark, room.radius).grown(GAP);
    let drop_line = mark.day.map(|x| Rect::from_sides((x - 1.0, x + 1.0), (mark.at.y, room.inside.bottom())));
    let (mut clear, mut crossed) = (Vec::new(), Vec::new());
    for label in around(&outline, mark, &text) {
        if mark.range.is_some() || room.belongs(&label, &mark.at) {
            let is_crossed = drop_line.is_some_and(|line| line.touches(&label.rect()));
            (if is_crossed { &mut crossed } else { &mut clear }).push(label);
        }
    }
    clear.append(&mut crossed);
    room.first_free(&clear)
}

/// The places beside a mark, best first: none under its middle, where its drop line stands when it is selected.
fn around(outline: &Rect, mark: &Mark, text: &str) -> Vec<Label> {
    let above = baseline_over(outline.top, NORMAL);
    let below = baseline_under(outline.bottom(), NORMAL);
    let beside = baseline_beside(mark.at.y, NORMAL);
    let (left, right, x) = (outline.left, outline.right(), mark.at.x);
    let places = [
        (Anchor::Middle, x, above),
        (Anchor::End, x - ASIDE, above),
        (Anchor::Start, x + ASIDE, above),
        (Anchor::End, left, beside),
        (Anchor::Start, right, beside),
        (Anchor::Start, x + ASIDE, below),
        (Anchor::End, x - ASIDE, below),
    ];
    let turn = if mark.shape == Shape::Words { 4 } else { 0 };
    let mut labels = Vec::with_capacity(places.len());
    for at in turn..turn + places.len() {
        if let Some((anchor, x, y)) = places.get(at % places.len()) {
            labels.push(Label::new(text.to_owned(), NORMAL, *anchor, *x, *y));
        }
    }
    labels
}
