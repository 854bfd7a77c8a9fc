// How the question was read, and which filters are set, as chips to take away.

function drawChips(search) {
  const { question } = search.answer ?? {};
  // What was read from a filter has its own chip.
  const readings = (question?.readings ?? []).filter(({ words }) => !words.startsWith("--"));
  const chips = [...readings.map((reading) => readingChip(search, reading)), ...search.filters.map((pair) => filterChip(search, pair))];
  fill(
    search.chips, readings.length + search.filters.length > 0 && h("span", { class: "chips-label" }, "Begrepen als: "), chips,
    search.filters.length > 1 && button("Wis alles", () => setFilters(search, []), { class: "link no-print" }),
    question?.unused?.length > 0 && h("p", { class: "unused" }, `Niet gebruikt: ${question.unused.join(", ")}`));
}

function chip(text, remove) {
  const cross = h("span", { class: "cross", "aria-hidden": "true" }, "×");
  return button([hiddenText("Verwijder "), text, cross], remove, { class: "chip" });
}

function readingChip(search, { facet, value, words }) {
  if (!words || !includesWords(search.data.question, words)) return h("span", { class: "chip" }, `${facet} ${value}`);
  return chip(`${facet} ${value}`, () => {
    search.box.value = withoutWords(search.data.question, words);
    typed(search);
    search.box.focus();
  });
}

function filterChip(search, [name, id]) {
  return chip(`${facetHeading(name).toLowerCase()} ${valueName(search, name, id)}`, () => {
    toggleFilter(search, name, id);
    focusOn(search.chips.querySelector("button") ?? search.box);
  });
}

function valueName(search, name, id) {
  return search.values?.find((one) => one.facet === name && one.id === id)?.name ?? id;
}

function includesWords(text, words) {
  const typedText = text.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => typedText.includes(word));
}

/** A question without the words that a reading came from. Words that do not stand together are taken out one by one. */
function withoutWords(text, words) {
  const cut = (rest, part) => {
    const start = rest.toLowerCase().indexOf(part.toLowerCase());
    return start < 0 ? rest : rest.slice(0, start) + rest.slice(start + part.length);
  };
  const whole = cut(text, words);
  return (whole !== text ? whole : words.split(/\s+/).reduce(cut, text)).replace(/\s+/g, " ").trim();
}
