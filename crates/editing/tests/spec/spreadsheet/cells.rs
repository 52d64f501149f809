//! One cell at a time.

use super::{fresh, wrong};
use figure_tracker_core::dataset::raw::Figure;

/// What a row reports, in short.
fn short(figure: &Figure) -> String {
    let mut parts = Vec::new();
    let numbers = [("", &figure.value), ("low ", &figure.low), ("high ", &figure.high)];
    parts.extend(numbers.iter().filter_map(|(name, n)| n.as_ref().map(|n| format!("{name}{}", n.text))));
    parts.extend(figure.words.as_ref().map(|words| format!("{:?}", words.entries().next().unwrap().1)));
    let qualifier = serde_json::to_value(figure.qualifier).unwrap().as_str().unwrap().to_owned();
    parts.extend(Some(qualifier).filter(|q| q != "exact"));
    parts.join(" ")
}

/// Reads one cell of the column `value`.
#[track_caller]
fn value(cell: &str, expected: &str) {
    in_column("value", cell, expected);
}

#[track_caller]
fn in_column(column: &str, cell: &str, expected: &str) {
    let csv = format!("metric,url,{column}\nm,https://a.example/,\"{}\"\n", cell.replace('"', "\"\""));
    assert_eq!(short(&fresh(&csv).figures[0]), expected, "{cell}");
}

#[track_caller]
fn refused(column: &str, cell: &str, expected: &str) {
    let other = if column == "value" { "low" } else { "value" };
    let filled = if other == "value" { "1" } else { "" };
    let csv = format!(
        "metric,url,{column},{other}\nm,https://a.example/,\"{}\",{filled}\n",
        cell.replace('"', "\"\"")
    );
    assert_eq!(wrong(&csv).trim_end(), expected, "{cell}");
}

#[test]
fn numbers_are_read_as_people_type_them() {
    value("225", "225");
    value("0", "0");
    value("007", "7");
    value("-5", "-5");
    value("−5", "-5");
    value("+5", "5");
    value("4,500", "4500");
    value("4 500", "4500");
    value("4\u{a0}500", "4500");
    value("4\u{202f}500", "4500");
    value("4'500", "4500");
    value("1,234,567", "1234567");
    value("12,34,567", "1234567");
    value("1.234.567", "1234567");
    value("1,234.5", "1234.5");
    value("1.234,5", "1234.5");
    value("38.6", "38.6");
    value("38,6", "38.6");
    value("0.500", "0.500");
    value("0,500", "0.500");
    value(".5", "0.5");
    value("12.0", "12.0");
    value("1.2340", "1.234");
    value("12345678901234567890.123", "12345678901234567890.123");
}

#[test]
fn a_point_with_three_digits_behind_it_is_asked_about_unless_the_file_shows_what_it_is() {
    refused(
        "value",
        "4.500",
        "row 2, column value: `4.500` can be read in two ways; write `4500` or `4.5`, whichever is meant",
    );
    let values = |cells: &[&str]| -> Vec<String> {
        let rows: String = cells.iter().map(|cell| format!("m,https://a.example/,\"{cell}\"\n")).collect();
        let data = fresh(&format!("metric,url,value\n{rows}"));
        data.figures.iter().map(|figure| figure.value.clone().unwrap().text).collect()
    };
    assert_eq!(values(&["4.500", "38.6"]), ["4.500", "38.6"]);
    assert_eq!(values(&["4.500", "1.234.567"]), ["4500", "1234567"]);
    assert_eq!(values(&["4.500", "38,6"]), ["4500", "38.6"]);
    assert_eq!(values(&["4,500", "38,6"]), ["4.500", "38.6"]);
    assert_eq!(values(&["4,500", "38.6"]), ["4500", "38.6"]);
}

#[test]
fn numbers_in_the_digits_of_other_scripts_are_numbers() {
    value("٤٥٠٠", "4500");
    value("٤٬٥٠٠", "4500");
    value("٣٨٫٦", "38.6");
    value("۴۵۰۰", "4500");
    value("४५००", "4500");
    value("４５００", "4500");
    value("\u{200f}225\u{200f}", "225");
}

