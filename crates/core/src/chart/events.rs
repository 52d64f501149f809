//! What happened, as thin upright rules with labels in at most two rows over the plot.
//!
//! Labels yield: where one would touch another or be crossed by a rule it goes to the other row, to the other side
//! of its rule, and at last away. The rule always stays. No label is cut: half a name says something else.

use super::figures::event_day;
use super::frame::{EVENT_ROW_HEIGHT, Frame};
use super::geometry::{Rect, round_to_tenth};
use super::label::{Anchor, Label, SMALL_FONT, baseline_below};
use super::options::LayoutOptions;
use super::placement::ObstacleIndex;
use super::scene::EventRule;

/// The distance between a rule and its label.
const LABEL_GAP: f64 = 4.0;
/// How much wider a label may become, for some readers need more space between letters and words.
const LETTER_SPACE: f64 = 0.2;

/// Places the rules of all events within the time shown, in time order.
pub(super) fn place_events(frame: &Frame, options: &LayoutOptions<'_>) -> Vec<EventRule> {
    let Some(time) = frame.time else { return Vec::new() };
    let days = options.events.iter().filter_map(|event| Some((event_day(event)?, event)));
    let mut shown: Vec<_> = days.filter(|(day, _)| (time.first..=time.last).contains(day)).collect();
    shown.sort_by_key(|(day, _)| *day);
    let mut obstacles = ObstacleIndex::default();
    let mut rules: Vec<EventRule> = Vec::new();
    for (day, event) in shown {
        let mut rule = place_event(frame, frame.x(day), event.label.get(options.texts.language), &obstacles);
        rule.label = rule.label.map(|label| label.of_text(&event.label, &options.texts));
        // Of unlabelled rules that would cover each other one is enough.
        let is_covered = rule.label.is_none() && rules.last().is_some_and(|last| last.x == rule.x);
        if !is_covered {
            obstacles.insert(stem(frame, rule.x, rule.top));
            obstacles.insert_label(rule.label.as_ref());
            rule.label.iter().for_each(|label| obstacles.insert(spaced(label)));
            rules.push(rule);
        }
    }
    rules
}

/// Returns how many rows the labels of these rules use.
pub(super) fn count_used_rows(rules: &[EventRule]) -> u8 {
    let labelled = || rules.iter().filter(|rule| rule.label.is_some());
    u8::from(labelled().count() > 0) + u8::from(labelled().any(|rule| rule.top > 0.0))
}

fn place_event(frame: &Frame, x: f64, text: &str, obstacles: &ObstacleIndex) -> EventRule {
    let placed = place_event_label(frame, x, text, obstacles);
    let row = placed.as_ref().map_or(frame.event_rows, |(row, _)| *row);
    let label = placed.map(|(_, label)| label);
    EventRule { x, top: round_to_tenth(f64::from(row) * EVENT_ROW_HEIGHT), label }
}

/// Returns the rectangle of a label whose letters a reader has moved apart.
fn spaced(label: &Label) -> Rect {
    let rect = label.rect();
    let more = rect.width * LETTER_SPACE;
    let left = if label.anchor == Anchor::End { rect.left - more } else { rect.left };
    Rect { left, width: rect.width + more, ..rect }
}

/// Returns the part of a rule that stands beside the rows.
fn stem(frame: &Frame, x: f64, top: f64) -> Rect {
    Rect::from_sides((x - 2.0, x + 2.0), (top, frame.plot.top))
}

/// Finds the first free place for a label and its row: right of the rule before left of it, and from the upper row
/// down, as a later rule can then start under an earlier label.
fn place_event_label(frame: &Frame, x: f64, text: &str, obstacles: &ObstacleIndex) -> Option<(u8, Label)> {
    let inside = Rect { left: 2.0, top: 0.0, width: frame.width - 4.0, height: frame.height };
    for (anchor, from) in [(Anchor::Start, x + LABEL_GAP), (Anchor::End, x - LABEL_GAP)] {
        for row in 0..frame.event_rows {
            let row_top = f64::from(row) * EVENT_ROW_HEIGHT;
            let top = row_top + 0.5;
            let label =
                Label::new(text.to_owned(), SMALL_FONT, anchor, from, baseline_below(top, SMALL_FONT));
            let rect = label.rect();
            let is_free = obstacles.is_clear(&spaced(&label)) && obstacles.is_clear(&stem(frame, x, row_top));
            if rect.is_within(&inside) && is_free {
                return Some((row, label));
            }
        }
    }
    None
}
