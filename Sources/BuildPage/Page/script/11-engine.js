// The engine gives all answers; this file moves bytes to it and back.
const engine = { module: null, exports: null, catalogue: null };
const encoder = new TextEncoder();
// The mark at the start of a CSV file is kept: spreadsheets need it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const tryAgain = "Er ging iets mis met deze vraag; probeer het anders.";

/** What stands in the page as the Base64 of a gzip file, as if it were answered by a server. */
function take(id) {
  const element = document.getElementById(id);
  const text = atob(element.textContent);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  element.remove();
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
}

async function startEngine() {
  // Both are unpacked side by side, and the browser compiles the engine as it comes.
  const [module, catalogue] = await Promise.all([WebAssembly.compileStreaming(take("engine")), take("catalogue").arrayBuffer()]);
  engine.module = module;
  engine.catalogue = new Uint8Array(catalogue);
  await restart();
}

/** Starts the engine afresh: after a fault its memory is not to be trusted. */
async function restart() {
  engine.exports = null;
  /** @type {any} */
  const { exports } = await WebAssembly.instantiate(engine.module, {});
  const { catalogue } = engine;
  if (exports.wegwijzer_load(place(exports, catalogue), catalogue.length) !== 1) throw new Error("The catalogue is invalid");
  engine.exports = exports;
}

/** Writes bytes into the engine's memory. */
function place(exports, bytes) {
  const pointer = exports.wegwijzer_allocate(bytes.length) >>> 0;
  new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
  return pointer;
}

/** Asks the engine something. Parts are "name=value". */
function ask(command, parts = []) {
  const { exports } = engine;
  if (!exports) return { status: 2, text: tryAgain };
  const bytes = encoder.encode([command, ...parts.map((part) => part.replaceAll("\0", " "))].join("\0"));
  try {
    const pointer = place(exports, bytes);
    const status = exports.wegwijzer_ask(pointer, bytes.length);
    const text = decoder.decode(new Uint8Array(exports.memory.buffer, exports.wegwijzer_output() >>> 0, exports.wegwijzer_output_size()));
    exports.wegwijzer_free(pointer);
    return { status, text };
  } catch {
    restart().catch(() => showPlainText("De zoekmachine is gestopt."));
    return { status: 2, text: tryAgain };
  }
}

/** Asks the engine something and reads the answer; without data the message says why. */
function query(command, parts) {
  const { status, text } = ask(command, parts);
  return status > 1 ? { data: null, message: sentence(text) } : { data: JSON.parse(text), message: "" };
}

/** A line as the terminal would show it ("--doelgroep kent …") as a sentence. */
function sentence(line) {
  const text = line.replace(/^-+/, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
