//! Years are those of the common calendar: 1398 and 2565 are years of others.

use figure_tracker_core::date::Date;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// A calendar whose years are mistaken for those of the common one.
struct Calendar {
    name: &'static str,
    /// Its years that newspapers of the last two centuries were printed in.
    first_year: i32,
    last_year: i32,
    /// Turns a year of it into the common year in which it begins.
    to_common: fn(i32) -> i32,
}

const CALENDARS: [Calendar; 3] = [
    Calendar { name: "Iranian", first_year: 1300, last_year: 1430, to_common: |year| year + 621 },
    Calendar { name: "Islamic", first_year: 1431, last_year: 1500, to_common: |year| year - year / 33 + 622 },
    Calendar { name: "Buddhist", first_year: 2400, last_year: 2650, to_common: |year| year - 543 },
];

fn calendar_of(date: &Date) -> Option<(i32, &'static Calendar)> {
    let year = date.earliest().or(date.latest())?.ymd().0;
    let calendar = CALENDARS.iter().find(|one| (one.first_year..=one.last_year).contains(&year))?;
    Some((year, calendar))
}

/// Whether the year of a date is probably one of another calendar.
pub(super) fn is_of_another_calendar(date: &Date) -> bool {
    calendar_of(date).is_some()
}

/// Warns of every date whose year is probably one of another calendar.
pub(super) fn check_years(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let mut check = |place: Place<'_>, date: &Date| {
        let Some((year, Calendar { name, to_common, .. })) = calendar_of(date) else { return };
        let message = format!("{year} looks like a year of the {name} calendar");
        let help = format!("write the year of the common calendar, which would be {} here", to_common(year));
        report.warning("other-calendar", &place, message, help);
    };
    if let Some(edition) = &document.edition {
        check(Place::of_dataset(Key::Edition), edition);
    }
    for (index, source) in document.sources.iter() {
        let place = || Place::of(Key::Sources, index).key(Key::Published);
        source.published.iter().for_each(|date| check(place(), date));
    }
    for (index, figure) in document.figures.iter() {
        let place = |key| Place::of(Key::Figures, index).key(key);
        figure.said.iter().for_each(|date| check(place(Key::Said), date));
        figure.as_of.iter().for_each(|date| check(place(Key::AsOf), date));
    }
    for (index, event) in document.events.iter() {
        check(Place::of(Key::Events, index).key(Key::Date), &event.date);
    }
    for (index, correction) in document.corrections.iter() {
        check(Place::of(Key::Corrections, index).key(Key::Date), &correction.date);
    }
}
