const pageSize = 10;
const examples = [
  "KOPP 4-12 signalering", "moeder met depressie, baby van 6 maanden", "schulden, interventie voor een schoolkind",
  "vragenlijst voor jonge mantelzorgers", "hechting bij ouders met LVB",
];

views.zoek = (route, data) => {
  data.question ??= linkedQuestion;
  data.count ??= pageSize;
  linkedQuestion = "";
  const search = { data, filters: filtersOf(route.params), all: route.params.has("lijst") };
  const nodes = [h("h1", null, "Zoek een instrument of interventie"), searchForm(search), searchBody(search)];
  drawFacets(search);
  refreshSearch(search);
  return nodes;
};

function searchForm(search) {
  search.box = textBox(search.data.question, { id: "question", oninput: () => typed(search), "aria-describedby": "question-hint" });
  return h(
    "form", { role: "search", class: "question no-print", onsubmit: (event) => submitted(event, search) },
    h("label", { for: "question" }, "Uw vraag"),
    h("p", { class: "hint", id: "question-hint" },
      "Noem bijvoorbeeld de doelgroep, de leeftijd en het onderwerp: “KOPP 4-12 signalering”. Uw vraag blijft op dit apparaat."),
    h("div", { class: "row" }, search.box, h("button", { type: "submit", class: "primary" }, "Zoek")));
}

function searchBody(search) {
  search.chips = h("div", { class: "chips" });
  search.notices = h("div", null);
  search.facets = h("div", { class: "facets" });
  search.results = h("div", { class: "results" });
  const filters = h("details", { class: "filters no-print", open: wideScreen.matches }, h("summary", null, "Filters"), search.facets);
  return [search.notices, search.chips, h("div", { class: "columns" }, filters, search.results)];
}

function typed(search) {
  search.data.question = search.box.value;
  search.data.count = pageSize;
  refreshSearch(search);
}

function submitted(event, search) {
  event.preventDefault();
  typed(search);
  // Where to turn in danger comes before what was found.
  const warning = search.notices.querySelector("[role=alert]");
  focusOn(warning ?? search.results.querySelector("h2") ?? search.box);
  if (warning?.getBoundingClientRect().bottom > window.innerHeight) warning.scrollIntoView();
}

function searchParts(search) {
  return [`woorden=${search.data.question}`, ...search.filters.map(([name, value]) => `${name}=${value}`)];
}

/** Asks and draws. The facets, which take longest, follow when the browser has time. */
function refreshSearch(search) {
  const asked = search.data.question.trim() !== "";
  const shown = asked || search.all || search.filters.length > 0;
  const parts = [...searchParts(search), `aantal=${search.data.count}`];
  const answer = shown ? query(asked ? "zoek" : "lijst", parts) : { data: null, message: "" };
  search.answer = answer.data;
  search.totals = {};
  search.groups = {};
  drawChips(search);
  tellSearchNotices(search, answer);
  if (!shown) return fill(search.results, startChoices(search));
  drawResults(search);
  scheduleFacets(search);
  announce(answer.message || countText(answer.data.total));
}

function tellSearchNotices(search, { data, message }) {
  if (!data) return tellNotices(search, [], message ? [message] : []);
  tellNotices(search, data.warnings, data.notices.filter((text) => !data.warnings.includes(text)));
}

function countText(total) {
  if (total === 0) return "Niets gevonden";
  return total === 1 ? "1 middel gevonden" : `${total} middelen gevonden`;
}

/** What to begin with when nothing has been asked. */
function startChoices(search) {
  const example = (text) => h("li", null, button(text, () => askExample(search, text), { class: "example" }));
  const group = (one) => h("li", null, h("a", { href: address("zoek", [["doelgroep", one.id]]) }, one.name));
  const counts = lists.kinds.map((kind) => `${kind.count} ${kind.heading.toLowerCase()}`).join(" en ");
  return [
    lastQuestion && h("p", null, button("Verder met uw vorige vraag", () => askExample(search, lastQuestion))),
    h("h2", null, "Voorbeelden van vragen"), h("ul", { class: "bare" }, examples.map(example)),
    h("h2", null, "Kies een doelgroep"), h("ul", null, lists.groups.map(group)),
    h("h2", null, "Of bekijk alles"),
    h("p", null, h("a", { href: "#zoek?lijst=alles" }, `Alle ${counts}, op naam`)),
    h("p", null, "Twijfelt u nog of er iets is? Lees eerst de ", h("a", { href: "#signalen" }, "signalen"),
      ", of loop het ", h("a", { href: "#beslis" }, "beslisschema"), " door."),
  ];
}

// Kept for who leaves a question by way of the menu.
let lastQuestion = "";

function askExample(search, text) {
  search.box.value = text;
  typed(search);
  search.box.focus();
}
