views.toon = ({ path: [id] }) => {
  const { data, message } = query("toon", [`middel=${id ?? ""}`]);
  if (!data?.tool) return drawLost(null, null, message || "Dit middel staat niet in de catalogus.");
  const { tool, level, blocks } = data;
  return [
    backButton(),
    h("article", null,
      h("h1", null, toolName(tool)),
      h("p", null,
        h("span", { class: "level kind" }, named(lists.kinds, tool.kind)), " ", levelBadge(tool.kind, tool.evidence),
        ` Leeftijd: ${agesText(tool.ages)}`),
      h("p", null, tool.summary),
      h("p", null, `${level.meaning} `,
        h("a", { href: "#uitleg", class: "no-print" }, "Uitleg van de niveaus")),
      h("div", { class: "no-print" }, compareBox(tool)),
      drawBlocks(blocks, { leaveOut: [tool.summary, level.meaning] })),
    actions(printButton(), copyButton()),
  ];
};
