//! Ticks of a time axis: first days of weeks, months, quarters and years, and what they say.
//!
//! Knows no pixels but those that the caller lends it in a [`Fit`].

use super::linear::Linear;
use crate::date::Day;
use crate::localize::{DateStyle, Locale};

/// How far ticks are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days, counted from a Monday.
    Days(i32),
    /// So many months, counted from a January.
    Months(i32),
}

use Step::{Days, Months};

/// From a day to ten thousand years.
pub const STEPS: [Step; 20] = [
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

/// The first Monday of the count of days: 5 January 1970.
const MONDAY: i32 = 4;

/// The room there is for labels, and how wide each would be.
pub struct Fit<'a> {
    /// Days to pixels.
    pub scale: &'a Linear,
    /// The pixels between which labels must stay.
    pub room: (f64, f64),
    /// The least distance of two labels.
    pub gap: f64,
    /// How wide a text is.
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
    /// Where its middle stands, in pixels: over the tick, or moved inwards at the edges of the room.
    pub middle: f64,
}

/// The densest ticks from `first` to `last` whose labels fit: no two touch, no two are equal. The second and the
/// last may stay without, as the first is long and either edge pushes labels inwards. Where no step of
/// the calendar has two ticks that fit, the first and the last day are named, or the first alone.
pub fn ticks(first: Day, last: Day, locale: &dyn Locale, fit: &Fit<'_>) -> Vec<DayTick> {
    let span = f64::from(last.number()) - f64::from(first.number());
    let room = (fit.room.1 - fit.room.0).max(0.0);
    let affordable = |step: &&Step| span / step.days() <= room / 20.0 + 1.0;
    let steps = STEPS.iter().filter(affordable);
    for step in steps {
        let days = step.between(first, last);
        if let Some(ticks) = set(&days, texts(*step, &days, locale), fit).filter(|ticks| ticks.len() > 1) {
            return ticks;
        }
    }
    ends(first, last, locale, fit)
}

/// Just the day itself, for a chart of one day.
pub fn only(day: Day, locale: &dyn Locale, fit: &Fit<'_>) -> Vec<DayTick> {
    ends(day, day, locale, fit)
}

fn ends(first: Day, last: Day, locale: &dyn Locale, fit: &Fit<'_>) -> Vec<DayTick> {
    let text = |day| locale.format_date(day, DateStyle::Medium);
    let both = if first < last { set(&[first, last], vec![text(first), text(last)], fit) } else { None };
    both.or_else(|| set(&[first], vec![text(first)], fit)).unwrap_or_default()
}

/// The ticks of these days; none where labels are equal, touch or don't fit.
fn set(days: &[Day], texts: Vec<String>, fit: &Fit<'_>) -> Option<Vec<DayTick>> {
    let mut ticks: Vec<DayTick> = Vec::new();
    let mut free_from = fit.room.0;
    for (index, (day, text)) in days.iter().zip(texts).enumerate() {
        let half = (fit.width)(&text) / 2.0;
        let (least, most) = (fit.room.0 + half, fit.room.1 - half);
        let middle = fit.scale.at(f64::from(day.number())).min(most).max(least);
        let touches = middle - half < free_from || middle + half > fit.room.1 + 0.1;
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

impl Step {
    /// About how many days it is long.
    fn days(self) -> f64 {
        match self {
            Days(days) => f64::from(days),
            Months(months) => f64::from(months) * 30.44,
        }
    }

    /// Its ticks from `first` to `last`, both included.
    pub fn between(self, first: Day, last: Day) -> Vec<Day> {
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

    /// The count of the day or month that a day is in.
    fn index(self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        match self {
            Days(_) => day.number() - MONDAY,
            Months(_) => year * 12 + i32::from(month) - 1,
        }
    }

    /// The day of a count; none past the end of the calendar.
    fn day(self, index: i32) -> Option<Day> {
        match self {
            Days(_) => index
                .checked_add(MONDAY)
                .and_then(|number| Some(Day::from_number(number)).filter(|day| day.number() == number)),
            Months(_) => Day::from_ymd(index.div_euclid(12), u8::try_from(index.rem_euclid(12)).ok()? + 1, 1),
        }
    }
}

/// What ticks say: the first of all and the first of a year carry the year, the others only what changes, or
/// all of it where the same month comes twice.
fn texts(step: Step, days: &[Day], locale: &dyn Locale) -> Vec<String> {
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
