// A parent's question in the tables of the guideline.

views.opvoedvraag = ({ params }, data) => {
  const form = { fields: ["vraag", "leeftijd"], words: "De vraag van de ouder", hint: "Bijvoorbeeld: driftbuien 3 jaar" };
  const state = { view: "opvoedvraag", data, params, kept: [], ...form, notices: h("div", null), out: h("div", null), update: null };
  state.update = () => drawGuide(state, query("opvoedvraag", guideParts(state, state.data.words)));
  state.update();
  return [
    h("h1", null, "Opvoedvraag"),
    h("p", null, "Is een vraag gewoon bij de leeftijd, en wat kan helpen? Dit zegt de JGZ-richtlijn van 2013."),
    guideForm(state), state.notices, state.out, actions(printButton(), copyButton()),
  ];
};
