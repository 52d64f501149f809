//! The command line as people and machines meet it: what it prints, where, and with which exit code.

use std::io::Write;
use std::process::{Command, Stdio};

use figure_tracker_editing::diagnose;
use figure_tracker_editing::diagnostic::any_error;

const VALID: &str = include_str!("../../../../tests/data/valid.json");

/// What a run of the program came to.
#[derive(Debug, PartialEq)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program at the top of the package.
fn run(args: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_figure-tracker"))
        .args(args)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A program that ends without reading closes the pipe.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// Checks a text and gives back what is on stderr.
fn checked(input: &str) -> String {
    let run = run(&["check", "-"], input);
    assert_eq!(run.out, "", "problems are no results");
    run.err
}

#[test]
fn a_file_without_problems_is_fine() {
    let run = run(&["check", "tests/data/valid.json"], "");
    let err = "tests/data/valid.json: no problems\n".to_owned();
    assert_eq!(run, Run { code: 0, out: String::new(), err });
}

#[test]
fn an_error_shows_its_line_its_place_and_what_would_be_right() {
    let input = VALID.replace(r#""speaker": "sklyar""#, r#""speaker": "slkyar""#);
    let run = run(&["check", "-"], &input);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.err,
        r#"warning[unused]: the speaker `sklyar` is never used
  --> <stdin>:13:12
   |
13 |     {"id": "sklyar", "name": "Roman Sklyar"}
   |            ^^^^^^^^ /speakers/1/id

error[unresolved-reference]: no speaker has the id `slkyar`
  --> <stdin>:34:85
   |
34 | ... "dozens", "said": "2022-04", "speaker": "slkyar", "sources": ["second"],
   |                                             ^^^^^^^^ /figures/5/speaker
   |
   = help: did you mean `sklyar`?

<stdin>: 1 error, 1 warning
"#
    );
}

#[test]
fn tabs_and_wide_letters_do_not_move_the_underline() {
    assert_eq!(
        checked("{\n\t\"数字👍\": tru, \"b\": 1}"),
        r#"error[not-json]: `tru` is not a JSON value
 --> <stdin>:2:9
  |
2 |     "数字👍": tru, "b": 1}
  |               ^^^ /数字👍
  |
  = help: texts stand in double quotes; bare words are `null`, `true` and `false`

<stdin>: 1 error
"#
    );
}

#[test]
fn nothing_in_a_file_moves_the_cursor_of_a_terminal() {
    let err = checked("{\"\u{1b}[2J\": \"\u{202e}\", \"id\": \"a\\u001b[31m\", \"x\\u0007\": 1}");
    assert!(!err.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{err}");
    let err = checked(&VALID.replace("\"metric\": \"damage\"", "\"metric\": \"a\\u001b[31m\u{202e}\""));
    assert!(err.contains("no metric has the id `a�[31m�`"), "{err}");
    assert!(!err.contains(['\u{1b}', '\u{202e}']), "{err}");
}

#[test]
fn a_line_of_any_length_is_cut_around_the_place() {
    let input = format!("{{\"a\": [{}oops, {}", "1111, ".repeat(100_000), "2222, ".repeat(100_000));
    let err = checked(&input);
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[1], " --> <stdin>:1:600008");
    assert_eq!(
        lines[4..6],
        [
            "1 | …11, 1111, 1111, 1111, 1111, 1111, 1111, oops, 2222, 2222, 2222, 2222, 2222, 2222, 2222, 2222, 2222,…",
            "  |                                          ^^^^ /a/100000",
        ]
    );
}

#[test]
fn a_rule_that_is_broken_many_times_is_told_by_its_first_three() {
    let outlets: Vec<String> =
        (0..1000).map(|at| format!("\n{{\"id\": \"o{at}\", \"name\": \"Outlet {at}\"}}")).collect();
    let file = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "language": "en", "units": [], "metrics": [], "figures": [], "sources": [], "outlets": [{}]}}"#,
        outlets.join(",")
    );
    let short = checked(&file);
    assert_eq!(short.matches("warning[unused]").count(), 3, "{short}");
    assert!(short.contains("\nunused: 997 more, in lines 5, 6, 7, …\n"), "{short}");
    assert!(
        short.ends_with("1000 warnings; `figure-tracker check --all` or `--format json` lists each\n"),
        "{short}"
    );
    let all = run(&["check", "--all", "-"], &file);
    assert_eq!(all.err.matches("warning[unused]").count(), 1000);
    assert!(all.err.ends_with("1000 warnings\n"));
    let json = run(&["check", "--format", "json", "-"], &file);
    assert_eq!(json.out.matches(r#""code": "unused""#).count(), 1000);
}

#[test]
fn warnings_fail_the_check_only_where_they_are_denied() {
    let input = VALID.replace(", \"archived\": \"https://a.example/2\"", "");
    assert_eq!(run(&["check", "-"], &input).code, 0);
    assert_eq!(run(&["check", "--deny", "warnings", "-"], &input).code, 1);
    assert_eq!(run(&["check", "--deny", "warnings", "tests/data/valid.json"], "").code, 0);
}

#[test]
fn machines_get_one_json_document() {
    let input = VALID.replace("\"unit\": \"kzt\"", "\"unit\": \"kzz\"");
    let run = run(&["check", "--format", "json", "tests/data/valid.json", "-"], &input);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let listed: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        listed,
        serde_json::json!([{
            "file": "<stdin>",
            "severity": "error",
            "code": "unresolved-reference",
            "line": 25,
            "column": 49,
            "start": 1201,
            "end": 1206,
            "pointer": "/metrics/2/unit",
            "message": "no unit has the id `kzz`",
            "help": "did you mean `kzt`?",
        }])
    );
}