#[test]
fn words_for_powers_of_ten_are_multiplied_without_losing_a_digit() {
    value("38.6 bn", "38600000000");
    value("37.5 billion", "37500000000");
    value("1.2m", "1200000");
    value("5k", "5000");
    value("0.1 trn", "100000000000");
    value("3 Mio.", "3000000");
    value("12 тыс.", "12000");
    value("1,5 млрд", "1500000000");
    value("2 lakh", "200000");
    value("3万", "30000");
    value("123456789.123456789 bn", "123456789123456789");
}

#[test]
fn a_word_or_sign_beside_a_number_says_how_exact_it_is() {
    value("≈2,000", "2000 about");
    value("~2000", "2000 about");
    value("ca. 2000", "2000 about");
    value("about 2,000", "2000 about");
    value("almost 300", "300 almost");
    value("nearly 300", "300 almost");
    value(">4,500", "4500 more_than");
    value("more than 4,500", "4500 more_than");
    value("More than 4,500", "4500 more_than");
    value("over 4,500", "4500 more_than");
    value("≥10", "10 at_least");
    value(">= 10", "10 at_least");
    value("at least 10", "10 at_least");
    value("10+", "10 at_least");
    value("10 or more", "10 at_least");
    value("<10", "10 less_than");
    value("fewer than 10", "10 less_than");
    value("no more than 10", "10 at_most");
    value("up to 1.2m", "1200000 up_to");
    value("более 4500", "4500 more_than");
    value("не менее 10", "10 at_least");
    value("4500-ден астам", "4500 more_than");
    value("4500 астам", "4500 more_than");
    value("etwa 50", "50 about");
    value("حوالي ٢٠٠", "200 about");
    value("כ-200", "200 about");
    value("约200", "200 about");
}

#[test]
fn a_range_is_two_ends_and_no_middle() {
    value("10-14", "low 10 high 14");
    value("10–14", "low 10 high 14");
    value("10 - 14", "low 10 high 14");
    value("10 to 14", "low 10 high 14");
    value("between 10 and 14", "low 10 high 14");
    value("-5-3", "low -5 high 3");
    value("10-14 million", "low 10000000 high 14000000");
    value("900k-1.2m", "low 900000 high 1200000");
    refused(
        "value",
        "14-10",
        "row 2, column value: `14-10` is a range whose lower end is above its upper end; write the lower end first",
    );
    refused(
        "value",
        "about 10-14",
        "row 2, column value: `about 10-14` is a range with a qualifier; a range says itself how exact it is: leave the word out",
    );
}

#[test]
fn words_stay_words_and_numbers_among_them_become_numbers() {
    in_column("words", "dozens", "\"dozens\"");
    in_column("words", "more than a dozen", "\"more than a dozen\"");
    in_column("words", "several thousand", "\"several thousand\"");
    in_column("words", "more than 4,500", "4500 more_than");
    in_column("words", "10 to 14", "low 10 high 14");
    in_column("words", "ондаған", "\"ондаған\"");
    value("dozens", "\"dozens\"");
    value("no report", "\"no report\"");
    value("бірнеше жүз", "\"бірнеше жүз\"");
}

#[test]
fn words_beside_a_value_qualify_it_where_they_only_say_that() {
    let both = |value: &str, words: &str, expected: &str| {
        let csv = format!("metric,url,value,words\nm,https://a.example/,\"{value}\",\"{words}\"\n");
        assert_eq!(short(&fresh(&csv).figures[0]), expected, "{value} {words}");
    };
    both("4500", "more than", "4500 more_than");
    both("4500", "more than 4,500", "4500 more_than");
    both("4500", "at least", "4500 at_least");
    both("4500", "almost all of them", "4500 \"almost all of them\"");
    both("4500", "more than 4,000", "4500 \"more than 4,000\"");
}

