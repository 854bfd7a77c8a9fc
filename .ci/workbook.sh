#!/usr/bin/env bash
# Opens a workbook with programs that others made: openpyxl, and LibreOffice, which also prints it. A cell that differs fails.
#
# Usage: .ci/workbook.sh FILE.xlsx TABLE.json     (needs openpyxl in .build/python)
# TABLE.json is {"columns": [heading], "rows": [[text or number or null]]}. The printed pages stand beside the workbook.
set -euo pipefail
file=$(realpath "$1")
table=$(realpath "$2")
cd "$(dirname "$0")/.."

if ! command -v soffice >/dev/null || ! command -v pdftoppm >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends libreoffice-calc poppler-utils >/dev/null
fi

.build/python/bin/python .ci/workbook.py "$file" "$table"

# A profile of its own: another LibreOffice may be open.
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
folder=$(dirname "$file")
base=${file%.xlsx}
rm -f "$base.pdf" "$base.csv" "$base"-page-*.png
convert() {
  soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$1" --outdir "$folder" "$file" > "$base.log" 2>&1 \
    && [ -s "$base.${1%%:*}" ] || { cat "$base.log" >&2; echo "LibreOffice made no ${1%%:*} of $file" >&2; exit 1; }
}

convert pdf
pages=$(pdfinfo "$base.pdf" | awk '/^Pages:/ {print $2}')
[ "${pages:-0}" -ge 1 ] || { echo "$base.pdf has no pages" >&2; exit 1; }
# Points: A4 landscape.
pdfinfo "$base.pdf" | grep -Eq '^Page size: +84[12](\.[0-9]+)? x 59[56]' || { echo "$base.pdf is not A4 landscape" >&2; exit 1; }
pdftoppm -r 80 -png "$base.pdf" "$base-page"
echo "LibreOffice: $pages pages, $base-page-*.png"

# The first sheet; comma, double quotes, UTF-8.
convert "csv:Text - txt - csv (StarCalc):44,34,76"
.build/python/bin/python .ci/workbook.py --rows "$base.csv" "$table"
