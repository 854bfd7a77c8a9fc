// What every other file relies on is looked at first, so that an older browser gets the catalogue as plain text instead of half a page.
function isSupported() {
  return typeof WebAssembly === "object" && typeof DecompressionStream === "function" && typeof structuredClone === "function";
}

/** Shows the whole catalogue as plain text, with the reason why. */
function showPlainText(reason) {
  const text = new DOMParser().parseFromString(document.querySelector("noscript").textContent, "text/html");
  const message = document.createElement("p");
  message.className = "notice";
  message.textContent = `${reason} Hieronder staat de hele catalogus als gewone tekst.`;
  const plain = document.createElement("div");
  plain.className = "wide";
  plain.append(message, ...text.body.childNodes);
  document.documentElement.className = "no-script plain";
  document.querySelector("header").after(plain);
}