#[test]
fn what_is_no_number_is_refused_with_what_would_be_right() {
    refused(
        "value",
        "n/a",
        "row 2, column value: `n/a` is no number; leave the row out; if the document says that there is no number, \
         say so in `words`, such as \"no report\"",
    );
    refused(
        "value",
        "12,34,5",
        "row 2, column value: `12,34,5` is not a number; write digits, and a point before a fraction, like `4500` or `38.6`",
    );
    refused(
        "value",
        "5 10",
        "row 2, column value: `5 10` is not a number; write digits, and a point before a fraction, like `4500` or `38.6`",
    );
    refused(
        "value",
        "225 people",
        "row 2, column value: `225 people` is not a number; write the number alone, `225`; `people` belongs into `unit`, `words` or `note`",
    );
    refused(
        "value",
        "$5",
        "row 2, column value: `$5` can be in one of several currencies; write the code of the currency into `unit`: one of `USD`, `AUD`, `CAD`, `NZD`, `HKD`, `SGD`, `MXN`, `ARS`, `CLP`, `COP`, `TWD`",
    );
    refused(
        "qualifier",
        "abuot",
        "row 2, column qualifier: `abuot` is not a qualifier; did you mean `about`?",
    );
    refused("status", "disputd", "row 2, column status: `disputd` is not a status; did you mean `disputed`?");
    refused(
        "archived_url",
        "web.example.org/x",
        "row 2, column archived_url: `web.example.org/x` is not a web address; write `https://web.example.org/x`",
    );
    refused(
        "archived_url",
        "javascript:alert(1)",
        "row 2, column archived_url: `javascript:alert(1)` is not a web address; an address begins with `https://` or `http://` and has no spaces",
    );
}

#[test]
fn the_ends_of_a_range_and_the_value_agree() {
    let row = |value: &str, low: &str, high: &str, qualifier: &str| {
        wrong(&format!(
            "metric,url,value,low,high,qualifier\nm,https://a.example/,{value},{low},{high},{qualifier}\n"
        ))
    };
    assert_eq!(row("12", "10", "14", ""), "");
    assert_eq!(row("10-14", "10", "14", ""), "");
    assert_eq!(
        row("", "14", "10", ""),
        "row 2, column low: `low` is above `high`; write the lower end of the range into `low`\n"
    );
    assert_eq!(row("15", "10", "14", ""), "row 2, column value: `value` is outside of `low` and `high`\n");
    assert_eq!(
        row("10-14", "11", "14", ""),
        "row 2, column low: `11` is not the end of the range in `value`; keep one of the two\n"
    );
    assert_eq!(
        row("", "10", "14", "about"),
        "row 2, column qualifier: a range has no qualifier; leave the qualifier out, or give the number it belongs to as `value`\n"
    );
    assert_eq!(
        row("about 5", "", "", "more than"),
        "row 2, column value: `about` is not what `qualifier` says; keep one of the two\n"
    );
}

#[test]
fn dates_are_edtf_or_can_mean_one_thing_only() {
    let said = |cell: &str| {
        fresh(&format!("metric,url,value,said_on\nm,https://a.example/,1,\"{cell}\"\n")).figures[0]
            .said
            .clone()
    };
    for (cell, expected) in [
        ("2022-01-15", "2022-01-15"),
        ("2022-01", "2022-01"),
        ("2022", "2022"),
        ("2022-01-14?", "2022-01-14?"),
        ("2022-01~", "2022-01~"),
        ("../2022-01-15", "../2022-01-15"),
        ("2022-01-10/2022-01-14", "2022-01-10/2022-01-14"),
        ("15 January 2022", "2022-01-15"),
        ("15 Jan 2022", "2022-01-15"),
        ("January 15, 2022", "2022-01-15"),
        ("15th January 2022", "2022-01-15"),
        ("January 2022", "2022-01"),
        ("Sept 2022", "2022-09"),
        ("15.01.2022", "2022-01-15"),
        ("1.2.2022", "2022-02-01"),
        ("2022/1/5", "2022-01-05"),
        ("1/15/2022", "2022-01-15"),
        ("15/1/2022", "2022-01-15"),
        ("٢٠٢٢-٠١-١٥", "2022-01-15"),
    ] {
        assert_eq!(said(cell).as_deref(), Some(expected), "{cell}");
    }
    assert_eq!(said(""), None);
}

