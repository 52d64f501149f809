//! Dates in a language that browsers have no names of months for: Chromium writes `2022 M03 14` in Kazakh.
//! Not for languages that `Intl` knows.

use super::{DateStyle, Messages};
use crate::date::{Day, digits};
use crate::small::cut;

impl Messages {
    /// A date with this table's own names of months; none where it has none.
    pub fn own_date(&self, day: Day, style: DateStyle) -> Option<String> {
        let (with_year, with_day, in_full) = match style {
            DateStyle::Long => (true, true, true),
            DateStyle::Medium => (true, true, false),
            DateStyle::DayMonth => (false, true, false),
            DateStyle::MonthYear => (true, false, true),
            DateStyle::Month => (false, false, false),
            DateStyle::ShortMonthYear => (true, false, false),
            DateStyle::Year => return None,
        };
        let (year, month, of_month) = day.ymd();
        let (after_year, mut names) = cut(self.months, " ");
        let mut name = "";
        for _ in 0..month {
            (name, names) = cut(names?, " ");
        }
        let mut text = String::new();
        if with_year {
            text.push_str(&[&digits(year), "\u{a0}", after_year, " "].concat());
        }
        if with_day {
            text.push_str(&[&digits(of_month.into()), " "].concat());
        }
        if in_full {
            text.push_str(name);
        } else {
            name.chars().take(3).for_each(|letter| text.push(letter));
            text.push('.');
        }
        Some(text)
    }
}
