//! Holds the code to ARCHITECTURE.md and the README to the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads a file of the repository.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every Rust file of a room: `src/NAME.rs` and all below `src/NAME/`.
fn room(name: &str) -> Vec<(PathBuf, String)> {
    let mut files = vec![root().join(format!("src/{name}.rs"))];
    below(&root().join("src").join(name), &mut files);
    files.into_iter().filter(|f| f.exists()).map(|f| (f.clone(), fs::read_to_string(f).unwrap())).collect()
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

#[track_caller]
fn never(rooms: &[&str], words: &[&str]) {
    for (path, text) in rooms.iter().flat_map(|name| room(name)) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for (number, line) in code.enumerate() {
            let found = words.iter().find(|word| line.contains(**word));
            assert!(
                found.is_none(),
                "{}: code line {}: {found:?} must not be known there",
                path.display(),
                number + 1
            );
        }
    }
}

#[test]
fn there_is_no_html_sink() {
    let rooms = ["components", "element", "state", "search"];
    never(&rooms, &["inner_html", "innerHTML", "insert_adjacent", "document().write"]);
    let sinks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"];
    let mut scripts = Vec::new();
    for folder in ["src/element", "maker"] {
        let files = fs::read_dir(root().join(folder)).unwrap().flatten().map(|entry| entry.path());
        scripts.extend(files.filter(|path| path.extension().is_some_and(|ending| ending == "js")));
    }
    assert!(scripts.len() > 5);
    for path in scripts {
        let text = fs::read_to_string(&path).unwrap();
        let found = sinks.iter().find(|sink| text.contains(**sink));
        assert!(found.is_none(), "{} uses {found:?}", path.display());
    }
}

#[test]
fn every_file_opens_with_why_it_exists() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "crates"] {
        below(&root().join(folder), &mut files);
    }
    assert!(files.len() > 100);
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        assert!(text.starts_with("//!"), "{} opens without a word of why", file.display());
    }
}

/// All texts between `before` and the next `after`.
fn between<'a>(text: &'a str, before: &str, after: char) -> BTreeSet<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn the_widget_has_exactly_the_parts_of_the_interface() {
    let code: String = room("components").into_iter().map(|(_, text)| text).collect();
    let parts = between(&code, " part=\"", '"');
    let wanted = [
        "base", "card", "chart", "counts", "error", "figure", "known-on", "next", "picker", "previous",
        "row", "table", "title",
    ];
    assert_eq!(parts.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn the_readme_names_every_part_attribute_event_and_custom_property() {
    let readme = read("README.md");
    let code: String = room("components").into_iter().map(|(_, text)| text).collect();
    for part in between(&code, " part=\"", '"') {
        assert!(readme.contains(&format!("`{part}`")), "the README does not name the part `{part}`");
    }
    let element = read("src/element/element.js");
    for name in ["src", "metric", "figure", "lang", "theme"] {
        assert!(element.contains(&format!("\"{name}\"")) && readme.contains(&format!("`{name}`")), "{name}");
    }
    for event in between(&element, "this.#tell(\"", '"') {
        assert!(
            readme.contains(&format!("`figure-tracker-{event}`")),
            "the README does not name the event {event}"
        );
    }
    let styles = figure_tracker::STYLES;
    let properties = between(styles, "var(--figure-tracker-", ',');
    assert!(properties.len() > 10);
    for property in properties {
        let name = format!("`--figure-tracker-{property}`");
        assert!(readme.contains(&name), "the README does not name {name}");
    }
}

#[test]
fn the_readme_names_every_command() {
    let (readme, makefile) = (read("README.md"), read("Makefile"));
    for command in ["serve", "test", "dist", "bench"] {
        assert!(
            makefile.contains(&format!("\n{command}:")) && readme.contains(&format!("`make {command}`")),
            "{command}"
        );
    }
}

#[test]
fn what_the_readme_says_of_leptos_apps_is_what_the_example_does() {
    let (readme, example) = (read("README.md"), read("examples/leptos-app/src/main.rs"));
    let (_, rest) = readme.split_once("```rust\n").unwrap();
    let (snippet, _) = rest.split_once("```").unwrap();
    let lines: Vec<_> = snippet.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 3, "{snippet}");
    for line in lines {
        assert!(example.lines().any(|other| other.trim() == line), "the example has no line `{line}`");
    }
}
