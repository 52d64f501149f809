//! Dates: which texts are dates, what they mean, and what is said of those that are none.

use figure_tracker_core::date::{Bound, Date, Day};
use proptest::prelude::*;

fn ymd(day: Option<Day>) -> String {
    day.map_or_else(|| "..".to_owned(), |day| day.to_string())
}

/// The text is a date in canonical form, from the one day to the other.
fn check(text: &str, from: &str, to: &str) {
    let date = Date::parse(text).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!(date.to_string(), text, "canonical form of {text}");
    assert_eq!(
        (ymd(date.earliest()), ymd(date.latest())),
        (from.to_owned(), to.to_owned()),
        "days of {text}"
    );
}

fn refused(text: &str, message: &str) {
    assert_eq!(Date::parse(text).map(|date| date.to_string()).unwrap_err().to_string(), message, "{text}");
}

#[test]
fn a_date_is_as_precise_as_it_was_written() {
    check("2022-01-15", "2022-01-15", "2022-01-15");
    check("2022-01", "2022-01-01", "2022-01-31");
    check("2024-02", "2024-02-01", "2024-02-29");
    check("1900-02", "1900-02-01", "1900-02-28");
    check("2000-02", "2000-02-01", "2000-02-29");
    check("2022", "2022-01-01", "2022-12-31");
    check("0000", "0000-01-01", "0000-12-31");
    check("-0043-03-15", "-0043-03-15", "-0043-03-15");
    check("-9999", "-9999-01-01", "-9999-12-31");
    check("9999-12-31", "9999-12-31", "9999-12-31");
}

#[test]
fn digits_that_are_not_known_are_written_as_x() {
    check("2022-01-XX", "2022-01-01", "2022-01-31");
    check("2022-XX", "2022-01-01", "2022-12-31");
    check("2022-XX-XX", "2022-01-01", "2022-12-31");
    check("202X", "2020-01-01", "2029-12-31");
    check("20XX", "2000-01-01", "2099-12-31");
    check("000X", "0000-01-01", "0009-12-31");
    check("99XX~", "9900-01-01", "9999-12-31");
}

#[test]
fn a_mark_at_the_end_says_what_is_certain() {
    let marks = |text: &str| {
        check(text, &ymd(Date::parse(text).unwrap().earliest()), &ymd(Date::parse(text).unwrap().latest()));
        let date = Date::parse(text).unwrap();
        (date.is_uncertain(), date.is_approximate())
    };
    assert_eq!(marks("2022-01-14"), (false, false));
    assert_eq!(marks("2022-01-14?"), (true, false));
    assert_eq!(marks("2022-01~"), (false, true));
    assert_eq!(marks("2022%"), (true, true));
    assert_eq!(marks("2022-01-10/2022-01-14?"), (true, false));
    assert_eq!(marks("2022-01-10~/2022-01-14?"), (true, true));
}

#[test]
fn an_interval_runs_from_the_first_day_of_its_start_to_the_last_of_its_end() {
    check("2022-01-10/2022-01-14", "2022-01-10", "2022-01-14");
    check("2022-01/2022-03", "2022-01-01", "2022-03-31");
    check("2022/2022-02-10", "2022-01-01", "2022-02-10");
    check("../2022-01-15", "..", "2022-01-15");
    check("2022-01-15/..", "2022-01-15", "..");
    check("/2022-01-15", "..", "2022-01-15");
    check("2022-01-15/", "2022-01-15", "..");
    assert_eq!(Date::parse("../2022").unwrap().start(), Bound::Open);
    assert_eq!(Date::parse("/2022").unwrap().start(), Bound::Unknown);
}

#[test]
fn a_season_has_the_months_of_the_north() {
    check("2022-21", "2022-03-01", "2022-05-31");
    check("2022-22", "2022-06-01", "2022-08-31");
    check("2022-23", "2022-09-01", "2022-11-30");
    check("2023-24", "2023-12-01", "2024-02-29");
    check("-0044-22", "-0044-06-01", "-0044-08-31");
    check("9999-24", "9999-12-01", "9999-12-31");
}

