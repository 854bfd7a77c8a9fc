"""Tries the offline page in Chromium: `python .ci/page PAGE PROGRAM [CHECK…]`. Each check prints one line with what it counted."""

import sys
import time
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

import answers
import drawn
import faults
import keyboard
import paper
import privacy
import speed
import views
from browser import Browser
from check import Fault
from terminal import Terminal


def with_page(check):
    """A check that needs one page only."""

    def run(browser, terminal):
        with browser.open() as page:
            return check(page, terminal)

    return run


CHECKS = {
    "questions": with_page(answers.questions),
    "decision": with_page(answers.decision),
    "filters": with_page(answers.filters),
    "typing": drawn.typing,
    "facets": drawn.facets,
    "exports": drawn.exports,
    "keyboard": keyboard.walk,
    "no-trap": keyboard.no_trap,
    "decisions": keyboard.decisions,
    "privacy": privacy.privacy,
    "links": privacy.links,
    "printing": paper.printing,
    "faults": faults.faults,
    "size": speed.size,
    "speed": speed.speed,
    "pictures": views.pictures,
    "wide": views.accessible(views.WIDE),
    "narrow": views.accessible(views.NARROW),
    "adapted": views.adapted,
}


def main(page_file, program, *names):
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        sys.exit(f"page: no check {', '.join(unknown)}; choose from {', '.join(CHECKS)}")
    failed = 0
    with sync_playwright() as playwright:
        browser = Browser(playwright, Path(page_file).resolve())
        terminal = Terminal(Path(program).resolve())
        for name in names or CHECKS:
            begin = time.monotonic()
            try:
                line = CHECKS[name](browser, terminal)
            except (Fault, Error) as fault:
                failed += 1
                line = f"FAILED: {fault}"
            print(f"{name} ({time.monotonic() - begin:.0f} s): {line}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
