//! What keeps a file from being drawn: the first fault, in one sentence with line and column, or with ids.

use figure_tracker_core::dataset::{self, EncodingFault, ReadError, RecordFault, ShapeFault, TextPosition};

const VALID: &str = include_str!("../../../../tests/data/valid.json");

/// Checks the sentence for a small file with one line replaced.
#[track_caller]
fn check(file: impl AsRef<[u8]>, sentence: &str) -> ReadError {
    let error = dataset::read(file).unwrap_err();
    assert_eq!(error.to_string(), sentence);
    error
}

/// A file with these figures and relations.
fn with(figures: &str, more: &str) -> String {
    format!(
        "{{\"format\": 1, \"id\": \"x\", \"title\": \"X\", \"language\": \"en\",\n\
         \"units\": [{{\"id\": \"u\", \"percent\": true}}], \"sources\": [{{\"id\": \"s\"}}],\n\
         \"metrics\": [{{\"id\": \"m\", \"label\": \"M\", \"unit\": \"u\", \"scopes\": [{{\"id\": \"all\", \"label\": \"All\"}}]}}],\n\
         \"figures\": [{figures}]{more}}}"
    )
}

/// A figure with these further keys.
fn figure(id: &str, more: &str) -> String {
    format!(r#"{{"id": "{id}", "metric": "m", "sources": ["s"]{more}}}"#)
}

/// Two figures and these relations.
fn related(relations: &str) -> String {
    let figures = [figure("a", r#", "value": 1"#), figure("b", r#", "value": 2"#)].join(", ");
    with(&figures, &format!(", \"relations\": [{relations}]"))
}

fn at(line: usize, column: usize) -> TextPosition {
    TextPosition { line, column }
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for empty in ["", " \n", "\u{feff}"] {
        assert_eq!(check(empty, "the file is empty"), ReadError::Empty);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert!(dataset::read(format!("\u{feff}{VALID}")).is_ok());
    check("\u{feff}{\"a\": 1}", "line 1, column 2: the key `a` is not known here");
}

#[test]
fn other_encodings_are_named() {
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let error = check(
        &utf16,
        "line 1, column 1: the file is UTF-16 or UTF-32: every other byte is zero; save the file as UTF-8",
    );
    assert!(matches!(error, ReadError::Encoding { fault: EncodingFault::ZeroBytes, .. }));
    check(b"\xFF\xFE{\0", "line 1, column 1: the file is UTF-16; save the file as UTF-8");
    check(
        b"{\n  \"name\": \"Jos\xE9\"}",
        "line 2, column 15: the byte 0xE9 is not UTF-8; the file may be Latin-1 or Windows-1252; save the file as UTF-8",
    );
    check(
        &"{\"a\": \"\u{e9}".as_bytes()[..8],
        "line 1, column 8: the file ends in the middle of a character; save the file as UTF-8",
    );
}

#[test]
fn what_is_not_json_is_said_to_be_none_with_its_place() {
    let error = check("{\n\"format\": 1,\n}", "line 3, column 1: this is not JSON");
    assert_eq!(error, ReadError::Syntax { at: at(3, 1), is_cut_off: false });
    check("{\"\u{436}\u{1f600}\": 1, 'a'", "line 1, column 2: the key `\u{436}\u{1f600}` is not known here");
    check("{\"format\": 007}", "line 1, column 13: this is not JSON");
    check("{} {}", "line 1, column 2: the key `format` is missing in the object that ends here");
    check(VALID.trim_end().to_owned() + "}", "line 44, column 2: this is not JSON");
}

#[test]
fn a_file_that_is_cut_off_is_asked_about() {
    let error = dataset::read("{\"format\": 1, \"id\": \"x").unwrap_err();
    assert!(matches!(error, ReadError::Syntax { is_cut_off: true, .. }), "{error}");
    assert!(error.to_string().ends_with("the file ends where more should follow; is it cut off?"));
}

#[test]
fn nesting_without_end_is_no_json_and_overflows_no_stack() {
    let error = dataset::read("{\"$schema\": ".to_owned() + &"[".repeat(100_000)).unwrap_err();
    assert!(matches!(error, ReadError::Shape { .. }), "{error}");
    assert!(dataset::read("[".repeat(100_000)).is_err());
    assert!(dataset::read("{\"title\": ".repeat(100_000)).is_err());
}

#[test]
fn a_shape_that_is_not_the_formats_is_said_in_our_words() {
    let fault = |text: &str| match dataset::read(text).unwrap_err() {
        ReadError::Shape { at, fault } => (at, fault),
        other => panic!("{other}"),
    };
    assert_eq!(
        fault("{\"format\": 1,\n\"id\": 2}"),
        (at(2, 7), ShapeFault::WrongType("a text in double quotes".to_owned()))
    );
    assert_eq!(fault("{\n\"langauge\": 1}"), (at(2, 1), ShapeFault::UnknownKey("langauge".to_owned())));
    assert_eq!(fault("{\"id\": \"x\", \"id\": \"y\"}").1, ShapeFault::DuplicateKey("id".to_owned()));
    assert_eq!(
        fault("{\"format\": 1, \"id\": \"x\"}"),
        (at(1, 24), ShapeFault::MissingKey("title".to_owned()))
    );
    check("[1]", "line 1, column 1: an object would be right here");
    check("{\"units\": {}}", "line 1, column 11: a list would be right here");
    check(
        "{\"title\": \"X\", \"id\": [ ]}",
        "line 1, column 22: a text in double quotes would be right here",
    );
    check("{\"id\": {\n\n}}", "line 1, column 8: a text in double quotes would be right here");
    check("{\"id\": [\"x\"]}", "line 1, column 8: a text in double quotes would be right here");
    check("{\"id\": null}", "line 1, column 8: a text in double quotes would be right here");
    check("{\"id\": -1.5}", "line 1, column 8: a text in double quotes would be right here");
    check("{\"id\": true}", "line 1, column 8: a text in double quotes would be right here");
    check("{\"units\": [[\"u\"]]}", "line 1, column 12: an object would be right here");
    check("{\"events\": [[\"2022\", \"E\"]]}", "line 1, column 13: an object would be right here");
    check(
        with("{\"id\": \"f\", \"status\": {\"denied\": null}}", ""),
        "line 4, column 35: a text in double quotes would be right here",
    );
    check(
        "{\"title\": 1}",
        "line 1, column 11: a text, or an object from language tag to text would be right here",
    );
    let unknown = VALID.replacen("\"level\"", "\"stock\"", 1);
    let error = dataset::read(&unknown).unwrap_err().to_string();
    assert!(
        error.ends_with("`stock` is not known here; one of `running_total`, `level`, `amount` is"),
        "{error}"
    );
}

#[test]
fn a_value_that_cannot_be_is_said_where_it_begins() {
    let written = |more: &str| with(&figure("f", more), "");
    let error = check(
        written(", \"value\": 1,\n  \"said\": \"2022-02-30\" }"),
        "line 5, column 11: `2022-02-30` is not a day: February 2022 has 28 days",
    );
    assert!(matches!(error, ReadError::Value { at: place, .. } if place == at(5, 11)));
    check(
        written(",\n  \"value\": 1e30\n"),
        "line 5, column 12: `1e30` has too many digits: at most 24 digits before the point and 12 behind it are kept",
    );
    check(
        written(",\n  \"value\": \"1,000\""),
        "line 5, column 12: `\"1,000\"` is not a decimal number: write it like 1234567.89: digits, and a point before the fraction",
    );
    check(
        VALID.replacen("https://", "javascript:", 1),
        "line 15, column 59: `javascript:paper.example/` is not a web address: an address begins with `https://` or `http://` and has no spaces",
    );
}

#[test]
fn ids_are_there_once_and_references_lead_somewhere() {
    let figures = [figure("f", r#", "value": 1"#), figure("f", r#", "value": 2"#)].join(",");
    let error = check(with(&figures, ""), "more than one figure has the id `f`");
    assert_eq!(error, ReadError::Record(RecordFault::DuplicateId { noun: "figure", id: "f".to_owned() }));
    let value = r#", "value": 1"#;
    check(
        with(&figure("f", value).replace("[\"s\"]", "[\"t\"]"), ""),
        "the figure `f` refers to the source `t`, which is not in the file",
    );
    check(
        with(&figure("f", r#", "value": 1, "scope": "some""#), ""),
        "the figure `f` refers to the scope `some`, which is not in the file",
    );
    check(
        with(&figure("f", value), r#", "corrections": [{"date": "2022", "figure": "g", "note": "N"}]"#),
        "/corrections/0 refers to the figure `g`, which is not in the file",
    );
    check(
        related(r#"{"type": "revises", "from": "a", "to": "c"}"#),
        "/relations/0 refers to the figure `c`, which is not in the file",
    );
}

#[test]
fn a_figure_reports_something_in_its_range_from_a_source() {
    let of = |more: &str| with(&figure("f", more), "");
    check(of(""), "the figure `f` reports nothing: it has no `value`, `low`, `high` or `words`");
    check(of(r#", "low": 3, "high": 2"#), "`low` is above `high` in the figure `f`");
    check(
        of(r#", "value": 4, "low": 2, "high": 3.5"#),
        "`value` is outside of `low` and `high` in the figure `f`",
    );
    check(of(r#", "value": 1"#).replace("[\"s\"]", "[]"), "the figure `f` has no source");
}

#[test]
fn a_unit_says_once_what_it_counts() {
    let sentence = "the unit `u` needs exactly one of `label`, `currency` and `percent`";
    let file = with(&figure("f", r#", "value": 1"#), "");
    check(file.replace(r#""percent": true"#, r#""percent": true, "currency": "KZT""#), sentence);
    check(file.replace(r#""percent": true"#, r#""percent": null"#), sentence);
}

#[test]
fn no_figure_is_related_to_itself_even_by_way_of_others() {
    check(
        related(r#"{"type": "repeats", "from": "a", "to": "a"}"#),
        "the figure `a` is in the relation `repeats` with itself",
    );
    check(
        related(
            r#"{"type": "revises", "from": "a", "to": "b"}, {"type": "revises", "from": "b", "to": "a"}"#,
        ),
        "the figure `a` leads back to itself by way of others",
    );
    check(
        related(
            r#"{"type": "sum", "whole": "a", "parts": ["b"], "adds_up": false}, {"type": "part_of", "from": "a", "to": "b"}"#,
        ),
        "the figure `a` leads back to itself by way of others",
    );
    let nested = with(&figure("f", r#", "value": 1"#), "")
        .replace(r#""label": "M""#, r#""label": "M", "part_of": "m""#);
    check(nested, "the metric `m` leads back to itself by way of others");
}

#[test]
fn a_relation_has_the_keys_of_its_type() {
    check(
        related(r#"{"type": "revises", "from": "a"}"#),
        "the relation `revises` in /relations/0 has no `to`",
    );
    check(
        related(r#"{"type": "sum", "whole": "a", "parts": ["b"]}"#),
        "the relation `sum` in /relations/0 has no `adds_up`",
    );
    assert!(dataset::read(related(r#"{"type": "converted", "from": "a", "to": "b"}"#)).is_ok());
    assert!(dataset::read(related(r#"{"type": "not_comparable", "from": "a", "to": "b"}"#)).is_ok());
}

#[test]
fn a_chain_of_relations_may_be_as_long_as_the_file() {
    let count = 20_000;
    let figures: Vec<String> = (0..count).map(|i| figure(&format!("f{i}"), r#", "value": 1"#)).collect();
    let relations: Vec<String> =
        (1..count).map(|i| format!(r#"{{"type": "revises", "from": "f{i}", "to": "f{}"}}"#, i - 1)).collect();
    let (read, time) = figure_tracker_testing::measure_time(|| {
        dataset::read(with(&figures.join(","), &format!(", \"relations\": [{}]", relations.join(","))))
    });
    assert_eq!(read.unwrap().relations.len(), count - 1);
    assert!(time.as_secs() < 20, "{time:?}");
}
