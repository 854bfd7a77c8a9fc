/** Blocks as elements. Headings begin at the given level below the title's. */
function drawBlocks(blocks, { title = 0, heading = 2, leaveOut = [] } = {}) {
  const drawn = [];
  for (const block of blocks) {
    if (leaveOut.includes(block.text)) continue;
    if (block.kind === "title" && !title) continue;
    addBlock(drawn, block, { title, heading });
  }
  return drawn;
}

function addBlock(drawn, block, levels) {
  switch (block.kind) {
    case "title": return drawn.push(h(`h${levels.title}`, null, block.text));
    case "heading": return drawn.push(h(`h${levels.heading}`, null, block.text));
    case "subheading": return drawn.push(h(`h${levels.heading + 1}`, null, block.text));
    case "label": return drawn.push(h("p", { class: "label" }, `${block.text.replace(/:$/, "")}:`));
    case "field": return addField(drawn, block);
    case "item": return openList(drawn, "UL").append(h("li", null, rich(block.text)));
    case "numbered": return openList(drawn, "OL").append(h("li", { value: block.number }, rich(block.text)));
    case "subitem": return addSubitem(drawn, block);
    case "notice": return drawn.push(dangerBox(block.text));
    default: return drawn.push(paragraph(block.text));
  }
}

/** The list that is being written; a new one when something else came in between. */
function openList(drawn, tag) {
  if (drawn.at(-1)?.tagName !== tag) drawn.push(h(tag, null));
  return drawn.at(-1);
}

function addField(drawn, { label, text }) {
  const command = wholeCommand(text);
  // A field that only leads somewhere is a link with the label as its name.
  if (command) return openList(drawn, "UL").append(h("li", null, commandLink(command, label)));
  openList(drawn, "DL").append(h("div", null, h("dt", null, label), h("dd", null, rich(text))));
}

function addSubitem(drawn, block) {
  const list = drawn.at(-1);
  if (list?.tagName === "DL") return list.lastChild.lastChild.append(h("p", { class: "aside" }, rich(block.text)));
  const item = openList(drawn, "UL").lastChild ?? openList(drawn, "UL");
  if (item.lastChild?.tagName !== "UL") item.append(h("ul", { class: "aside" }));
  item.lastChild.append(h("li", null, rich(block.text)));
}

function paragraph(text) {
  return text.startsWith("Let op: ") ? noticeBox(text.slice(8)) : h("p", null, rich(text));
}

/** Something to mind. */
function noticeBox(text) {
  return h("div", { class: "notice" }, h("p", null, h("strong", null, "Let op: "), rich(text)));
}

/** Whom to call in danger. */
function dangerBox(text) {
  const sign = h("span", { class: "sign", "aria-hidden": "true" }, "!");
  return h("div", { class: "notice danger" }, h("p", null, sign, h("strong", null, "Let op: "), rich(text)));
}

/** Draws warnings of danger and other notices in the box of a view; only when they change, so that a screen reader tells them once. */
function tellNotices(state, warnings, others = []) {
  const told = JSON.stringify([warnings, others]);
  if (state.told === told) return;
  state.told = told;
  const alert = warnings.length > 0 && h("div", { role: "alert" }, warnings.map(dangerBox));
  fill(state.notices, alert, others.map(noticeBox));
}
