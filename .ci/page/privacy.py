"""Nothing leaves the page, nothing stays behind, and what was typed is in no address."""

import json

from check import expect, expect_equal
from views import OPEN

SECRET = "Xaverius"
BOXES = ["#zoek", "#opvoedvraag", "#signalen", "#gesprek", "#factoren", "#praktijk", "#domeinen", "#begrippen", "#beslis"]
DEEP = [
    "#zoek?doelgroep=kopp-kov&soort=signalering&leeftijd=4-12", "#zoek?niveau=onbekend&vorm=groep", "#toon/sdq", "#toon/home-start",
    "#vergelijk/sdq/cbcl", "#signalen?doelgroep=armoede", "#gesprek?met=ouder", "#factoren?leeftijd=3", "#bewijs?doelgroep=kvbo&tel=middelen",
    "#samenwerken?voor=managers", "#achtergrond/houding", "#opvoedvraag?leeftijd=3",
]
# Calls that could send something or leave something behind; the page has no need of any.
SPY = """() => {
  window.calls = [];
  const watch = (owner, name) => { const own = owner[name]; owner[name] = function (...all) { calls.push([name, JSON.stringify(all)]); return own.apply(this, all); }; };
  for (const name of ["pushState", "replaceState"]) watch(History.prototype, name);
  for (const name of ["fetch", "open"]) watch(window, name);
  watch(XMLHttpRequest.prototype, "send");
  watch(Navigator.prototype, "sendBeacon");
  watch(Storage.prototype, "setItem");
  watch(IDBFactory.prototype, "open");
}"""


def privacy(browser, terminal):
    with browser.open(scripts=[f"({SPY})()"]) as page:
        for view in BOXES:
            page.show(view)
            page.evaluate(OPEN)
            box = page.locator("main input[type=search]").first
            box.press_sequentially(f"kopp {SECRET}")
            page.keyboard.press("Enter")
            page.idle()
        page.show("#zoek")
        page.type("#question", f"{SECRET} armoede 4-12")
        page.locator("button.chip").first.click()
        page.locator(".facet input[type=checkbox]").first.check()
        page.locator(".card h4 a").first.click()
        page.idle()
        page.show("#beslis")
        for _ in range(3):
            page.locator(".choices button").first.click()
            page.idle()
        entries = page.context.new_cdp_session(page.page).send("Page.getNavigationHistory")["entries"]
        told = [f"{entry['url']} {entry['title']}" for entry in entries] + page.addresses + [page.evaluate("() => document.referrer + document.title")]
        calls = page.evaluate("() => calls")
        told += [arguments for _, arguments in calls]
        leaks = [one for one in told if SECRET.lower() in one.lower()]
        expect(not leaks, f"what was typed is in an address: {leaks[:3]}")
        others = [call for call in calls if call[0] not in ("pushState", "replaceState")]
        expect(not others, f"calls that the page has no need of: {others}")
        for _, arguments in calls:
            state, _, *target = json.loads(arguments)
            expect(not state or list(state) == ["entry"], f"an entry of the history holds more than its number: {arguments}")
            expect(not target or "?" not in target[0] or not target[0].startswith("#beslis"), f"answers in an address: {arguments}")
        policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
        for rule in ("default-src 'none'", "'wasm-unsafe-eval'"):
            expect(rule in policy, f"the policy lacks {rule}: {policy}")
        for rule in ("'unsafe-inline'", "'unsafe-eval'", "http", "*"):
            expect(rule not in policy, f"the policy holds {rule}: {policy}")
    return f"{len(BOXES)} boxes typed in, {len(entries)} entries of the history and {len(told)} addresses and states without it; no request, nothing stored"


def links(browser, terminal):
    """An address opens the view that it was taken from."""
    with browser.open() as page:
        for fragment in DEEP:
            page.show("#over")
            page.show(fragment)
            shown, title = page.inner_text("main"), page.title()
            expect_equal(f"the address of {fragment}", page.url.split("#")[1], fragment[1:])
            with browser.open(fragment) as other:
                other.idle()
                expect_equal(f"{fragment} opened afresh", other.inner_text("main"), shown)
                expect_equal(f"{fragment} opened afresh, title", other.title(), title)
        wrong = ["#%", "#toon/", "#toon/bestaat-niet", "#vergelijk/sdq", "#constructor", "#zoek?doelgroep=xx", "#achtergrond/zz", "#x/%E0"]
        for fragment in wrong:
            page.show(fragment)
            expect("Niet gevonden" in page.heading() or page.locator(".notice").count(), f"{fragment} says nothing")
    return f"{len(DEEP)} addresses open the view that they were taken from, {len(wrong)} wrong ones say so"
