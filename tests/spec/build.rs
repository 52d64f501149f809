//! Holds what is built to what the lock files say, and each program to one way of running components.

use std::path::Path;
use std::process::Command;

use super::house::read;

/// Each wasm that is built: the package, and its features.
const WASM_BUILDS: &[(&str, &str)] = &[("figure-tracker", "element")];

/// Returns the packages that a wasm is made of, one a line: name, version, features.
fn wasm_packages(package: &str, features: &str) -> String {
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
    let output = cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR"))).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the text between `before` and the next quotation mark.
fn quoted<'a>(text: &'a str, before: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("there is no `{before}`"));
    rest.split('"').next().unwrap()
}

#[test]
fn no_wasm_has_both_csr_and_ssr() {
    for (package, features) in WASM_BUILDS {
        let packages = wasm_packages(package, features);
        let leptos: Vec<_> = packages
            .lines()
            .filter(|line| ["leptos ", "tachys "].iter().any(|name| line.starts_with(name)))
            .collect();
        assert!(leptos.iter().any(|line| line.contains("csr")), "{leptos:?}");
        assert!(!leptos.iter().any(|line| line.contains("ssr")), "{leptos:?}");
    }
}

#[test]
fn wasm_bindgen_is_pinned_by_the_lock_file_alone() {
    let locked = quoted(&read("Cargo.lock"), "name = \"wasm-bindgen\"\nversion = \"").to_owned();
    assert_eq!(quoted(&read("Trunk.toml"), "wasm_bindgen = \""), locked);
    // An exact version there would keep out every app with another one.
    assert!(!quoted(&read("Cargo.toml"), "\nwasm-bindgen = \"").starts_with('='));
}

#[test]
fn trunk_is_told_the_wasm_opt_that_npm_installs() {
    let locked = quoted(&read("package.json"), "\"binaryen\": \"").to_owned();
    let major = locked.split('.').next().unwrap();
    assert_eq!(quoted(&read("Trunk.toml"), "wasm_opt = \""), format!("version_{major}"));
}
