//! From bytes to a data set: the notation, the encodings, the order of figures, and that nothing ends in a panic.

use figure_tracker_core::dataset::{self, Relation, UnitKind, raw};
use figure_tracker_core::problem::Severity;
use proptest::prelude::*;

const VALID: &str = include_str!("../../../../tests/data/valid.json");

/// Checks what is found in some bytes, as `severity[code] place: sentence; hint`.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
    let reading = dataset::read_bytes(bytes.as_ref());
    let line = |problem: &figure_tracker_core::problem::Problem| {
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        format!("{severity}[{}] {problem}", problem.code)
    };
    let found: Vec<String> = reading.problems.iter().map(line).collect();
    assert_eq!(found, expected, "\n{}\n", found.join("\n"));
    assert!(reading.dataset.is_none());
}

fn valid() -> dataset::Dataset {
    dataset::read(VALID).unwrap()
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for empty in ["", " \n", "\u{feff}"] {
        let problems = dataset::read_bytes(empty.as_bytes()).problems;
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].message, "the file is empty");
    }
}

#[test]
fn a_value_that_is_no_object_is_no_data_set() {
    check("[]", &["error[wrong-type] line 1, column 1: the data set is a list; an object would be right"]);
    check("null", &["error[wrong-type] line 1, column 1: the data set is null; an object would be right"]);
}

#[test]
fn a_comma_after_the_last_item_is_pointed_at() {
    check(
        r#"{"a": [1, 2,]}"#,
        &["error[not-json] line 1, column 12 (/a): a comma stands after the last item; remove the comma"],
    );
    check(
        "{\"a\": 1,\n}",
        &["error[not-json] line 1, column 8: a comma stands after the last item; remove the comma"],
    );
}

#[test]
fn a_missing_comma_is_missed_where_the_next_item_begins() {
    check(
        r#"{"a": 1 "b": 2}"#,
        &[
            "error[not-json] line 1, column 9: a comma is missing before this; items are separated by `,`, and `}` closes",
        ],
    );
    check(
        r#"{"a": [1 2]}"#,
        &[
            "error[not-json] line 1, column 10 (/a): a comma is missing before this; items are separated by `,`, and `]` closes",
        ],
    );
}

#[test]
fn something_after_the_end_is_an_error() {
    check(
        "{} {}",
        &[
            "error[not-json] line 1, column 4: something follows the end of the data set; a data set is one object; remove what follows it",
        ],
    );
    check(
        "{}}",
        &[
            "error[not-json] line 1, column 3: something follows the end of the data set; a data set is one object; remove what follows it",
        ],
    );
}

#[test]
fn a_file_that_is_cut_off_is_asked_about_where_something_was_left_open() {
    check(
        r#"{"id": "x", "figures": [{"id": "d1","#,
        &[
            "error[not-json] line 1, column 25 (/figures/0): this object is not closed; its `}` is missing; is the file cut off?",
        ],
    );
    check(
        r#"{"id": "x", "figures": [{"id": "d1""#,
        &[
            "error[not-json] line 1, column 25 (/figures/0): this object is not closed; its `}` is missing; is the file cut off?",
        ],
    );
    check(
        r#"{"id": "x", "figures": [{"id":"#,
        &[
            "error[not-json] line 1, column 31: the file ends where a value should stand; is the file cut off?",
        ],
    );
    check(
        r#"{"id": "x"#,
        &[
            r#"error[not-json] line 1, column 8 (/id): this text is not closed; its `"` is missing; is the file cut off?"#,
        ],
    );
    check(
        r#"{"id""#,
        &[
            "error[not-json] line 1, column 1: this object is not closed; its `}` is missing; is the file cut off?",
        ],
    );
    check(
        "{",
        &[
            "error[not-json] line 1, column 1: this object is not closed; its `}` is missing; is the file cut off?",
        ],
    );
}

#[test]
fn a_text_ends_on_its_line() {
    check(
        "{\"note\": \"one\ntwo\"}",
        &[
            r#"error[not-json] line 1, column 10 (/note): this text is not closed on its line; its `"` is missing; a line break within a text is written `\n`"#,
        ],
    );
}

