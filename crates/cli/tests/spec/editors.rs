//! The page for editors is true: its sheets are written, its commands are run, and they say what it says.

use std::fs;

use figure_tracker_editing::spreadsheet::COLUMNS;

use super::import::{folder, run};

fn page() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/editors.md")).unwrap()
}

/// The words of a command line, quoted ones as one.
fn words(line: &str) -> Vec<String> {
    let pieces = line.split('"').enumerate();
    let split = |(index, piece): (usize, &str)| -> Vec<String> {
        if index % 2 == 1 {
            vec![piece.to_owned()]
        } else {
            piece.split_whitespace().map(str::to_owned).collect()
        }
    };
    pieces.flat_map(split).collect()
}

#[test]
fn every_command_on_the_page_says_what_the_page_says() {
    let folder = folder("");
    let mut commands = 0;
    let page = page();
    for block in page.split("```").skip(1).step_by(2) {
        let (kind, body) = block.split_once('\n').unwrap();
        if let Some(name) = kind.strip_prefix("csv ") {
            fs::write(folder.path().join(name), body).unwrap();
        } else if kind == "console" {
            for command in body.split("$ figure-tracker ").skip(1) {
                let (line, said) = command.split_once('\n').unwrap();
                let words = words(line);
                let done = run(folder.path(), &words.iter().map(String::as_str).collect::<Vec<_>>());
                assert_eq!((done.code, done.out + &done.err), (0, said.to_owned()), "{line}");
                commands += 1;
            }
        }
    }
    assert_eq!(commands, 6);
}

#[test]
fn the_page_names_every_column_and_every_choice() {
    let page = page();
    for (_, name) in COLUMNS {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
    for name in ["about", "almost", "more_than", "at_least", "less_than", "at_most", "up_to"] {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
    for name in ["superseded", "corrected", "disputed", "denied", "retracted"] {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
}
