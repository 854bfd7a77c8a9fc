// Loads the engine and a snapshot, asks what the terminal program is asked too, and compares the answers.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [engineFile, snapshotFile] = process.argv.slice(2);
const program = execFileSync("swift", ["build", "-c", "release", "--show-bin-path"], { encoding: "utf8" }).trim() + "/wegwijzer";
const { instance, module } = await WebAssembly.instantiate(readFileSync(engineFile));
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

const snapshot = readFileSync(snapshotFile);
if (engine.wegwijzer_load(put(snapshot), snapshot.length) !== 1) throw new Error(output());

/** What a function of the engine writes for a text, line by line. */
function ask(name, text, ...more) {
  const bytes = new TextEncoder().encode(text);
  const pointer = put(bytes);
  engine[name](pointer, bytes.length, ...more);
  engine.wegwijzer_free(pointer);
  return output().split("\n").filter((line) => line !== "");
}
/** What the terminal program says to the same, as JSON; its status says whether anything was found, which is no matter here. */
function terminal(...words) {
  const run = spawnSync(program, [...words, "--formaat", "json", "--catalogus", snapshotFile], { encoding: "utf8" });
  return JSON.parse(run.stdout);
}
function compare(what, found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${what}: ${found} instead of ${expected}`);
  console.log(`${what || "(nothing)"}: ${found.length} lines, as in the terminal`);
}

const questions = ["KOPP 4-12 signalering", "Meisje van 7, moeder heeft borderline, welk lijstje kan ik gebruiken?", "tripple p", "geldzorgen zwanger", ""];
for (const question of questions) {
  const expected = question === "" ? [] : terminal("zoek", question).results.map((result) => result.id);
  compare(question, ask("wegwijzer_answer", question, 10), expected);
}
for (const answers of ["", "ouder", "professional,nee", "ouder,verder,verder,nee,ja", "onveilig"]) {
  const node = terminal("beslis", "--antwoorden", answers).node;
  const found = ask("wegwijzer_decide", answers.replaceAll(",", "\n"));
  compare(`beslis ${answers}`, found, [node.id, ...node.choices.map((choice) => choice.id)]);
}
for (const question of ["driftbuien 3 jaar", "4 jaar", "spijbelen", "driftbuijen 12 jaar", ""]) {
  const answer = terminal("opvoedvraag", question);
  compare(`opvoedvraag ${question}`, ask("wegwijzer_parenting", question), [...answer.phases, ...answer.questions].map((item) => item.id));
}
