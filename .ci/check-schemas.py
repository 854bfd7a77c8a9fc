#!/usr/bin/env python3
"""Checks that the catalogue's JSON Schemas are sound and that its files obey them.

Usage: .ci/check-schemas.py [CATALOG]     (needs: pip install jsonschema)
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

TOOL_FOLDERS = ("instruments", "interventions")
GUIDES = ("signals", "conversation", "protective-factors", "practice")
LONGEST_QUOTE = 100


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def faults(validator, document):
    """The faults of a document, each as JSON path and message."""
    for error in validator.iter_errors(document):
        error = best_match([error])  # the branch of an anyOf that comes nearest
        quote = repr(error.instance)
        message = error.message
        if len(quote) > LONGEST_QUOTE:
            message = message.replace(quote, quote[:LONGEST_QUOTE] + "…")
        yield error.json_path, message


def check(path, validator):
    """Prints the faults of one file; says how many there were."""
    try:
        found = sorted(faults(validator, read(path)))
    except ValueError as error:
        found = [("$", f"not JSON: {error}")]
    for place, message in found:
        print(f"{path}: {place}: {message}")
    return len(found)


def different_definitions(schemas):
    """Definitions of one name that say different things: every schema stands alone, so what they share is repeated."""
    first = {}
    for path, schema in schemas.items():
        for name, definition in schema.get("$defs", {}).items():
            original, other = first.setdefault(name, (definition, path))
            if original != definition:
                yield f"{path}: $['$defs'].{name}: differs from the definition in {other.name}"


def main(catalog):
    meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    paths = sorted((catalog / "schema").glob("*.schema.json"))
    count = sum(check(path, meta) for path in paths)
    if count:
        print(f"{len(paths)} schemas checked, no other files: {count} faults")
        return 1

    schemas = {path: read(path) for path in paths}
    for fault in different_definitions(schemas):
        print(fault)
        count += 1

    files = sorted(catalog.glob("*.json")) + [path for folder in TOOL_FOLDERS for path in sorted((catalog / folder).glob("*.json"))]
    for path in files:
        name = "tool" if path.parent.name in TOOL_FOLDERS else "guide" if path.stem in GUIDES else path.stem
        schema = schemas.get(catalog / "schema" / f"{name}.schema.json")
        if schema is None:
            print(f"{path}: $: has no schema")
            count += 1
        else:
            count += check(path, Draft202012Validator(schema))
    print(f"{len(paths)} schemas and {len(files)} files checked: {count} faults")
    return 1 if count or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "Catalog"))