#[test]
fn a_date_of_one_day_has_that_day() {
    let day = |text: &str| Date::parse(text).unwrap().day().map(|day| day.to_string());
    assert_eq!(day("2022-01-15").as_deref(), Some("2022-01-15"));
    assert_eq!(day("2022-01-15?").as_deref(), Some("2022-01-15"));
    assert_eq!(day("2022-01-15/2022-01-15").as_deref(), Some("2022-01-15"));
    assert_eq!(day("2022-01"), None);
    assert_eq!(day("../2022-01-15"), None);
    assert_eq!(day("2022-01-15/.."), None);
    assert_eq!(day("2022-01-14/2022-01-15"), None);
}

#[test]
fn a_day_that_is_in_no_calendar_is_refused() {
    refused("2022-02-30", "`2022-02-30` is not a day: February 2022 has 28 days");
    refused("2024-02-30", "`2024-02-30` is not a day: February 2024 has 29 days");
    refused("2022-04-31?", "`2022-04-31` is not a day: April 2022 has 30 days");
    refused("2022-01-00", "`2022-01-00` is not a day: January 2022 has 31 days");
    refused("2022-01-10/2022-02-29", "`2022-02-29` is not a day: February 2022 has 28 days");
    refused("2022-13", "`2022-13` has no such month: months run from `01` to `12`");
    refused("2022-00-XX", "`2022-00-XX` has no such month: months run from `01` to `12`");
    refused("2022-31-31", "`2022-31-31` has no such month: months run from `01` to `12`");
    refused(
        "2022-15-01",
        "`2022-15-01` has no such month: the month comes before the day, as in `2022-01-15`",
    );
    refused("2022-20", "`2022-20` has no such month: months run from `01` to `12`");
    for text in ["2022-21~", "2022-21/2022-22", "../2022-24"] {
        let help =
            "has a season, which stands alone as in `2022-21`: write the months, such as `2022-03/2022-05`";
        refused(text, &format!("`{text}` {help}"));
    }
}

