#!/usr/bin/env bash
# The benchmarks as one table: the core natively, the widget in a browser, the bytes that a reader's first view costs. With a
# commit as argument, this working tree against that commit instead.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

if [ $# -gt 0 ]; then exec node benches/compare.mjs "$@"; fi

[ -e dist/figure-tracker.js.br ] || scripts/dist.sh >&2
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
