#!/usr/bin/env bash
# Builds everything that is published and tries it: the crates from what is in them, the wheel in a fresh environment, the npm package
# in an app of each kind, the plugin in WordPress, the archives, the bill of materials; and looks the workflows over. It publishes nothing. The registries
# of npm, PyPI, Rust and Debian are asked.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
CHROMEDRIVER=$(command -v chromedriver)
export CHROMEDRIVER

[ -e dist/figure-tracker.js ] || scripts/dist.sh
scripts/packages/workflows.sh
node scripts/packages/wordpress.mjs
scripts/packages/crates.sh
scripts/packages/bill-of-materials.sh
scripts/packages/wheel.sh # of what crates.sh has built
node --test --test-reporter=spec --test-concurrency=1 tests/packages/*.test.mjs
