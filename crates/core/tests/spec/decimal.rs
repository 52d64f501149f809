//! Decimals: what is written is kept, and what is added is exact.

use figure_tracker_core::decimal::{Decimal, DecimalError};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn a_number_is_written_as_it_was_read() {
    for text in ["0", "-1", "12.0", "0.000000000001", "999999999999999999999999.999999999999", "-0.50"] {
        assert_eq!(decimal(text).to_string(), text);
    }
}

#[test]
fn an_exponent_is_worked_into_the_digits_of_a_json_number_only() {
    for (json, plain) in
        [("1e3", "1000"), ("1.5E+1", "15"), ("12e-3", "0.012"), ("0e40", "0"), ("-1.20e1", "-12.0")]
    {
        assert_eq!(Decimal::parse_json_number(json).unwrap().to_string(), plain);
        assert_eq!(Decimal::parse(json), Err(DecimalError::NotANumber));
    }
}

#[test]
fn a_zero_has_no_sign() {
    assert_eq!(decimal("-0").to_string(), "0");
    assert_eq!(decimal("-0.0").to_string(), "0.0");
}

#[test]
fn what_is_not_written_like_a_json_number_is_refused() {
    for text in [
        "", "-", "+1", ".5", "1.", "007", "1,000", "1 000", "0x10", "١٢", "NaN", "1e", "1.e3", "--1", "1.2.3",
    ] {
        assert_eq!(Decimal::parse_json_number(text), Err(DecimalError::NotANumber), "{text}");
    }
}

#[test]
fn too_many_digits_are_refused_and_never_rounded() {
    let long = "1".repeat(50);
    for text in
        ["1234567890123456789012345", "0.1234567890123", "1e24", "1e-13", "1e41", "1e99999999999", &long]
    {
        assert_eq!(Decimal::parse_json_number(text), Err(DecimalError::TooManyDigits), "{text}");
    }
}

#[test]
fn numbers_compare_by_value_across_scales() {
    let mut numbers =
        ["1.05", "-3", "1.1", "1.050", "999999999999999999999999", "-3.000000000001"].map(decimal);
    numbers.sort();
    let sorted = ["-3.000000000001", "-3", "1.05", "1.050", "1.1", "999999999999999999999999"];
    assert_eq!(numbers.map(|number| number.to_string()), sorted);
    assert_eq!(decimal("1.05"), decimal("1.050"));
}

#[test]
fn a_sum_beyond_64_bits_is_exact() {
    let sum = decimal("9223372036854775807.000001").checked_add(decimal("9223372036854775807"));
    assert_eq!(sum.unwrap().to_string(), "18446744073709551614.000001");
}

#[test]
fn a_sum_out_of_reach_is_none() {
    let most = Decimal::new(i128::MAX, 0).unwrap();
    assert_eq!(most.checked_add(Decimal::from(1)), None);
    assert_eq!(Decimal::new(i128::MIN, 0).unwrap().checked_neg(), None);
}

#[test]
fn a_number_that_a_double_would_spoil_is_written_as_a_string() {
    let json = |text| serde_json::to_string(&decimal(text)).unwrap();
    assert_eq!(json("12.0"), "12.0");
    assert_eq!(json("9007199254740992"), "9007199254740992");
    assert_eq!(json("9007199254740993"), "\"9007199254740993\"");
    assert_eq!(json("1200000000000000000"), "1200000000000000000");
    assert_eq!(json("0.1234567890123456".split_at(14).0), "0.123456789012");
    assert_eq!(json("1234567.123456789"), "\"1234567.123456789\"");
}

#[test]
fn a_number_is_read_from_a_json_number_or_a_string() {
    let read = |json| serde_json::from_str::<Decimal>(json).map(|number| number.to_string());
    assert_eq!(read("12.0").unwrap(), "12.0");
    assert_eq!(read("\"12345678901234567890\"").unwrap(), "12345678901234567890");
    assert_eq!(read("\"\\u0031\"").unwrap(), "1");
    for json in ["true", "[1]", "{}", "\"1e3\"", "\"dozens\""] {
        assert!(read(json).is_err(), "{json}");
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same(coefficient in -10_i128.pow(24) + 1..10_i128.pow(24), scale in 0_u32..=12) {
        let number = Decimal::new(coefficient, scale).unwrap();
        let json = serde_json::to_string(&number).unwrap();
        let read: Decimal = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read.coefficient(), coefficient);
        prop_assert_eq!(read.scale(), scale);
    }

    #[test]
    fn what_is_added_can_be_taken_away(a in any::<i64>(), b in any::<i64>(), a_scale in 0_u32..=12, b_scale in 0_u32..=12) {
        let (a, b) = (Decimal::new(a.into(), a_scale).unwrap(), Decimal::new(b.into(), b_scale).unwrap());
        let sum = a.checked_add(b).unwrap();
        prop_assert_eq!(sum.checked_sub(b), Some(a));
        prop_assert_eq!(sum.cmp(&a), b.signum().cmp(&0));
    }

    #[test]
    fn nothing_panics_on_any_text(text in ".{0,60}") {
        _ = Decimal::parse_json_number(&text);
    }
}