#[test]
fn a_file_without_problems_is_an_empty_list_to_machines() {
    assert_eq!(run(&["check", "--format", "json", "-"], VALID).out, "[]\n");
}

#[test]
fn the_worst_of_several_files_decides_and_every_one_is_checked() {
    let run = run(&["check", "no-such-file.json", "-", "tests/data/valid.json"], "");
    assert_eq!(run.code, 2);
    let lines: Vec<&str> = run.err.lines().collect();
    assert!(lines[0].starts_with("error: `no-such-file.json` can't be read: "), "{}", run.err);
    assert!(run.err.contains("error[not-json]: the file is empty\n"));
    assert_eq!(lines.last(), Some(&"tests/data/valid.json: no problems"));
}

#[test]
fn bytes_that_are_no_text_are_shown_as_far_as_they_are() {
    let path = std::env::temp_dir().join(format!("figure-tracker-{}.json", std::process::id()));
    std::fs::write(&path, b"{\"name\": \"Jos\xE9\"}").unwrap();
    let run = run(&["check", path.to_str().unwrap()], "");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(run.code, 1);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(
        lines[0],
        "error[not-utf8]: the byte 0xE9 is not UTF-8; the file may be Latin-1 or Windows-1252"
    );
    assert_eq!(lines[3..5], ["1 | {\"name\": \"Jos�\"}", "  |              ^"]);
}

#[test]
fn wrong_usage_is_neither_fine_nor_an_error_of_the_data() {
    for args in [["check"].as_slice(), &["chekc"], &["check", "--format", "xml", "-"], &[]] {
        assert_eq!(run(args, "").code, 2, "{args:?}");
    }
    assert_eq!(run(&["--help"], "").code, 0);
}

#[test]
fn the_schema_beside_the_code_is_current() {
    let run = run(&["schema"], "");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let written = include_str!("../../../../figure-tracker.schema.json");
    assert!(run.out == written, "cargo run -- schema > figure-tracker.schema.json");
}

/// The generated schema, ready to judge.
fn schema() -> jsonschema::Validator {
    let schema = figure_tracker_editing::schema::dataset_schema();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn the_schema_accepts_what_check_accepts() {
    let schema = schema();
    for text in [VALID, include_str!("../../../../data.json")] {
        assert!(!any_error(&diagnose(text.as_bytes())));
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(errors, <[String; 0]>::default());
    }
}

#[test]
fn the_schema_rejects_the_faults_it_can_know_of_and_check_rejects_them_too() {
    let schema = schema();
    let faults = [
        (r#""format": 1"#, r#""format": 2"#),
        (r#""id": "january""#, r#""id": """#),
        (r#""title": "January""#, r#""titel": "January""#),
        (r#""title": "January""#, r#""title": {}"#),
        (r#""language": "en""#, r#""language": null"#),
        (r#""label": {"en": {"one": "person", "other": "people"}}"#, r#""label": {"en": {"one": "person"}}"#),
        (r#""currency": "KZT""#, r#""currency": "kzt""#),
        (r#""currency": "KZT""#, r#""currency": "KZT", "percent": true"#),
        (r#""currency": "KZT""#, r#""percent": false"#),
        (r#""url": "https://paper.example/""#, r#""url": "javascript:alert(1)""#),
        (r#""kind": "level""#, r#""kind": "stock""#),
        (r#""value": "149""#, r#""value": "1,149""#),
        (r#""value": 230"#, r#""value": true"#),
        (r#""value": 113.5, "#, r#""value": null, "#),
        (r#""sources": ["first", "second"]"#, r#""sources": []"#),
        (r#", "status_source": "second""#, ""),
        (r#""adds_up": true"#, r#""adds_up": null"#),
        (r#""parts": ["d3", "d4"]"#, r#""parts": []"#),
        (r#""from": "d2", "to": "d1""#, r#""from": "d2""#),
        (r#""from": "d2", "to": "d1""#, r#""from": "d2", "to": "d1", "adds_up": true"#),
        (r#""date": "2022-01-02""#, r#""when": "2022-01-02""#),
    ];
    for (from, to) in faults {
        assert_eq!(VALID.matches(from).count(), 1, "`{from}` should be in the file once");
        let text = VALID.replace(from, to);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(!schema.is_valid(&value), "the schema accepts {to}");
        assert!(any_error(&diagnose(text.as_bytes())), "check accepts {to}");
    }
}
