#!/usr/bin/env bash
# Builds everything that is published and tries it: the npm package in one app of each kind, the wheel in a fresh environment, the
# crates from what is in them, the WordPress plugin. It publishes nothing. npm's and PyPI's registries are asked.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
CHROMEDRIVER=$(command -v chromedriver)
export CHROMEDRIVER

[ -e dist/figure-tracker.js ] || scripts/dist.sh
node scripts/packages/wordpress.mjs
scripts/packages/wheel.sh
node --test --test-reporter=spec --test-concurrency=1 tests/packages/*.test.mjs
cargo package --workspace --locked --allow-dirty
