//! `import` as people and machines meet it: what it prints, what it writes, and with which exit code.

use std::fs;
use std::path::Path;
use std::process::Command;

pub(crate) const SHEET: &str = "metric,metric_label,unit,value,said_on,speaker,outlet,published_on,url,archived_url\n\
    deaths,Deaths,people,225,2022-01-15,Berik Asylov,The Paper,2022-01-16,https://paper.example/1,https://archive.example/1\n\
    deaths,,,230,2022-03-14,Berik Asylov,The Paper,2022-03-14,https://paper.example/2,https://archive.example/2\n";

/// What a run of the program came to.
#[derive(Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Run {
    let output =
        Command::new(env!("CARGO_BIN_EXE_figure-tracker")).args(args).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder with a sheet in it.
pub(crate) fn folder(sheet: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rows.csv"), sheet).unwrap();
    folder
}

const NEW: [&str; 10] = [
    "import",
    "rows.csv",
    "-o",
    "data.json",
    "--title",
    "A test",
    "--language",
    "en",
    "--date",
    "2024-05-02",
];
const AGAIN: [&str; 6] = ["import", "rows.csv", "-o", "data.json", "--date", "2024-05-03"];

fn read(folder: &Path) -> String {
    fs::read_to_string(folder.join("data.json")).unwrap()
}

#[test]
fn a_sheet_becomes_a_data_file_that_check_accepts() {
    let folder = folder(SHEET);
    let done = run(folder.path(), &NEW);
    assert_eq!(done.err, "");
    assert_eq!(
        done.out,
        "data.json: 2 figures added, 0 changed, 0 as before\n\
         \x20 1 new in units: people\n\
         \x20 1 new in speakers: berik-asylov\n\
         \x20 1 new in outlets: the-paper\n\
         \x20 2 new in sources: the-paper-2022-01-16, the-paper-2022-03-14\n\
         \x20 1 new in metrics: deaths\n\
         \x20 + deaths-2022-01-15-225 (row 2)\n\
         \x20 + deaths-2022-03-14-230 (row 3)\n"
    );
    assert_eq!(done.code, 0);
    assert_eq!(
        read(folder.path()),
        r#"{
  "format": 1,
  "id": "a-test",
  "title": "A test",
  "language": "en",
  "edition": "2024-05-02",
  "units": [
    { "id": "people", "label": "people" }
  ],
  "speakers": [
    { "id": "berik-asylov", "name": "Berik Asylov" }
  ],
  "outlets": [
    { "id": "the-paper", "name": "The Paper" }
  ],
  "sources": [
    {
      "id": "the-paper-2022-01-16",
      "outlet": "the-paper",
      "published": "2022-01-16",
      "url": "https://paper.example/1",
      "archived": "https://archive.example/1"
    },
    {
      "id": "the-paper-2022-03-14",
      "outlet": "the-paper",
      "published": "2022-03-14",
      "url": "https://paper.example/2",
      "archived": "https://archive.example/2"
    }
  ],
  "metrics": [
    { "id": "deaths", "label": "Deaths", "unit": "people" }
  ],
  "figures": [
    {
      "id": "deaths-2022-01-15-225",
      "metric": "deaths",
      "value": 225,
      "said": "2022-01-15",
      "speaker": "berik-asylov",
      "sources": ["the-paper-2022-01-16"]
    },
    {
      "id": "deaths-2022-03-14-230",
      "metric": "deaths",
      "value": 230,
      "said": "2022-03-14",
      "speaker": "berik-asylov",
      "sources": ["the-paper-2022-03-14"]
    }
  ]
}
"#
    );
    assert_eq!(run(folder.path(), &["check", "data.json"]).err, "data.json: no problems\n");
}

#[test]
fn a_second_import_says_what_it_changed_and_lists_it() {
    let folder = folder(SHEET);
    run(folder.path(), &NEW);
    let sheet = SHEET
        .replace("225", "227")
        .replace("\ndeaths,,,230,2022-03-14,Berik Asylov", "\ndeaths,,,231,2022-03-15,Berik Asylov");
    fs::write(folder.path().join("rows.csv"), sheet).unwrap();
    let done = run(folder.path(), &AGAIN);
    assert_eq!(
        done.out,
        "data.json: 1 figure added, 1 changed, 0 as before\n\
         \x20 + deaths-2022-03-15-231 (row 3)\n\
         \x20 ~ figure deaths-2022-01-15-225: value: “225” changed to “227” (row 2)\n\
         \x20 1 figure of the file in no row, left as before: deaths-2022-03-14-230\n"
    );
    let text = read(folder.path());
    assert!(text.contains("\"edition\": \"2024-05-03\""));
    assert!(text.contains("value: “225” changed to “227”"));
}