#[test]
fn a_date_in_another_form_is_refused_with_the_right_one() {
    refused("15.01.2022", "`15.01.2022` is not a date: write `2022-01-15`");
    refused("5.6.2022", "`5.6.2022` is not a date: write `2022-06-05`");
    refused("15/01/2022", "`15/01/2022` is not a date: write `2022-01-15`");
    refused("1/15/2022", "`1/15/2022` is not a date: write `2022-01-15`");
    refused(
        "05/06/2022",
        "`05/06/2022` is not a date: write `2022-06-05` or `2022-05-06`, whichever is meant",
    );
    refused("05/05/2022", "`05/05/2022` is not a date: write `2022-05-05`");
    refused("15-01-2022", "`15-01-2022` is not a date: write `2022-01-15`");
    refused("2022/01/15", "`2022/01/15` is not a date: write `2022-01-15`");
    refused("2022.1.5", "`2022.1.5` is not a date: write `2022-01-05`");
    refused("2022–01–15", "`2022–01–15` is not a date: write `2022-01-15`");
    refused("20220115", "`20220115` is not a date: write `2022-01-15`");
    refused("2022-1-5", "`2022-1-5` is not a date: write `2022-01-05`");
    refused("01.2022", "`01.2022` is not a date: write `2022-01`");
    refused("1/2022", "`1/2022` is not a date: write `2022-01`");
    refused("2022/01", "`2022/01` is not a date: write `2022-01`");
    refused("30.02.2022", "`30.02.2022` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused("yesterday", "`yesterday` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused("15.01.22", "`15.01.22` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused("22", "`22` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused("-0000", "`-0000` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused("12022", "`12022` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused("٢٠٢٢", "`٢٠٢٢` is not a date: write it like `2022-01-15`, `2022-01` or `2022`");
    refused(" 2022", "` 2022` has space around it: write `2022`");
    refused("", "an empty text is not a date: leave it out where nothing is known");
}

#[test]
fn a_time_of_day_is_refused() {
    refused(
        "2022-01-15T10:30:00Z",
        "`2022-01-15T10:30:00Z` has a time of day: write the day only, `2022-01-15`",
    );
    refused("2022-01-15 10:30", "`2022-01-15 10:30` has a time of day: write the day only, `2022-01-15`");
    refused("10:30", "`10:30` has a time of day: write the day only, as in `2022-01-15`");
    refused(
        "2022-01-14/2022-01-15T10:30",
        "`2022-01-15T10:30` has a time of day: write the day only, `2022-01-15`",
    );
}

#[test]
fn an_interval_that_says_nothing_or_runs_backwards_is_refused() {
    refused("../..", "`../..` says nothing: leave the date out where nothing is known");
    refused("/", "`/` says nothing: leave the date out where nothing is known");
    refused("../", "`../` says nothing: leave the date out where nothing is known");
    refused("2022-02/2022-01", "`2022-02/2022-01` ends before it starts: write `2022-01/2022-02`");
}

#[test]
fn a_mark_anywhere_else_is_refused() {
    let message = "is not a date: one `?`, `~` or `%` (which is both) stands at the very end";
    refused("2022?-01", &format!("`2022?-01` {message}"));
    refused("2022-01?~", &format!("`2022-01?~` {message}"));
    refused("?2022", &format!("`?2022` {message}"));
}

#[test]
fn a_long_text_is_cut_in_the_message() {
    let message = Date::parse(&"9".repeat(1_000_000)).unwrap_err().to_string();
    assert_eq!(
        message,
        "`9999999999999999999999999999999999999999…` is not a date: write it like `2022-01-15`, `2022-01` or `2022`"
    );
}

#[test]
fn every_day_from_1600_to_2400_has_the_number_that_jiff_gives_it() {
    let epoch = jiff::civil::date(1970, 1, 1);
    let mut date = jiff::civil::date(1600, 1, 1);
    while date.year() <= 2400 {
        let number = (date - epoch).get_days();
        let (month, day) = (date.month() as u8, date.day() as u8);
        let ours = Day::from_ymd(date.year().into(), month, day).unwrap();
        assert_eq!(ours.number(), number, "{date}");
        assert_eq!(Day::from_number(number).ymd(), (date.year().into(), month, day), "{date}");
        date = date.tomorrow().unwrap();
    }
}

#[test]
fn days_end_with_the_years_of_four_digits() {
    assert_eq!(Day::from_ymd(-9999, 1, 1), Some(Day::MIN));
    assert_eq!(Day::from_ymd(9999, 12, 31), Some(Day::MAX));
    assert_eq!(Day::MIN.ymd(), (-9999, 1, 1));
    assert_eq!(Day::from_ymd(10_000, 1, 1), None);
    assert_eq!(Day::from_ymd(-10_000, 1, 1), None);
    assert_eq!(Day::from_number(i32::MIN), Day::MIN);
    assert_eq!(Day::from_number(i32::MAX), Day::MAX);
}

proptest! {
    #[test]
    fn a_day_exists_just_where_jiff_has_it(year in -9999i16..=9999, month in 0u8..=13, day in 0u8..=32) {
        let theirs = jiff::civil::Date::new(year, month as i8, day as i8).ok();
        let ours = Day::from_ymd(year.into(), month, day);
        prop_assert_eq!(ours.is_some(), theirs.is_some());
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            prop_assert_eq!(ours.number(), (theirs - jiff::civil::date(1970, 1, 1)).get_days());
            prop_assert_eq!(ours.ymd(), (year.into(), month, day));
            prop_assert_eq!(Date::parse(&ours.to_string()).unwrap().day(), Some(ours));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_and_what_is_read_is_written_the_same(text in "[0-9XTZ?~%./ :-]{0,22}") {
        match Date::parse(&text) {
            Ok(date) => {
                prop_assert_eq!(date.to_string(), text);
                prop_assert!(date.earliest().zip(date.latest()).is_none_or(|(from, to)| from <= to));
            }
            Err(wrong) => prop_assert!(!wrong.to_string().is_empty()),
        }
    }

    #[test]
    fn whatever_is_typed_reading_ends(text in ".{0,60}") {
        let _ = Date::parse(&text);
    }

    #[test]
    fn intervals_come_back_as_they_were(
        from in Day::MIN.number()..=Day::MAX.number(), length in 0i32..4000, mark in "[?~%]?",
    ) {
        let text = format!("{}/{}{mark}", Day::from_number(from), Day::from_number(from.saturating_add(length)));
        prop_assert_eq!(Date::parse(&text).unwrap().to_string(), text);
    }
}
