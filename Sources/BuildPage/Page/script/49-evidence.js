// How many tools stand at each level, per target group.

views.bewijs = ({ params }, data) => {
  const fields = ["soort", "doelgroep", "leeftijd", "setting", "erkenning", "rust-op", "tel"];
  const state = { view: "bewijs", data, fields, kept: [], params, out: h("div", null) };
  state.update = () => drawEvidence(state);
  state.update();
  return [
    h("h1", null, "Bewijs per doelgroep"),
    h("p", null, "Hoe sterk is het bewijs? Elk getal is een link naar de middelen. ", h("a", { href: "#uitleg" }, "Uitleg van de niveaus")),
    guideForm(state), state.out, actions(printButton(), copyButton()),
  ];
};

function drawEvidence(state) {
  const { data, message } = query("bewijs", guideParts(state));
  if (!data) return fill(state.out, noticeBox(message));
  const counted = state.params.get("tel") === "middelen" ? "tools" : "listings";
  const cellsOf = (kind) => data.matrix.filter((cell) => cell.kind === kind.id);
  const kinds = lists.kinds.filter((kind) => cellsOf(kind).length > 0);
  fill(
    state.out, kinds.map((kind) => [h("h2", null, kind.heading), evidenceTable(state, kind, cellsOf(kind), counted)]),
    data.gaps?.length > 0 && [h("h2", null, "Wat ontbreekt"), h("ul", null, data.gaps.map((gap) => h("li", null, rich(gap))))],
    h("h2", null, "Hoe te lezen"), h("ul", null,
      h("li", null, counted === "tools"
        ? "Geteld zijn verschillende middelen. Wat bij meer groepen staat, telt bij elke groep mee, maar in het totaal één keer."
        : "Geteld zijn rijen van de tabellen. Wat bij meer groepen staat, telt meer dan één keer."),
      data.supplementary > 0 && h("li", null, `${data.supplementary} aanvullende middelen, van andere bronnen, tellen niet mee.`),
      h("li", null, rich(lists.evidenceAdvice)),
      h("li", null, "Geen bewijs is geen bewijs dat iets niet werkt.")));
}

function evidenceTable(state, kind, cells, counted) {
  const levels = lists.levels.filter((level) => level.kind === kind.id);
  const heads = ["Doelgroep", ...levels.map((level) => level.name), "totaal"].map((name) => h("th", { scope: "col" }, name));
  const groups = [...new Set(cells.map((cell) => cell.targetGroup))];
  const row = (group) => {
    const own = levels.map((level) => cells.find((cell) => cell.targetGroup === group && cell.level === level.id));
    const total = own.reduce((sum, cell) => sum + (cell?.[counted] ?? 0), 0);
    return h("tr", { class: group ? null : "total" }, h("th", { scope: "row" }, group ? groupName(group) : "alle doelgroepen"),
      own.map((cell, index) => h("td", null, countLink(state, kind, group, levels[index], cell?.[counted] ?? 0))),
      h("td", null, String(total)));
  };
  return scrollBox(kind.heading, h("table", { class: "matrix" },
    h("thead", null, h("tr", null, heads)),
    h("tbody", null, groups.map(row))));
}

function countLink(state, kind, group, level, count) {
  if (count === 0) return "0";
  const ownGroup = group ?? state.params.get("doelgroep");
  const kept = ["leeftijd", "setting", "erkenning", "rust-op"].map((name) => [name, state.params.get(name)]);
  const pairs = [["soort", kind.id], ["doelgroep", ownGroup], ...kept, ["niveau", level.id]];
  const meaning = `${group ? groupName(group) : "alle doelgroepen"}, ${levelName(kind.id, level.name)}`;
  return h("a", { href: address("zoek", pairs) }, String(count), hiddenText(` ${meaning}`));
}
