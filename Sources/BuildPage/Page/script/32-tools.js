// What stands under or above most views: print, copy the link, save.

function printButton() {
  return button("Afdrukken", () => window.print());
}

function copyButton(note = "Link gekopieerd.") {
  const told = h("span", { role: "status" });
  return [button("Kopieer link", () => copyLink(told, note)), told];
}

async function copyLink(told, note) {
  try {
    await navigator.clipboard.writeText(location.href);
    fill(told, note);
  } catch {
    const box = h("input", { readonly: true, "aria-label": "Link naar deze pagina", value: location.href });
    fill(told, box);
    box.select();
  }
}

function save(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function actions(...children) {
  return h("div", { class: "actions no-print" }, children);
}

function backButton() {
  return button("Terug", () => history.back(), { class: "back no-print" });
}
