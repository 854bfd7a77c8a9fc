#!/usr/bin/env bash
# Makes the page, and asks the engine in it what the terminal program is asked too: what compiles for the terminal must run in the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

page=.build/wegwijzer.html
swift package wegwijzer-page --uit "$page"
size=$(gzip -9 -c "$page" | wc -c)
echo "$size bytes compressed"
node .ci/engine.mjs "$page" Sources/BuildPage/Page/script/05-lzma.js
