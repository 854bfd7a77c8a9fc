#!/usr/bin/env bash
# Makes the page, and asks the engine in it what the terminal program is asked too: what compiles for the terminal must run in the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

swift package wegwijzer-page
node .ci/engine.mjs .build/wegwijzer.html
