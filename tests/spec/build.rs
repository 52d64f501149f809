//! Holds what is built to what the lock files say, and each program to one way of running components.

use std::path::Path;
use std::process::Command;

use super::house::read;

/// Each wasm that is built: the folder of its workspace, the package, its features, and the one way in which Leptos runs there.
const WASM_BUILDS: &[(&str, &str, &str, &str)] = &[
    (".", "figure-tracker", "element", "csr"),
    ("examples", "leptos-app", "", "csr"),
    ("examples", "leptos-hydrate", "hydrate", "hydrate"),
];

/// Returns the packages that a wasm is made of, one a line: name, version, features.
fn wasm_packages(folder: &str, package: &str, features: &str) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "tree",
        "--locked",
        "--offline",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p} {f}",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--package", package, "--features", features]);
    let output = cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the text between `before` and the next quotation mark.
fn quoted<'a>(text: &'a str, before: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("there is no `{before}`"));
    rest.split('"').next().unwrap()
}

#[test]
fn each_wasm_runs_leptos_in_one_way() {
    for (folder, package, features, way) in WASM_BUILDS {
        let packages = wasm_packages(folder, package, features);
        let leptos: Vec<_> = packages
            .lines()
            .filter(|line| ["leptos ", "tachys "].iter().any(|name| line.starts_with(name)))
            .collect();
        for other in ["csr", "ssr", "hydrate"] {
            assert_eq!(leptos.iter().any(|line| line.contains(other)), other == *way, "{other}: {leptos:?}");
        }
    }
}

#[test]
fn wasm_bindgen_is_pinned_by_the_lock_file_alone() {
    let locked = quoted(&read("Cargo.lock"), "name = \"wasm-bindgen\"\nversion = \"").to_owned();
    assert_eq!(quoted(&read("Trunk.toml"), "wasm_bindgen = \""), locked);
    assert_eq!(quoted(&read("examples/Cargo.lock"), "name = \"wasm-bindgen\"\nversion = \""), locked);
    // An exact version there would keep out every app with another one.
    assert!(!quoted(&read("Cargo.toml"), "\nwasm-bindgen = \"").starts_with('='));
}
