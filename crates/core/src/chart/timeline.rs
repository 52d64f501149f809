//! The timeline of a figure that was said once: its day among the other days of the record.

use super::label::{Anchor, SMALL_FONT};
use super::text::text_width;
use crate::dataset::{Dataset, Figure};
use crate::date::{Date, Day};
use crate::localize::{DateStyle, Locale};

/// The narrowest drawing, in pixels: what fits there fits everywhere.
const MIN_WIDTH: f64 = 288.0;
/// The least distance between two labels, in pixels.
const LABEL_GAP: f64 = 10.0;
/// The most days that are ticks.
const MAX_DAYS: usize = 12;
/// The share of the width at either end that no day stands in.
const INSET: f64 = 0.03;

/// A timeline. Its places are shares of the width, so that one drawing fits every width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Where the figure's day is, from 0 to 1; none where its date is not known.
    pub mark: Option<f64>,
    /// The days of the record, its own first, then those with most figures.
    pub days: Vec<TimelineDay>,
}

/// A day of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineDay {
    /// Where it is, from 0 to 1.
    pub at: f64,
    /// What it says and which part of that stands at its place; none where there is no room.
    pub label: Option<(String, Anchor)>,
    /// Whether it is the day of the figure.
    pub is_own: bool,
}

/// Places the day of a figure among those days on which most of the dataset's figures were said. Its own day is named
/// first, then the others, those with most figures first, as far as there is room.
pub fn place_timeline(dataset: &Dataset, figure: &Figure, locale: &dyn Locale) -> Timeline {
    let own = figure.said.as_ref().and_then(day_said);
    let days = main_days(dataset, own);
    let numbers = || days.iter().map(|day| f64::from(day.number()));
    let (first, last) =
        (numbers().fold(f64::INFINITY, f64::min), numbers().fold(f64::NEG_INFINITY, f64::max));
    let place = |day: Day| match last > first {
        true => INSET + (f64::from(day.number()) - first) / (last - first) * (1.0 - 2.0 * INSET),
        false => 0.5,
    };
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut placed: Vec<TimelineDay> = Vec::new();
    for day in &days {
        let (at, text) = (place(*day), locale.format_date(*day, DateStyle::Medium));
        let (anchor, span) = label_span(at * MIN_WIDTH, text_width(&text, SMALL_FONT));
        let is_free = taken.iter().all(|(from, to)| span.1 + LABEL_GAP <= *from || span.0 >= *to + LABEL_GAP);
        if is_free {
            taken.push(span);
        }
        placed.push(TimelineDay { at, label: is_free.then_some((text, anchor)), is_own: own == Some(*day) });
    }
    Timeline { mark: own.map(place), days: placed }
}

/// Returns the day of a figure, if it has one, and those of the dataset with most figures; of equals the latest first.
fn main_days(dataset: &Dataset, own: Option<Day>) -> Vec<Day> {
    let figures = dataset.metrics.iter().flat_map(|metric| &metric.figures);
    let mut said: Vec<Day> = figures.filter_map(|figure| day_said(figure.said.as_ref()?)).collect();
    said.sort_unstable();
    let same_days = said.chunk_by(|one, other| one == other);
    let mut days: Vec<(bool, usize, Day)> =
        same_days.filter_map(|same| same.first().map(|day| (own == Some(*day), same.len(), *day))).collect();
    days.sort_unstable();
    days.into_iter().rev().map(|(.., day)| day).take(MAX_DAYS).collect()
}

fn day_said(date: &Date) -> Option<Day> {
    date.latest().or(date.earliest())
}

/// Returns which part of a label stands at its place, so that all of it is in the drawing, and from where to where it goes.
fn label_span(at: f64, width: f64) -> (Anchor, (f64, f64)) {
    if at < width / 2.0 {
        (Anchor::Start, (at, at + width))
    } else if at > MIN_WIDTH - width / 2.0 {
        (Anchor::End, (at - width, at))
    } else {
        (Anchor::Middle, (at - width / 2.0, at + width / 2.0))
    }
}
