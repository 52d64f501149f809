//! What happened, as thin upright rules with labels in at most two rows over the plot.
//!
//! Labels yield: where one would touch another or be crossed by a rule it goes to the other row, to the other side
//! of its rule, is cut, and at last goes away. The rule always stays.

use super::facts;
use super::frame::{Frame, ROW};
use super::geometry::{baseline_under, tenth};
use super::{Anchor, EventRule, Label, Options, Rect, SMALL, measure};
use crate::small::sort_by;

/// The room between a rule and its label.
const GAP: f64 = 4.0;

/// The rules of all events within the time shown, in time order.
pub(crate) fn rules(frame: &Frame, options: &Options<'_>) -> Vec<EventRule> {
    let Some(time) = frame.time else { return Vec::new() };
    let days = options.events.iter().filter_map(|event| Some((facts::event_day(event)?, event)));
    let mut shown: Vec<_> = days.filter(|(day, _)| (time.first..=time.last).contains(day)).collect();
    sort_by(&mut shown, |a, b| a.0 < b.0);
    let mut taken = Vec::new();
    let rule = |(day, event): (_, &crate::dataset::Event)| {
        let text = event.label.get(options.wording.language).to_owned();
        rule(frame, frame.x(day), text, &mut taken)
    };
    shown.into_iter().map(rule).collect()
}

/// How many rows these labels use.
pub(crate) fn rows(rules: &[EventRule]) -> u8 {
    let labelled = || rules.iter().filter(|rule| rule.label.is_some());
    u8::from(labelled().count() > 0) + u8::from(labelled().any(|rule| rule.top > 0.0))
}

fn rule(frame: &Frame, x: f64, text: String, taken: &mut Vec<Rect>) -> EventRule {
    let free = |(row, label): &(u8, Label)| {
        let inside = Rect { left: 2.0, top: 0.0, width: frame.width - 4.0, height: frame.height };
        let boxes = [label.rect(), stem(frame, x, *row)];
        label.rect().within(&inside) && taken.iter().all(|other| boxes.iter().all(|own| !own.touches(other)))
    };
    let found = candidates(frame, x, &text).into_iter().find(free);
    let row = found.as_ref().map_or(frame.rows, |(row, _)| *row);
    taken.push(stem(frame, x, row));
    taken.extend(found.iter().map(|(_, label)| label.rect()));
    EventRule { x, top: tenth(f64::from(row) * ROW), label: found.map(|(_, label)| label), text }
}

/// The part of a rule that stands beside the rows.
fn stem(frame: &Frame, x: f64, row: u8) -> Rect {
    Rect::from_sides((x - 2.0, x + 2.0), (f64::from(row) * ROW, frame.plot.top))
}

/// The places of a label, best first: whole before cut, right of the rule before left of it.
fn candidates(frame: &Frame, x: f64, text: &str) -> Vec<(u8, Label)> {
    let mut found = Vec::new();
    for share in [0.6, 0.4, 0.25] {
        let room = frame.width * share;
        for anchor in [Anchor::Start, Anchor::End] {
            let (from, aside) = match anchor {
                Anchor::Start => (x + GAP, frame.width - 2.0 - x - GAP),
                _ => (x - GAP, x - GAP - 2.0),
            };
            let Some(text) = measure::fit(text, SMALL, room.min(aside)) else { continue };
            let label =
                |row: u8| Label::new(text.clone(), SMALL, anchor, from, baseline_under(top(row), SMALL));
            // From the upper row down: a later rule can then start under an earlier label.
            found.extend((0..frame.rows).map(|row| (row, label(row))));
        }
    }
    sort_by(&mut found, |a, b| a.1.text.len() == text.len() && b.1.text.len() != text.len());
    found
}

fn top(row: u8) -> f64 {
    f64::from(row) * ROW + 0.5
}
