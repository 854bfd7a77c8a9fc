#!/usr/bin/env bash
# Builds the core as Embedded Swift for WebAssembly, links it, and asks it a question: what compiles for the terminal must run in the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=.build/wasm
triple=wasm32-unknown-none-wasm
swift build --scratch-path "$scratch" --triple "$triple" -c release --target Engine \
  -Xswiftc -enable-experimental-feature -Xswiftc Embedded -Xswiftc -wmo -Xswiftc -Osize -Xswiftc -Xfrontend -Xswiftc -disable-stack-protector

resources=$(swiftc -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["paths"]["runtimeResourcePath"])')
mapfile -t objects < <(find "$scratch/$triple/release" -path '*.build/*.o' \( -path '*/Catalog.build/*' -o -path '*/Search.build/*' -o -path '*/Decision.build/*' -o -path '*/Engine.build/*' \))
exports=(--export=wegwijzer_allocate --export=wegwijzer_free --export=wegwijzer_load --export=wegwijzer_answer --export=wegwijzer_decide --export=wegwijzer_parenting --export=wegwijzer_output --export=wegwijzer_output_size)
wasm-ld --no-entry --gc-sections --stack-first -z stack-size=1048576 --strip-all "${exports[@]}" \
  "${objects[@]}" "$resources/embedded/$triple/libswiftUnicodeDataTables.a" -o "$scratch/engine.wasm"

"$(swift build -c release --show-bin-path)/wegwijzer" catalogus bouw Catalog --uit "$scratch/catalogus.wegwijzer" --overschrijf
node .ci/engine.mjs "$scratch/engine.wasm" "$scratch/catalogus.wegwijzer"
