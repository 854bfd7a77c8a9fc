#!/usr/bin/env bash
# Writes anew which functions run at the start of the program, which the linker lays side by side (see Package.swift). Worth doing when much has changed
# or the toolchain is another. An old list does no harm: names that are gone are passed over, and what it does not name is only further away.
#
# Usage: .ci/link-order.sh     (needs valgrind)
set -euo pipefail
cd "$(dirname "$0")/.."
list=Sources/wegwijzer/link-order.txt
options=(-c release -Xswiftc -static-executable --scratch-path .build/static --product wegwijzer)
swift build "${options[@]}"
program="$(swift build "${options[@]}" --show-bin-path)/wegwijzer"
trace=$(mktemp)
trap 'rm -f "$trace"' EXIT

functions() {
  valgrind --quiet --tool=callgrind --demangle=no --callgrind-out-file="$trace" "$program" "$@" > /dev/null
  sed -nE "s/^c?fn=\([0-9]+\) ([^' ]+).*/\1/p" "$trace" | grep -v '^0x'
}

{
  functions zoek "KOPP 4-12 signalering"
  functions zoek "Meisje van 7, moeder heeft borderline: welk lijstje?"
  functions zoek opvoedstress --soort interventie --formaat json
  functions toon SDQ
} | awk '!seen[$0]++' > "$list"
echo "$(wc -l < "$list") functions"
# The build does not see that the list is another.
rm "$program"
swift build "${options[@]}"