#[test]
fn a_control_character_within_a_text_is_named() {
    check(
        "{\"note\": \"one\ttwo\"}",
        &[r#"error[not-json] line 1, column 14 (/note): a tab stands in this text; write it as `\t`"#],
    );
    check(
        "{\"note\": \"one\0two\"}",
        &[
            "error[not-json] line 1, column 14 (/note): a NUL byte stands in this text; save the file as UTF-8",
        ],
    );
    check(
        "{\"note\": \"one\u{8}two\"}",
        &["error[not-json] line 1, column 14 (/note): a control character stands in this text; remove it"],
    );
}

#[test]
fn texts_and_keys_stand_in_straight_double_quotes() {
    check(
        "{'id': 1}",
        &[
            r#"error[not-json] line 1, column 2: a key in straight double quotes should stand here; a key and its value are written `"key": value`"#,
        ],
    );
    check(
        "{“id”: 1}",
        &[
            r#"error[not-json] line 1, column 2: a key in straight double quotes should stand here; a key and its value are written `"key": value`"#,
        ],
    );
    check(
        r#"{"id": 'x'}"#,
        &[
            "error[not-json] line 1, column 8 (/id): this is not a quotation mark of JSON; texts stand in straight double quotes",
        ],
    );
    check(
        r#"{"id": “x”}"#,
        &[
            "error[not-json] line 1, column 8 (/id): this is not a quotation mark of JSON; texts stand in straight double quotes",
        ],
    );
    check(
        "{id: 1}",
        &[
            r#"error[not-json] line 1, column 2: a key in straight double quotes should stand here; a key and its value are written `"key": value`"#,
        ],
    );
}

#[test]
fn comments_are_no_json() {
    check(
        "{\"id\": // mine\n 1}",
        &[
            "error[not-json] line 1, column 8 (/id): JSON has no comments; what a reader must know belongs into a `note`",
        ],
    );
    check(
        "// mine\n{}",
        &[
            "error[not-json] line 1, column 1: JSON has no comments; what a reader must know belongs into a `note`",
        ],
    );
}

#[test]
fn words_of_other_languages_are_no_values() {
    check(
        r#"{"a": True}"#,
        &[
            "error[not-json] line 1, column 7 (/a): `True` is not a JSON value; texts stand in double quotes; bare words are `null`, `true` and `false`",
        ],
    );
    check(
        r#"{"a": NaN}"#,
        &[
            "error[not-json] line 1, column 7 (/a): `NaN` is not a JSON value; texts stand in double quotes; bare words are `null`, `true` and `false`",
        ],
    );
    check(
        r#"{"a": undefined}"#,
        &[
            "error[not-json] line 1, column 7 (/a): `undefined` is not a JSON value; texts stand in double quotes; bare words are `null`, `true` and `false`",
        ],
    );
}

#[test]
fn numbers_have_one_way_of_being_written() {
    check(
        r#"{"a": 007}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 12.5, without leading zeros and separators",
        ],
    );
    check(
        r#"{"a": +1}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 0.5",
        ],
    );
    check(
        r#"{"a": .5}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 0.5",
        ],
    );
    check(
        r#"{"a": 1.}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 12.5, without leading zeros and separators",
        ],
    );
    check(
        r#"{"a": 1,000}"#,
        &[
            r#"error[not-json] line 1, column 9: a key in straight double quotes should stand here; a key and its value are written `"key": value`"#,
        ],
    );
    check(
        r#"{"a": 1 000}"#,
        &[
            "error[not-json] line 1, column 9: a comma is missing before this; items are separated by `,`, and `}` closes",
        ],
    );
    check(
        r#"{"a": 1e}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 12.5, without leading zeros and separators",
        ],
    );
    check(
        r#"{"a": -}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 12.5, without leading zeros and separators",
        ],
    );
    check(
        r#"{"a": 0x10}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 12.5, without leading zeros and separators",
        ],
    );
    check(
        r#"{"a": 12_000}"#,
        &[
            "error[not-json] line 1, column 7 (/a): this is not a number; a number is written like 230, -4 or 12.5, without leading zeros and separators",
        ],
    );
}

