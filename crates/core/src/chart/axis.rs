//! The labelled ticks of both axes.

use super::frame::{Frame, TIME_AXIS_HEIGHT};
use super::geometry::round_to_tenth;
use super::label::{Anchor, Label, SMALL_FONT, baseline_above, baseline_centred};
use super::scene::{Tick, UndatedColumn};
use super::text::{fit_text, text_width};
use super::value_axis::ValueAxis;
use crate::localize::Locale;
use crate::scale::calendar::{DayText, DayTick, TickFit, calendar_ticks, single_day_tick};

/// The least distance between two labels of the time axis.
const TIME_LABEL_GAP: f64 = 10.0;
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
    value_axis.ticks.iter().map(place).collect()
}

/// Places the ticks of the time axis, first first.
pub(super) fn place_time_ticks(frame: &Frame, locale: &dyn Locale) -> Vec<Tick> {
    let Some(time) = frame.time else { return Vec::new() };
    let width = |text: &str| text_width(text, SMALL_FONT);
    let range = (frame.undated_column.map_or(2.0, |column| column.1 + 4.0), frame.width - 2.0);
    let fit = TickFit { scale: &frame.days, range, gap: TIME_LABEL_GAP, width: &width };
    let ticks = match time.only {
        Some(day) => single_day_tick(day, locale, &fit),
        None => calendar_ticks(time.first, time.last, locale, &fit),
    };
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

fn axis_baseline(frame: &Frame) -> f64 {
    baseline_centred(frame.height - TIME_AXIS_HEIGHT / 2.0 + 1.0, SMALL_FONT)
}
