//! The files of the chart stand in layers.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of the chart, each with those that it imports.
fn imports() -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chart");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter_map(|line| line.strip_prefix("use super::"));
        let imported = lines.map(|line| line.split([':', ';', ' ']).next().unwrap().to_owned()).collect();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), imported)
    };
    files.map(read).collect()
}

#[test]
fn no_file_of_the_chart_imports_in_a_circle() {
    let mut left = imports();
    while !left.is_empty() {
        let names: Vec<String> = left.keys().cloned().collect();
        left.retain(|_, imported| imported.iter().any(|name| names.contains(name)));
        assert!(left.len() < names.len(), "these import one another: {names:?}");
    }
}
