#!/usr/bin/env bash
# The release build into dist/, with a .br and a .gz beside each text and wasm file.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# Everything is on the disk before the flags are made, for they name the folders that it lies in.
cargo fetch --locked --quiet
release_env
trunk build --release --dist "${1:-dist}"
node scripts/compress.mjs "${1:-dist}"
