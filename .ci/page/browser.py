"""The page in Chromium. Whatever is done with it, a request, a word on the console or something stored is a fault."""

import json
import shutil
from contextlib import contextmanager

from check import Fault, expect

# What a page could keep on the device.
STORED = """async () => ({
  local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
  databases: (await indexedDB.databases()).map(one => one.name), windowName: window.name,
})"""
# A new hash is told by an event; counts that wait for an idle moment come before the one that is asked for here.
SHOW = """hash => new Promise((done, fail) => {
  if (location.hash === hash) return done();
  addEventListener("hashchange", () => setTimeout(done), { once: true });
  setTimeout(() => fail(new Error(`${hash} is not shown`)), 5000);
  location.hash = hash;
})"""
IDLE = """() => new Promise((done, fail) => {
  requestIdleCallback(() => requestAnimationFrame(() => done()), { timeout: 500 });
  setTimeout(() => fail(new Error("the page stays busy")), 5000);
})"""


class Browser:
    def __init__(self, playwright, page_file):
        self.chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        self.address = page_file.as_uri()

    @contextmanager
    def open(self, fragment="", expected=(), scripts=(), wait=True, **options):
        """The page at an address. `expected` are messages on the console that belong to the check."""
        options = {"viewport": {"width": 1280, "height": 900}, **options}
        context = self.chromium.new_context(**options)
        try:
            page = Page(context.new_page(), self.address, expected)
            for script in scripts:
                page.add_init_script(script)
            page.goto(self.address + fragment)
            if wait:
                page.ready()
            yield page
            if options.get("java_script_enabled", True):
                page.expect_nothing_stored()
            expect(not page.noises, "; ".join(page.noises))
        finally:
            context.close()


class Page:
    """A page of Playwright, with what is done in most checks; everything else goes on to Playwright."""

    def __init__(self, page, address, expected):
        self.page = page
        self.noises = []
        self.addresses = []
        page.set_default_timeout(10_000)
        page.on("request", lambda request: request.url.split("#")[0] == address or self.noises.append(f"asked for {request.url}"))
        page.on("pageerror", lambda error: self.noises.append(f"fault in the script: {error}"))
        page.on("console", lambda message: message.text in expected or self.noises.append(f"console: {message.type} {message.text}"))
        page.on("framenavigated", lambda frame: self.addresses.append(frame.url))

    def __getattr__(self, name):
        return getattr(self.page, name)

    def ready(self):
        self.wait_for_function("() => window.wegwijzer")
        self.evaluate("() => wegwijzer.ready")

    def idle(self):
        self.evaluate(IDLE)

    def show(self, fragment):
        self.evaluate(SHOW, fragment)
        self.idle()

    def type(self, selector, text):
        self.fill(selector, text)
        self.idle()

    def press(self, *keys):
        for key in keys:
            self.keyboard.press(key)

    def texts(self, selector):
        return [text.strip() for text in self.locator(selector).all_text_contents()]

    def heading(self):
        return self.text_content("h1")

    def focused(self, script):
        """Something of the element that has the focus, as `element => …`."""
        return self.evaluate(f"() => ({script})(document.activeElement)")

    def ask(self, command, *parts):
        """What the engine in the page answers: status and text."""
        return self.ask_all([(command, *parts)])[0]

    def ask_all(self, questions):
        """Many at once, as the page's own script asks."""
        script = "all => all.map(([command, ...parts]) => { const { status, text } = wegwijzer.ask(command, parts); return [status, text]; })"
        return [tuple(answer) for answer in self.evaluate(script, [list(question) for question in questions])]

    def ask_json(self, command, *parts):
        status, text = self.ask(command, *parts)
        if status > 1:
            raise Fault(f"{command} {' '.join(parts)}: {text}")
        return json.loads(text)

    def expect_nothing_stored(self):
        stored = self.evaluate(STORED)
        stored["cookies"] = self.page.context.cookies()
        kept = {name: value for name, value in stored.items() if value}
        expect(not kept, f"kept on the device: {kept}")
