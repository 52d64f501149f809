//! Ticks of a time axis: first days of weeks, months, quarters and years, and what they say.
//!
//! Knows no pixels but those that the caller lends it in a [`TickFit`].

use super::linear::LinearScale;
use crate::date::Day;
use crate::localize::{DateStyle, Locale};

/// How far ticks are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarStep {
    /// So many days, counted from a Monday.
    Days(i32),
    /// So many months, counted from a January.
    Months(i32),
}

use CalendarStep::{Days, Months};

/// From a day to ten thousand years.
pub const CALENDAR_STEPS: [CalendarStep; 20] = [
    Days(1),
    Days(2),
    Days(7),
    Days(14),
    Months(1),
    Months(3),
    Months(6),
    Months(12),
    Months(24),
    Months(60),
    Months(120),
    Months(240),
    Months(600),
    Months(1_200),
    Months(2_400),
    Months(6_000),
    Months(12_000),
    Months(24_000),
    Months(60_000),
    Months(120_000),
];

/// The number of the first Monday of the count of days: 5 January 1970.
const FIRST_MONDAY: i32 = 4;
/// The length of a month, in days.
const DAYS_PER_MONTH: f64 = 30.44;
/// The least distance between two ticks, in pixels.
const MIN_TICK_DISTANCE: f64 = 20.0;

/// The space there is for labels, and how wide each would be.
pub struct TickFit<'a> {
    /// The scale from days to pixels.
    pub scale: &'a LinearScale,
    /// The pixels between which labels must stay.
    pub range: (f64, f64),
    /// The least distance between two labels.
    pub gap: f64,
    /// Measures a text.
    pub width: &'a dyn Fn(&str) -> f64,
}

/// A tick of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTick {
    /// The day.
    pub day: Day,
    /// What it says, if it says anything.
    pub text: Option<DayText>,
}

/// The text of a tick.
#[derive(Clone, Debug, PartialEq)]
pub struct DayText {
    /// What it says.
    pub text: String,
    /// Where its middle stands, in pixels: under the tick, or moved inwards at either end of the range.
    pub middle: f64,
}

/// Chooses the densest ticks from `first` to `last` whose labels fit: no two touch, no two are equal. The second and
/// the last may stay without a label, as the first is long and either end pushes labels inwards. Where no step of
/// the calendar has two ticks that fit, the first and the last day are named, or the first alone.
pub fn calendar_ticks(first: Day, last: Day, locale: &dyn Locale, fit: &TickFit<'_>) -> Vec<DayTick> {
    let span = f64::from(last.number()) - f64::from(first.number());
    let width = (fit.range.1 - fit.range.0).max(0.0);
    let is_coarse_enough =
        |step: &&CalendarStep| span / step.length_in_days() <= width / MIN_TICK_DISTANCE + 1.0;
    for step in CALENDAR_STEPS.iter().filter(is_coarse_enough) {
        let days = step.days_between(first, last);
        let ticks = place_ticks(&days, tick_texts(*step, &days, locale), fit);
        if let Some(ticks) = ticks.filter(|ticks| ticks.len() > 1) {
            return ticks;
        }
    }
    name_ends(first, last, locale, fit)
}

/// Names these days, in their order; none where their labels don't fit.
pub fn named_day_ticks(days: &[Day], locale: &dyn Locale, fit: &TickFit<'_>) -> Option<Vec<DayTick>> {
    place_ticks(days, tick_texts(Days(1), days, locale), fit)
}

fn name_ends(first: Day, last: Day, locale: &dyn Locale, fit: &TickFit<'_>) -> Vec<DayTick> {
    let text = |day| locale.format_date(day, DateStyle::Medium);
    let both =
        if first < last { place_ticks(&[first, last], vec![text(first), text(last)], fit) } else { None };
    both.or_else(|| place_ticks(&[first], vec![text(first)], fit)).unwrap_or_default()
}

/// Places the ticks of these days; none where labels are equal, touch or don't fit.
fn place_ticks(days: &[Day], texts: Vec<String>, fit: &TickFit<'_>) -> Option<Vec<DayTick>> {
    let mut ticks: Vec<DayTick> = Vec::new();
    let mut free_from = fit.range.0;
    for (index, (day, text)) in days.iter().zip(texts).enumerate() {
        let half = (fit.width)(&text) / 2.0;
        let (least, most) = (fit.range.0 + half, fit.range.1 - half);
        let middle = fit.scale.position(f64::from(day.number())).min(most).max(least);
        let touches = middle - half < free_from || middle + half > fit.range.1 + 0.1;
        let yields = touches && days.len() > 3 && (index == 1 || index + 1 == days.len());
        let said = |tick: &DayTick| tick.text.as_ref().is_some_and(|said| said.text == text);
        if (touches && !yields) || ticks.iter().any(said) {
            return None;
        }
        if !yields {
            free_from = middle + half + fit.gap;
        }
        ticks.push(DayTick { day: *day, text: (!yields).then_some(DayText { text, middle }) });
    }
    Some(ticks)
}

impl CalendarStep {
    /// Returns about how many days it is long.
    fn length_in_days(self) -> f64 {
        match self {
            Days(days) => f64::from(days),
            Months(months) => f64::from(months) * DAYS_PER_MONTH,
        }
    }

    /// Returns its ticks from `first` to `last`, both included.
    pub fn days_between(self, first: Day, last: Day) -> Vec<Day> {
        let every = match self {
            Days(every) | Months(every) => every,
        };
        let start = self.index(first);
        let start = start + (-start).rem_euclid(every);
        let (mut days, mut index) = (Vec::new(), start);
        while let Some(day) = self.day(index).filter(|day| *day <= last) {
            if day >= first {
                days.push(day);
            }
            index += every;
        }
        days
    }

    /// Returns the count of the day or month that a day is in.
    fn index(self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        match self {
            Days(_) => day.number() - FIRST_MONDAY,
            Months(_) => year * 12 + i32::from(month) - 1,
        }
    }

    /// Returns the day of a count; none past the end of the calendar.
    fn day(self, index: i32) -> Option<Day> {
        match self {
            Days(_) => index
                .checked_add(FIRST_MONDAY)
                .and_then(|number| Some(Day::from_number(number)).filter(|day| day.number() == number)),
            Months(_) => Day::from_ymd(index.div_euclid(12), u8::try_from(index.rem_euclid(12)).ok()? + 1, 1),
        }
    }
}

/// Writes what ticks say: the first of all and the first of a year carry the year, the others only what changes, or
/// all of it where the same month comes twice.
fn tick_texts(step: CalendarStep, days: &[Day], locale: &dyn Locale) -> Vec<String> {
    let mut before = None;
    let styles = days.iter().map(|day| {
        let (year, month, _) = day.ymd();
        let turns = before.replace(year) != Some(year);
        match (step, turns, month) {
            (Days(_), true, _) => DateStyle::Medium,
            (Days(_), false, _) => DateStyle::DayMonth,
            (Months(12..), ..) | (Months(_), _, 1) => DateStyle::Year,
            (Months(every), false, _) if days.len() * every.unsigned_abs() as usize <= 12 => DateStyle::Month,
            (Months(_), ..) => DateStyle::ShortMonthYear,
        }
    });
    styles.zip(days).map(|(style, day)| locale.format_date(*day, style)).collect()
}
