"""What a reader types and chooses, and what the page then shows, against the terminal program's JSON."""

import csv
import io
import json
import re
from collections import Counter

from answers import QUESTIONS, joined, options
from check import expect, expect_equal

TYPED = 48
KINDS = ["signalering", "interventie"]
SHOWN = """() => ({
  heading: document.querySelector(".results h2")?.textContent ?? "",
  names: [...document.querySelectorAll(".card h4")].map(one => one.textContent),
  reasons: [...document.querySelectorAll(".card")].map(card =>
    [...card.querySelectorAll(".facts div")].filter(one => one.firstChild.textContent === "Past omdat").map(one => one.lastChild.textContent).join()),
  levels: [...document.querySelectorAll(".card .level")].map(one => one.textContent.replace(/[■□]/g, "").trim()),
  readings: [...document.querySelectorAll(".chips .chip")].map(one => one.textContent.replace("Verwijder ", "").replace("×", "")),
  unused: document.querySelector(".unused")?.textContent ?? "",
  notices: [...document.querySelectorAll("main > div:not(.columns) .notice")].map(one => one.textContent.replace(/^!?Let op: /, "")),
  dropped: document.querySelector(".results > .notice")?.textContent ?? "",
  dangers: document.querySelectorAll("[role=alert] .danger").length,
})"""
DROPPED = "Hieronder staat wat het dichtst in de buurt komt, zonder {}."
COUNTS = """() => [...document.querySelectorAll(".facet .tick:not([hidden])")].map(row => [
  row.closest(".facet").querySelector("summary").textContent, row.querySelector("span").firstChild.textContent.split(": ").pop(),
  Number(row.querySelector(".count").textContent)])"""
TITLES = {"soort": "Soort", "doelgroep": "Doelgroep", "gericht-op": "Gericht op", "vorm": "Vorm", "setting": "Setting", "niveau": "Niveau", "erkenning": "Erkenning",
          "rust-op": "Niveau rust op"}
# With these filters the engine drops one, and says so.
NOTHING_FITS = [("soort", "signalering"), ("doelgroep", "eenouder"), ("vorm", "groep")]
CASES = [{"doelgroep": "armoede"}, {"soort": "interventie", "vorm": "groep"}, {"niveau": "onbekend", "doelgroep": "migratie"}, {"setting": "onderwijs"}]


def without_commands(text):
    """A text as the page shows it: what leads somewhere is named there in other words."""
    text = re.sub(r" \(`wegwijzer (?:toon|samenwerken) [^`]*`\)", "", text)
    return re.sub(r"`wegwijzer[^`]*`", "…", text)


def full_name(tool):
    return f"{tool['name']} ({tool['abbreviation']})" if tool["abbreviation"] else tool["name"]


def level_text(tool):
    return f"{'Kwaliteit' if tool['kind'] == 'signalering' else 'Effect'}: {tool['evidence']['text']}"


def total_text(total):
    return {0: "Niets gevonden", 1: "1 middel gevonden"}.get(total, f"{total} middelen gevonden")


def as_drawn(answer, lists):
    # The page shows one kind under the other, as the terminal's table does.
    question, results = answer["question"], sorted(answer["results"], key=lambda tool: KINDS.index(tool["kind"]))
    return {
        "heading": "Niets gevonden dat aan alles voldoet" if answer.get("dropped") else total_text(answer["total"]),
        "names": [full_name(tool) for tool in results],
        "reasons": ["; ".join(tool["reasons"]) for tool in results],
        "levels": [level_text(tool) for tool in results],
        "readings": [f"{one['facet']} {one['value']}" for one in question["readings"]],
        "unused": f"Niet gebruikt: {', '.join(question['unused'])}" if question["unused"] else "",
        "notices": answer["warnings"] + [text for text in answer["notices"] if text not in answer["warnings"]],
        "dropped": DROPPED.format(answer["dropped"]) if answer.get("dropped") else "",
        "dangers": len(answer["warnings"]),
    }


def expect_drawn(what, page, answer, lists, leave_out=()):
    shown, expected = page.evaluate(SHOWN), as_drawn(answer, lists)
    for name, value in expected.items():
        if name in leave_out:
            continue
        if name == "notices":
            expect(len(shown[name]) == len(value), f"{what}: notices {shown[name]} instead of {value}")
            for text, other in zip(shown[name], value):
                pattern = re.escape(without_commands(other)).replace("…", ".*")
                expect(re.fullmatch(pattern, text), f"{what}: notice “{text}” instead of “{other}”")
        else:
            expect_equal(f"{what}, {name} as drawn", shown[name], value)


