#!/usr/bin/env bash
# Builds the wheel of the command line into target/packages/ with maturin, which pip installs into a folder of target/.
# PROFILE is Cargo's, `release` unless you say otherwise.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
tools=$target_dir/packages/python
if [ ! -x "$tools/bin/maturin" ]; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet 'maturin>=1.9,<2'
fi
rm -f "$target_dir"/packages/*.whl
node scripts/notices.mjs packages/python command-line
(cd packages/python && "$tools/bin/maturin" build --locked --profile "${PROFILE:-release}" --out "$target_dir/packages")
ls "$target_dir"/packages/*.whl
