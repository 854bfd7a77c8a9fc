"""What comes out of the printer, read back from the PDF."""

import io
import re
import unicodedata

from pypdf import PdfReader

from check import expect

# Of the screen only.
SCREEN = ["Naar de inhoud", "Beslisschema Opvoedvraag Signalen", "Afdrukken", "Kopieer link", "Bewaar als CSV", "Uw vraag blijft op dit apparaat", "Wijzig", "Begin opnieuw"]
SOURCE = "Eindrapport Kennissynthese"


def plain(text):
    """Without what breaking lines puts in or takes away."""
    return re.sub(r"[\s\u00ad-]+", "", unicodedata.normalize("NFKC", text))


def expect_printed(page, what, expected):
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = plain("".join(one.extract_text() for one in pages))
    for part in expected:
        expect(plain(part) in text, f"{what} on paper: “{part}” is missing")
    for part in SCREEN:
        expect(plain(part) not in text, f"{what} on paper: “{part}” is of the screen only")
    return len(pages)


def printing(browser, terminal):
    counts = {}
    with browser.open() as page:
        lists = page.ask_json("lijsten")
        always = [SOURCE, lists["date"], lists["version"]]
        page.show("#toon/home-start")
        tool = page.ask_json("toon", "middel=home-start")
        counts["a card"] = expect_printed(page, "a card", ["Home-Start", tool["level"]["name"], tool["tool"]["summary"], "Bronnen", *always])
        page.show("#zoek?doelgroep=armoede&soort=interventie")
        names, levels = page.texts(".card h4"), [text.replace("■", "").replace("□", "") for text in page.texts(".card .level")]
        counts["a selection"] = expect_printed(page, "a selection", [*names, *levels, "Armoede", *always])
        page.show("#vergelijk/sdq/cbcl/trf")
        names = page.evaluate("() => [...document.querySelectorAll('.compare thead a[href^=\"#toon\"]')].map(one => one.textContent)")
        labels = page.texts(".compare tbody th")
        counts["a comparison"] = expect_printed(page, "a comparison", [*names, *labels, *always])
        page.show("#beslis")
        while page.locator(".choices button").count():
            page.locator(".choices button").first.click()
            page.idle()
        walk = [text.removeprefix("→ ") for text in page.texts(".way strong")]
        counts["the end of the walk"] = expect_printed(
            page, "the end of the walk", ["Samenvatting", *walk, "JGZ-richtlijn Opvoedingsondersteuning", lists["date"]])
        page.show("#bewijs")
        counts["the evidence"] = expect_printed(page, "the evidence", ["Bewijs per doelgroep", *[group["short"] for group in lists["groups"]], *always])
    return ", ".join(f"{what} on {count} {'pages' if count > 1 else 'page'}" for what, count in counts.items()) + ": names, levels, sources and date"