#[test]
fn escapes_stand_for_whole_characters() {
    check(
        r#"{"a": "\x41"}"#,
        &[
            r#"error[not-json] line 1, column 8 (/a): this is not an escape of JSON; escapes are `\n`, `\t`, `\"`, `\\`, or `\u` and the four hexadecimal digits of a character"#,
        ],
    );
    check(
        r#"{"a": "\u12"}"#,
        &[
            r#"error[not-json] line 1, column 8 (/a): this is not an escape of JSON; escapes are `\n`, `\t`, `\"`, `\\`, or `\u` and the four hexadecimal digits of a character"#,
        ],
    );
    check(
        r#"{"a": "\ud800"}"#,
        &[
            r#"error[not-json] line 1, column 8 (/a): this is not an escape of JSON; escapes are `\n`, `\t`, `\"`, `\\`, or `\u` and the four hexadecimal digits of a character"#,
        ],
    );
    check(
        r#"{"a": "\ud800\u0041"}"#,
        &[
            r#"error[not-json] line 1, column 8 (/a): this is not an escape of JSON; escapes are `\n`, `\t`, `\"`, `\\`, or `\u` and the four hexadecimal digits of a character"#,
        ],
    );
    check(
        r#"{"a": "\"#,
        &[
            r#"error[not-json] line 1, column 8 (/a): this is not an escape of JSON; escapes are `\n`, `\t`, `\"`, `\\`, or `\u` and the four hexadecimal digits of a character"#,
        ],
    );
}

#[test]
fn a_missing_value_is_missed_before_what_follows() {
    check(
        r#"{"a": }"#,
        &[
            "error[not-json] line 1, column 7 (/a): a value is missing before this; where nothing is known, write `null`",
        ],
    );
    check(
        r#"{"a": ,"b": 1}"#,
        &[
            "error[not-json] line 1, column 7 (/a): a value is missing before this; where nothing is known, write `null`",
        ],
    );
    check(
        "[,]",
        &[
            "error[not-json] line 1, column 2 (/0): a value is missing before this; where nothing is known, write `null`",
        ],
    );
}

#[test]
fn a_missing_colon_is_missed_after_the_key() {
    check(
        r#"{"a" 1}"#,
        &[
            r#"error[not-json] line 1, column 6: a colon is missing after the key; a key and its value are written `"key": value`"#,
        ],
    );
    check(
        r#"{"a"; 1}"#,
        &[
            r#"error[not-json] line 1, column 5: a colon is missing after the key; a key and its value are written `"key": value`"#,
        ],
    );
}

#[test]
fn the_line_and_the_column_are_those_of_an_editor() {
    check(
        "\u{feff}{\r\n\t\"ж😀\": tru\r\n}",
        &[
            "error[not-json] line 2, column 8 (/ж😀): `tru` is not a JSON value; texts stand in double quotes; bare words are `null`, `true` and `false`",
        ],
    );
}

#[test]
fn values_nested_too_deep_are_an_error_however_deep_they_are() {
    let hint = "values are nested more than 64 deep here; a data set needs seven levels";
    for deep in [65, 100_000] {
        let pointer = "/0".repeat(64);
        check("[".repeat(deep), &[&format!("error[too-deep] line 1, column 65 ({pointer}): {hint}")]);
        let reading = dataset::read_bytes("{\"a\":".repeat(deep).as_bytes());
        assert_eq!(reading.problems.len(), 1);
        assert_eq!(reading.problems[0].message, "values are nested more than 64 deep here");
    }
    let reading = dataset::read_bytes(("[".repeat(64) + &"]".repeat(64)).as_bytes());
    assert_eq!(reading.problems[0].message, "the data set is a list");
}

