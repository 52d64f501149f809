//! Numbers and days to pixels, and the ticks between them.

use figure_tracker_core::date::{Date, Day};
use figure_tracker_core::scale::calendar::{CALENDAR_STEPS, CalendarStep, DayTick, TickFit, calendar_ticks};
use figure_tracker_core::scale::linear::LinearScale;
use figure_tracker_core::scale::ticks::round_ticks;
use proptest::prelude::*;

use super::chart::help::English;

fn day(text: &str) -> Day {
    Date::parse(text).unwrap().day().unwrap()
}

#[test]
fn a_number_stands_in_proportion_between_the_ends() {
    let scale = LinearScale { domain: (0.0, 200.0), range: (300.0, 100.0) };
    assert_eq!([0.0, 50.0, 200.0].map(|number| scale.position(number)), [300.0, 250.0, 100.0]);
}

#[test]
fn a_number_outside_stands_at_the_nearer_end() {
    let scale = LinearScale { domain: (0.0, 10.0), range: (0.0, 100.0) };
    assert_eq!([-5.0, 11.0, f64::INFINITY].map(|number| scale.position(number)), [0.0, 100.0, 100.0]);
}

#[test]
fn a_domain_of_one_number_stands_in_the_middle() {
    let scale = LinearScale { domain: (7.0, 7.0), range: (0.0, 100.0) };
    assert_eq!([7.0, 8.0, f64::NAN].map(|number| scale.position(number)), [50.0, 50.0, 50.0]);
}

/// The ticks around two numbers, in at most `most`.
fn check_round_ticks(low: f64, high: f64, most: i64, whole: bool, expected: &str) {
    let list = round_ticks(low, high, most, whole).list();
    let texts: Vec<&str> = list.iter().map(|(_, digits)| digits.as_str()).collect();
    assert_eq!(texts.join(" "), expected, "{low} to {high}");
}

#[test]
fn ticks_are_ones_twos_and_fives() {
    check_round_ticks(0.0, 10.0, 6, false, "0 2 4 6 8 10");
    check_round_ticks(0.0, 230.0, 6, false, "0 50 100 150 200 250");
    check_round_ticks(0.0, 230.0, 4, false, "0 100 200 300");
    check_round_ticks(0.0, 5300.0, 6, false, "0 2000 4000 6000");
    check_round_ticks(0.0, 4578.0, 6, false, "0 1000 2000 3000 4000 5000");
    check_round_ticks(4353.0, 4578.0, 6, false, "4350 4400 4450 4500 4550 4600");
}

#[test]
fn fractions_are_written_without_the_dust_of_doubles() {
    check_round_ticks(0.0, 0.3, 4, false, "0 0.1 0.2 0.3");
    check_round_ticks(0.0, 0.7, 4, false, "0 0.5 1");
    check_round_ticks(37.5, 38.6, 6, false, "37.5 38 38.5 39");
    check_round_ticks(0.000_02, 0.000_05, 6, false, "0.00002 0.00003 0.00004 0.00005");
}

#[test]
fn counts_have_whole_ticks() {
    check_round_ticks(0.0, 1.0, 6, true, "0 1 2");
    check_round_ticks(0.0, 2.0, 6, true, "0 1 2");
    check_round_ticks(0.0, 3.0, 6, true, "0 1 2 3");
    check_round_ticks(0.0, 1.0, 6, false, "0 0.2 0.4 0.6 0.8 1");
}

#[test]
fn negative_numbers_have_ticks_too() {
    check_round_ticks(-30.0, 20.0, 6, false, "-30 -20 -10 0 10 20");
    check_round_ticks(-1.0, 0.0, 6, true, "-2 -1 0");
}

#[test]
fn a_single_number_is_measured_from_zero() {
    check_round_ticks(8.0, 8.0, 6, true, "0 2 4 6 8");
    check_round_ticks(-8.0, -8.0, 6, true, "-8 -6 -4 -2 0");
    check_round_ticks(0.0, 0.0, 6, true, "0 1 2");
}

#[test]
fn one_and_a_million_million_share_an_axis() {
    check_round_ticks(
        0.0,
        1e12,
        6,
        true,
        "0 200000000000 400000000000 600000000000 800000000000 1000000000000",
    );
}

proptest! {
    #[test]
    fn ticks_enclose_whatever_they_are_for(a in any::<f64>(), b in any::<f64>(), most in 3..7_i64, whole: bool) {
        let ticks = round_ticks(a, b, most, whole);
        prop_assert!((3..=most).contains(&ticks.count()), "{ticks:?}");
        let (low, high) = ticks.domain();
        prop_assert!(low.is_finite() && high.is_finite() && low < high);
        for number in [a, b].into_iter().filter(|number| number.abs() < 1e290) {
            let slack = (high - low) * 1e-6 + number.abs() * 1e-6;
            prop_assert!(low - slack <= number && number <= high + slack, "{number} in {low}..{high}");
        }
    }
}

/// The labels of a time axis of this width, at 7 pixels a letter; a dot for a tick without.
fn check_ticks(first: &str, last: &str, width: f64, expected: &str) {
    let ticks = axis(day(first), day(last), width);
    let text = |tick: &DayTick| tick.text.as_ref().map_or("·".to_owned(), |said| said.text.clone());
    let texts: Vec<String> = ticks.iter().map(text).collect();
    assert_eq!(texts.join(" | "), expected, "{first} to {last} at {width}");
}

