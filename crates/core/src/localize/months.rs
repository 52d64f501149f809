//! Dates in a language that browsers have no names of months for: Chromium writes `2022 M03 14` in Kazakh.

use std::sync::Arc;

use super::locale::{DateStyle, Locale};
use super::plural::PluralCategory;
use crate::date::Day;
use crate::deserialize::record::deserialize_record;

/// How dates are written in a language that browsers have no names of months for: year, day, month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthNames {
    /// What follows the year.
    pub after_year: String,
    /// The names, from January.
    pub names: Vec<String>,
}

deserialize_record! {
    MonthNames { required after_year, required names, }
}

impl MonthNames {
    /// Formats a date as year, day and month; none for a year alone, which needs no name.
    pub fn format_date(&self, day: Day, style: DateStyle) -> Option<String> {
        let (year, month, of_month) = day.ymd();
        let name = self.names.get(usize::from(month).checked_sub(1)?)?;
        let short: String = name.chars().take(3).chain(['.']).collect();
        let year = format!("{year} {}", self.after_year);
        match style {
            DateStyle::Long => Some(format!("{year} {of_month} {name}")),
            DateStyle::Medium => Some(format!("{year} {of_month:02} {short}")),
            DateStyle::DayMonth => Some(format!("{of_month} {short}")),
            DateStyle::MonthYear => Some(format!("{year} {name}")),
            DateStyle::Month => Some(short),
            DateStyle::ShortMonthYear => Some(format!("{year} {short}")),
            DateStyle::Year => None,
        }
    }
}

/// A locale that takes the names of months from a message catalog where the platform has none.
pub(super) struct WithMonthNames {
    pub(super) locale: Arc<dyn Locale>,
    pub(super) months: MonthNames,
}

impl Locale for WithMonthNames {
    fn tag(&self) -> &str {
        self.locale.tag()
    }

    fn format_number(&self, digits: &str) -> String {
        self.locale.format_number(digits)
    }

    fn plural_category(&self, digits: &str) -> PluralCategory {
        self.locale.plural_category(digits)
    }

    fn format_date(&self, day: Day, style: DateStyle) -> String {
        let text = self.locale.format_date(day, style);
        // The root's pattern of CLDR: `M03`.
        let is_named = !text.contains("M0") && !text.contains("M1");
        let named = || self.months.format_date(day, style);
        if is_named { text } else { named().unwrap_or(text) }
    }

    fn lowercase(&self, text: &str) -> String {
        self.locale.lowercase(text)
    }
}
