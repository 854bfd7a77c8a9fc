#!/usr/bin/env bash
# Completions in the real bash, zsh and fish, at a terminal; the manual page in mandoc. The page as a reader sees it stands in .build/shell/page.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

work=.build/shell
program=$(swift build -c release --show-bin-path)/wegwijzer
python3 .ci/shell.py "$program" "$work"

"$program" aanvulling man > "$work/wegwijzer.1"
# Warnings and even matters of style fail.
mandoc -T lint -W style "$work/wegwijzer.1"
mandoc -T utf8 -O width=80 "$work/wegwijzer.1" | sed -E 's/.\x08//g' > "$work/page.txt"
missing=0
while read -r name _; do
  [ "$(grep -c -E "^   wegwijzer $name\$" "$work/page.txt")" = 1 ] || { echo "the manual page has no section on $name" >&2; missing=1; }
done < <("$program" --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p')
[ "$missing" = 0 ] || exit 1
echo "the manual page: $(wc -l < "$work/page.txt") lines"
