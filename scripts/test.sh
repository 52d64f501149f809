#!/usr/bin/env bash
# Every check and test there is; with words as arguments, those whose names contain one of them.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
CHROMEDRIVER=$(command -v chromedriver)
export CHROMEDRIVER
exec node scripts/test.mjs "$@"
