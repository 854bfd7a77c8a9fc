const mostCompared = 6;
/** Ages in months and ids serve spreadsheets; a reader has the age in words. */
const spreadsheetFields = ["vanaf", "tot", "id"];
/** The tools picked to compare: id to name, in the order picked. */
const picked = new Map();

/** A box to pick a tool with. */
function compareBox(tool) {
  const box = h("input", { type: "checkbox", checked: picked.has(tool.id), onchange: () => pick(tool, box) });
  return h("label", { class: "tick no-print" }, box, h("span", null, "Vergelijk", hiddenText(` ${toolName(tool)}`)));
}

function pick(tool, box) {
  if (!box.checked) picked.delete(tool.id);
  else if (picked.size < mostCompared) picked.set(tool.id, tool.abbreviation || tool.name);
  else box.checked = false;
  drawCompareBar();
  const full = picked.size === mostCompared ? " Meer dan zes kan niet." : "";
  announce(`${picked.size} gekozen om te vergelijken.${full}`, 100);
}

function drawCompareBar() {
  const bar = document.getElementById("compare-bar");
  const hidden = picked.size === 0 || !["zoek", "toon"].includes(readAddress()?.view);
  bar.hidden = hidden;
  document.documentElement.classList.toggle("has-bar", !hidden);
  const ready = picked.size > 1;
  const hint = !ready ? "Kies er nog een." : picked.size === mostCompared && "Meer dan zes kan niet.";
  fill(
    bar, h("div", { class: "wide row" },
      h("p", null, `Gekozen: ${[...picked.values()].join(", ")}. `, hint),
      ready && h("a", { class: "primary", href: compareAddress([...picked.keys()]) }, `Vergelijk deze ${picked.size}`),
      button(["Wis", hiddenText(" keuze")], clearPicked)));
}

function clearPicked() {
  picked.clear();
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = document.querySelectorAll(".card input, article input");
  for (const box of boxes) box.checked = false;
  drawCompareBar();
  focusOn(document.querySelector("h1"));
}

function compareAddress(ids) {
  return `#vergelijk/${ids.map(encodeURIComponent).join("/")}`;
}

views.vergelijk = ({ path }, data) => {
  const { data: comparison, message } = query("vergelijk", path.map((id) => `middel=${id}`));
  if (!comparison) return drawLost(null, null, message);
  const { tools } = comparison;
  const fields = comparison.fields.filter(({ id }) => !spreadsheetFields.includes(id));
  const table = h("div", null);
  const draw = () => fill(table, compareTable(tools, data.onlyDifferent ? differing : fields));
  const differing = fields.filter(({ differs }) => differs);
  const box = h("input", { type: "checkbox", checked: data.onlyDifferent, onchange: () => { data.onlyDifferent = box.checked; draw(); } });
  draw();
  return [
    backButton(), h("h1", null, "Vergelijking"),
    h("p", null, `${differing.length} van de ${fields.length} kenmerken verschillen. Daar staat ‘verschilt’ bij.`),
    h("label", { class: "tick no-print" }, box, h("span", null, "Alleen verschillen")), table,
    h("p", null, "Niveaus van een instrument en van een interventie staan op verschillende schalen. Die kunt u niet vergelijken."),
    actions(printButton(), copyButton()),
  ];
};

/** On a narrow screen the cells stand below each other; the roles keep it a table there. */
function compareTable(tools, fields) {
  const column = (tool) => h("th", { scope: "col", role: "columnheader" },
    h("a", { href: `#toon/${encodeURIComponent(tool.id)}` }, toolName(tool)), removeLink(tool, tools));
  const short = tools.map((tool) => tool.abbreviation || tool.name);
  const cell = (value, index) => h("td", { role: "cell", "data-tool": short[index] }, rich(value ?? "niet vermeld"));
  const row = ({ label, differs, values }) => h("tr", { role: "row" },
    h("th", { scope: "row", role: "rowheader" }, label, differs && h("span", { class: "differs" }, " verschilt")), values.map(cell));
  return scrollBox("Vergelijking", h("table", { class: "compare", role: "table" },
    h("thead", { role: "rowgroup" },
      h("tr", { role: "row" }, h("th", { scope: "col", role: "columnheader" }, "Kenmerk"), tools.map(column))),
    h("tbody", { role: "rowgroup" }, fields.map(row))));
}

function removeLink(tool, tools) {
  if (tools.length < 3) return null;
  const rest = tools.filter((one) => one !== tool).map((one) => one.id);
  return h("p", { class: "no-print" }, h("a", { href: compareAddress(rest) }, "Weg", hiddenText(` met ${toolName(tool)}`)));
}

/** A box that a wide table scrolls in, so that the page does not. */
function scrollBox(label, table) {
  return h("div", { class: "scroll", role: "region", "aria-label": `${label} (schuif opzij)`, tabindex: 0 }, table);
}
