//! One cell at a time.

use super::{fresh, wrong};
use figure_tracker_core::dataset::format::Figure;

/// What a row reports, in short.
fn short(figure: &Figure) -> String {
    let mut parts = Vec::new();
    let numbers = [("", &figure.value), ("low ", &figure.low), ("high ", &figure.high)];
    parts.extend(numbers.iter().filter_map(|(name, n)| n.map(|n| format!("{name}{n}"))));
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
        data.figures.iter().map(|figure| figure.value.unwrap().to_string()).collect()
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
}

#[test]
fn a_range_of_mixed_scales_is_read_where_it_can_mean_one_thing() {
    value("500,000–2 million", "low 500000 high 2000000");
    value("1,000–2 million", "low 1000 high 2000000");
    value("200,000–2,000,000", "low 200000 high 2000000");
    value("2–5 million", "low 2000000 high 5000000");
    refused(
        "value",
        "900-1 million",
        "row 2, column value: `900-1 million` can be read in two ways: only one end has a scale; write the thousands, millions or billions at both ends",
    );
    let data = fresh("metric,url,value\nm,https://a.example/,\"US$900,000–US$1.2 million\"\n");
    assert_eq!(short(&data.figures[0]), "low 900000 high 1200000");
    assert_eq!(data.units[0].currency.as_deref(), Some("USD"));
}