#[test]
fn a_dry_run_says_it_and_writes_nothing() {
    let folder = folder(SHEET);
    let dry = run(folder.path(), &[&NEW[..], &["--dry-run"]].concat());
    assert!(
        dry.out.ends_with("  dry run: nothing was written\n") && dry.out.contains("2 figures added"),
        "{}",
        dry.out
    );
    assert!(!folder.path().join("data.json").exists());
    run(folder.path(), &NEW);
    let before = read(folder.path());
    fs::write(folder.path().join("rows.csv"), SHEET.replace("225", "227")).unwrap();
    let dry = run(folder.path(), &[&AGAIN[..], &["--dry-run"]].concat());
    assert!(dry.out.contains("value: “225” changed to “227”"));
    assert_eq!(read(folder.path()), before);
}

#[test]
fn the_same_sheet_again_leaves_every_byte() {
    let folder = folder(SHEET);
    run(folder.path(), &NEW);
    let before = read(folder.path()).replace("\"units\": [\n", "\"units\":   [\r\n");
    fs::write(folder.path().join("data.json"), &before).unwrap();
    assert_eq!(run(folder.path(), &AGAIN).out, "data.json: 0 figures added, 0 changed, 2 as before\n");
    assert_eq!(read(folder.path()), before);
}

#[test]
fn a_bad_cell_is_shown_and_nothing_is_written() {
    let folder = folder(&SHEET.replace("2022-03-14,Berik", "14/03/22,Berik"));
    let done = run(folder.path(), &NEW);
    assert_eq!(
        done.err,
        "error[bad-date]: `14/03/22` is not a date: write it like `2022-01-15`, `2022-01` or `2022`\n\
         --> rows.csv, row 3, column said_on (E)\n\
         \x20= help: format the column as `YYYY-MM-DD` in the spreadsheet, so that day, month and year can't be mixed up\n\
         \n\
         1 error: nothing was written\n"
    );
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(!folder.path().join("data.json").exists());
}

#[test]
fn the_same_fault_in_many_rows_is_said_once_with_all_of_its_rows() {
    let folder = folder(
        "metric,value,url\nm,-,https://a.example/1\nm,1,https://a.example/2\nm,-,https://a.example/3\nm,-,https://a.example/4\nm,-,https://a.example/5\n",
    );
    let done = run(folder.path(), &NEW);
    assert_eq!(
        done.err,
        "error[no-number]: `-` is no number\n\
         --> rows.csv, rows 2, 4-6, column value (B)\n\
         \x20= help: leave the row out; if the document says that there is no number, say so in `words`, such as \"no report\"\n\
         \n\
         4 errors: nothing was written\n"
    );
}

#[test]
fn a_date_that_cannot_be_meant_is_told_with_its_row_and_taken() {
    let sheet = "metric,value,said_on,published_on,outlet,archived_url,url\n\
        deaths,1,1398-05-01,2024-02-01,Courier,https://a.example/1,https://x.example/1\n\
        deaths,2,۱۳۹۸/۰۵/۰۲,2024-02-02,Courier,https://a.example/2,https://x.example/2\n\
        deaths,3,๒๕๖๕-๐๓-๐๓,2024-02-03,Courier,https://a.example/3,https://x.example/3\n\
        deaths,4,1924-02-04,2024-02-04,Courier,https://a.example/4,https://x.example/4\n\
        deaths,5,2024-02-06,2024-02-05,Courier,https://a.example/5,https://x.example/5\n\
        deaths,6,2024-02-06,2042-02-06,Courier,https://a.example/6,https://x.example/6\n\
        deaths,7,2024-02-07,2024-02-07,Courier,https://a.example/7,https://x.example/7\n";
    let folder = folder(sheet);
    let done = run(folder.path(), &NEW);
    assert_eq!(done.code, 0, "{}", done.err);
    let told = |code: &str, message: &str, rows: &str, column: &str| {
        let warning = format!("warning[{code}]: {message}\n--> rows.csv, {rows}, column {column}\n");
        assert!(done.err.contains(&warning), "{warning}{}", done.err);
    };
    told("other-calendar", "1398 looks like a year of the Iranian calendar", "rows 2, 3", "said_on");
    told("other-calendar", "2565 looks like a year of the Buddhist calendar", "row 4", "said_on");
    let generations = "this was said generations before its source was published (2024-02-04)";
    told("said-long-before", generations, "row 5", "said_on");
    let after = "this was said after its source `courier-2024-02-05` was published (2024-02-05)";
    told("said-after-published", after, "row 6", "said_on");
    let edition = "`2042-02-06` is later than the `edition` of this dataset (2024-05-02)";
    told("later-than-edition", edition, "row 7", "published_on");
    assert!(!done.err.contains("row 8"), "{}", done.err);
    assert_eq!(run(folder.path(), &AGAIN).err, "", "a sheet that brings nothing new is told nothing of");
}

