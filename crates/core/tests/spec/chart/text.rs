//! How wide a text is.

use figure_tracker_core::chart::text::{fit_text, text_width};

fn check(text: &str, expected: f64) {
    assert!((text_width(text, 10.0) - expected).abs() < 1e-9, "{text}: {}", text_width(text, 10.0));
}

#[test]
fn a_width_is_the_sum_of_its_characters() {
    check("", 0.0);
    check("225", 18.0);
    check("1,000", 27.8);
    check("il", 6.0);
    check("MW", 19.2);
}

#[test]
fn full_width_characters_are_as_wide_as_high() {
    check("死者数", 30.0);
    check("😀", 14.0);
}

#[test]
fn combining_marks_and_controls_take_no_room() {
    check("e\u{301}\u{200f}", 5.8);
}

fn check_fit(text: &str, room: f64, expected: Option<&str>) {
    assert_eq!(fit_text(text, 10.0, room).as_deref(), expected, "{text}");
}

#[test]
fn a_text_that_fits_stays_whole() {
    check_fit("Protests begin", 80.0, Some("Protests begin"));
}

#[test]
fn a_text_is_cut_at_the_end_of_a_word() {
    check_fit("The commission, at last, reports", 115.0, Some("The commission, at…"));
    check_fit("The commission, at last, reports", 95.0, Some("The commission…"));
}

#[test]
fn a_long_word_is_cut_within() {
    check_fit("Untersuchungsausschuss", 80.0, Some("Untersuchung…"));
}

#[test]
fn where_hardly_anything_fits_nothing_is_left() {
    check_fit("Protests begin", 20.0, None);
}
