"""How a check fails, and how it is told that it did not."""

import json


class Fault(Exception):
    """Something in the page is not as it must be."""


def expect(condition, message):
    if not condition:
        raise Fault(message)


def expect_equal(what, found, expected):
    """Two values as JSON, with the place where they part."""
    one, other = (json.dumps(value, ensure_ascii=False) for value in (found, expected))
    if one == other:
        return
    place = next((place for place, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), min(len(one), len(other)))
    start = max(0, place - 80)
    raise Fault(f"{what}:\n  page     …{one[start:place + 160]}\n  terminal …{other[start:place + 160]}")