#[test]
fn other_encodings_are_named_with_what_would_be_right() {
    let utf16 = |unit: fn(u16) -> [u8; 2]| "{}".encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let with = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    let marked = "error[not-utf8] line 1, column 1: the file is UTF-16; save the file as UTF-8";
    check(with(&[0xFF, 0xFE], utf16(u16::to_le_bytes)), &[marked]);
    check(with(&[0xFE, 0xFF], utf16(u16::to_be_bytes)), &[marked]);
    let bare = "error[not-utf8] line 1, column 1: the file is UTF-16 or UTF-32: every other byte is zero; save the file as UTF-8";
    check(utf16(u16::to_le_bytes), &[bare]);
    check(utf16(u16::to_be_bytes), &[bare]);
    check(
        b"{\n  \"name\": \"Jos\xE9\"}",
        &[
            "error[not-utf8] line 2, column 15: the byte 0xE9 is not UTF-8; the file may be Latin-1 or Windows-1252; save the file as UTF-8",
        ],
    );
    check(
        &"{\"a\": \"é".as_bytes()[..8],
        &[
            "error[not-utf8] line 1, column 8: the file ends in the middle of a character; save the file as UTF-8",
        ],
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(dataset::read_bytes(format!("\u{feff}{VALID}").as_bytes()).problems, []);
}

#[test]
fn ten_different_faults_are_all_listed_in_the_order_of_the_file() {
    let text = r#"{
        "format": "one", "id": "x", "title": "X", "language": "en", "langauge": "en",
        "units": [{"id": "people", "label": {"one": "person"}}],
        "sources": [{"id": "s", "url": "ftp://x", "archived": "https://a.example", "published": "2022-02-30"}],
        "metrics": [{"id": "m", "unit": "peopel", "kind": "stock"}],
        "figures": [
            {"id": "f", "metric": "m", "low": 3, "high": 2, "sources": ["s"]},
            {"id": "f", "metric": "m", "value": 1, "value": 2, "sources": []}
        ]
    }"#;
    let found: Vec<_> =
        dataset::read_bytes(text.as_bytes()).problems.iter().map(|p| (p.place.line, p.code)).collect();
    assert_eq!(
        found,
        [
            (2, "wrong-type"),
            (2, "unknown-key"),
            (3, "missing-key"),
            (4, "bad-url"),
            (4, "bad-date"),
            (5, "missing-key"),
            (5, "dangling-reference"),
            (5, "unknown-value"),
            (7, "low-above-high"),
            (8, "duplicate-id"),
            (8, "duplicate-key"),
            (8, "no-source"),
        ]
    );
}

#[test]
fn figures_stand_in_time_order_undated_first() {
    let figure = |id: &str, said: &str| {
        let said = if said.is_empty() { "null".to_owned() } else { format!("{said:?}") };
        format!(r#"{{"id": "{id}", "metric": "held", "value": 1, "said": {said}, "sources": ["second"]}}"#)
    };
    let dates = [
        ("open", "2022-01-01/.."),
        ("day", "2022-01-15"),
        ("month", "2022-01"),
        ("undated", ""),
        ("before", "../2022-01-15"),
        ("same", "2022-01-15?"),
        ("within", "2022-01-10/2022-01-15"),
    ];
    let figures: Vec<String> = dates.map(|(id, said)| figure(id, said)).to_vec();
    let text = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "language": "en", "units": [{{"id": "u", "percent": true}}],
        "sources": [{{"id": "second"}}], "metrics": [{{"id": "held", "label": "Held", "unit": "u", "kind": "level"}}],
        "figures": [{}]}}"#,
        figures.join(",")
    );
    let dataset = dataset::read(&text).unwrap();
    let order: Vec<&str> = dataset.metrics[0].figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(order, ["undated", "before", "within", "day", "same", "month", "open"]);
}

