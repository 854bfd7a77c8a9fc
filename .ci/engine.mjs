// Loads the engine and a snapshot, asks what the terminal program is asked too, and compares the answers.
import { execFileSync } from "node:child_process";
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

const questions = ["KOPP 4-12 signalering", "Meisje van 7, moeder heeft borderline, welk lijstje kan ik gebruiken?", "tripple p", "geldzorgen zwanger", ""];
for (const question of questions) {
  const bytes = new TextEncoder().encode(question);
  const pointer = put(bytes);
  engine.wegwijzer_answer(pointer, bytes.length, 10);
  engine.wegwijzer_free(pointer);
  const found = output().split("\n").filter((id) => id !== "");
  let expected = [];
  if (question !== "") {
    const answer = execFileSync(program, ["zoek", "--formaat", "json", "--catalogus", snapshotFile, "--", question], { encoding: "utf8" });
    expected = JSON.parse(answer).results.map((result) => result.id);
  }
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${question}: ${found} instead of ${expected}`);
  console.log(`${question || "(nothing)"}: ${found.length} tools, as in the terminal`);
}
