#!/usr/bin/env bash
# Builds and serves the demo page on 127.0.0.1:8080, and again when a file changes.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
mkdir -p "$target_dir/serve"
exec trunk serve --dist "$target_dir/serve"
