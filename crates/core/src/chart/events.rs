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
    let found = place(frame, x, &text, taken);
    let row = found.as_ref().map_or(frame.rows, |(row, _)| *row);
    taken.push(stem(frame, x, row));
    taken.extend(found.iter().map(|(_, label)| label.rect()));
    EventRule { x, top: tenth(f64::from(row) * ROW), label: found.map(|(_, label)| label), text }
}

/// The part of a rule that stands beside the rows.
fn stem(frame: &Frame, x: f64, row: u8) -> Rect {
    Rect::from_sides((x - 2.0, x + 2.0), (f64::from(row) * ROW, frame.plot.top))
}

/// The first free place for a label: whole before cut, right of the rule before left of it, and from the upper row
/// down, as a later rule can then start under an earlier label.
fn place(frame: &Frame, x: f64, text: &str, taken: &[Rect]) -> Option<(u8, Label)> {
    let mut cut_ones = None;
    for share in [0.6, 0.4, 0.25] {
        for anchor in [Anchor::Start, Anchor::End] {
            let (from, aside) = match anchor {
                Anchor::Start => (x + GAP, frame.width - 2.0 - x - GAP),
                _ => (x - GAP, x - GAP - 2.0),
            };
            let Some(cut) = measure::fit(text, SMALL, aside.min(frame.width * share)) else { continue };
            if cut.len() != text.len() && cut_ones.is_some() {
                continue;
            }
            for row in 0..frame.rows {
                let label = Label::new(cut.clone(), SMALL, anchor, from, baseline_under(top(row), SMALL));
                if !is_free(frame, x, row, &label, taken) {
                    continue;
                }
                if cut.len() == text.len() {
                    return Some((row, label));
                }
                cut_ones = cut_ones.or(Some((row, label)));
            }
        }
    }
    cut_ones
}

fn is_free(frame: &Frame, x: f64, row: u8, label: &Label, taken: &[Rect]) -> bool {
    let inside = Rect { left: 2.0, top: 0.0, width: frame.width - 4.0, height: frame.height };
    let (rect, stem) = (label.rect(), stem(frame, x, row));
    rect.within(&inside) && taken.iter().all(|other| !rect.touches(other) && !stem.touches(other))
}

fn top(row: u8) -> f64 {
    f64::from(row) * ROW + 0.5
}
