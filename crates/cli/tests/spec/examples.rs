//! The examples say what their README says, and the tool does with them what it says.

use std::fs;
use std::path::PathBuf;

use figure_tracker_core::dataset;
use figure_tracker_core::date::Day;
use figure_tracker_editing::{diagnose, json, spreadsheet};

/// Every example: its name, its sheet and its data file.
fn examples() -> Vec<(String, Vec<u8>, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut examples: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "csv"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(&path).unwrap(), fs::read_to_string(path.with_extension("json")).unwrap())
        })
        .collect();
    examples.sort();
    examples
}

#[test]
fn every_example_is_named_as_invented_and_described() {
    let readme =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/README.md")).unwrap();
    let examples = examples();
    assert!(examples.len() >= 7);
    for (name, _, text) in examples {
        assert!(name.starts_with("invented-"), "{name}");
        assert!(readme.contains(&format!("| `{name}` |")), "{name}");
        let data = dataset::read(&text).unwrap();
        let invented = ["Invented", "Ойдан шығарылған", "مثال مختلق"];
        for text in [data.title.get(""), data.summary.as_ref().unwrap().get("")] {
            assert!(invented.iter().any(|word| text.starts_with(word)), "{name}: {text}");
        }
    }
}

#[test]
fn check_has_nothing_to_say_about_an_example() {
    for (name, _, text) in examples() {
        assert_eq!(diagnose(text.as_bytes()), [], "{name}");
    }
}

#[test]
fn a_sheet_is_in_its_data_file_already_and_comes_back_from_it() {
    for (name, csv, text) in examples() {
        let before = json::read_dataset(&text).unwrap();
        let import = spreadsheet::import(
            &[&csv],
            &spreadsheet::ReadOptions::default(),
            before.clone(),
            Day::from_number(20_454),
            &|_| {},
        );
        assert!(import.changes.is_empty() && import.changes.left.is_empty(), "{name}: {:?}", import.changes);
        let out = spreadsheet::export(&before, b',');
        let again = spreadsheet::import(
            &[out.as_bytes()],
            &spreadsheet::ReadOptions::default(),
            before.clone(),
            Day::from_number(20_454),
            &|_| {},
        );
        assert_eq!(again.dataset.as_ref(), Some(&before), "{name}");
        let count = |text: &str| text.lines().count();
        assert_eq!(count(&out), count(std::str::from_utf8(&csv).unwrap()), "{name}");
    }
}
