"""The page when something is wrong: a fault in the engine, an old browser, scripts off."""

from check import expect, expect_equal

TRAP = """
const instantiate = WebAssembly.instantiate;
window.starts = 0;
WebAssembly.instantiate = async (module, imports) => {
  const { exports } = await instantiate(module, imports);
  window.starts++;
  const ask = (pointer, size) => {
    const text = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, pointer, size));
    if (text.includes("TRAP")) throw new WebAssembly.RuntimeError("unreachable");
    return exports.wegwijzer_ask(pointer, size);
  };
  return { exports: { ...exports, wegwijzer_ask: ask } };
};"""
OLD = {
    "no WebAssembly": "delete window.WebAssembly",
    "WebAssembly that is forbidden": "WebAssembly.compileStreaming = () => Promise.reject(new WebAssembly.CompileError('forbidden'))",
    "a browser that unpacks nothing": "delete window.DecompressionStream",
    "an old browser": "delete window.structuredClone",
}
WAITING = "De wegwijzer wordt klaargezet"


def faults(browser, terminal):
    trapped(browser)
    names = [tool["name"] for tool in terminal.json("lijst", "--formaat", "json")["tools"]]
    supplementary = sum(tool["supplementary"] for tool in terminal.json("lijst", "--formaat", "json")["tools"])
    for what, script in OLD.items():
        with browser.open(scripts=[script], wait=False) as page:
            page.locator(".plain .notice").wait_for()
            notice = page.inner_text(".plain .notice")
            expect("Hieronder staat de hele catalogus als gewone tekst." in notice, f"{what}: “{notice}”")
            expect_whole(page, what, names)
    with browser.open(java_script_enabled=False, wait=False) as page:
        expect_whole(page, "scripts off", names)
    return f"a fault in the engine is told and the page lives on; {len(names)} names ({supplementary} supplementary) readable with scripts off and in {len(OLD)} old browsers"


def expect_whole(page, what, names):
    text = page.inner_text("body")
    missing = [name for name in names if name not in text]
    expect(not missing, f"{what}: {len(missing)} of {len(names)} names are not readable, as {missing[:3]}")
    expect(WAITING not in text, f"{what}: the page still says that it is starting")
    for control in page.locator("button, nav a, input").all():
        expect(not control.is_visible(), f"{what}: a control that does nothing is shown")


def trapped(browser):
    with browser.open(scripts=[TRAP]) as page:
        page.type("#question", "sdq")
        before = page.texts(".card h4")
        expect(before, "the question before the fault finds nothing")
        page.type("#question", "sdq TRAP")
        expect("Er ging iets mis met deze vraag" in page.inner_text("main .notice"), "the fault is not told")
        page.wait_for_function("() => starts > 1 && wegwijzer.ask('lijsten').status === 0")
        page.type("#question", "sdq")
        expect_equal("after the fault", page.texts(".card h4"), before)
        expect(not page.locator("main .notice").count(), "the message of the fault stays")
        page.show("#toon/sdq")
        expect("SDQ" in page.heading(), "no card after the fault")
