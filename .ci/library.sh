#!/usr/bin/env bash
# The library as a package of its own uses it, beside the program; and its documentation, by the toolchain's DocC, in .build/library/*.doccarchive.
# Usage: .ci/library.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."

work=$PWD/.build/library
mkdir -p "$work/modules" "$work/graphs"

# A module is read by those after it. Only its interface is made, which takes seconds.
modules=(Storage Language Catalog Search Decision Parenting Documents Reports)
for module in "${modules[@]}"; do
  find "Sources/$module" -name '*.swift' -print0 | sort -z | xargs -0 swiftc -emit-module -parse-as-library -swift-version 6 \
    -enable-upcoming-feature ExistentialAny -package-name wegwijzer -module-name "$module" -I "$work/modules" -emit-module-path "$work/modules/$module.swiftmodule" \
    -emit-symbol-graph -emit-symbol-graph-dir "$work/graphs" -symbol-graph-minimum-access-level public
  # Extensions of other modules' types are written beside it: `Reports@Catalog`.
  rm -rf "$work/graphs/$module" "$work/$module.doccarchive"
  mkdir "$work/graphs/$module"
  mv "$work/graphs/$module"*.symbols.json "$work/graphs/$module/"
done
python3 .ci/library.py "$work"/graphs/*/*.symbols.json

for module in "${modules[@]}"; do
  articles=()
  [ ! -d "Sources/$module/$module.docc" ] || articles=("Sources/$module/$module.docc")
  docc convert "${articles[@]}" --warnings-as-errors --additional-symbol-graph-dir "$work/graphs/$module" --fallback-display-name "$module" \
    --fallback-bundle-identifier "wegwijzer.$module" --output-path "$work/$module.doccarchive"
  echo "the documentation of $module: $(find "$work/$module.doccarchive/data" -name '*.json' | wc -l) pages"
done

# What the example prints is what the program answers.
program=${1:-$(swift build -c release --show-bin-path)/wegwijzer}
question="KOPP 4-12 signalering"
swift run --package-path Tests/LibraryExample --scratch-path .build/library-example \
  LibraryExample "$question" > "$work/example.txt"
sed '1,/^json:$/d' "$work/example.txt" > "$work/answer.json"
"$program" zoek "$question" --formaat json | diff - "$work/answer.json"
choice=$(sed -n 's/^chosen: //p' "$work/example.txt")
"$program" beslis --antwoorden "$choice" --formaat json > "$work/walk.json" || [ $? = 1 ]
python3 - "$work" <<'PYTHON'
import json, pathlib, sys

work = pathlib.Path(sys.argv[1])
told = [line.split(": ", 1) for line in (work / "example.txt").read_text(encoding="utf-8").partition("json:\n")[0].splitlines()]
tools = [text for label, text in told if label == "tool"]
names = [result["name"] for result in json.loads((work / "answer.json").read_bytes())["results"]]
assert names and len(tools) == len(names) and all(tool.startswith(name + " – ") for tool, name in zip(tools, names)), tools
assert dict(told)["node"] == json.loads((work / "walk.json").read_bytes())["node"]["id"], told
print(f"the example finds the program's {len(tools)} tools and comes to its node {dict(told)['node']}")
PYTHON
