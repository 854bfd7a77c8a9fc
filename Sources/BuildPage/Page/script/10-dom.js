/** Makes an element. A property that starts with "on" is a listener, any other an attribute; empty children are left out. */
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}

/** Replaces what is in an element. */
function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

/** Text for a screen reader only. */
function hiddenText(text) {
  return h("span", { class: "hidden-text" }, text);
}

function button(label, onclick, properties) {
  return h("button", { type: "button", onclick, ...properties }, label);
}

function details(summary, ...children) {
  return h("details", null, h("summary", null, summary), children);
}

/** A control with its label and hint. */
function field(label, hint, control) {
  const id = `field-${++field.count}`;
  control.id = id;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return h("div", { class: "field" }, h("label", { for: id }, label), hint && h("p", { class: "hint", id: `${id}-hint` }, hint), control);
}
field.count = 0;

/** A list to choose one from. */
function select(options, value, onchange) {
  const control = h("select", { onchange }, options.map(([id, name]) => h("option", { value: id }, name)));
  control.value = value;
  return control;
}

/** A box to type in; what is typed stays out of the browser's own memory. */
function textBox(value, properties) {
  const fixed = { type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: 1000 };
  return h("input", { ...fixed, value, ...properties });
}

let announcement;

/** Tells a screen reader something, after a pause so that typing is not interrupted. */
function announce(text, pause = 1000) {
  clearTimeout(announcement);
  announcement = setTimeout(() => fill(document.getElementById("status"), text), pause);
}