fn size(text: &str) -> f64 {
    text.chars().count() as f64 * 7.0
}

fn axis(first: Day, last: Day, width: f64) -> Vec<DayTick> {
    let scale = LinearScale { domain: (first.number().into(), last.number().into()), range: (0.0, width) };
    let fit = TickFit { scale: &scale, range: (0.0, width), gap: 10.0, width: &size };
    calendar_ticks(first, last, &English, &fit)
}

#[test]
fn a_week_is_cut_into_days() {
    check_ticks("2022-01-01", "2022-01-06", 600.0, "1 Jan 2022 | 2 Jan | 3 Jan | 4 Jan | 5 Jan | 6 Jan");
    check_ticks("2022-01-28", "2022-02-05", 400.0, "28 Jan 2022 | · | 1 Feb | 3 Feb | 5 Feb");
}

#[test]
fn weeks_start_on_mondays() {
    check_ticks("2022-01-08", "2022-02-15", 500.0, "10 Jan 2022 | 17 Jan | 24 Jan | 31 Jan | 7 Feb | 14 Feb");
    check_ticks("2022-01-06", "2022-03-25", 390.0, "10 Jan 2022 | · | 7 Feb | 21 Feb | 7 Mar | 21 Mar");
}

#[test]
fn the_first_day_of_another_year_says_so() {
    check_ticks("2022-12-24", "2023-01-17", 400.0, "26 Dec 2022 | 2 Jan 2023 | 9 Jan | 16 Jan");
}

#[test]
fn months_say_the_year_where_it_begins() {
    check_ticks("2022-01-25", "2022-05-14", 240.0, "Feb 2022 | Mar | Apr | May");
    check_ticks("2022-10-15", "2023-04-14", 400.0, "Nov 2022 | Dec | 2023 | Feb | Mar | Apr");
}

#[test]
fn a_month_that_comes_twice_is_told_apart_by_its_year() {
    check_ticks("2022-01-15", "2023-06-14", 600.0, "Apr 2022 | Jul 2022 | Oct 2022 | 2023 | Apr 2023");
    check_ticks("2021-12-15", "2023-12-14", 300.0, "2022 | Jul 2022 | 2023 | Jul 2023");
}

#[test]
fn the_second_and_the_last_label_yield_and_their_ticks_stay() {
    check_ticks("2022-01-08", "2022-02-25", 200.0, "10 Jan 2022 | · | 7 Feb | 21 Feb");
}

#[test]
fn years_are_thinned_out_by_ones_twos_and_fives() {
    check_ticks("2018-02-01", "2023-02-01", 300.0, "2019 | 2020 | 2021 | 2022 | 2023");
    check_ticks("2010-02-01", "2023-02-01", 300.0, "2012 | 2014 | 2016 | 2018 | 2020 | 2022");
    check_ticks("1889-02-01", "2023-02-01", 400.0, "1900 | 1920 | 1940 | 1960 | 1980 | 2000 | 2020");
}

#[test]
fn where_no_two_ticks_fit_the_first_and_the_last_day_are_named() {
    check_ticks("2022-01-11", "2022-01-16", 170.0, "11 Jan 2022 | 16 Jan 2022");
    check_ticks("2022-01-11", "2022-01-16", 100.0, "11 Jan 2022");
}

#[test]
fn every_step_is_longer_than_the_one_before() {
    let (first, last) = (day("0001-01-01"), day("9999-12-31"));
    let months: Vec<CalendarStep> =
        CALENDAR_STEPS.into_iter().filter(|step| matches!(step, CalendarStep::Months(120..))).collect();
    let counts: Vec<usize> = months.iter().map(|step| step.days_between(first, last).len()).collect();
    assert_eq!(counts, [999, 499, 199, 99, 49, 19, 9, 4, 1, 0]);
}

#[test]
fn the_end_of_the_calendar_is_an_end() {
    assert_eq!(
        CalendarStep::Days(7).days_between(Day::from_number(Day::MAX.number() - 8), Day::MAX).len(),
        1
    );
    assert_eq!(CalendarStep::Months(1).days_between(day("9999-11-15"), Day::MAX).len(), 1);
}

proptest! {
    #[test]
    fn labels_of_the_time_axis_never_touch_and_never_repeat(
        first in Day::MIN.number()..Day::MAX.number(), days in 1..200_000_i32, width in 30.0..1200.0_f64,
    ) {
        let ticks = axis(Day::from_number(first), Day::from_number(first.saturating_add(days)), width);
        let labels: Vec<_> = ticks.iter().filter_map(|tick| tick.text.as_ref()).collect();
        for pair in labels.windows(2) {
            let [left, right] = [&pair[0], &pair[1]];
            let gap = right.middle - size(&right.text) / 2.0 - left.middle - size(&left.text) / 2.0;
            prop_assert!(gap > 9.9, "{labels:?}");
        }
        let mut texts: Vec<&String> = labels.iter().map(|label| &label.text).collect();
        texts.sort();
        texts.dedup();
        prop_assert_eq!(texts.len(), labels.len());
        prop_assert!(width < 100.0 || !labels.is_empty());
    }
}
