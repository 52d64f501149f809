//! One day of the calendar, and its number. Knows no names of months and no weekdays.
//!
//! The arithmetic is Howard Hinnant's `days_from_civil` and `civil_from_days`: years begin in March, so that the
//! leap day is the last of its year, and 400 years are always 146 097 days.

use std::fmt;

/// A day of the proleptic Gregorian calendar, years -9999 to 9999, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The first of all days, 1 January -9999.
    pub const MIN: Self = Self(-4_371_587);
    /// The last of all days, 31 December 9999.
    pub const MAX: Self = Self(2_932_896);

    /// A day by year, month 1 to 12 and day of the month from 1; none where there is no such day.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let known = (-9999..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        known.then(|| Self(number(year, month, day)))
    }

    /// The day nearest to year, month and day where there may be no such day.
    pub(super) fn clamped(year: i32, month: u8, day: u8) -> Self {
        let (year, month) = (year.clamp(-9999, 9999), month.clamp(1, 12));
        Self(number(year, month, day.clamp(1, days_in_month(year, month))))
    }

    /// Year, month 1 to 12, day of the month from 1.
    pub fn ymd(self) -> (i32, u8, u8) {
        let shifted = self.0 + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let january_or_february = i32::from(month <= 2);
        (era * 400 + year + january_or_february, narrow(month), narrow(day))
    }

    /// Days since 1 January 1970.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day so many days after 1 January 1970, or the nearest of the years -9999 to 9999.
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(Self::MIN.0, Self::MAX.0))
    }
}

/// How many days a month has; none where there is no such month.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn number(year: i32, month: u8, day: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = (i32::from(month) + 9) % 12;
    let of_year = (153 * from_march + 2) / 5 + i32::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn narrow(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(1)
}

/// A number as its digits.
pub(super) fn digits(number: i32) -> String {
    padded(number, 0)
}

/// A number with zeros before it, so that it has at least so many digits.
pub(super) fn padded(number: i32, digits: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let number = number.unsigned_abs().to_string();
    [sign, "0000".get(number.len().min(4)..digits.min(4)).unwrap_or_default(), &number].concat()
}

impl Day {
    /// As EDTF: `2022-01-15`.
    pub fn text(self) -> String {
        let (year, month, day) = self.ymd();
        [&padded(year, 4), "-", &padded(month.into(), 2), "-", &padded(day.into(), 2)].concat()
    }
}

/// [`Day::text`].
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
