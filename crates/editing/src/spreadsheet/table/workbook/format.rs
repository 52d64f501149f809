//! What a cell shows of its number: which section of its number format the value chooses, and what that makes of it. Dates
//! and numbers have modules of their own.

use super::shown_cell::ShownCell;
use super::shown_date::{DateParts, Epoch, read_iso_date};
use super::shown_number::{NumberParts, plain_number};

/// The number format of a cell: one section, or several of which the value chooses one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CellFormat {
    pub(super) sections: Vec<Section>,
}

/// A part of a number format, and for which values it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    /// For any value where there is none.
    pub(super) condition: Option<Condition>,
    pub(super) shows: Shows,
}

/// A comparison of the value with a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) comparison: Comparison,
    pub(super) number: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Less,
    AtMost,
    Equal,
    NotEqual,
    AtLeast,
    More,
}

/// How a section shows a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Shows {
    /// The number as it is.
    #[default]
    Plain,
    Date(DateParts),
    Number(NumberParts),
}

impl Condition {
    fn holds(self, value: f64) -> bool {
        match self.comparison {
            Comparison::Less => value < self.number,
            Comparison::AtMost => value <= self.number,
            Comparison::Equal => value == self.number,
            Comparison::NotEqual => value != self.number,
            Comparison::AtLeast => value >= self.number,
            Comparison::More => value > self.number,
        }
    }
}

impl CellFormat {
    /// Returns what a cell shows that holds a number, or a date that is kept as a number.
    pub(super) fn show(&self, value: f64, epoch: Epoch) -> ShownCell<'static> {
        match self.shows(value) {
            Some(Shows::Date(parts)) => match epoch.day(value) {
                Some((day, seconds)) => ShownCell::plain(parts.show(day, seconds)),
                None => ShownCell::plain(plain_number(value)),
            },
            Some(Shows::Number(parts)) => parts.show(value),
            Some(Shows::Plain) | None => NumberParts::default().show(value),
        }
    }

    /// Returns what a cell shows that holds a date as a text, such as `2022-01-15T10:30:00`: as much of it as its format
    /// names, and the text itself where it is no date.
    pub(super) fn show_iso_date(&self, text: &str) -> String {
        let parts = match self.shows(1.0) {
            Some(Shows::Date(parts)) => *parts,
            _ => DateParts { year: true, month: true, day: true, time: true },
        };
        read_iso_date(text).map_or_else(|| text.to_owned(), |(day, seconds)| parts.show(day, seconds))
    }

    fn shows(&self, value: f64) -> Option<&Shows> {
        let fits = |section: &&Section| section.condition.is_none_or(|condition| condition.holds(value));
        self.sections.iter().find(fits).or(self.sections.last()).map(|section| &section.shows)
    }
}
