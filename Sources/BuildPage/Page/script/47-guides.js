// Views that show texts of the catalogue, narrowed by choices (in the address) and by words (in memory only).

const guideFields = {
  doelgroep: () => ["Doelgroep", options(lists.groups, "alle doelgroepen")],
  leeftijd: () => ["Leeftijd", ageOptions("alle leeftijden")],
  setting: () => ["Waar u werkt", facetOptions("setting", "overal")],
  met: () => ["Gesprek met", [["", "jeugdige of ouder"], ["jeugdige", "jeugdige"], ["ouder", "ouder"]]],
  voor: () => ["Voor wie", [["", "iedereen"], ...lists.audiences.map((one) => [one, one])]],
  vraag: () => ["Onderwerp uit de richtlijn", options(lists.questions, "kies een onderwerp")],
  soort: () => ["Soort", options(lists.kinds, "beide soorten")],
  erkenning: () => ["Erkenning", facetOptions("erkenning", "alle")],
  "rust-op": () => ["Niveau rust op", facetOptions("rust-op", "alles")],
  tel: () => ["Tel", [["", "vermeldingen"], ["middelen", "middelen"]]],
};
/** Headings that close every text, and are no part of it to ask for. */
const afterParts = ["Hierna", "Bronnen"];
const guide = ["doelgroep", "leeftijd", "setting"];

views.signalen = guideView("signalen", { fields: guide, words: "Zoek in de signalen" });
views.gesprek = guideView("gesprek", { fields: [...guide, "met"], words: "Zoek in de tips voor het gesprek" });
views.factoren = guideView("factoren", { fields: guide, words: "Zoek in de factoren" });
views.praktijk = guideView("praktijk", { fields: guide, words: "Zoek in wat de praktijk zegt" });
views.domeinen = guideView("domeinen", { words: "Zoek in de domeinen" });
views.begrippen = guideView("begrippen", { command: "begrip", words: "Zoek een begrip" });
views.uitleg = guideView("uitleg", {});
views.samenwerken = guideView("samenwerken", { fields: ["voor"], kept: ["element", "project"] });

/** A view with a form over the texts that a command gives. */
function guideView(view, { command = view, fields = [], kept = [], words = "" }) {
  return ({ params }, data) => {
    const state = { view, command, data, fields, kept, words, params, notices: h("div", null), out: h("div", null) };
    state.update = () => drawGuide(state, askGuide(state));
    const answer = askGuide(state);
    drawGuide(state, answer);
    const title = answer.data?.blocks.find(({ kind }) => kind === "title")?.text;
    return [h("h1", null, title ?? viewName(view)), guideForm(state), state.notices, state.out, actions(printButton(), copyButton())];
  };
}

/** Asks for the whole text when a link leads to one of its headings; words that are no heading are looked for. */
function askGuide(state) {
  const part = state.params.get("onderdeel");
  if (!part || state.data.words) return query(state.command, guideParts(state, state.data.words));
  const whole = query(state.command, guideParts(state));
  const isHeading = whole.data?.blocks.some(({ kind, text }) => kind === "heading" && text === part);
  return isHeading ? whole : query(state.command, guideParts(state, part));
}

function guideParts({ params, fields, kept }, words) {
  const chosen = [...fields, ...kept].filter((name) => params.get(name)).map((name) => `${name}=${params.get(name)}`);
  return words ? [...chosen, `woorden=${words}`] : chosen;
}

function guideForm(state) {
  const controls = state.fields.map((name) => {
    const [label, choices] = guideFields[name]();
    const control = select(choices, state.params.get(name) ?? "", () => choose(state, name, control.value));
    return field(label, null, control);
  });
  if (state.words) controls.unshift(field(state.words, state.hint, wordsBox(state)));
  if (controls.length === 0) return null;
  return h("form", { class: "fields no-print", role: "search", onsubmit: (event) => event.preventDefault() }, controls);
}

function wordsBox(state) {
  const box = textBox(state.data.words ?? "", { oninput: () => { state.data.words = box.value; updateGuide(state); } });
  return box;
}

function choose(state, name, value) {
  state.params.delete(name);
  state.params.delete("onderdeel");
  if (value) state.params.append(name, value);
  pushEntry(address(state.view, [...state.params]), {});
  state.data = current.data;
  updateGuide(state);
}

function updateGuide(state) {
  state.update();
  announce(state.out.querySelector("li, dd, td") ? "De tekst is bijgewerkt." : "Niets gevonden.");
}

function drawGuide(state, { data, message }) {
  if (!data) return fill(state.out, noticeBox(message), wholeLink(state));
  // Warnings stand above all else, so that they are told when they come while typing.
  const warnings = data.blocks.filter(({ kind }) => kind === "notice").map(({ text }) => text);
  tellNotices(state, warnings);
  const drawn = drawBlocks(data.blocks, { leaveOut: [...warnings, viewName(state.view)] });
  const part = drawn.find(({ tagName, textContent }) => tagName === "H2" && textContent === state.params.get("onderdeel"));
  for (const name of ["data-part", "data-focus"]) part?.setAttribute(name, "");
  const isPart = !part && ["onderdeel", "element", "project"].some((name) => state.params.has(name));
  fill(state.out, isPart ? wholeLink(state) : contents(state, data.blocks), drawn);
}

function wholeLink(state) {
  return h("p", { class: "no-print" }, h("a", { href: `#${state.view}` }, "Toon alles"));
}

/** The parts of a long text; only where a part can be asked by its title. */
function contents({ view, fields, data }, blocks) {
  const titles = blocks.filter(({ kind, text }) => kind === "heading" && !afterParts.includes(text)).map(({ text }) => text);
  if (!fields.includes("setting") || data.words || titles.length < 4) return null;
  return h("nav", { class: "contents no-print", "aria-label": "Onderdelen" }, h("p", { class: "label" }, "Onderdelen:"),
    h("ul", null, titles.map((title) => h("li", null, h("a", { href: address(view, [["onderdeel", title]]) }, title)))));
}