def typing(browser, terminal):
    """Questions typed key by key."""
    typable = [question for question in QUESTIONS if question == question.strip() and len(question) <= 90 and question.isprintable()]
    dangers = [question for question in typable if re.search("sla|dood|geweld|misbruik|zelf", question)][:8]
    asked = dict.fromkeys(dangers + typable[:: max(1, len(typable) // TYPED)])
    cards = 0
    with browser.open() as page:
        lists = page.ask_json("lijsten")
        for question in asked:
            page.locator("#question").fill("")
            page.keyboard.type(question)
            page.idle()
            answer = terminal.json("zoek", "--formaat", "json", "--", question)
            expect_drawn(question, page, answer, lists)
            cards += len(answer["results"])
        page.show(f"#zoek?{'&'.join(joined(NOTHING_FITS))}")
        page.type("#question", "kopp")
        answer = terminal.json("zoek", "kopp", *options(NOTHING_FITS), "--formaat", "json")
        expect(answer.get("dropped"), "nothing is dropped from a question that nothing fits")
        # The filters have chips of their own.
        expect_drawn("a question that nothing fits", page, answer, lists, leave_out=["readings"])
    return f"{len(asked)} questions typed, {cards} cards drawn in order with reasons, levels, reading and notices as in the terminal"


def facets(browser, terminal):
    """Filters ticked and taken away again, and the counts beside them."""
    ticks = 0
    with browser.open() as page:
        for case in CASES:
            page.show("#zoek?lijst=alles")
            pairs = []
            for name, value in case.items():
                pairs.append((name, value))
                tick(page, name, value)
                ticks += 1
            listed = terminal.json("lijst", *options(pairs), "--formaat", "json")
            expect_equal(f"{case}, heading", page.text_content(".results h2"), total_text(listed["selected"]))
            names = {full_name(tool) for tool in listed["tools"]}
            shown = page.texts(".card h4")
            expect(shown and names.issuperset(shown), f"{case}: shown {sorted(set(shown) - names)} that are not in the list")
            for name, value in pairs:
                expect(f"{name}={value}" in page.url, f"{case}: not in the address {page.url}")
            expect_equal(f"{case}, counts beside the filters", sorted(page.evaluate(COUNTS)), counts(page, pairs))
            for name, value in reversed(pairs):
                page.locator(".chips button.chip").last.click()
                page.idle()
            expect(not page.locator("main input:checked").count(), f"{case}: a filter stays ticked")
    return f"{ticks} filters ticked and taken away, lists, addresses and counts right"


def counts(page, pairs):
    """What must stand beside the filters; a level of both scales is one choice."""
    sums = Counter()
    for facet in page.ask_json("facetten", *joined(pairs))["facets"]:
        for value in facet["values"]:
            sums[TITLES[facet["id"]], value["name"]] += value["count"]
    return sorted([*names, count] for names, count in sums.items())


def tick(page, name, value):
    title = TITLES[name]
    facet = page.locator("details.facet").filter(has=page.locator("summary", has_text=re.compile(f"^{title}$")))
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()
    place = [one["id"] for one in next(one for one in page.ask_json("facetten")["facets"] if one["id"] == name)["values"]].index(value)
    facet.locator("input").nth(place).check()
    page.idle()


def exports(browser, terminal):
    """The CSV that the page saves is the terminal's, byte for byte."""
    selections = [[], [("doelgroep", "armoede")], [("soort", "interventie"), ("vorm", "groep"), ("leeftijd", "4-12")], [("niveau", "onbekend")]]
    size = 0
    with browser.open() as page:
        for pairs in selections:
            page.show(f"#zoek?{'&'.join(joined(pairs)) or 'lijst=alles'}")
            found = download(page)
            expect_equal(f"csv {pairs}", found, terminal.text("lijst", *options(pairs), "--formaat", "csv"))
            size += len(found)
        page.show("#zoek")
        page.type("#question", "hechting bij armoede")
        rows = list(csv.reader(io.StringIO(download(page).removeprefix("\ufeff")), delimiter=";"))
        answer = terminal.json("zoek", "hechting bij armoede", "--aantal", "1000", "--formaat", "json")
        place = rows[0].index("Id")
        expect_equal("csv of a question", sorted(row[place] for row in rows[1:]), sorted(tool["id"] for tool in answer["results"]))
    return f"{len(selections)} selections saved as CSV, {size} characters as in the terminal; a question's CSV holds its {len(rows) - 1} results"


def download(page):
    with page.expect_download() as event:
        page.get_by_role("button", name="Bewaar als CSV").click()
    with open(event.value.path(), encoding="utf-8", newline="") as file:
        return file.read()