#[test]
fn a_date_that_can_mean_two_days_is_refused_with_both() {
    let row = |cell: &str| wrong(&format!("metric,url,value,said_on\nm,https://a.example/,1,{cell}\n"));
    let column =
        "format the column as `YYYY-MM-DD` in the spreadsheet, so that day, month and year can't be mixed up";
    let hint = "a date is written like `2022-01-15`, `2022-01` or `2022`; `?` behind it says that it was inferred, `~` that it is approximate";
    assert_eq!(
        row("1/2/2022"),
        format!(
            "row 2, column said_on: `1/2/2022` is not a date: write `2022-02-01` or `2022-01-02`, whichever is meant; {column}\n"
        )
    );
    assert_eq!(
        row("2022-02-30"),
        format!("row 2, column said_on: `2022-02-30` is not a day: February 2022 has 28 days; {hint}\n")
    );
    assert_eq!(
        row("13.13.2022"),
        format!(
            "row 2, column said_on: `13.13.2022` is not a date: write it like `2022-01-15`, `2022-01` or `2022`; {column}\n"
        )
    );
}

#[test]
fn units_are_words_codes_and_percent() {
    let unit = |cell: &str, value: &str| {
        let data = fresh(&format!("metric,url,value,unit\nm,https://a.example/,{value},\"{cell}\"\n"));
        let unit = serde_json::to_string(&data.units[0]).unwrap();
        format!("{unit} {}", short(&data.figures[0]))
    };
    assert_eq!(unit("people", "5"), r#"{"id":"people","label":"people"} 5"#);
    assert_eq!(unit("адам", "5"), r#"{"id":"адам","label":"адам"} 5"#);
    assert_eq!(unit("USD", "5"), r#"{"id":"usd","currency":"USD"} 5"#);
    assert_eq!(unit("USD bn", "38.6"), r#"{"id":"usd","currency":"USD"} 38600000000"#);
    assert_eq!(unit("USD, billions", "38.6"), r#"{"id":"usd","currency":"USD"} 38600000000"#);
    assert_eq!(unit("million EUR", "1.5"), r#"{"id":"eur","currency":"EUR"} 1500000"#);
    assert_eq!(unit("€ m", "1.5"), r#"{"id":"eur","currency":"EUR"} 1500000"#);
    assert_eq!(unit("USD bn", "38.6 bn"), r#"{"id":"usd","currency":"USD"} 38600000000"#);
    assert_eq!(unit("USD", "$38.6bn"), r#"{"id":"usd","currency":"USD"} 38600000000"#);
    assert_eq!(unit("", "€38.6bn"), r#"{"id":"eur","currency":"EUR"} 38600000000"#);
    assert_eq!(unit("", "KZT 5m"), r#"{"id":"kzt","currency":"KZT"} 5000000"#);
    assert_eq!(unit("%", "12.5"), r#"{"id":"percent","percent":true} 12.5"#);
    assert_eq!(unit("percent", "12%"), r#"{"id":"percent","percent":true} 12"#);
    assert_eq!(unit("", "12 %"), r#"{"id":"percent","percent":true} 12"#);
    assert_eq!(unit("all", "5"), r#"{"id":"all","label":"all"} 5"#);
    assert_eq!(unit("", "5"), r#"{"id":"m","label":"m"} 5"#);
}

#[test]
fn units_that_do_not_agree_are_refused() {
    let row = |cell: &str, value: &str| {
        wrong(&format!("metric,url,value,unit\nm,https://a.example/,{value},{cell}\n"))
    };
    assert_eq!(
        row("people", "12%"),
        "row 2, column value: `12%` is in another unit than `unit` says; keep the one that is right\n"
    );
    assert_eq!(
        row("EUR", "$5"),
        "row 2, column value: `$5` is in another unit than `unit` says; keep the one that is right\n"
    );
    assert_eq!(
        row("USD bn", "5m"),
        "row 2, column value: `5m` is scaled differently from `unit`; write the thousands, millions or billions in one of the two cells\n"
    );
    assert!(
        row("$", "5").starts_with("row 2, column unit: `$` can be one of several currencies; write the code")
    );
    let rows = |second: &str| {
        wrong(&format!(
            "metric,url,value,unit\nm,https://a.example/,5,USD bn\nm,https://a.example/2,5,{second}\n"
        ))
    };
    assert_eq!(rows("USD m"), "");
    assert_eq!(
        rows("EUR"),
        "row 3, column unit: `unit` is `EUR`, but `USD` in row 2 of the same metric; a metric has one; write the same in all of its rows, or leave it empty in all but one\n"
    );
    assert_eq!(
        rows(""),
        "row 3, column unit: `unit` is empty beside a number; row 2 gives this metric in another scale: write the unit in every row\n"
    );
}
