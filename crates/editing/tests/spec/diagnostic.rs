//! What a diagnostic says to people and to machines, whatever kind of file it is about.

use figure_tracker_editing::diagnostic::{CellSpan, Diagnostic, TextSpan, any_error};

fn in_text() -> Diagnostic {
    let pointer = "/figures/0/metric".to_owned();
    let span = TextSpan { line: 6, column: 38, start: 90, end: 97, pointer, figure: Some(0) };
    Diagnostic::error("unresolved-reference", span, "no metric has the id `death`")
        .with_help("did you mean `deaths`?")
}

fn in_cell() -> Diagnostic {
    let span = CellSpan {
        file: 1,
        row: 7,
        column: "value".to_owned(),
        letters: "C".to_owned(),
        content: "22s".to_owned(),
        ..CellSpan::default()
    };
    Diagnostic::warning("bad-number", span, "`22s` is not a number").with_help("")
}

#[test]
fn a_diagnostic_is_one_line_for_people() {
    assert_eq!(
        in_text().to_string(),
        "line 6, column 38 (/figures/0/metric): no metric has the id `death`; did you mean `deaths`?"
    );
    assert_eq!(in_cell().to_string(), "row 7, column value: `22s` is not a number");
    let on_sheet = CellSpan { sheet_name: "March".to_owned(), row: 7, ..CellSpan::default() };
    assert_eq!(Diagnostic::error("x", on_sheet, "no row").to_string(), "sheet March, row 7: no row");
    let whole = Diagnostic::error("not-utf8", CellSpan::default(), "the file is UTF-16");
    assert_eq!(whole.to_string(), "the file is UTF-16");
}

#[test]
fn machines_get_the_span_beside_the_rest() {
    assert_eq!(
        serde_json::to_value(in_text()).unwrap(),
        serde_json::json!({
            "severity": "error", "code": "unresolved-reference", "line": 6, "column": 38, "start": 90, "end": 97,
            "pointer": "/figures/0/metric", "message": "no metric has the id `death`", "help": "did you mean `deaths`?",
        })
    );
    assert_eq!(
        serde_json::to_value(in_cell()).unwrap(),
        serde_json::json!({
            "severity": "warning", "code": "bad-number", "row": 7, "column": "value", "letters": "C",
            "content": "22s", "message": "`22s` is not a number", "help": null,
        })
    );
}

#[test]
fn a_warning_keeps_no_file_from_being_taken() {
    assert!(!any_error(&[in_cell()]));
    assert!(any_error(&[in_cell(), in_text()]));
}
