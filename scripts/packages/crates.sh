#!/usr/bin/env bash
# Installs the command line as those do who have Rust, each time into a fresh folder: from this clone, and from the packed crates
# alone, as `cargo install figure-tracker-cli` will once they are published. Each packed crate is built from what is in it, too.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# What was installed does what it is for.
try() {
  local program=$1/bin/figure-tracker at=$1/tried
  mkdir -p "$at"
  "$program" --version
  "$program" import examples/invented-flood.csv -o "$at/data.json"
  "$program" check "$at/data.json"
  "$program" render "$at/data.json" -o "$at/site"
  [ -s "$at/site/deaths.html" ]
}

cargo install --locked --path crates/cli --root "$folder/clone"
try "$folder/clone"

warnings=$folder/warnings
cargo package --workspace --locked --allow-dirty 2> >(tee "$warnings" >&2)
if grep '^warning' "$warnings"; then
  echo "cargo package has warned: nothing is published with a warning" >&2
  exit 1
fi

# Outside of the workspace, so that nothing of it is seen; the crates that no registry has yet come from beside each other.
config=()
for crate in "$target_dir"/package/figure-tracker*.crate; do
  tar -xzf "$crate" -C "$folder"
  name=$(basename "$crate" .crate)
  # What tests share is not published.
  [[ $name != figure-tracker-testing-* ]] || continue
  config+=(--config "patch.crates-io.${name%-*}.path=\"$folder/$name\"")
done
version=$(awk -F '"' '/^\[workspace.package\]/ { found = 1 } found && /^version = / { print $2; exit }' Cargo.toml)
# The others are built already, with the same setting.
(cd "$folder" && CARGO_TARGET_DIR=$target_dir CARGO_PROFILE_RELEASE_STRIP=true \
  cargo install --locked --path "figure-tracker-cli-$version" --root "$folder/packed" "${config[@]}")
try "$folder/packed"
