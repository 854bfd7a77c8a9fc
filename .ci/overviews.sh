#!/usr/bin/env bash
# Opens what the program makes for trainers and policy staff with programs that others made: the workbook in openpyxl and LibreOffice, pages and chart in
# Chromium. The pictures stand in .build/overviews, to be looked at.
set -euo pipefail
cd "$(dirname "$0")/.."

work=.build/overviews
mkdir -p "$work"
program=$(swift build -c release --show-bin-path)/wegwijzer

# The table that the workbook must hold, from the CSV, whose cells the tests compare with the catalogue's files.
table() {
  .build/python/bin/python - "$1" "$2" <<'PYTHON'
import csv, json, sys

source, target = sys.argv[1:]
with open(source, encoding="utf-8", newline="") as file:
    columns, *rows = csv.reader(file)
numbers = {place for place, heading in enumerate(columns) if "maanden" in heading or "Jaar" in heading}


def cell(place, text):
    if place in numbers and text:
        return int(text)
    # In a workbook a title leads to its address.
    if columns[place] == "Links" and text.count("http") == 1:
        return text[: text.index(": http")] if ": http" in text else text
    # The apostrophe that keeps a spreadsheet from reading a formula.
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text or None


with open(target, "w", encoding="utf-8") as file:
    json.dump({"columns": columns, "rows": [[cell(place, text) for place, text in enumerate(row)] for row in rows]}, file)
PYTHON
}

workbook() {
  local name=$1
  shift
  "$program" overzicht "$@" --uit "$work/$name.xlsx" --overschrijf
  "$program" overzicht "$@" --formaat csv --kaal > "$work/$name-table.csv"
  table "$work/$name-table.csv" "$work/$name.json"
  .ci/workbook.sh "$work/$name.xlsx" "$work/$name.json"
}
workbook all
workbook handout --doelgroep armoede --per niveau --kolommen naam,doelgroep,leeftijd,vanaf,tot,uitvoerder,niveau,oordeel,links --titel "Cursus armoede"

"$program" overzicht --doelgroep armoede --uit "$work/page.html" --overschrijf
"$program" bewijs --uit "$work/evidence.html" --overschrijf
"$program" bewijs --uit "$work/chart.svg" --overschrijf
browser=(chromium --headless --no-sandbox --disable-gpu --window-size=1300,1000)
for page in page.html evidence.html chart.svg; do
  "${browser[@]}" --screenshot="$PWD/$work/$page.png" "file://$PWD/$work/$page" 2> "$work/chromium.log"
  [ -s "$work/$page.png" ] || { cat "$work/chromium.log" >&2; echo "Chromium drew no $page" >&2; exit 1; }
done
"${browser[@]}" --print-to-pdf="$PWD/$work/page.pdf" --no-pdf-header-footer "file://$PWD/$work/page.html" 2> "$work/chromium.log"
pdfinfo "$work/page.pdf" | grep -E '^(Pages|Page size)'
# `jq`'s own reading of one tool a line.
"$program" lijst --formaat ndjson | .build/python/bin/python -c 'import json, sys; print(sum(1 for line in sys.stdin if json.loads(line)["id"]), "tools, one a line")'
