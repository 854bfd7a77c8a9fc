const kindAreas = [["child", "het kind of de jongere zelf"], ["family", "ouders en gezin"], ["surroundings", "de omgeving"]];

function drawResults(search) {
  const { answer } = search;
  if (!answer) return fill(search.results);
  if (search.data.question.trim()) lastQuestion = search.data.question;
  const groups = lists.kinds.map((kind) => resultGroup(search, kind));
  fill(
    search.results, h("h2", null, answer.dropped ? "Niets gevonden dat aan alles voldoet" : countText(answer.total)),
    answer.results.length === 0 && nothingFound(search),
    answer.dropped && h("p", { class: "notice" },
      `Hieronder staat wat het dichtst in de buurt komt, zonder ${answer.dropped}.`),
    answer.withoutAge > 0 && h("p", null, `Bij ${answer.withoutAge} hiervan is de leeftijd niet vermeld.`),
    groups, areasText(answer.areas), seeAlso(answer.seeAlso), answer.results.length > 0 && resultActions(search));
}

function nothingFound(search) {
  return [
    h("p", null, "De catalogus heeft niets dat hierbij past. Dat betekent niet dat het niet bestaat."),
    h("ul", null, h("li", null, "Haal een voorwaarde weg."),
      h("li", null, "Noem een doelgroep, leeftijd, onderwerp of de naam van een middel.")),
    search.filters.length > 0 && h("p", null, button("Wis alle filters", () => setFilters(search, []))),
  ];
}

function resultGroup(search, kind) {
  const results = search.answer.results.filter((result) => result.kind === kind.id);
  if (results.length === 0) return null;
  search.totals[kind.id] = h("span", { class: "count" });
  search.groups[kind.id] = h(
    "section", null, h("h3", null, kind.heading, " ", search.totals[kind.id]), h("ol", { class: "cards" }, results.map(resultCard)),
    results.length >= search.data.count && search.answer.results.length < search.answer.total && moreButton(search, kind, results.length));
  return search.groups[kind.id];
}

function moreButton(search, kind, shown) {
  const more = button(["Toon meer", hiddenText(` ${kind.heading.toLowerCase()}`)], () => {
    search.data.count += 2 * pageSize;
    refreshSearch(search);
    // The focus goes on with the first that is new.
    search.groups[kind.id]?.querySelectorAll("h4 a")[shown]?.focus();
  });
  return h("p", { class: "no-print" }, more);
}

function resultCard(result) {
  const fact = (label, text) => text && h("div", null, h("dt", null, label), h("dd", null, text));
  return h(
    "li", { class: "card" },
    h("h4", null, h("a", { href: `#toon/${encodeURIComponent(result.id)}` }, toolName(result))),
    h("p", null, levelBadge(result.kind, result.evidence)),
    h("dl", { class: "facts" },
      fact("Voor", result.targetGroups.map(groupName).join(", ")), fact("Leeftijd", agesText(result.ages)),
      fact("Door", result.administeredBy.join(", ") || "niet vermeld"), fact("Past omdat", (result.reasons ?? []).join("; "))),
    result.remarks[0] && h("p", { class: "mind" }, h("strong", null, "Let op: "), rich(result.remarks[0])),
    compareBox(result));
}

function agesText(ages) {
  return ages.map((age) => age.stated).join("; ") || "niet vermeld";
}

/** Which parts of a child's world the interventions are about, and which not. */
function areasText(areas) {
  const covered = kindAreas.filter(([id]) => areas?.[id] > 0).map(([id, name]) => `${name} (${areas[id]})`).join(", ");
  if (!covered) return null;
  const missing = kindAreas.filter(([id]) => areas[id] === 0).map(([, name]) => name).join(" of ");
  return h("p", { class: "areas" },
    `Deze interventies richten zich op ${covered}. `, missing && `Geen ervan richt zich op ${missing}. `,
    "Eén domein versterken zonder de andere doet minder (rapport, p. 12).");
}

function seeAlso(links = []) {
  if (links.length === 0) return null;
  return h("section", { class: "no-print" }, h("h3", null, "Zie ook"),
    h("ul", null, links.map(({ label, opens }) => h("li", null, h("a", { href: destinationAddress(opens) }, label)))));
}

function resultActions(search) {
  return actions(
    button("Bewaar als CSV", () => save(`wegwijzer-${lists.date}.csv`, ask("csv", searchParts(search)).text)), printButton(),
    copyButton("Link gekopieerd. De filters staan erin, uw vraag niet."));
}
