//! Nothing is said after it was printed, generations before it was printed, or after the dataset's last change.

use figure_tracker_core::date::Date;

use super::calendars::is_of_another_calendar;
use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// How many years before its source a figure may have been said: two generations.
const MAX_YEARS_BEFORE_SOURCE: i32 = 60;

/// A figure was not said later than a document that carries it was published, nor generations before all of them.
pub(super) fn check_order(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        let Some(said) = figure.said.as_ref().filter(|said| !is_of_another_calendar(said)) else { continue };
        let place = || Place::of(Key::Figures, index).key(Key::Said);
        let mut first_printed: Option<&Date> = None;
        for carried in &figure.sources {
            let source = document.find(Key::Sources, &carried.source).and_then(|at| document.sources.get(at));
            let Some(printed) = source.and_then(|source| source.published.as_ref()) else { continue };
            if is_of_another_calendar(printed) {
                continue;
            }
            if said.earliest().zip(printed.latest()).is_some_and(|(said, printed)| said > printed) {
                let id = &carried.source;
                let message = format!("this was said after its source `{id}` was published ({printed})");
                report.warning("said-after-published", &place(), message, ());
            }
            if first_printed.is_none_or(|first| printed.earliest() < first.earliest()) {
                first_printed = Some(printed);
            }
        }
        if let Some(printed) = first_printed
            && let (Some(last_said), Some(first_printed)) = (said.latest(), printed.earliest())
            && last_said.ymd().0 + MAX_YEARS_BEFORE_SOURCE < first_printed.ymd().0
        {
            let message = format!("this was said generations before its source was published ({printed})");
            report.warning("said-long-before", &place(), message, "is the year right?");
        }
    }
}

/// No date is later than the edition, what a number is about apart: that may lie ahead.
pub(super) fn check_edition(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let Some(edition) = document.edition.as_ref() else { return };
    let Some(last) = edition.latest() else { return };
    let mut check = |list: Key, index: usize, key: Key, date: &Date| {
        if date.earliest().is_some_and(|day| day > last) && !is_of_another_calendar(date) {
            let place = Place::of(list, index).key(key);
            let message = format!("`{date}` is later than the `edition` of this dataset ({edition})");
            let help = "is the year right? the edition is the day of the last change";
            report.warning("later-than-edition", &place, message, help);
        }
    };
    for (index, source) in document.sources.iter() {
        source.published.iter().for_each(|date| check(Key::Sources, index, Key::Published, date));
    }
    for (index, figure) in document.figures.iter() {
        figure.said.iter().for_each(|date| check(Key::Figures, index, Key::Said, date));
    }
    document.events.iter().for_each(|(index, event)| check(Key::Events, index, Key::Date, &event.date));
    document.corrections.iter().for_each(|(index, one)| check(Key::Corrections, index, Key::Date, &one.date));
}
