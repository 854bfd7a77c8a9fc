#!/usr/bin/env python3
"""Says which public declarations have no doc comment, from the compiler's symbol graphs; fails when there are any.

Usage: .ci/library.py GRAPH.symbols.json ...

What says itself or is said elsewhere may go without: cases of an enumeration, `init()`, what the compiler makes, and what a protocol asks for and
explains.
"""

import json
import sys

SELF_EXPLAINING = {"init()"}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def without_comment(graphs):
    """Place and name of every public declaration that nothing explains."""
    symbols = {symbol["identifier"]["precise"]: symbol for graph in graphs for symbol in graph["symbols"]}
    links = [link for graph in graphs for link in graph["relationships"]]
    owner = {link["source"]: link["target"] for link in links if link["kind"] == "memberOf"}
    asked = {}  # what each protocol asks for, with an explanation
    for link in links:
        if link["kind"] == "requirementOf" and "docComment" in symbols.get(link["source"], {}):
            asked.setdefault(link["target"], set()).add(symbols[link["source"]]["pathComponents"][-1])
    promised = {}  # what each type has because it conforms to a protocol
    for link in links:
        if link["kind"] == "conformsTo":
            promised.setdefault(link["source"], set()).update(asked.get(link["target"], ()))

    for identifier, symbol in symbols.items():
        name = symbol["pathComponents"][-1]
        if "docComment" in symbol or "location" not in symbol or "::SYNTHESIZED::" in identifier:
            continue
        if symbol["kind"]["identifier"] == "swift.enum.case" or name in SELF_EXPLAINING:
            continue
        if name in promised.get(owner.get(identifier), ()):
            continue
        location = symbol["location"]
        file = "Sources/" + location["uri"].rpartition("/Sources/")[2]
        yield f"{file}:{location['position']['line'] + 1}: {'.'.join(symbol['pathComponents'])}"


def main():
    graphs = [read(path) for path in sys.argv[1:]]
    missing = sorted(without_comment(graphs))
    for line in missing:
        print(f"{line} has no doc comment", file=sys.stderr)
    print(f"{sum(len(graph['symbols']) for graph in graphs)} public symbols, {len(missing)} without the doc comment that they need")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
