// The decision schema as a walk. The answers stay in memory: each step is an entry of the history that holds only a number.

views.beslis = (route, data) => {
  data.answers ??= [];
  data.words ??= "";
  data.age ??= "";
  const state = { data, notices: h("div", null), place: h("div", null), summary: h("section", { class: "print-only" }) };
  const draw = () => drawStep(state);
  const walk = draw();
  if (!walk) return drawLost(null, null, tryAgain);
  const needed = walk.node.tables?.length > 0;
  return [
    h("h1", null, walk.title),
    h("div", { class: "no-print" },
      details("Over dit schema", h("p", null, rich(walk.about)),
        h("p", null, h("a", { href: "#achtergrond" }, "Achtergronden bij het schema"))),
      needed && childFields(data, draw), state.notices, state.place, wayTaken(walk, data),
      !needed && details("Leeftijd en onderwerp", childFields(data, draw))),
    state.summary,
    actions(
      data.answers.length > 0 && button("Begin opnieuw", () => step(data, { answers: [], words: "", age: "" })), printButton(),
      h("p", { class: "hint" }, "Uw antwoorden blijven op dit apparaat. Ze staan niet in de link.")),
  ];
};

function step(data, changes) {
  pushEntry("#beslis", changes);
  drawView();
  restorePlace();
}

/** Draws where the walk stands; gives the walk. */
function drawStep(state) {
  const { data, place, summary } = state;
  const parts = [`antwoorden=${data.answers.join(",")}`, `woorden=${data.words}`, data.age && `leeftijd=${data.age}`].filter(Boolean);
  const { data: walk, message } = query("beslis", parts);
  if (!walk) {
    fill(place, noticeBox(message));
    return null;
  }
  tellNotices(state, walk.notices);
  const position = drawBlocks(walk.position);
  position[0]?.setAttribute("data-focus", "");
  fill(
    place, position, walk.ended && h("p", { class: "label" }, "Dit is het einde van deze weg."),
    choices(walk, data), toolLinks(walk.tools),
    walk.reasons?.length > 0 && details("Waarom deze stap?", drawBlocks(walk.reasons, { heading: 3 })),
    walk.backgroundBlocks?.length > 0 && details("Achtergrond", drawBlocks(walk.backgroundBlocks, { title: 3, heading: 4 })));
  fill(summary, drawSummary(walk));
  return walk;
}

function choices(walk, data) {
  const list = walk.node.choices ?? [];
  if (list.length === 0) return null;
  return h("ul", { class: "choices", "aria-label": "Kies wat past" },
    list.map(({ id, text }) => h("li", null, button(text, () => step(data, { answers: [...data.answers, id] })))));
}

function wayTaken(walk, data) {
  if (walk.way.length === 0) return null;
  const row = (one, index) => h("li", null, one.title, h("strong", null, ` → ${one.answer} `),
    button(["Wijzig", hiddenText(` ${one.title}`)], () => step(data, { answers: data.answers.slice(0, index) }), { class: "link" }));
  return h("section", { class: "way", "aria-label": "Uw weg" }, h("p", { class: "label" }, "Uw weg:"), h("ol", null, walk.way.map(row)));
}

/** The child's age and what the question is about; the schema's tables need them. */
function childFields(data, draw) {
  const age = select(ageOptions("niet opgegeven"), data.age, () => { data.age = age.value; draw(); });
  const words = textBox(data.words, { oninput: () => { data.words = words.value; draw(); } });
  return h("div", { class: "fields" }, field("Leeftijd van het kind", null, age),
    field("Onderwerp", "Bijvoorbeeld: slapen of driftbuien", words));
}

function toolLinks(tools = []) {
  if (tools.length === 0) return null;
  const row = (tool) => h("li", null, h("a", { href: `#toon/${encodeURIComponent(tool.id)}` }, tool.name),
    tool.note && `: ${tool.note}`, tool.misfit && ` (${tool.misfit})`);
  return [h("h3", null, "Middelen bij deze weg"), h("ul", null, tools.map(row))];
}

/** The way as a whole, for paper. */
const drawSummary = (walk) => [h("h2", null, "Samenvatting"), drawBlocks(walk.summary, { heading: 3 })];

views.achtergrond = ({ path: [id] }) => {
  const one = lists.backgrounds.find((background) => background.id === id);
  if (id && !one) return drawLost(null, null, "Deze achtergrond is er niet.");
  const row = (background) => h("li", null, h("a", { href: `#achtergrond/${background.id}` }, background.title));
  return [
    backButton(), h("h1", null, "Achtergronden bij het beslisschema"),
    one ? drawBlocks(query("achtergrond", [`naam=${id}`]).data?.blocks ?? [], { title: 2 }) : h("ul", null, lists.backgrounds.map(row)),
    h("p", null, h("a", { href: "#beslis" }, "Naar het beslisschema")), actions(printButton(), copyButton()),
  ];
};
