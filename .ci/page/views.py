"""Every view, in light and dark, wide and narrow: axe-core finds nothing, nothing sticks out, and there is a picture to look at."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from check import expect

PICTURES = Path(".build/page")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
WIDE, NARROW = 1280, 320
OVERHANG = "() => document.documentElement.scrollWidth - innerWidth"
OPEN = "() => document.querySelectorAll('main details').forEach(one => { one.open = true; })"


def typed(text):
    return lambda page: page.type("main input[type=search]", text)


def picked(page):
    for box in page.locator(".card input").all()[:3]:
        box.check()


def answered(count):
    def answer(page):
        for _ in range(count):
            if page.locator(".choices button").count():
                page.locator(".choices button").first.click()
                page.idle()

    return answer


def unsafe(page):
    page.get_by_role("button", name="Ik maak me zorgen over de veiligheid").click()
    page.idle()


VIEWS = {
    "start": ("#zoek", None),
    "results": ("#zoek?soort=signalering&doelgroep=kopp-kov&leeftijd=4-12", picked),
    "question": ("#zoek", typed("moeder met depressie, baby van 6 maanden")),
    "nothing": ("#zoek", typed("asdfghj")),
    "dropped": ("#zoek?soort=signalering&doelgroep=eenouder&vorm=groep", typed("kopp")),
    "danger": ("#zoek", typed("kind geslagen zelfmoord")),
    "instrument": ("#toon/sdq", None),
    "intervention": ("#toon/home-start", None),
    "compare": ("#vergelijk/sdq/cbcl/home-start", None),
    "decision": ("#beslis", None),
    "step": ("#beslis", answered(2)),
    "outcome": ("#beslis", answered(20)),
    "unsafe": ("#beslis", unsafe),
    "parenting": ("#opvoedvraag?leeftijd=3", typed("driftbuien")),
    "parenting-danger": ("#opvoedvraag", typed("geslagen peuter slaapt niet")),
    "signals": ("#signalen", None),
    "part": ("#signalen?onderdeel=Gedrag", None),
    "conversation": ("#gesprek?met=ouder", None),
    "factors": ("#factoren?doelgroep=armoede", None),
    "practice": ("#praktijk", None),
    "cooperation": ("#samenwerken", None),
    "element": ("#samenwerken?element=leiderschap&voor=managers", None),
    "domains": ("#domeinen", None),
    "words": ("#begrippen", typed("hechting")),
    "evidence": ("#bewijs", None),
    "levels": ("#uitleg", None),
    "backgrounds": ("#achtergrond", None),
    "background": ("#achtergrond/houding", None),
    "about": ("#over", None),
    "lost": ("#bestaat-niet", None),
}


def show(page, name):
    fragment, act = VIEWS[name]
    # From elsewhere, so that every view begins anew.
    page.show("#leeg")
    page.evaluate("() => { for (const box of document.querySelectorAll('#compare-bar button')) box.click(); }")
    page.show(fragment)
    if act:
        act(page)
    page.evaluate("() => scrollTo(0, 0)")


def violations(page):
    found = Axe().run(page.page, options=RULES).response["violations"]
    return [f"{one['id']} {one['nodes'][0]['html'][:120]} {one['nodes'][0]['failureSummary'][:200]}" for one in found]


def accessible(width):
    def check(browser, terminal):
        runs, found = 0, []
        with browser.open(viewport={"width": width, "height": 900}) as page:
            for name in VIEWS:
                show(page, name)
                page.evaluate(OPEN)
                # At the end the bar of the comparison lies over nothing.
                page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
                over = page.evaluate(OVERHANG)
                if over > 0:
                    found.append(f"{name}: {over} pixels stick out")
                for scheme in ("light", "dark"):
                    page.emulate_media(color_scheme=scheme)
                    found += [f"{name}, {scheme}: {one}" for one in violations(page)]
                    runs += 1
        expect(not found, "\n  ".join(found))
        return f"{len(VIEWS)} views at {width} pixels, axe-core found nothing in {runs} runs, nothing sticks out"

    return check


def adapted(browser, terminal):
    """Forced colours, no motion, and zoomed to 200 %."""
    with browser.open(viewport={"width": WIDE // 2, "height": 450}, forced_colors="active", reduced_motion="reduce") as page:
        texts = {}
        for name in VIEWS:
            show(page, name)
            page.evaluate(OPEN)
            expect(page.evaluate(OVERHANG) <= 0, f"{name} sticks out at 200 %")
            cut = page.evaluate(CUT)
            expect(not cut, f"{name} at 200 %: cut off: {cut[:3]}")
            moving = page.evaluate("() => document.getAnimations().length + [...document.querySelectorAll('*')].filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length")
            expect(moving == 0, f"{name}: {moving} elements move")
            texts[name] = visible(page)
        show(page, "results")
        page.locator(".card input").first.focus()
        page.screenshot(path=PICTURES / "forced-colors.png")
    with browser.open() as page:
        for name in VIEWS:
            show(page, name)
            page.evaluate(OPEN)
            lost = set(visible(page)) - set(texts[name])
            expect(not lost, f"{name}: not shown at 200 %: {sorted(lost)[:3]}")
    return f"{len(VIEWS)} views at 200 % in forced colours without motion: nothing lost, nothing cut off"


# Text that its own box hides.
CUT = """() => [...document.querySelectorAll("main *")].filter(one => {
  const style = getComputedStyle(one);
  if (!["hidden", "clip"].includes(style.overflowX) || one.closest(".hidden-text")) return false;
  return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
}).map(one => one.outerHTML.slice(0, 100))"""


def visible(page):
    """What stands in the view, but for what belongs to a width."""
    return page.evaluate("""() => [...document.querySelectorAll("main h1, main h2, main h3, main h4, main p, main li, main dd, main td, main button, main label")]
      .filter(one => one.checkVisibility()).map(one => one.textContent)""")


def pictures(browser, terminal):
    PICTURES.mkdir(parents=True, exist_ok=True)
    for width in (NARROW, 768, WIDE):
        with browser.open(viewport={"width": width, "height": 1400}, color_scheme="dark" if width == 768 else "light") as page:
            for name in VIEWS:
                show(page, name)
                page.screenshot(path=PICTURES / f"{name}-{width}.png")
    return f"{3 * len(VIEWS)} pictures in {PICTURES}, to be looked at"
