"""The page with the keyboard alone: Tab, Enter, the space bar and Escape."""

from check import expect, expect_equal

# Where the focus is must be seen: a thick outline, within the window, with nothing over it.
HIDDEN = """element => {
  if (element === document.body || element === document.documentElement) return "";
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "has no outline";
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 10)];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "is out of sight";
  const top = document.elementFromPoint(x, y);
  return top && (element.contains(top) || top.contains(element)) ? "" : "is covered";
}"""
NAME = "element => `${element.tagName} ${element.id} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}`"
TO_START = "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"
VIEWS = ["#zoek", "#zoek?doelgroep=kopp-kov", "#toon/sdq", "#vergelijk/sdq/cbcl/home-start", "#beslis", "#signalen", "#bewijs", "#samenwerken"]
WAYS = [("onveilig",), ("professional", "nee", "nee"), ("ouder", "verder", "verder", "nee", "nee", "ja"), ("ouder", "zelfdoding")]


class Walker:
    """Goes from one element to the next, and looks at each stop whether it can be seen."""

    def __init__(self, page):
        self.page = page
        self.stops = 0

    def name(self):
        return self.page.focused(NAME)

    def tab(self, key="Tab"):
        self.page.keyboard.press(key)
        self.stops += 1
        hidden = self.page.focused(HIDDEN)
        expect(not hidden, f"{self.page.url.split('#')[-1]}: the focus on {self.name()} {hidden}")

    def to(self, what, test, most=150):
        """Tabs until an element is reached."""
        for _ in range(most):
            self.tab()
            if self.page.focused(f"element => Boolean(({test})(element))"):
                return
        expect(False, f"{what} cannot be reached with Tab from where the focus was")

    def press(self, key):
        self.page.keyboard.press(key)
        self.page.idle()
        self.page.wait_for_timeout(60)

    def expect_focus(self, what, test):
        expect(self.page.focused(f"element => Boolean(({test})(element))"), f"{what}: the focus is on {self.name()}")


def with_text(text):
    return f"element => element.textContent.includes({text!r})"


def walk(browser, terminal):
    """Question, card, comparison, and back."""
    with browser.open(reduced_motion="reduce") as page:
        walker = Walker(page)
        walker.tab()
        walker.expect_focus("the first Tab", with_text("Naar de inhoud"))
        walker.press("Enter")
        expect_equal("the skip link keeps the view", page.heading(), "Zoek een instrument of interventie")
        walker.to("the question", "element => element.id === 'question'")
        page.keyboard.type("KOPP 4-12 signalering")
        page.idle()
        walker.press("Enter")
        walker.expect_focus("after Enter in the question", "element => element.tagName === 'H2'")
        names = page.texts(".card h4")
        walker.to("the second card", with_text(names[1]))
        walker.press("Enter")
        expect_equal("the card", page.heading(), names[1])
        walker.expect_focus("on a card", "element => element.tagName === 'H1'")
        walker.to("the box to compare", "element => element.type === 'checkbox'")
        walker.press("Space")
        page.evaluate("() => document.querySelector('h1').focus()")
        page.keyboard.press("Shift+Tab")
        walker.expect_focus("before the heading", with_text("Terug"))
        walker.press("Enter")
        walker.expect_focus("back at the results", with_text(names[1]))
        expect_equal("the question after going back", page.input_value("#question"), "KOPP 4-12 signalering")
        walker.to("the third card's box", "element => element.type === 'checkbox' && element.closest('.card') === document.querySelectorAll('.card')[2]")
        walker.press("Space")
        walker.to("the comparison", "element => element.closest('#compare-bar') && element.tagName === 'A'")
        walker.press("Enter")
        expect_equal("the comparison", page.heading(), "Vergelijking")
        walker.expect_focus("on the comparison", "element => element.tagName === 'H1'")
        expect_equal("what is compared", page.evaluate("() => [...document.querySelectorAll('.compare thead a[href^=\"#toon\"]')].map(one => one.textContent)"), names[1:3])
        page.keyboard.press("Shift+Tab")
        walker.press("Enter")
        walker.expect_focus("back from the comparison", "element => element !== document.body")
        expect_equal("the results after going back", page.texts(".card h4"), names)
        page.evaluate("() => document.querySelector('h1').focus()")
        removed = without_chips(page, walker)
    return f"question, card, comparison and back in {walker.stops} stops, {removed} chips taken away, the focus seen at each"


