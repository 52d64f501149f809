//! What a cell shows is what is taken: the number format tells a month from its first day, percent from a number, and what
//! billions are.

use super::parts::{XlsxParts, header, inline, xlsx};
use super::{fresh, short, wrong};

/// A workbook with one row whose `value` and `said_on` are numbers, each in a format.
fn workbook(properties: &str, value: (&str, &str), said: (&str, &str)) -> Vec<u8> {
    let rows = header(&["metric", "value", "said_on", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2" s="1"><v>{}</v></c><c r="C2" s="2"><v>{}</v></c>{}</row>"#,
            inline("A2", "m"),
            value.0,
            said.0,
            inline("D2", "Courier")
        );
    xlsx(&XlsxParts { properties, formats: &[value.1, said.1], rows: &rows, ..XlsxParts::default() })
}

#[track_caller]
fn dated(serial: &str, format: &str, is: &str) {
    assert_eq!(
        short(&fresh(&workbook("", ("1", "General"), (serial, format)))),
        [format!("1 {is}")],
        "{format}"
    );
}

#[track_caller]
fn shown(number: &str, format: &str, is: &str) {
    let data = fresh(&workbook("", (number, format), ("44562", "yyyy")));
    assert_eq!(short(&data), [format!("{is} 2022")], "{number} as {format}");
}

#[test]
fn a_date_is_as_precise_as_its_format() {
    dated("44562", "yyyy-mm-dd", "2022-01-01");
    dated("44562", "mmm-yy", "2022-01");
    dated("44562", "[$-419]mmmm\\ yyyy;@", "2022-01");
    dated("44562", "mm/yyyy", "2022-01");
    dated("44562", "yyyy", "2022");
    dated("44562", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2022-01-01");
    dated("44562", "d\\.m\\.yy;@", "2022-01-01");
    dated("44562", "yyyy\\-mm\\-dd\\ hh:mm", "2022-01-01");
    dated("44562.000001", "yyyy\\-mm\\-dd\\ hh:mm", "2022-01-01");
    dated("61", "yyyy-mm-dd", "1900-03-01");
    dated("59", "yyyy-mm-dd", "1900-02-28");
    dated("2958465", "yyyy-mm-dd", "9999-12-31");
}

#[test]
fn dates_of_a_workbook_that_counts_from_1904_are_read() {
    let bytes = workbook(r#"date1904="1""#, ("1", "General"), ("43100", "yyyy-mm-dd"));
    assert_eq!(short(&fresh(&bytes)), ["1 2022-01-01"]);
}

#[test]
fn a_time_of_day_is_refused_with_the_day() {
    let said = wrong(&workbook("", ("1", "General"), ("44562.5", "yyyy-mm-dd hh:mm")));
    assert!(
        said.contains("`2022-01-01 12:00:00` has a time of day: write the day only, `2022-01-01`"),
        "{said}"
    );
}

#[test]
fn a_serial_number_without_format_is_named() {
    let said = wrong(&workbook("", ("1", "General"), ("44562", "General")));
    assert!(
        said.contains("`44562` is the serial number that a spreadsheet program keeps for a day"),
        "{said}"
    );
    assert!(said.contains("write `2022-01-01` or `2026-01-02`, whichever is meant"), "{said}");
}

#[test]
fn a_date_without_year_is_refused() {
    let said = wrong(&workbook("", ("1", "General"), ("44562", "d-mmm")));
    assert!(said.contains("`1-Jan` has no year of four digits"), "{said}");
}

#[test]
fn what_a_program_made_a_date_is_no_number() {
    for format in ["d-mmm", "yyyy-mm-dd", "d/m/yyyy"] {
        let said = wrong(&workbook("", ("44848", format), ("44562", "yyyy")));
        assert!(said.contains("is a date, not a number"), "{format}: {said}");
    }
}

#[test]
fn percent_and_powers_of_a_thousand_are_taken_as_shown() {
    let data = fresh(&workbook("", ("0.075", "0.0%"), ("44562", "yyyy")));
    assert_eq!((short(&data), data.units[0].percent), (vec!["7.5 2022".to_owned()], Some(true)));
    shown("38600000000", r#"0.0,,," bn""#, "38600000000");
    shown("38.6", r#"0.0" bn""#, "38600000000");
    shown("38600000000", "0.0,,,", "38600000000");
    shown("1234567", "#,##0", "1234567");
    shown("1500", r#"[>=1000000]0.0,,"M";[>=1000]0.0,"K";0"#, "1500");
    shown("2500000", r#"[>=1000000]0.0,,"M";[>=1000]0.0,"K";0"#, "2500000");
    shown("0", r#"_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)"#, "0");
    shown("-136.7", "#,##0.0_);(#,##0.0)", "-136.7");
    shown("0.001", "0.00E+00", "0.001");
    shown("38.125", "General", "38.125");
    shown("0.1", "General", "0.1");
    shown("0.30000000000000004", "General", "0.3");
}

#[test]
fn a_currency_in_the_format_is_the_unit() {
    let data = fresh(&workbook("", ("38.6", r#"#,##0.0\ [$€-407]"#), ("44562", "yyyy")));
    assert_eq!(data.units[0].currency.as_deref(), Some("EUR"));
    let said = wrong(&workbook("", ("38.6", "\"$\"#,##0.0"), ("44562", "yyyy")));
    assert!(said.contains("can be in one of several currencies"), "{said}");
}

#[test]
fn digits_that_a_cell_does_not_show_are_kept_and_named() {
    let bytes = workbook("", ("0.0753", "0%"), ("44562", "yyyy"));
    assert_eq!(short(&fresh(&bytes)), ["7.53 2022"]);
    assert_eq!(
        wrong(&bytes),
        "sheet Counts, row 2, column value: the cell holds more digits than it shows; it is taken with all of them; where fewer are meant, type those\n"
    );
}

#[test]
fn a_format_that_names_another_power_of_ten_is_refused() {
    let said = wrong(&workbook("", ("38600000000", r#"0.0,,," million""#), ("44562", "yyyy")));
    assert!(
        said.contains("the number format writes `38.6 million`, and the cell holds `38600000000`; let the format name the power of ten"),
        "{said}"
    );
}

#[test]
fn numbers_say_nothing_about_the_separators_of_typed_texts() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>38.6</v></c>{}</row><row r="3">{}{}{}</row>"#,
            inline("A2", "m"),
            inline("C2", "Courier"),
            inline("A3", "n"),
            inline("B3", "4.500"),
            inline("C3", "Courier")
        );
    let said = wrong(&xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() }));
    assert!(said.starts_with("sheet Counts, row 3, column value: `4.500` can be read in two ways"), "{said}");
}
