//! The labelled ticks of both axes.

use super::figures::ChartFigure;
use super::frame::{Frame, TIME_AXIS_HEIGHT};
use super::geometry::round_to_tenth;
use super::label::{Anchor, Label, SMALL_FONT, baseline_above, baseline_centred};
use super::options::LayoutOptions;
use super::scene::{Curtain, Tick, UndatedColumn};
use super::text::{fit_text, text_width};
use super::value_axis::ValueAxis;
use crate::date::Day;
use crate::localize::Locale;
use crate::scale::calendar::{DayText, DayTick, TickFit, calendar_ticks, named_day_ticks};

/// The least distance between two labels of the time axis.
const TIME_LABEL_GAP: f64 = 10.0;
/// The space before the words on the curtain.
const CURTAIN_PADDING: f64 = 12.0;
/// So many days on which figures were said have ticks of their own.
const MAX_NAMED_DAYS: usize = 6;

/// Places the ticks of the value axis, lowest first; their labels stand over their gridlines at the left, inside
/// the plot.
pub(super) fn place_value_ticks(value_axis: &ValueAxis, frame: &Frame) -> Vec<Tick> {
    let max_width = frame.undated_column.map_or(frame.left, |column| column.0) - 4.0;
    let place = |(number, text): &(f64, String)| {
        let at = frame.y(*number);
        let text = (text_width(text, SMALL_FONT) <= max_width).then(|| text.clone());
        let y = baseline_above(at - 1.0, SMALL_FONT);
        let label = text.map(|text| Label::new(text, SMALL_FONT, Anchor::Start, 2.0, y));
        Tick { at, label: label.and_then(|label| frame.keep_inside(label)) }
    };
    let last = value_axis.ticks.len().saturating_sub(1);
    let is_kept = |index: usize| value_axis.has_grid || index == 0 || index == last;
    let kept = value_axis.ticks.iter().enumerate().filter(|(index, _)| is_kept(*index));
    kept.map(|(_, tick)| place(tick)).collect()
}

/// Returns the y of each gridline.
pub(super) fn place_gridlines(value_axis: &ValueAxis, frame: &Frame) -> Vec<f64> {
    let ticks = value_axis.ticks.iter().filter(|_| value_axis.has_grid);
    ticks.map(|(number, _)| frame.y(*number)).collect()
}

/// Places the ticks of the time axis, first first: at the days on which figures were said where these are few, else
/// at regular days of the calendar.
pub(super) fn place_time_ticks(figures: &[ChartFigure<'_>], frame: &Frame, locale: &dyn Locale) -> Vec<Tick> {
    let Some(time) = frame.time else { return Vec::new() };
    let width = |text: &str| text_width(text, SMALL_FONT);
    let range = (frame.undated_column.map_or(2.0, |column| column.1 + 4.0), frame.width - 2.0);
    let fit = TickFit { scale: &frame.days, range, gap: TIME_LABEL_GAP, width: &width };
    let at_days_said = few_days_said(figures).and_then(|days| named_day_ticks(&days, locale, &fit));
    let ticks = at_days_said.unwrap_or_else(|| calendar_ticks(time.first, time.last, locale, &fit));
    let y = axis_baseline(frame);
    let label = |said: DayText| Label::new(said.text, SMALL_FONT, Anchor::Middle, said.middle, y);
    let place = |tick: DayTick| Tick { at: frame.x(tick.day), label: tick.text.map(label) };
    ticks.into_iter().map(place).collect()
}

/// Places the column of undated figures, if there are any.
pub(super) fn place_undated_column(frame: &Frame, text: &str) -> Option<UndatedColumn> {
    let (left, right) = frame.undated_column?;
    let text = fit_text(text, SMALL_FONT, right - left - 4.0);
    let y = axis_baseline(frame);
    let label = text.map(|text| Label::new(text, SMALL_FONT, Anchor::Middle, frame.undated_x(), y));
    Some(UndatedColumn { x: round_to_tenth(right), label: label.and_then(|label| frame.keep_inside(label)) })
}

/// Places what hides the days after the one of which is asked what was known, if any of them are seen.
pub(super) fn place_curtain(options: &LayoutOptions<'_>, frame: &Frame) -> Option<Curtain> {
    let x = frame.x(options.axes.known_on?);
    let room = frame.width - x;
    if room <= 0.0 {
        return None;
    }
    let text = fit_text(options.texts.not_yet_known, SMALL_FONT, room - 2.0 * CURTAIN_PADDING);
    let y = baseline_centred((frame.plot.top + frame.plot.bottom()) / 2.0, SMALL_FONT);
    let label = text.filter(|text| text == options.texts.not_yet_known);
    Some(Curtain {
        x,
        label: label.map(|text| Label::new(text, SMALL_FONT, Anchor::Start, x + CURTAIN_PADDING, y)),
    })
}

/// Returns the days on which figures were said, if they are few.
fn few_days_said(figures: &[ChartFigure<'_>]) -> Option<Vec<Day>> {
    let mut few = Vec::new();
    for days in figures.iter().filter_map(|figure| figure.days) {
        if let Err(place) = few.binary_search(&days.day) {
            few.insert(place, days.day);
        }
        if few.len() > MAX_NAMED_DAYS {
            return None;
        }
    }
    Some(few)
}

fn axis_baseline(frame: &Frame) -> f64 {
    baseline_centred(frame.height - TIME_AXIS_HEIGHT / 2.0 + 1.0, SMALL_FONT)
}
