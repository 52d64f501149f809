#!/usr/bin/env bash
# Writes target/packages/figure-tracker.cdx.json: the crates that the command line is made of, on any system, as a CycloneDX bill of
# materials.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
mkdir -p "$target_dir/packages"
# The tool writes one beside each crate of the workspace.
trap 'find . -name figure-tracker.cdx.json -not -path "./target/*" -not -path "./node_modules/*" -delete' EXIT
cargo cyclonedx --quiet --format json --spec-version 1.5 --target all --manifest-path crates/cli/Cargo.toml --override-filename figure-tracker.cdx
# Our own crates stand in it by the folder of this machine: named as those of others, they are what a registry has.
sed -E 's|path\+file://[^#"]*#||g; s|\?download_url=file://[^#"]*||g' crates/cli/figure-tracker.cdx.json >"$target_dir/packages/figure-tracker.cdx.json"
