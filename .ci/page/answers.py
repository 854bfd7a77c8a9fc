"""The engine in the page answers as the terminal program does."""

import json
import random
from pathlib import Path

from check import expect, expect_equal

QUESTIONS = [line for line in (Path(__file__).parent / "questions.txt").read_text(encoding="utf-8").split("\n") if line]
COMBINATIONS = 150
AGES = ["zwanger", "0", "3", "7", "15", "4-12", "0-4", "12-18", "vanaf 16", "18 maanden"]


def questions(page, terminal):
    """Every question: order, reasons, remarks, reading, notices, everything."""
    expect(len(QUESTIONS) >= 300, f"only {len(QUESTIONS)} questions")
    counts = [(10, 3, 1000)[place % 3] for place in range(len(QUESTIONS))]
    asked = list(zip(QUESTIONS, counts))
    found = page.ask_all([("zoek", f"woorden={question}", f"aantal={count}") for question, count in asked])
    expected = terminal.all(lambda one: terminal.run("zoek", "--formaat", "json", "--aantal", str(one[1]), "--", one[0]), asked)
    results = 0
    for question, (status, text), (other_status, other_text) in zip(QUESTIONS, found, expected):
        expect(status == other_status, f"{question}: status {status}, in the terminal {other_status}: {text[:200]} {other_text[:200]}")
        if status > 1:
            expect(text in other_text, f"{question}: “{text}” instead of “{other_text}”")
            continue
        expect_equal(question, json.loads(text), json.loads(other_text))
        results += len(json.loads(text)["results"])
    return f"{len(QUESTIONS)} questions, {results} results as in the terminal, word for word"


def decision(page, terminal):
    """Every way through the decision schema, from its start to every end."""
    ways, ends = [[]], 0
    for way in ways:
        walk = page.ask_json("beslis", f"antwoorden={','.join(way)}")
        choices = walk["node"]["choices"]
        expect(walk["ended"] == (not choices), f"beslis {way}: ended is {walk['ended']} with {len(choices)} choices")
        expect(len(way) < 40, f"beslis {way}: no end")
        ends += walk["ended"]
        ways += [[*way, choice["id"]] for choice in choices]
    asked = [(way, ()) for way in ways]
    # A subject and an age choose what the schema's tables say.
    asked += [(way, ("driftbuien", "3")) for way in ways[::7]] + [(way, ("slapen en geslagen", "9")) for way in ways[::11]]
    found = page.ask_all([("beslis", f"antwoorden={','.join(way)}", *parts("woorden", "leeftijd", about)) for way, about in asked])

    def in_terminal(one):
        way, about = one
        options = [*about[:1], *(["--leeftijd", about[1]] if about else [])]
        return terminal.json("beslis", *options, "--antwoorden", ",".join(way), "--formaat", "json")

    for one, (status, text), expected in zip(asked, found, terminal.all(in_terminal, asked)):
        expect(status < 2, f"beslis {one}: {text}")
        answer = json.loads(text)
        expect_equal(f"beslis {one}", {key: answer.get(key) for key in expected}, expected)
    return f"{ends} ways through the decision schema, {len(asked)} places on them as in the terminal"


def parts(*names_and_values):
    *names, values = names_and_values
    return [f"{name}={value}" for name, value in zip(names, values)]


def combinations(lists):
    """Filters at random, always the same ones."""
    chance = random.Random(2026)
    values = {facet["id"]: sorted({one["id"] for one in facet["values"]}) for facet in lists["facets"]} | {"leeftijd": AGES}
    for _ in range(COMBINATIONS):
        facets = chance.sample(sorted(values), chance.choice([1, 2, 2, 3, 3, 4]))
        yield [(facet, value) for facet in facets for value in chance.sample(values[facet], min(chance.choice([1, 1, 2, 3]), len(values[facet])))]


def filters(page, terminal):
    """Filters at random against `lijst`; each count of a facet against the list that it counts."""
    chosen = list(combinations(page.ask_json("lijsten")))
    found = page.ask_all([("lijst", *joined(pairs), "aantal=1000") for pairs in chosen])
    expected = terminal.all(lambda pairs: terminal.json("lijst", *options(pairs), "--formaat", "json"), chosen)
    tools = 0
    for pairs, (status, text), other in zip(chosen, found, expected):
        expect(status == (0 if other["tools"] else 1), f"lijst {pairs}: status {status} {text[:200]}")
        answer = json.loads(text)
        # The page lists printed settings before broad ones; the terminal has them as groups.
        same = [sorted((shared(one) for one in found), key=str) for found in (answer["results"], other["tools"])]
        expect_equal(f"lijst {pairs}", *same)
        counts = [answer["total"], answer["withoutAge"]]
        expect_equal(f"lijst {pairs}, counts", counts, [other["selected"], other["withoutAge"]])
        tools += len(other["tools"])
    values = sum(counts_of(page, pairs) for pairs in chosen)
    return f"{len(chosen)} combinations of filters, {tools} tools as in the terminal; {values} counts of facets as counted by hand"


def counts_of(page, pairs):
    facets = [facet for facet in page.ask_json("facetten", *joined(pairs))["facets"]]
    rows = [(facet["id"], value) for facet in facets for value in facet["values"]]

    def selection(facet, value):
        kept = [pair for pair in pairs if pair[0] != facet] + [(facet, value["id"])]
        # A level of both scales is counted for each.
        return kept + ([("soort", value["kind"])] if value["kind"] and not any(name == "soort" for name, _ in kept) else [])

    lists = page.ask_all([("lijst", *joined(selection(*row)), "aantal=1000") for row in rows])
    for (facet, value), (_, text) in zip(rows, lists):
        results = json.loads(text)["results"]
        if value["kind"]:
            results = [one for one in results if one["kind"] == value["kind"]]
        expect(value["count"] == len(results), f"{pairs}: {facet} {value['id']} counts {value['count']}, the list has {len(results)}")
        expect(value["chosen"] == ((facet, value["id"]) in pairs), f"{pairs}: {facet} {value['id']} chosen is {value['chosen']}")
    return len(rows)


def shared(tool):
    """What a listing says in both shapes."""
    return [tool[name] for name in ("id", "kind", "name", "abbreviation", "targetGroups", "ages", "administeredBy")] + [tool["evidence"]["level"]]


def joined(pairs):
    return [f"{name}={value}" for name, value in pairs]


def options(pairs):
    return [word for name, value in pairs for word in (f"--{name}", value)]
