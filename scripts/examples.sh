#!/usr/bin/env bash
# Builds the apps in examples/ into target/examples/: one that runs in the browser alone, one that is printed natively and
# brought to life in the browser.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

export CARGO_TARGET_DIR=$target_dir
out=$target_dir/examples
cd examples

(cd leptos-app && trunk build --locked --public-url ./ --dist "$out/leptos-app")

hydrated=$out/leptos-hydrate
mkdir -p "$hydrated"
cargo build --locked -p leptos-hydrate --features hydrate --lib --target wasm32-unknown-unknown
wasm-bindgen --target web --no-typescript --out-dir "$hydrated" "$target_dir/wasm32-unknown-unknown/debug/leptos_hydrate.wasm"
cargo run --locked --quiet -p leptos-hydrate --features ssr >"$hydrated/index.html"
cp leptos-hydrate/start.js "$hydrated/"
