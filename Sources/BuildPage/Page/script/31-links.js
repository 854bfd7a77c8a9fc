// Texts of the catalogue hold commands of the terminal program where it would run one; here they become links.
const commandPattern = /^`(wegwijzer [^`]*)`$/;
const namedPattern = /^(.*) \(`(wegwijzer (?:toon|samenwerken) [^`]*)`\)$/;
const partPattern = /`(wegwijzer[^`]*)`|(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:)\]])|(0800-\d{4})|(\[p\. [^\]]*\])/g;
/** A question from the catalogue that a link asks; it does not go into the address. */
let linkedQuestion = "";

function wholeCommand(text) {
  return text.match(commandPattern)?.[1];
}

/** A text with its links. */
function rich(text) {
  // Without looking behind in the pattern, which older browsers cannot read.
  const pieces = text.split("`); ").map((piece, place, all) => (place < all.length - 1 ? `${piece}\`)` : piece));
  if (pieces.every((piece) => namedPattern.test(piece))) {
    return pieces.map((piece, index) => [index > 0 && "; ", namedLink(piece)]);
  }
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(partPattern)) {
    const before = text.slice(end, match.index);
    nodes.push(before, linkedPart(match, before === "" || before.endsWith(". ")));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function linkedPart([whole, command, url, phone], isStart) {
  // General advice to look a tool up.
  if (command?.endsWith(" NAAM")) return `${isStart ? "De" : "de"} kaart van het middel`;
  if (command) return commandLink(command);
  if (url) return h("a", { href: url, rel: "noopener noreferrer" }, url);
  if (phone) return h("a", { href: `tel:${phone.replace("-", "")}` }, phone);
  return h("span", { class: "page" }, whole);
}

/** “NAME (command)”: the name is the link; a label before it (“Middelen: …”) or a verdict after it is not. */
function namedLink(piece) {
  const [, text, command] = piece.match(namedPattern);
  const [label, rest] = text.startsWith("Middelen: ") ? ["Middelen: ", text.slice(10)] : ["", text];
  const colon = command.includes(" toon ") ? rest.indexOf(": ") : -1;
  return [label, commandLink(command, colon < 0 ? rest : rest.slice(0, colon)), colon >= 0 && rest.slice(colon)];
}

function commandLink(command, name) {
  const [, verb, ...words] = command.match(/"[^"]*"|\S+/g).map((word) => word.replaceAll('"', ""));
  const [href, label] = commandTarget(verb, words);
  return h("a", { href, onclick: () => { linkedQuestion = verb === "zoek" ? words.join(" ") : ""; } }, name ?? label);
}

/** The address in this page of a destination: a view, and which part of it. */
function destinationAddress({ view, option, value }) {
  if (view === "toon") return `#toon/${encodeURIComponent(value)}`;
  if (view === "beslis" && option === "achtergrond") return address(`achtergrond/${value}`);
  return address(view, [[option || "onderdeel", value]]);
}

/** Where a command leads, and what it is called in this page. */
function commandTarget(verb, words) {
  const target = (view, pairs) => [address(view, pairs), viewName(view)];
  switch (verb) {
    case "toon": return [`#toon/${encodeURIComponent(words[0])}`, words[0]];
    case "samenwerken": return target("samenwerken", optionPairs(words));
    case "bewijs": return target(words[0] === "uitleg" ? "uitleg" : "bewijs");
    case "begrip": return target("begrippen");
    case "zoek": return target("zoek");
    case "beslis":
      if (words[0] !== "--achtergrond") return target("beslis");
      return target(words[1] && words[1] !== "alle" ? `achtergrond/${words[1]}` : "achtergrond");
    default: return target(verb, [["onderdeel", words.join(" ")]]);
  }
}

function optionPairs(words) {
  const pairs = [];
  for (let index = 0; index + 1 < words.length; index += 2) pairs.push([words[index].slice(2), words[index + 1]]);
  return pairs;
}
