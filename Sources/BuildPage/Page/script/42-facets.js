const openFacets = ["soort", "doelgroep"];
const lastAge = 24;
let waiting;

/** The filters of an address, as pairs of facet and value. */
function filtersOf(params) {
  return [...params].filter(([name, value]) => facetHeading(name) && value);
}

function setFilters(search, filters, isSlide = false) {
  const kept = search.all && filters.length === 0 ? [["lijst", "alles"]] : [];
  search.filters = filters;
  search.data.count = pageSize;
  const target = address("zoek", [...filters, ...kept]);
  // Moving a slider on and on is one change.
  if (isSlide && search.isSliding) history.replaceState(history.state, "", target);
  else pushEntry(target, {});
  search.isSliding = isSlide;
  // A new entry of the history has its own memory.
  search.data = current.data;
  refreshSearch(search);
  if (!search.values) drawFacets(search);
  showChosen(search);
  if (filters.length === 0) scheduleFacets(search);
}

function toggleFilter(search, name, value) {
  const rest = search.filters.filter((pair) => pair[0] !== name || pair[1] !== value);
  setFilters(search, rest.length < search.filters.length ? rest : [...search.filters, [name, value]]);
}

/** Draws the facets once, with all there is to choose; after that only their counts and ticks change. */
function drawFacets(search) {
  const { data } = query("facetten", []);
  if (!data) return;
  search.values = [];
  const drawn = data.facets.map((facet) => facetGroup(search, facet));
  drawn.splice(2, 0, ageFacet(search));
  fill(search.facets, drawn);
  showChosen(search);
}

function facetGroup(search, facet) {
  const rows = choicesOf(facet).map((value) => facetValue(search, facet, value));
  const isOpen = openFacets.includes(facet.id) || search.filters.some(([name]) => name === facet.id);
  return h("details", { class: "facet", open: isOpen }, h("summary", null, facetHeading(facet.id)),
    h("fieldset", null, h("legend", { class: "hidden-text" }, facetHeading(facet.id)), rows));
}

/** The values of a facet. A level that stands on both scales is one choice; its count is of both, for no tool is of two kinds. */
function choicesOf({ values }) {
  const choices = new Map();
  for (const value of values) {
    const same = choices.get(value.id);
    choices.set(value.id, same ? { ...value, kind: null, count: same.count + value.count } : value);
  }
  return [...choices.values()];
}

function facetValue(search, facet, value) {
  const box = h("input", { type: "checkbox", onchange: () => toggleFilter(search, facet.id, value.id) });
  const count = h("span", { class: "count" }, String(value.count));
  const name = facet.id === "niveau" ? levelChoice(value) : value.name;
  const label = h("label", { class: "tick" }, box, h("span", null, name, " ", count));
  search.values.push({ facet: facet.id, id: value.id, name, box, count, label });
  return label;
}

function levelChoice({ kind, name }) {
  return kind ? levelName(kind, name) : `Kwaliteit of effect: ${name}`;
}

/** Counts when the browser has time; typing on cancels it. */
function scheduleFacets(search) {
  const later = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  (window.cancelIdleCallback ?? clearTimeout)(waiting);
  waiting = later(() => countFacets(search), { timeout: 300 });
}

function countFacets(search) {
  const { data } = query("facetten", searchParts(search));
  if (!data) return;
  const counted = new Map(data.facets.flatMap((facet) => choicesOf(facet).map((value) => [`${facet.id} ${value.id}`, value])));
  for (const { facet, id, box, count, label } of search.values ?? []) {
    const value = counted.get(`${facet} ${id}`);
    fill(count, String(value?.count ?? 0));
    // The levels of a kind that was not asked for are no choice.
    label.hidden = !value && !box.checked;
    // What only comes near is not counted.
    if (facet === "soort" && search.totals[id]) fill(search.totals[id], value.count > 0 && String(value.count));
  }
}

function showChosen(search) {
  for (const { facet, id, box } of search.values ?? []) {
    box.checked = search.filters.some(([name, value]) => name === facet && value === id);
  }
  showAges(search);
}

/** The ages between which a child can be: pregnancy, 0 to 22, and 23 and older, as two sliders. */
function ageFacet(search) {
  const slider = (value) => {
    const moves = { oninput: () => slid(search, control), onchange: () => chooseAges(search) };
    const control = h("input", { type: "range", min: 0, max: lastAge, value, ...moves });
    return control;
  };
  search.from = slider(0);
  search.to = slider(lastAge);
  search.ageText = h("output", null);
  return h("details", { class: "facet", open: true }, h("summary", null, "Leeftijd"),
    h("fieldset", null, h("legend", { class: "hidden-text" }, "Leeftijd"), h("p", null, search.ageText),
      field("Van", null, search.from), field("Tot en met", null, search.to),
      button("Alle leeftijden", () => setFilters(search, withoutAges(search)))));
}

function ageName(place) {
  if (place === 0) return "zwangerschap";
  return place === lastAge ? "23 jaar en ouder" : `${place - 1} jaar`;
}

function slid(search, moved) {
  const [from, to] = [Number(search.from.value), Number(search.to.value)];
  if (from > to) (moved === search.from ? search.to : search.from).value = moved.value;
  tellAges(search);
}

function tellAges(search) {
  const [from, to] = [Number(search.from.value), Number(search.to.value)];
  search.from.setAttribute("aria-valuetext", ageName(from));
  search.to.setAttribute("aria-valuetext", ageName(to));
  const span = from === to ? ageName(from) : `${ageName(from)} tot en met ${ageName(to)}`;
  fill(search.ageText, from === 0 && to === lastAge ? "alle leeftijden" : span);
}

function withoutAges(search) {
  return search.filters.filter(([name]) => name !== "leeftijd");
}

function chooseAges(search) {
  const ages = ageWords(Number(search.from.value), Number(search.to.value));
  setFilters(search, [...withoutAges(search), ...ages.map((words) => ["leeftijd", words])], true);
}

/** Two places on the sliders in the words that the engine reads. */
function ageWords(from, to) {
  if (from === 0 && to === lastAge) return [];
  if (to === 0) return ["zwanger"];
  const first = Math.max(from, 1) - 1;
  const years = to === lastAge ? `vanaf ${first}` : first === to - 1 ? String(first) : `${first}-${to - 1}`;
  return from === 0 ? ["zwanger", years] : [years];
}

/** Puts the sliders where the filters are; words that they cannot show leave them wide. */
function showAges(search) {
  if (!search.from) return;
  const words = search.filters.filter(([name]) => name === "leeftijd").map(([, value]) => value);
  const years = words.find((one) => one !== "zwanger")?.match(/^(?:vanaf )?(\d+)(?:-(\d+))?$/);
  const isOpen = words.some((one) => one.startsWith("vanaf"));
  const place = (year) => Math.min(Number(year) + 1, lastAge);
  const from = words.includes("zwanger") || !years ? 0 : place(years[1]);
  const onlyPregnancy = words.length === 1 && words[0] === "zwanger";
  search.from.value = from;
  search.to.value = onlyPregnancy ? 0 : !years || isOpen ? lastAge : place(years[2] ?? years[1]);
  tellAges(search);
}
