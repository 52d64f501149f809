#!/usr/bin/env bash
# The release build into dist/: the widget, the demo page, the static pages of the bundled data, and a .br and a .gz
# beside each text and wasm file. BASE is the address under which dist/ will be published.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# Everything is on the disk before the flags are made, for they name the folders that it lies in.
cargo fetch --locked
dist=${1:-dist}
[ -e "$target_dir/web" ] || echo "dist: everything is compiled for the first time, the standard library too: some minutes"
cargo build --locked -p figure-tracker-cli
(release_env && trunk build --release --dist "$dist")
"$target_dir/debug/figure-tracker" render data.json -o "$dist/pages" --lang en-GB \
  --style-file --data ../data.json --widget ../figure-tracker.js ${BASE:+--base "${BASE%/}/pages/"}
node scripts/notices.mjs "$dist"
node scripts/compress.mjs "$dist"
