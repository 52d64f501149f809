#!/usr/bin/env bash
# Prints what CHANGELOG.md says of a version, for the page of its release. It must have a day by then.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
version=${1:?which version? e.g. 0.1.0}
changes=$(awk -v start="## $version, " 'index($0, "## ") == 1 { inside = index($0, start) == 1; heading = $0; if (inside) print heading; next } inside' CHANGELOG.md)
[ -n "$changes" ] || { printf 'CHANGELOG.md has no "## %s, DAY"\n' "$version" >&2; exit 1; }
if ! grep -E '^## .*, [0-9]{4}-[0-9]{2}-[0-9]{2}$' <<<"$changes" >/dev/null; then
  printf 'CHANGELOG.md has no day at "## %s": it would be "## %s, YYYY-MM-DD"\n' "$version" "$version" >&2
  exit 1
fi
tail -n +2 <<<"$changes"
