#!/usr/bin/env bash
# Looks the workflows over: by the schema of GitHub's workflows, and by zizmor, which knows what is dangerous in them.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
tools=$target_dir/packages/linters
if [ ! -x "$tools/bin/zizmor" ]; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet 'check-jsonschema>=0.33,<1' 'zizmor>=1.30,<2'
fi
"$tools/bin/check-jsonschema" --builtin-schema vendor.github-workflows .github/workflows/*.yml
"$tools/bin/zizmor" --offline --quiet .github/workflows