#[test]
fn every_reference_leads_to_the_part_it_names() {
    let dataset = valid();
    let figure = dataset.figure("d1").unwrap();
    assert_eq!(figure.scope.as_ref().unwrap().label.get("en"), "Country");
    assert_eq!(figure.speaker.as_ref().unwrap().name.get("en"), "Berik Asylov");
    assert_eq!(figure.institution.as_ref().unwrap().name.get("en"), "Prosecutor's Office");
    let sources: Vec<&str> = figure.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(sources, ["first", "second"]);
    assert_eq!(figure.sources[0].outlet.as_ref().unwrap().name.get("en"), "The Paper");
    let denied = dataset.figure("h2").unwrap();
    assert_eq!(denied.status.source.as_ref().unwrap().id, "second");
    let metric = dataset.metric("deaths").unwrap();
    assert_eq!(metric.group.as_ref().unwrap().label.get("en"), "Killed");
    assert!(matches!(&metric.unit.kind, UnitKind::Counted(words)
        if words == &[("en".into(), vec![("one".into(), "person".into()), ("other".into(), "people".into())])]));
    assert!(matches!(&dataset.relations[0], Relation::Sum { whole, parts, adds_up: true, .. }
        if whole.id == "d2" && parts.len() == 2));
}

#[test]
fn a_plain_text_is_in_the_language_of_the_data_set() {
    let dataset = valid();
    assert_eq!(dataset.title.nearest("kk"), ("January", "en"));
    assert_eq!(dataset.metrics[0].label.nearest("kk-KZ"), ("Қаза", "kk"));
}

