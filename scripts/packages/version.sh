#!/usr/bin/env bash
# Says whether a git reference may be released: a tag must be `v` and the version of Cargo.toml; anything else is only tried.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
reference=${1:?which reference? e.g. refs/tags/v0.1.0}
version=$(awk -F '"' '/^\[workspace.package\]/ { found = 1 } found && /^version = / { print $2; exit }' Cargo.toml)
case $reference in
  refs/tags/*)
    if [ "$reference" != "refs/tags/v$version" ]; then
      printf 'the tag is %s, but Cargo.toml has the version %s: the tag would be v%s\n' "${reference#refs/tags/}" "$version" "$version" >&2
      exit 1
    fi
    scripts/packages/changes.sh "$version" >/dev/null
    ;;
esac
printf 'version %s\n' "$version"