def without_chips(page, walker):
    """Each chip can be taken away, and the focus stays where one can go on."""
    page.focus("#question")
    removed = 0
    while page.locator("button.chip").count():
        page.evaluate("() => document.querySelector('#question').form.querySelector('button').focus()")
        before = page.texts("button.chip")
        walker.to("a chip", "element => element.matches('button.chip')")
        walker.press("Enter")
        expect(len(page.texts("button.chip")) < len(before), f"a chip is not taken away: {before}")
        walker.expect_focus("after a chip is taken away", "element => element !== document.body")
        removed += 1
    return removed


def no_trap(browser, terminal):
    """Tab leads through every view and out of it, and back again."""
    stops = 0
    with browser.open(reduced_motion="reduce") as page:
        for view in VIEWS:
            page.show(view)
            page.evaluate(TO_START)
            for key in ("Tab", "Shift+Tab"):
                stops += stops_until_out(page, view, key)
        page.show("#zoek")
        page.locator("details.more summary").focus()
        page.press("Enter")
        expect(page.locator("details.more[open]").count(), "Enter does not open the rest of the menu")
        page.press("Escape")
        expect(not page.locator("details.more[open]").count(), "Escape does not close the rest of the menu")
        expect(page.focused("element => element.tagName") == "SUMMARY", "Escape loses the focus")
    return f"{stops} stops on {len(VIEWS)} views, forwards and backwards, none of them a trap"


def stops_until_out(page, view, key):
    walker = Walker(page)
    mark = "element => { const seen = element.dataset.seen === %r; element.dataset.seen = %r; return seen || element === document.body; }" % (key, key)
    while walker.stops < 600:
        walker.tab(key)
        if page.focused(mark):
            break
    expect(1 < walker.stops < 600, f"{view}: {key} does not lead out of the view ({walker.stops} stops, {walker.name()})")
    focusable = page.evaluate("""() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
      .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.dataset.seen).map(one => one.outerHTML.slice(0, 80))""")
    expect(not focusable, f"{view}: never reached with {key}: {focusable[:3]}")
    page.evaluate("() => document.querySelectorAll('[data-seen]').forEach(one => delete one.dataset.seen)")
    return walker.stops


def decisions(browser, terminal):
    """Some ways through the decision schema, with what is drawn at each place."""
    places = 0
    with browser.open(reduced_motion="reduce") as page:
        for way in WAYS:
            page.show("#over")
            page.show("#beslis")
            walker = Walker(page)
            for length in range(len(way) + 1):
                walk = terminal.json("beslis", "--antwoorden", ",".join(way[:length]), "--formaat", "json")
                expect_place(page, way[:length], walk)
                places += 1
                if length == len(way):
                    break
                choice = next(one for one in walk["node"]["choices"] if one["id"] == way[length])
                walker.to(choice["text"], f"element => element.closest('.choices') && element.textContent === {choice['text']!r}")
                walker.press("Enter")
                walker.expect_focus(f"after “{choice['text']}”", "element => element.matches('[data-focus]')")
    return f"{len(WAYS)} ways with the keyboard, {places} places drawn as in the terminal"


def expect_place(page, way, walk):
    node = walk["node"]
    title = page.text_content("main [data-focus]")
    expect(title.startswith(node["title"]), f"beslis {way}: “{title}” instead of “{node['title']}”")
    expect_equal(f"beslis {way}, choices", page.texts(".choices button"), [one["text"] for one in node["choices"]])
    answers = [text.removeprefix("→ ") for text in page.texts(".way strong")]
    expect_equal(f"beslis {way}, the way", answers, [one["answer"] for one in walk["way"]])
    notices = [text.removeprefix("!").removeprefix("Let op: ") for text in page.texts("[role=alert] .danger")]
    expect_equal(f"beslis {way}, notices", notices, walk["notices"])
    shown = page.inner_text("main")
    for text in [node["text"], *node["actions"], *(tool["name"] for tool in walk["tools"])]:
        expect("`" in text or text in shown, f"beslis {way}: “{text}” is not shown")
