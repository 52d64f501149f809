//! The notation and the encodings: what is no JSON, where, and what would be right.

use figure_tracker_editing::diagnose;
use figure_tracker_editing::diagnostic::{Diagnostic, Span};

use super::{VALID, check_bytes};

/// Checks what is found in some bytes, as `severity[code] place: sentence; help`.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
    check_bytes(bytes.as_ref(), expected, false);
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for empty in ["", " \n", "\u{feff}"] {
        let problems = diagnose(empty.as_bytes());
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].message, "the file is empty");
    }
}

#[test]
fn a_value_that_is_no_object_is_no_data_set() {
    check("[]", &["error[wrong-type] line 1, column 1: the dataset is a list; an object would be right"]);
    check("null", &["error[wrong-type] line 1, column 1: the dataset is null; an object would be right"]);
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
            "error[not-json] line 1, column 4: something follows the end of the dataset; a dataset is one object; remove what follows it",
        ],
    );
    check(
        "{}}",
        &[
            "error[not-json] line 1, column 3: something follows the end of the dataset; a dataset is one object; remove what follows it",
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
            "error[not-json] line 1, column 31 (/figures/0/id): the file ends where a value should stand; is the file cut off?",
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
    let hint = "values are nested more than 64 deep here; a dataset needs seven levels";
    for deep in [65, 100_000] {
        let pointer = "/0".repeat(64);
        check("[".repeat(deep), &[&format!("error[too-deep] line 1, column 65 ({pointer}): {hint}")]);
        let found = diagnose("{\"a\":".repeat(deep).as_bytes());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message, "values are nested more than 64 deep here");
    }
    let found = diagnose(("[".repeat(64) + &"]".repeat(64)).as_bytes());
    assert_eq!(found[0].message, "the dataset is a list");
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
    assert_eq!(diagnose(format!("\u{feff}{VALID}").as_bytes()), []);
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
    let line = |diagnostic: &Diagnostic| match &diagnostic.span {
        Span::Text(span) => span.line,
        Span::Cell(_) => 0,
    };
    let found: Vec<_> = diagnose(text.as_bytes()).iter().map(|one| (line(one), one.code)).collect();
    assert_eq!(
        found,
        [
            (2, "wrong-type"),
            (2, "unknown-key"),
            (3, "missing-key"),
            (4, "bad-url"),
            (4, "bad-date"),
            (5, "missing-key"),
            (5, "unresolved-reference"),
            (5, "unknown-value"),
            (7, "low-above-high"),
            (8, "duplicate-id"),
            (8, "duplicate-key"),
            (8, "no-source"),
        ]
    );
}

#[test]
fn a_merge_conflict_is_named_for_what_it_is() {
    for mark in ["<<<<<<< HEAD", "=======", ">>>>>>> theirs"] {
        check(
            format!("{{\"figures\": [\n{mark}\n]}}"),
            &[
                "error[merge-conflict] line 2, column 1 (/figures/0): this file has a merge conflict; keep one side, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
            ],
        );
    }
}
