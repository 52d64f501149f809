#!/usr/bin/env bash
# Builds and serves the demo page on 127.0.0.1:8080, and again when a file changes.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
mkdir -p "$target_dir/serve"
# By polling, since many editors (and git) put a new file in the place of the old one, which ends a watch on a file.
exec trunk serve --poll --poll-interval 1s --dist "$target_dir/serve"
