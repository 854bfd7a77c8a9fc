#!/usr/bin/env bash
# Times a whole `zoek` process beside its peers, in one run of hyperfine.
#
# usage: .ci/benchmark.sh [--runs N] [--markdown FILE]
#
# The program is built as the README recommends for installing. The peers: sqlite3 answering the same from an FTS5 index of the same text, ripgrep
# over the JSON files, and a Swift program built alike that prints a line. Then the overviews of all tools, in every format.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=300
extra=()
while [ $# -gt 0 ]; do
  case "$1" in
    --runs) runs=$2; shift 2 ;;
    --markdown) extra+=(--export-markdown "$2"); shift 2 ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
done

work=.build/benchmark
mkdir -p "$work"
swift build -c release -Xswiftc -static-executable --scratch-path .build/static --product wegwijzer
program=$(swift build -c release -Xswiftc -static-executable --scratch-path .build/static --show-bin-path)/wegwijzer
echo 'print("hallo")' > "$work/hello.swift"
swiftc -O -static-executable "$work/hello.swift" -o "$work/hello"

rm -f "$work/tools.db"
python3 .ci/fts5.py Catalog "$work/tools.db"
query="SELECT id, name FROM tools WHERE tools MATCH 'kopp OR signalering' ORDER BY rank LIMIT 10"

hyperfine -N --warmup 30 --runs "$runs" "${extra[@]}" \
  -n "wegwijzer zoek" "$program zoek 'KOPP 4-12 signalering'" \
  -n "sqlite3 FTS5" "sqlite3 $work/tools.db \"$query\"" \
  -n "rg over the JSON" "rg -i -l kopp Catalog/instruments Catalog/interventions" \
  -n "a Swift program that prints a line" "$work/hello"

overviews=()
for format in tabel csv md html json ndjson; do overviews+=(-n "overzicht, $format" "$program overzicht --formaat $format --kolommen alle"); done
overviews+=(-n "overzicht, xlsx" "$program overzicht --uit $work/all.xlsx --overschrijf" -n "bewijs" "$program bewijs" -n "bewijs, svg" "$program bewijs --formaat svg")
hyperfine -N --warmup 5 --runs "$((runs / 10 + 5))" "${overviews[@]}"
