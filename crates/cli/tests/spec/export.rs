//! `export` as people meet it: the rows of a data file, in a file or on standard output.

use std::fs;

use super::import::{SHEET, folder, run};

const ROWS: &str = "metric,metric_label,group,unit,scope,value,low,high,words,qualifier,said_on,published_on,speaker,role,institution,outlet,url,archived_url,status,note\n\
    deaths,Deaths,,people,,225,,,,,2022-01-15,2022-01-16,Berik Asylov,,,The Paper,https://paper.example/1,https://archive.example/1,,\n\
    deaths,Deaths,,people,,230,,,,,2022-03-14,2022-03-14,Berik Asylov,,,The Paper,https://paper.example/2,https://archive.example/2,,\n";

fn imported() -> tempfile::TempDir {
    let folder = folder(SHEET);
    run(folder.path(), &["import", "rows.csv", "-o", "data.json", "--language", "en"]);
    folder
}

#[test]
fn the_rows_come_back() {
    let folder = imported();
    let done = run(folder.path(), &["export", "data.json", "-o", "out.csv"]);
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(folder.path().join("out.csv")).unwrap(), ROWS);
    assert_eq!(run(folder.path(), &["export", "data.json", "-o", "-"]).out, ROWS);
    let again = run(folder.path(), &["import", "out.csv", "-o", "data.json"]);
    assert_eq!(again.out, "data.json: 0 figures added, 0 changed, 2 as before\n");
}

#[test]
fn the_separator_and_the_mark_for_excel_can_be_chosen() {
    let folder = imported();
    let made = |args: &[&str]| run(folder.path(), &[&["export", "data.json", "-o", "-"], args].concat()).out;
    assert_eq!(made(&["--delimiter", "semicolon"]), ROWS.replace(',', ";"));
    assert_eq!(made(&["--delimiter", "tab"]), ROWS.replace(',', "\t"));
    assert_eq!(made(&["--bom"]), format!("\u{feff}{ROWS}"));
}

#[test]
fn a_broken_data_file_has_no_rows() {
    let folder = folder("");
    fs::write(folder.path().join("data.json"), "{\"format\": 1}").unwrap();
    let done = run(folder.path(), &["export", "data.json", "-o", "out.csv"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("error["));
    assert!(!folder.path().join("out.csv").exists());
    assert_eq!(run(folder.path(), &["export", "none.json", "-o", "-"]).code, 2);
}