#[test]
fn a_rule_that_a_thousand_different_cells_break_is_told_once() {
    let rows: String = (0..1_000).map(|row| format!("m,5x{row},https://a.example/{row}\n")).collect();
    let folder = folder(&format!("metric,value,url\n{rows}"));
    let done = run(folder.path(), &NEW);
    assert_eq!(done.err.matches("error[bad-number]").count(), 1, "{}", done.err);
    assert!(
        done.err.contains(
            "bad-number: 999 more rows (3, 4, 5, …) break the same rule; `--format json` lists all"
        ),
        "{}",
        done.err
    );
    let done = run(folder.path(), &[&NEW[..], &["--format", "json"]].concat());
    let said: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(said["problems"].as_array().unwrap().len(), 1_000);
}

#[test]
fn a_broken_data_file_is_not_touched() {
    let folder = folder(SHEET);
    fs::write(folder.path().join("data.json"), "{\"format\": 2}").unwrap();
    let done = run(folder.path(), &AGAIN);
    assert_eq!(done.code, 1);
    assert!(
        done.err.contains("error[unknown-format]") && done.err.contains("nothing was imported"),
        "{}",
        done.err
    );
    assert_eq!(read(folder.path()), "{\"format\": 2}");
}

#[test]
fn machines_get_one_document() {
    let folder = folder(&SHEET.replace("metric,", "metric,colour,").replace("\ndeaths,", "\ndeaths,red,"));
    let done = run(folder.path(), &[&NEW[..], &["--format", "json"]].concat());
    let said: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(done.err, "");
    assert_eq!(said["written"], true);
    assert_eq!(
        said["added"][0],
        serde_json::json!({ "figure": "deaths-2022-01-15-225", "rows": [{ "file": "rows.csv", "row": 2 }] })
    );
    assert_eq!(said["problems"][0]["code"], "unknown-column");
    fs::write(folder.path().join("rows.csv"), "metric,value\nm,x1\n").unwrap();
    let done = run(folder.path(), &[&AGAIN[..], &["--format", "json"]].concat());
    let said: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!((done.code, &said["written"]), (1, &false.into()));
    assert_eq!(said["problems"][0]["row"], 2);
    assert_eq!(said["problems"][0]["column"], "value");
    assert_eq!(said["problems"][0]["content"], "x1");
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let folder = folder(SHEET);
    assert_eq!(run(folder.path(), &["import", "rows.csv"]).code, 2);
    let missing = run(folder.path(), &["import", "none.csv", "-o", "data.json"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.starts_with("error: `none.csv` can't be read: "), "{}", missing.err);
    assert_eq!(run(folder.path(), &["import", "rows.csv", "-o", "no/such/folder/data.json"]).code, 2);
    assert_eq!(run(folder.path(), &["import", "rows.csv", "-o", "data.json", "--date", "2024-13"]).code, 2);
}

#[test]
fn the_data_can_go_to_standard_output() {
    let folder = folder(SHEET);
    let done = run(
        folder.path(),
        &["import", "rows.csv", "-o", "-", "--title", "A test", "--language", "en", "--date", "2024-05-02"],
    );
    run(folder.path(), &NEW);
    assert_eq!((done.code, done.out), (0, read(folder.path())));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(SHEET);
    run(folder.path(), &NEW);
    fs::rename(folder.path().join("data.json"), folder.path().join("real.json")).unwrap();
    fs::set_permissions(folder.path().join("real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real.json", folder.path().join("data.json")).unwrap();
    fs::write(folder.path().join("rows.csv"), SHEET.replace("225", "227")).unwrap();
    assert_eq!(run(folder.path(), &AGAIN).code, 0);
    assert!(fs::symlink_metadata(folder.path().join("data.json")).unwrap().is_symlink());
    let mode = fs::metadata(folder.path().join("real.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn completions_and_a_manual_page_name_every_command() {
    let folder = folder("");
    for args in [&["completions", "bash"][..], &["completions", "fish"], &["completions", "zsh"], &["manual"]]
    {
        let made = run(folder.path(), args);
        assert_eq!(made.code, 0);
        for command in ["check", "import", "export", "schema"] {
            assert!(made.out.contains(command), "{args:?} {command}");
        }
    }
}

#[test]
fn a_row_of_two_documents_is_named_once() {
    let folder = folder("metric,value,outlet,url\nm,5,A,https://a.example/1 https://b.example/2\n");
    let done = run(folder.path(), &["import", "rows.csv", "-o", "data.json", "--language", "en"]);
    assert!(done.out.contains("(row 2)\n"), "{}{}", done.out, done.err);
}
