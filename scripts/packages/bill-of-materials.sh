#!/usr/bin/env bash
# Writes target/packages/figure-tracker.cdx.json: the crates that the command line is made of, as a CycloneDX bill of materials.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
tool=$FIGURE_TRACKER_TOOLS/bin/cargo-cyclonedx
[ -x "$tool" ] || env -u CARGO_TARGET_DIR cargo install --locked --debug --root "$FIGURE_TRACKER_TOOLS" cargo-cyclonedx@0.5.9
mkdir -p "$target_dir/packages"
trap 'find . -name figure-tracker.cdx.json -not -path "./target/*" -not -path "./node_modules/*" -delete' EXIT
"$tool" cyclonedx --format json --spec-version 1.5 --manifest-path crates/cli/Cargo.toml --override-filename figure-tracker.cdx
cp crates/cli/figure-tracker.cdx.json "$target_dir/packages/"