#[test]
fn numbers_keep_their_digits() {
    let value = |written: &str| {
        let text = VALID.replace(r#""value": 113.5"#, &format!(r#""value": {written}"#));
        let value = dataset::read(&text).unwrap().figure("m1").unwrap().value.unwrap();
        (value.to_string(), value.to_f64())
    };
    let decimal = |digits: &str, number: f64| (digits.to_owned(), number);
    assert_eq!(value("113.5"), decimal("113.5", 113.5));
    assert_eq!(value("0.10"), decimal("0.10", 0.1));
    assert_eq!(value("-0"), decimal("0", 0.0));
    assert_eq!(value("-0.5"), decimal("-0.5", -0.5));
    assert_eq!(value("1.25e3"), decimal("1250", 1250.0));
    assert_eq!(value("25e-3"), decimal("0.025", 0.025));
    assert_eq!(value("\"9007199254740993\""), decimal("9007199254740993", 9_007_199_254_740_992.0));
    assert_eq!(value("\"123456789012345678901234.123456789012\"").0, "123456789012345678901234.123456789012");
}

#[test]
fn a_unit_can_be_labelled_in_four_ways() {
    let words = |label: &str| {
        let text = VALID.replace(r#"{"en": {"one": "person", "other": "people"}}"#, label);
        match &dataset::read(&text).unwrap().metrics[0].unit.kind {
            UnitKind::Counted(words) => {
                let forms = |forms: &[(String, String)]| {
                    forms
                        .iter()
                        .map(|(category, word)| format!("{category} {word}"))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                words
                    .iter()
                    .map(|(tag, words)| format!("{tag}: {}", forms(words)))
                    .collect::<Vec<_>>()
                    .join("; ")
            }
            _ => String::new(),
        }
    };
    assert_eq!(words(r#""people""#), "en: other people");
    assert_eq!(words(r#"{"one": "person", "other": "people"}"#), "en: one person, other people");
    assert_eq!(words(r#"{"kk": "адам", "en": "people"}"#), "kk: other адам; en: other people");
    assert_eq!(words(r#"{"en": {"other": "people"}, "kk": "адам"}"#), "en: other people; kk: other адам");
}

#[test]
fn what_is_read_is_written_back_the_same() {
    let (raw, problems) = dataset::open(VALID);
    assert_eq!(problems, []);
    let written = serde_json::to_string_pretty(&raw).unwrap();
    let (again, _) = dataset::open(&written);
    assert_eq!(raw, again);
    assert!(written.starts_with("{\n  \"format\": 1,\n  \"id\": \"january\",\n"));
    assert!(!written.contains("null"));
}

#[test]
fn a_number_is_written_with_the_digits_it_has() {
    let written =
        |text: &str, quoted| serde_json::to_string(&raw::Number { text: text.to_owned(), quoted }).unwrap();
    assert_eq!(written("225", false), "225");
    assert_eq!(written("12.5", false), "12.5");
    assert_eq!(written("12.50", false), "12.50");
    assert_eq!(written("12345678901234567890", true), "\"12345678901234567890\"");
    assert_eq!(written("225", true), "\"225\"");
}

#[test]
fn eighty_thousand_figures_are_read_in_linear_time() {
    let small = time(10_000);
    let large = time(80_000);
    assert!(
        large < small * 24 + std::time::Duration::from_millis(200),
        "10,000 took {small:?}, 80,000 {large:?}"
    );
}

/// How long it takes to read a file of `count` figures, each with a fault in its reference.
fn time(count: usize) -> std::time::Duration {
    let figure = |i: usize| format!(r#"{{"id": "f{i}", "metric": "n{i}", "value": {i}, "sources": ["s"]}}"#);
    let figures: Vec<String> = (0..count).map(figure).collect();
    let text = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "language": "en", "units": [{{"id": "u", "percent": true}}],
        "sources": [{{"id": "s"}}], "metrics": [{{"id": "n", "label": "N", "unit": "u"}}], "figures": [{}]}}"#,
        figures.join(",")
    );
    let (reading, time) = figure_tracker_testing::measure_time(|| dataset::read_bytes(text.as_bytes()));
    assert_eq!(reading.problems.iter().filter(|problem| problem.code == "dangling-reference").count(), count);
    time
}

/// Something between valid and broken: pieces of a valid file in another order, with foreign pieces.
fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0..VALID.len(), 0..400_usize).prop_map(|(start, length)| VALID
            .chars()
            .skip(start)
            .take(length)
            .collect()),
        "[\\[\\]{}:,\"0-9.eE+\\-\\\\u]{0,8}",
        prop::sample::select(vec!["null", "true", "\"id\"", "1e999", "\u{202e}", "\0", "\\ud800", "\"\""])
            .prop_map(str::to_owned),
    ];
    let cut = (0..VALID.chars().count(), 0..60_usize, piece);
    prop::collection::vec(cut, 1..4).prop_map(|cuts| {
        cuts.into_iter().fold(VALID.to_owned(), |text, (at, length, piece): (usize, usize, String)| {
            let before: String = text.chars().take(at).collect();
            let after: String = text.chars().skip(at + length).collect();
            before + &piece + &after
        })
    })
}

/// Reads, and checks what holds of any reading.
fn sound(bytes: &[u8]) {
    let reading = dataset::read_bytes(bytes);
    let any_error = reading.problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(reading.dataset.is_none(), any_error);
    for problem in &reading.problems {
        let end = problem.place.offset + problem.place.length;
        assert!(bytes.get(problem.place.offset..end).is_some(), "{problem} is outside of the file");
        assert!(!problem.message.ends_with('.') && !problem.message.is_empty());
    }
    assert!(reading.problems.is_sorted_by_key(|problem| problem.place.offset));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_problems(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        sound(&bytes);
    }

    #[test]
    fn any_text_in_the_notation_ends_in_problems(text in "[\\[\\]{}:,\"0-9.eE+\\-\\\\ un]{0,60}") {
        sound(text.as_bytes());
    }

    #[test]
    fn a_changed_valid_file_ends_in_a_data_set_or_in_problems(text in mutated()) {
        sound(text.as_bytes());
    }

    #[test]
    fn the_notation_is_judged_as_serde_json_judges_it(
        text in prop_oneof![mutated(), "[\\[\\]{}:,\"0-9.eE+\\-\\\\ unl]{0,20}"]
    ) {
        let broken = dataset::read_bytes(text.as_bytes()).problems.iter().any(|problem| problem.code == "not-json");
        match serde_json::from_str::<serde_json::Value>(&text) {
            Ok(_) => prop_assert!(!broken),
            Err(error) if error.to_string().starts_with("number out of range") => {}
            Err(error) => prop_assert!(broken, "serde_json says: {}", error),
        }
    }
}
