"""Makes an SQLite database with an FTS5 index of the catalogue's texts: the peer that the search is measured against.

usage: fts5.py CATALOGUE DATABASE
"""
import json
import pathlib
import sqlite3
import sys

catalogue, database = sys.argv[1:]
connection = sqlite3.connect(database)
connection.execute("CREATE VIRTUAL TABLE tools USING fts5(id UNINDEXED, name, text, tokenize = 'unicode61 remove_diacritics 2')")


def strings(value):
    """All texts in a JSON value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


for folder in ("instruments", "interventions"):
    for path in sorted(pathlib.Path(catalogue, folder).glob("*.json")):
        tool = json.loads(path.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO tools VALUES (?, ?, ?)", (tool["id"], tool["name"], " ".join(strings(tool))))
connection.execute("INSERT INTO tools(tools) VALUES ('optimize')")
connection.commit()