#[test]
fn a_qualifier_before_or_behind_a_range_is_kept() {
    value("about 10-14", "low 10 high 14 about");
    value("~50,000–80,000", "low 50000 high 80000 about");
    value("10,000–15,000+", "low 10000 high 15000 at_least");
    value("~2–5 million", "low 2000000 high 5000000 about");
    in_column("words", "about 10 to 14", "low 10 high 14 about");
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
        "row 2, column archived_url: `web.example.org/x` has no `https://`; it is taken as `https://web.example.org/x`",
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
    assert_eq!(row("", "10", "14", "about"), "");
    assert_eq!(
        row("", "about 10", "14", ""),
        "row 2, column low: `about` stands at one end of a range; write it into `qualifier`\n"
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
        assert_eq!(said(cell).map(|date| date.to_string()).as_deref(), Some(expected), "{cell}");
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
    assert_eq!(unit("USD bn", "38.6"), r#"{"id":"usd-bn","currency":"USD","scale":"bn"} 38600000000"#);
    assert_eq!(
        unit("USD, billions", "38.6"),
        r#"{"id":"usd-billions","currency":"USD","scale":"billions"} 38600000000"#
    );
    assert_eq!(
        unit("million EUR", "1.5"),
        r#"{"id":"eur-million","currency":"EUR","scale":"million"} 1500000"#
    );
    assert_eq!(unit("€ m", "1.5"), r#"{"id":"eur-m","currency":"EUR","scale":"m"} 1500000"#);
    assert_eq!(unit("USD bn", "38.6 bn"), r#"{"id":"usd-bn","currency":"USD","scale":"bn"} 38600000000"#);
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

/// What is said of one cell of the column `value`.
fn said_of(cell: &str) -> String {
    let csv = format!("metric,url,value\nm,https://a.example/,\"{}\"\n", cell.replace('"', "\"\""));
    wrong(&csv).trim_end().replace("row 2, column value: ", "")
}

#[test]
fn accounts_and_spreadsheet_programs_write_numbers_their_own_way() {
    value("(136.7)", "-136.7");
    value("−136.7", "-136.7");
    value("'225", "225");
    value("\"225\"", "225");
    value("=\"225\"", "225");
    value("1,23,456", "123456");
    value("1’205.50", "1205.50");
    value("48.21 lakh crore", "48210000000000");
    value("1.2万亿", "1200000000000");
    value("逾100", "100 more_than");
    let data = fresh("metric,url,value\nm,https://a.example/,₹48.21 lakh crore\n");
    assert_eq!((short(&data.figures[0]).as_str(), data.units[0].id.as_str()), ("48210000000000", "inr"));
    let data = fresh("metric,unit,url,value\nm,USD,https://a.example/,\"$(1,200)\"\n");
    assert_eq!(short(&data.figures[0]), "-1200");
}

#[test]
fn help_names_a_number_only_where_it_is_the_number_of_the_cell() {
    let alone = "is not a number; write the number alone, in digits; what was said in words goes into `words`, what else is to be known into `note`";
    for cell in [
        "3 dozen",
        "225 or 226",
        "1/2",
        "3万5千",
        "150 million (thousand)",
        "~60–90 per year",
        "minus half 5",
    ] {
        assert_eq!(said_of(cell), format!("`{cell}` {alone}"), "{cell}");
    }
    for (cell, number, other) in [
        ("200-300 people", "200-300", "`people` belongs into `unit`, `words` or `note`"),
        ("約100人", "約100", "`人` belongs into `unit`, `words` or `note`"),
        ("100人以上", "100以上", "`人` belongs into `unit`, `words` or `note`"),
        ("dead: 225", "225", "`dead` belongs into `unit`, `words` or `note`"),
        ("1,205 (official)", "1,205", "`(official)` belongs into `note`"),
        (
            "8,000+ (every cause, Mar 2031–Jun 2031)",
            "8,000+",
            "`(every cause, Mar 2031–Jun 2031)` belongs into `note`",
        ),
        ("1,205*", "1,205", "`*` is a footnote mark: its text belongs into `note`"),
        ("1,205[3]", "1,205", "`[3]` is a footnote mark: its text belongs into `note`"),
        ("1,205¹", "1,205", "`¹` is a footnote mark: its text belongs into `note`"),
    ] {
        let expected = format!("`{cell}` is not a number; write the number alone, `{number}`; {other}");
        assert_eq!(said_of(cell), expected, "{cell}");
    }
    for cell in ["150 (est.)+", "150+ (est.)", "5-", "136.7-"] {
        assert!(
            !said_of(cell).split_once("; ").unwrap().1.contains(|letter: char| letter.is_ascii_digit()),
            "{cell}"
        );
    }
}

#[test]
fn what_a_spreadsheet_program_made_of_a_number_is_named() {
    assert_eq!(
        said_of("3.6E+07"),
        "`3.6E+07` is in scientific notation; a spreadsheet program writes so what is wider than its column, and leaves out digits: \
         show the column as plain numbers and save again, or write `36000000` if that is the whole number"
    );
    for date in ["14-Oct", "Oct-14", "1-Feb"] {
        assert!(
            said_of(date).starts_with(&format!("`{date}` is a date, not a number; ")),
            "{}",
            said_of(date)
        );
    }
    assert_eq!(
        said_of("########"),
        "`########` is what a spreadsheet program shows where the column is too narrow for the content; widen the column in the spreadsheet and save again"
    );
    assert_eq!(
        said_of("#REF!"),
        "`#REF!` is the error of a formula; mend the formula in the spreadsheet, or write its value"
    );
    assert_eq!(
        said_of("=A1+B1"),
        "`=A1+B1` is a formula, not its value; save the sheet with values in place of formulas"
    );
}

#[test]
fn a_season_is_read_and_a_winter_of_two_years_refused() {
    let said = |cell: &str| {
        let csv = format!("metric,url,value,said_on\nm,https://a.example/,1,{cell}\n");
        fresh(&csv).figures[0].said.as_ref().unwrap().to_string()
    };
    assert_eq!(said("spring 2022"), "2022-21");
    assert_eq!(said("Summer 2022"), "2022-22");
    assert_eq!(said("autumn 2022"), "2022-23");
    assert_eq!(said("Fall 2022"), "2022-23");
    assert_eq!(said("2022-24"), "2022-24");
    assert_eq!(
        said_of_date("winter 2022"),
        "`winter 2022` is a winter, which lies in two years; write `2021-12/2022-02` or `2022-12/2023-02`, whichever is meant"
    );
}

#[test]
fn months_seasons_and_parts_in_every_language_of_the_interface_are_refused_with_what_they_could_mean() {
    let months = [
        "March 2022",
        "März 2022",
        "mars 2022",
        "marzo de 2022",
        "março de 2022",
        "март 2022",
        "березень 2022",
        "наурыз 2022",
        "Mart 2022",
        "مارس 2022",
    ];
    for month in &months[1..] {
        assert!(said_of_date(month).ends_with("write `2022-03`"), "{month}: {}", said_of_date(month));
    }
    for part in [
        "early March 2022",
        "Anfang März 2022",
        "début mars 2022",
        "principios de marzo de 2022",
        "início de março de 2022",
        "начало марта 2022",
        "початок березня 2022",
        "2022 наурыздың басы",
        "Mart 2022 başı",
        "أوائل مارس 2022",
    ] {
        assert!(
            said_of_date(part).contains("such as `2022-03-01/2022-03-10`"),
            "{part}: {}",
            said_of_date(part)
        );
    }
    for part in [
        "mid March 2022",
        "Mitte März 2022",
        "mi-mars 2022",
        "mediados de marzo de 2022",
        "meados de março de 2022",
        "середина марта 2022",
        "середина березня 2022",
        "2022 наурыздың ортасы",
        "Mart 2022 ortası",
        "منتصف مارس 2022",
    ] {
        assert!(
            said_of_date(part).contains("such as `2022-03-11/2022-03-20`"),
            "{part}: {}",
            said_of_date(part)
        );
    }
    for part in [
        "late March 2022",
        "Ende März 2022",
        "fin mars 2022",
        "finales de marzo de 2022",
        "fim de março de 2022",
        "конец марта 2022",
        "кінець березня 2022",
        "2022 наурыздың соңы",
        "Mart 2022 sonu",
        "أواخر مارس 2022",
    ] {
        assert!(
            said_of_date(part).contains("such as `2022-03-21/2022-03-31`"),
            "{part}: {}",
            said_of_date(part)
        );
    }
    for year in ["early 2022", "Anfang 2022", "начало 2022", "на початку 2022"] {
        assert!(said_of_date(year).contains("such as `2022-01/2022-04`, or the year, `2022`"), "{year}");
    }
    for season in [
        "Herbst 2022",
        "automne 2022",
        "otoño de 2022",
        "outono de 2022",
        "осень 2022",
        "осінь 2022",
        "2022 күз",
        "2022 sonbahar",
        "خريف 2022",
    ] {
        assert!(said_of_date(season).ends_with("write `2022-23`"), "{season}: {}", said_of_date(season));
    }
}

/// What is said of one cell of the column `said_on`.
fn said_of_date(cell: &str) -> String {
    let csv = format!("metric,url,value,said_on\nm,https://a.example/,1,{cell}\n");
    wrong(&csv).trim_end().replace("row 2, column said_on: ", "")
}

#[test]
fn a_chinese_date_is_refused_with_the_days_it_could_mean() {
    for (cell, right) in [
        ("2031年3月19日", "write `2031-03-19`"),
        ("2031年三月", "write `2031-03`"),
        (
            "2031年3月初",
            "write the days that are meant, such as `2031-03-01/2031-03-10`, or the month, `2031-03`",
        ),
        ("2031年底", "write the months that are meant, such as `2031-09/2031-12`, or the year, `2031`"),
        ("2031年春季", "write `2031-21`"),
        ("2031年冬天", "write `2030-12/2031-02` or `2031-12/2032-02`, whichever is meant"),
    ] {
        let said = said_of_date(cell);
        assert!(said.starts_with(&format!("`{cell}` ")) && said.ends_with(right), "{said}");
    }
}

#[test]
fn a_date_in_words_is_refused_with_the_days_it_could_mean() {
    assert_eq!(said_of_date("15 March 2031"), "");
    assert_eq!(said_of_date("20310316"), "");
    assert_eq!(
        said_of_date("early March 2031"),
        "`early March 2031` names no day and no month exactly; write the days that are meant, such as `2031-03-01/2031-03-10`, or the month, `2031-03`"
    );
    assert_eq!(
        said_of_date("19 mars 2031"),
        "`19 mars 2031` is not a date: months are read by their English names; write `2031-03-19`"
    );
    assert_eq!(
        said_of_date("15-Mar-31"),
        "`15-Mar-31` has a year of two digits; write `2031-03-15` or `1931-03-15`, whichever is meant"
    );
    assert_eq!(
        said_of_date("Mar-31"),
        "`Mar-31` has no year of four digits; write the day `YYYY-03-31` with its year or `2031-03` or `1931-03`, whichever is meant"
    );
    assert_eq!(
        said_of_date("48289"),
        "`48289` is the serial number that a spreadsheet program keeps for a day, counted from 1900 or from 1904; \
         format the column as `YYYY-MM-DD` in the spreadsheet and save again, or write `2032-03-16` or `2036-03-17`, whichever is meant"
    );
    assert_eq!(
        said_of_date("#########"),
        "`#########` is what a spreadsheet program shows where the column is too narrow for the content; widen the column in the spreadsheet and save again"
    );
}

#[test]
fn two_orders_of_day_and_month_in_one_column_are_refused() {
    let rows =
        "metric,url,value,said_on\nm,https://a.example/1,1,13/3/2031\nm,https://a.example/2,2,3/14/2031\n";
    assert_eq!(
        wrong(rows),
        "row 3, column said_on: `3/14/2031` begins with the month, but `13/3/2031` in row 2 of the same column with the day; write all dates of the column as `YYYY-MM-DD`\n"
    );
}

#[test]
fn an_address_is_completed_where_it_can_be_nothing_else() {
    let sources = |cell: &str| -> Vec<String> {
        let data = fresh(&format!("metric,url,value\nm,\"{cell}\",1\n"));
        data.sources.iter().map(|source| source.url.clone().unwrap().to_string()).collect()
    };
    assert_eq!(sources("example.org/a"), ["https://example.org/a"]);
    assert_eq!(
        sources("https://example.org/a https://example.org/b"),
        ["https://example.org/a", "https://example.org/b"]
    );
    assert_eq!(
        wrong("metric,url,value\nm,Hundreds arrested in Tarn,1\n"),
        "row 2, column url: `Hundreds arrested in Tarn` is not a web address; an address begins with `https://` or `http://` and has no spaces\n"
    );
    assert_eq!(
        wrong("metric,url,value\nm,https://example.org/a;https://example.org/b,1\n"),
        "row 2, column url: `url` holds 2 addresses; each is taken as a document of its own\n"
    );
}
