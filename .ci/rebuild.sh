#!/usr/bin/env bash
# Shows on a copy of the package that the build follows the catalogue: a file added or removed rebuilds the program, a fault stops the build.
set -euo pipefail
cd "$(dirname "$0")/.."

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r Package.swift Sources Tests Catalog "$copy"
cd "$copy"

build() { swift build --product wegwijzer "$@"; }
count() { .build/debug/wegwijzer catalogus controleer | grep -o '[0-9]* signaleringsinstrumenten' | cut -d' ' -f1; }
fail() { echo "rebuild: $1" >&2; exit 1; }

build >/dev/null
before=$(count)

sed 's/"regio-voorbeeld"/"kennissynthese-2025"/; s/"references": \["regio-voorbeeld-2026"\]/"references": []/g' \
  Tests/CatalogSourceTests/Addition/instruments/wijkscan-geldzorgen.json |
  sed 's/"targetGroup": "armoede"/"table": 1, "row": 12, "page": 65, "targetGroup": "armoede"/' > Catalog/instruments/wijkscan-geldzorgen.json
build >/dev/null
[ "$(count)" -eq $((before + 1)) ] || fail "a file that was added did not rebuild the program"
echo "a file added: rebuilt"

sed -i 's/"level": "onbekend"/"level": "prima"/' Catalog/instruments/wijkscan-geldzorgen.json
if build > output 2>&1; then fail "a faulty catalogue was built"; fi
grep -E 'Catalog/instruments/wijkscan-geldzorgen\.json:[0-9]+:[0-9]+: error: \$\.evidence\.level: "prima" is hier niet bekend' output ||
  { cat output; fail "the fault is not told"; }
echo "a fault: no build, and told with file, line and column"

rm Catalog/instruments/wijkscan-geldzorgen.json
build >/dev/null
[ "$(count)" -eq "$before" ] || fail "a file that was removed did not rebuild the program"
echo "a file removed: rebuilt"
