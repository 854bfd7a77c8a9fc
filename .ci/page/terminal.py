"""The terminal program, which says what the page must answer."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor


class Terminal:
    def __init__(self, program):
        self.program = program

    def run(self, *words):
        """The exit status, and what was printed: results, or the line that says what is wrong."""
        done = subprocess.run([self.program, *words], capture_output=True, stdin=subprocess.DEVNULL, encoding="utf-8", timeout=60)
        return done.returncode, done.stdout if done.returncode < 2 else done.stderr

    def json(self, *words):
        status, text = self.run(*words)
        if status > 1:
            raise RuntimeError(f"{' '.join(words)}: {text}")
        return json.loads(text)

    def text(self, *words):
        """The bytes that stand on the standard output, as text."""
        done = subprocess.run([self.program, *words], capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        return done.stdout.decode("utf-8")

    def all(self, work, items):
        """Does the same for many at once."""
        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(work, items))
