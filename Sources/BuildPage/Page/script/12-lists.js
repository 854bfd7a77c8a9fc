// The names of what the catalogue speaks of, asked once.
let lists;

function loadLists() {
  lists = query("lijsten").data;
}

function named(list, id) {
  return list.find((one) => one.id === id)?.name ?? id;
}

/** What stands above the values of a facet; nothing for what is none. */
function facetHeading(id) {
  return id === "leeftijd" ? "Leeftijd" : lists.facets.find((facet) => facet.id === id)?.heading;
}

/** The values of a facet to choose from, with one for no choice. */
function facetOptions(id, none) {
  return options(lists.facets.find((facet) => facet.id === id).values, none);
}

function groupName(id) {
  return lists.groups.find((group) => group.id === id)?.short ?? id;
}

function toolName(tool) {
  return tool.abbreviation ? `${tool.name} (${tool.abbreviation})` : tool.name;
}

/** The options of a list to choose from, with one for no choice. */
function options(list, none) {
  return [["", none], ...list.map((one) => [one.id, one.short ?? one.name])];
}

/** Ages to choose from, in the engine's words. */
function ageOptions(none) {
  const years = Array.from({ length: 23 }, (_, year) => [String(year), `${year} jaar`]);
  return [["", none], ["zwanger", "zwangerschap"], ...years, ["vanaf 23", "23 jaar en ouder"]];
}

/**
 * A level in words, with its place on the scale as a shape; a level that is no judgement has a broken edge and no steps, nor has one
 * that does not hold for the ages that were asked for.
 */
function levelBadge(kind, { level: id, text: shown, fit, scope }) {
  const scale = lists.levels.filter((level) => level.kind === kind);
  const judgements = scale.filter((level) => level.judgement);
  const level = scale.find((one) => one.id === id);
  const name = level?.name ?? id;
  const text = levelName(kind, shown ?? (scope ? `${name} (${scope.text})` : name));
  const place = judgements.indexOf(level);
  if (place < 0 || fit === "outside") return h("span", { class: "level unjudged" }, text);
  const steps = "■".repeat(judgements.length - place) + "□".repeat(place);
  return h("span", { class: "level" }, h("span", { class: "steps", "aria-hidden": "true" }, steps), ` ${text}`);
}

/** The two scales are told apart by their word. */
function levelName(kind, name) {
  return `${kind === "signalering" ? "Kwaliteit" : "Effect"}: ${name}`;
}
