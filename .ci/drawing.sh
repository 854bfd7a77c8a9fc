#!/usr/bin/env bash
# Draws the decision schema with the real tools: Graphviz, and Mermaid in a real browser. A drawing that they refuse fails.
set -euo pipefail
cd "$(dirname "$0")/.."

work=.build/drawing
mkdir -p "$work"
program=$(swift build -c release --show-bin-path)/wegwijzer
count=$("$program" beslis --schema json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["nodes"]))')

"$program" beslis --schema dot > "$work/schema.dot"
dot -Tpng "$work/schema.dot" -o "$work/dot.png"
drawn=$(dot -Tplain "$work/schema.dot" | grep -c '^node ')
[ "$drawn" -ge "$count" ] || { echo "Graphviz drew $drawn of $count nodes" >&2; exit 1; }
echo "Graphviz: $drawn nodes, $work/dot.png"

"$program" beslis --schema mermaid > "$work/schema.mmd"
cp "$(.build/python/bin/python -c 'import importlib.util; print(importlib.util.find_spec("mmdc").submodule_search_locations[0])')/assets/mermaid.js" "$work/mermaid.js"
python3 - "$work" <<'PAGE'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
text = json.dumps((work / "schema.mmd").read_text(encoding="utf-8"))
(work / "mermaid.html").write_text(f"""<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="out"></div>
<script src="mermaid.js"></script>
<script>
mermaid.initialize({{startOnLoad: false}});
mermaid.render("drawing", {text}).then(
  result => {{ out.innerHTML = result.svg; document.body.dataset.result = "drawn"; }},
  error => {{ document.body.dataset.result = "refused: " + error.message; }});
</script>""", encoding="utf-8")
PAGE
browser=(chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=20000 --window-size=1400,3000)
"${browser[@]}" --dump-dom "file://$PWD/$work/mermaid.html" > "$work/mermaid-drawn.html" 2> "$work/chromium.log"
"${browser[@]}" --screenshot="$PWD/$work/mermaid.png" "file://$PWD/$work/mermaid.html" 2>> "$work/chromium.log"
drawn=$(grep -o 'class="node [^"]*"' "$work/mermaid-drawn.html" | wc -l)
if ! grep -q 'data-result="drawn"' "$work/mermaid-drawn.html" || [ "$drawn" -lt "$count" ]; then
  grep -o 'data-result="[^"]*"' "$work/mermaid-drawn.html" >&2 || true
  echo "Mermaid drew $drawn of $count nodes" >&2
  exit 1
fi
echo "Mermaid: $drawn nodes, $work/mermaid.png"
