#!/usr/bin/env bash
# Tries the offline page in Chromium, beside the terminal program. The pictures stand in .build/page, to be looked at.
#
# Usage: .ci/page.sh [PAGE [PROGRAM]]     (needs playwright, axe-playwright-python and pypdf in .build/python, or in the $PYTHON given)
set -euo pipefail
build=$(dirname "$0")/../.build
page=$(realpath "${1:-$build/wegwijzer.html}")
program=$(realpath "${2:-$build/release/wegwijzer}")
cd "$(dirname "$0")/.."
python=${PYTHON:-.build/python/bin/python}

check() { "$python" .ci/page "$page" "$program" "$@"; }

# The times first, with nothing beside them; then the longest, accessibility, beside all else.
check size speed
log=$(mktemp)
trap 'rm -f "$log"' EXIT
check narrow wide adapted > "$log" 2>&1 &
accessibility=$!
failed=0
check questions decision filters typing facets exports keyboard no-trap decisions privacy links printing faults pictures || failed=1
wait "$accessibility" || failed=1
cat "$log"
exit "$failed"
