#!/usr/bin/env bash
# Packs the command line that Cargo has built in release for TARGET (a triple) into target/packages/, with its manual page, the
# completions of shells, licences and changelog, under the name by which `cargo binstall` looks for it (crates/cli/Cargo.toml).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
target=${1:?which target? a triple, e.g. x86_64-unknown-linux-gnu}
case $target in *windows*) extension=.exe ;; *) extension="" ;; esac
program=$target_dir/$target/release/figure-tracker$extension
[ -x "$program" ] || { printf 'there is no %s: cargo build --release -p figure-tracker-cli --target %s\n' "$program" "$target" >&2; exit 1; }

folder=$target_dir/packages/command-line-$target
rm -rf "$folder"
mkdir -p "$folder/completions"
cp "$program" CHANGELOG.md "$folder/"
"$program" manual >"$folder/figure-tracker.1"
for shell in bash elvish fish powershell zsh; do
  "$program" completions "$shell" >"$folder/completions/$shell"
done
node scripts/notices.mjs "$folder" command-line
cd "$folder"
if [ -n "$extension" ]; then
  "$(command -v python || command -v python3)" -m zipfile -c "../figure-tracker-$target.zip" ./*
else
  tar -czf "../figure-tracker-$target.tar.gz" -- *
fi
