const mainViews = [
  ["zoek", "Zoeken"], ["beslis", "Beslisschema"], ["opvoedvraag", "Opvoedvraag"], ["signalen", "Signalen"], ["gesprek", "Gesprek"],
  ["factoren", "Factoren"], ["samenwerken", "Samenwerken"], ["bewijs", "Bewijs"],
];
const moreViews = [["praktijk", "Praktijk"], ["domeinen", "Domeinen"], ["begrippen", "Begrippen"], ["over", "Over"]];
const otherViews = [["uitleg", "Uitleg van de niveaus"], ["achtergrond", "Achtergronden"]];
const wideScreen = matchMedia("(min-width: 60rem)");

function viewName(view) {
  return [...mainViews, ...moreViews, ...otherViews].find(([id]) => id === view)?.[1] ?? "Zoeken";
}

function drawNavigation(view) {
  const link = ([id, name]) => h("li", null, h("a", { href: `#${id}`, "aria-current": id === view && "page" }, name));
  const more = h("details", { class: "more" }, h("summary", null, "Meer"), h("ul", null, moreViews.map(link)));
  const list = h("ul", null, mainViews.map(link), h("li", null, more));
  const menu = h("details", { class: "menu", open: wideScreen.matches }, h("summary", null, "Menu"), list);
  fill(document.getElementById("navigation"), menu);
}

/** Keeps what is folded on a narrow screen open on a wide one. */
function followWidth() {
  wideScreen.addEventListener("change", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folded = document.querySelectorAll("details.menu, details.filters");
    for (const one of folded) one.open = wideScreen.matches;
  });
}

function closeMenus(event) {
  if (event.type === "keydown" && event.key !== "Escape") return;
  /** @type {HTMLDetailsElement} */
  const more = document.querySelector("details.more[open]");
  if (!more || (event.type === "click" && more.contains(event.target))) return;
  if (event.type === "keydown") more.querySelector("summary").focus();
  more.open = false;
}

/** The link past the menu: its address would be taken for that of a view. */
function skipMenu(event) {
  event.preventDefault();
  document.getElementById("main").focus();
}

/** The slash goes to the question, but only when no field has the focus: it is a character too. */
function followSlash(event) {
  const box = document.getElementById("question");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box) return;
  if (document.activeElement?.matches("input, select, textarea, summary, button")) return;
  event.preventDefault();
  box.focus();
}
