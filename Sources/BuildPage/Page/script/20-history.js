// Each view has an address in the fragment. What was typed is kept in memory only: an entry of the history holds a number, and
// `entries` holds what belongs to it. After a reload the numbers are unknown, and every view begins anew.
const views = {};
const entries = new Map();
let current;
let entryCount = Date.now();

/** The address of a view. */
function address(view, pairs = []) {
  const search = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
  return `#${view}${search && "?"}${search}`;
}

/** What the fragment says; null when it cannot be read. */
function readAddress() {
  try {
    const [path, ...search] = location.hash.slice(1).split("?");
    const [view, ...rest] = path.split("/").map(decodeURIComponent);
    return { view: view || "zoek", path: rest, params: new URLSearchParams(search.join("?")) };
  } catch {
    return null;
  }
}

/** Makes the entry that the browser stands at the current one. */
function enter(data) {
  current = { data };
  entries.set(++entryCount, current);
  history.replaceState({ entry: entryCount }, "");
}

/** Keeps where the reader was, for when they come back. */
function leave() {
  if (!current) return;
  current.scroll = window.scrollY;
  current.link = document.activeElement?.getAttribute("href");
}

/** Adds an entry to the history for a change within the view, which draws it itself. */
function pushEntry(target, changes) {
  leave();
  history.pushState(null, "", target);
  enter({ ...current.data, ...changes });
}

/** Follows the browser to another entry. */
function arrive() {
  const known = entries.get(history.state?.entry);
  // One step through the history is told by two events.
  if (known && known === current) return;
  leave();
  if (known) current = known;
  else enter({});
  drawView();
  restorePlace();
}

function drawView() {
  const route = readAddress();
  const draw = Object.hasOwn(views, route?.view ?? "") ? views[route.view] : drawLost;
  const main = document.getElementById("main");
  fill(main, draw(route, current.data));
  // The title gets into the browser's history, so it never holds what was typed: no heading of the first level does.
  document.title = `${main.querySelector("h1").textContent} – Wegwijzer`;
  drawNavigation(route?.view);
  drawCompareBar();
}

/** Puts the focus where the reader was in this view, or else on its heading. */
function restorePlace() {
  const main = document.getElementById("main");
  const link = current.link && [...main.querySelectorAll("a")].find((one) => one.getAttribute("href") === current.link);
  focusOn(link || main.querySelector("[data-focus]") || main.querySelector("h1"), true);
  window.scrollTo(0, current.scroll ?? 0);
  if (current.scroll === undefined) showPart();
}

/** Scrolls to the part of a text that a link asked for. */
function showPart() {
  document.querySelector("[data-part]")?.scrollIntoView();
}

function focusOn(element, preventScroll = false) {
  if (!element.matches("a, button, input")) element.tabIndex = -1;
  element.focus({ preventScroll });
}

function startHistory() {
  history.scrollRestoration = "manual";
  window.addEventListener("popstate", arrive);
  window.addEventListener("hashchange", arrive);
  enter({});
  drawView();
  showPart();
}

/** A view for an address that leads nowhere, or an answer that cannot be given. */
function drawLost(route, data, message = "Dit adres kennen wij niet. Misschien is de link niet helemaal overgenomen.") {
  return [h("h1", null, "Niet gevonden"), h("p", null, message), h("p", null, h("a", { href: "#zoek" }, "Ga naar zoeken"))];
}
