//! What the interface says, per language, and how a language writes numbers and dates.

use crate::date::Day;

/// How a language writes numbers and dates: `Intl` in the browser, ICU4X natively.
pub trait Locale {
    /// The BCP 47 tag.
    fn tag(&self) -> &str;
    /// Decimal digits (as in [`crate::dataset::Decimal::digits`]) with the language's grouping and signs.
    fn number(&self, digits: &str) -> String;
    /// The CLDR plural category of a number (`one`, `few`, `other` ...).
    fn plural(&self, digits: &str) -> &'static str;
    /// A date at the precision and length that `style` names.
    fn date(&self, day: Day, style: DateStyle) -> String;
}

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
