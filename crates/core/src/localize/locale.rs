//! How a language writes numbers and dates: by `Intl` in the browser, by ICU4X natively. This is the one place where
//! the two stand in for each other.

use std::sync::Arc;

use super::plural::PluralCategory;
use crate::date::Day;

#[cfg(not(target_arch = "wasm32"))]
mod icu;
#[cfg(not(target_arch = "wasm32"))]
use self::icu::Formatters;

#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(target_arch = "wasm32")]
use self::intl::Formatters;

/// Writes numbers and dates in one language.
///
/// No method fails: what can't be written in the language is written plainly, as its digits or as an ISO 8601 date.
pub trait Locale: Send + Sync {
    /// Returns the BCP 47 tag of the language that is written, which is `en` where the one asked for is unknown.
    fn tag(&self) -> &str;

    /// Formats a decimal number with the grouping, the separators and the digits of the language.
    ///
    /// `digits` is an optional `-`, an integer part and an optional fraction after `.`, of any length
    /// (`-1234567.50`); every digit of it is kept. Other texts come back as they are.
    fn format_number(&self, digits: &str) -> String;

    /// Returns the CLDR plural category (cardinal) of a number, written as for [`Locale::format_number`].
    fn plural_category(&self, digits: &str) -> PluralCategory;

    /// Formats a day of the Gregorian calendar, at the precision and length that `style` names.
    fn format_date(&self, day: Day, style: DateStyle) -> String;

    /// Returns a text in the lower case of the language.
    fn lowercase(&self, text: &str) -> String;
}

/// How much of a date is written; the examples are those of `en-GB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateStyle {
    /// `14 March 2022`
    Long,
    /// `14 Mar 2022`
    Medium,
    /// `14 Mar`
    DayMonth,
    /// `March 2022`
    MonthYear,
    /// `Mar`
    Month,
    /// `Mar 2022`
    ShortMonthYear,
    /// `2022`
    Year,
}

/// Returns how the language `tag` is written; English where the tag is malformed or the language unknown.
///
/// # Examples
///
/// ```
/// use figure_tracker_core::date::Day;
/// use figure_tracker_core::localize::{DateStyle, locale_for_tag};
///
/// let german = locale_for_tag("de");
/// assert_eq!(german.format_number("1234567.50"), "1.234.567,50");
/// let day = Day::from_ymd(2022, 3, 14).unwrap();
/// assert_eq!(german.format_date(day, DateStyle::Long), "14. März 2022");
/// ```
pub fn locale_for_tag(tag: &str) -> Arc<dyn Locale> {
    Arc::new(Formatters::new(tag))
}
