#!/usr/bin/env bash
# Checks the page's script as one program: its syntax, that every name is there, and the types, which mostly follow from how things are used.
set -euo pipefail
cd "$(dirname "$0")/.."

sources=(Sources/BuildPage/Page/script/*.js)
mkdir -p .build/page
cat "${sources[@]}" > .build/page/script.mjs
node --check .build/page/script.mjs
tsc --noEmit --allowJs --checkJs --noFallthroughCasesInSwitch --target es2022 --lib es2022,dom,dom.iterable .ci/page/globals.d.ts "${sources[@]}"
echo "the page's script: ${#sources[@]} files, $(wc -l < .build/page/script.mjs) lines, no fault"
