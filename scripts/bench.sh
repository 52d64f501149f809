#!/usr/bin/env bash
# The benchmarks as one table: the core natively, the widget in a browser, how its cost grows with the work, the bytes that a
# reader's first view costs. With a commit as argument, this working tree against that commit instead; with PEERS=1 the widget
# beside what people would use in its place (ONLY, SIZES, PROFILES and RUNS choose a part: benches/peers/run.mjs).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

if [ $# -gt 0 ]; then exec node benches/compare.mjs "$@"; fi

[ -e dist/figure-tracker.js.br ] || scripts/dist.sh >&2
if [ -n "${PEERS:-}" ]; then
  [ -e benches/peers/node_modules ] || npm ci --prefix benches/peers --no-audit --no-fund >&2
  exec node benches/peers/run.mjs
fi
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
cargo bench --locked --quiet --features ssr --bench core >"$rows"
cargo bench --locked --quiet -p figure-tracker-cli --bench sheet --bench memory >>"$rows"
node benches/browser.mjs >>"$rows"
awk -F '\t' 'NF == 3 { printf "%-42s %12s %s\n", $1, $2, $3; next } { printf "%-42s %12.3f ms\n", $1, $2 / 1000 }' "$rows"
for name in figure-tracker.js 'figure-tracker-*.wasm' data.json; do
  for file in dist/$name.br; do
    printf '%-42s %12d bytes\n' "first view: ${file#dist/}" "$(stat -c %s "$file")"
  done
done
node benches/growth.mjs
cargo build --locked --quiet --release -p figure-tracker-cli
node benches/growth-native.mjs
