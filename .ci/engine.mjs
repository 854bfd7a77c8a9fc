// Takes the engine and the catalogue out of the page, asks what the terminal program is asked too, and compares the answers.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const [pageFile] = process.argv.slice(2);
const program = execFileSync("swift", ["build", "-c", "release", "--show-bin-path"], { encoding: "utf8" }).trim() + "/wegwijzer";
const page = readFileSync(pageFile, "utf8");

/** What stands in an element of the page. */
function content(start, end) {
  const from = page.indexOf(">", page.indexOf(start)) + 1;
  return page.slice(from, page.indexOf(end, from));
}
function bytes(id) {
  return gunzipSync(Buffer.from(content(`id="${id}"`, "</script>"), "base64"));
}

const { instance, module } = await WebAssembly.instantiate(bytes("engine"));
if (WebAssembly.Module.imports(module).length > 0) throw new Error("the engine has imports");
const engine = instance.exports;

function put(bytes) {
  const pointer = engine.wegwijzer_allocate(bytes.length);
  new Uint8Array(engine.memory.buffer, pointer, bytes.length).set(bytes);
  return pointer;
}
function output() {
  const bytes = new Uint8Array(engine.memory.buffer, engine.wegwijzer_output(), engine.wegwijzer_output_size());
  return new TextDecoder().decode(bytes);
}

const catalogue = bytes("catalogue");
if (engine.wegwijzer_load(put(catalogue), catalogue.length) !== 1) throw new Error(output());

/** What the engine answers to a command with its parts. */
function ask(...parts) {
  const bytes = new TextEncoder().encode(parts.join("\0"));
  const pointer = put(bytes);
  engine.wegwijzer_ask(pointer, bytes.length);
  engine.wegwijzer_free(pointer);
  return JSON.parse(output());
}
/** What the terminal program says to the same, as JSON; its status says whether anything was found, which is no matter here. */
function terminal(...words) {
  return JSON.parse(spawnSync(program, [...words, "--formaat", "json"], { encoding: "utf8" }).stdout);
}
function compare(what, found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`);
  console.log(`${what}: ${one.length} characters, as in the terminal`);
}

const questions = ["KOPP 4-12 signalering", "Meisje van 7, moeder heeft borderline, welk lijstje kan ik gebruiken?", "tripple p", "geldzorgen zwanger", "xyzzy"];
for (const question of questions) compare(question, ask("zoek", `woorden=${question}`), terminal("zoek", question));
for (const answers of ["", "ouder", "professional,nee,nee", "ouder,verder,verder,nee,nee,ja", "ouder,verder,verder,weet-niet", "onveilig"]) {
  const expected = terminal("beslis", "--antwoorden", answers);
  const found = ask("beslis", `antwoorden=${answers}`);
  compare(`beslis ${answers}`, Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]])), expected);
}
compare("vergelijk", ask("vergelijk", "middel=sdq", "middel=cbcl"), terminal("vergelijk", "sdq", "cbcl"));
compare("bewijs", ask("bewijs"), terminal("bewijs"));
const filters = [["doelgroep", "armoede"], ["vorm", "groep"], ["leeftijd", "4-12"], ["niveau", "onbekend"]];
for (const [name, value] of filters) {
  const expected = terminal("lijst", `--${name}`, value).tools.map((tool) => tool.id).sort();
  const found = ask("lijst", `${name}=${value}`, "aantal=1000").results.map((result) => result.id).sort();
  compare(`lijst --${name} ${value}`, found, expected);
}
