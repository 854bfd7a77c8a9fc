#!/usr/bin/env python3
"""Makes wrong changes to a copy of the checkout, and says which of them the tests notice. See README.md."""

import argparse
import fcntl
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ENOUGH = 90

# A module's switch. Where MUTATION_TRACE names a file, each number is written there the first time that its place is come to.
SWITCH = """\
import Glibc

private let chosen = getenv("MUTATION").map { atoi($0) } ?? 0
/// Above the descriptors that a program is started with, or finds closed.
private let trace: Int32 =
    getenv("MUTATION_TRACE").map { path in
        let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        defer { close(file) }
        return fcntl(file, F_DUPFD_CLOEXEC, 100)
    } ?? -1
nonisolated(unsafe) private let reached = UnsafeMutablePointer<Bool>.allocate(capacity: 10_000)
private let isTraced: Bool = {
    reached.initialize(repeating: false, count: 10_000)
    return trace >= 0
}()

/// Whether the wrong change of this number is made.
func mutated(_ number: Int32) -> Bool {
    if isTraced, !reached[Int(number)] {
        reached[Int(number)] = true
        let line = Array("\\(number)\\n".utf8)
        _ = write(trace, line, line.count)
    }
    return chosen == number
}
"""

# The built-in catalogue, or the one that MUTATION_CATALOG names.
CATALOG = """\
import Catalog
import Glibc

func mutatedCatalog() -> Bytes? {
    guard let path = getenv("MUTATION_CATALOG") else { return nil }
    let file = open(path, O_RDONLY)
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    guard size > 0, let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0) else { return nil }
    return Bytes(UnsafeRawBufferPointer(start: memory, count: size))
}
"""
BUILT_IN = ("Sources/BuiltInCatalog/BuiltInCatalog.swift", "Bytes(snapshotText)", "mutatedCatalog() ?? Bytes(snapshotText)")

FAILED_TEST = re.compile(r"✘ Test (?P<test>.+?) recorded an issue.*? at (?P<place>\w+\.swift:\d+)")
COMPILER_ERROR = re.compile(r"^(?P<file>/\S.*?):(?P<line>\d+):\d+: error: (?P<message>.*)")


# MARK: The table


def read_rows():
    """The table's rows, each with its number; rows whose text is not found once are stale."""
    rows = json.loads((HERE / "mutations.json").read_text(encoding="utf-8"))
    texts = {}
    for number, row in enumerate(rows, 1):
        path = ROOT / row["file"]
        if path not in texts:
            texts[path] = path.read_text(encoding="utf-8") if path.exists() else ""
        row["number"] = number
        row["found"] = texts[path].count(row["find"])
        row["start"] = texts[path].find(row["find"])
    return rows


def is_data(row):
    return row["file"].startswith("Catalog/")


def switched(row):
    """What stands in the source instead, so that the change is made when its number is chosen."""
    number, new, old = row["number"], row["replace"], row["find"]
    if row["form"] == "expression":
        return f"(mutated({number}) ? ({new}) : ({old}))"
    return f"if mutated({number}) {{ {new} }} else {{ {old} }}"


# MARK: The copy


class Copy:
    """A copy of the checkout in which everything that can be is changed at once, each change behind a switch."""

    def __init__(self, folder, rows, through):
        self.folder = folder
        self.through = through
        self.rows = rows
        self.lines = {}

    def write(self, name, data):
        """Writes a file only when it differs, so that a build makes anew what changed."""
        path = self.folder / name
        if path.is_symlink() or not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_bytes(data)

    def make(self):
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
        names = [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).exists()]
        kept = set(names)
        changed = self.sources()
        for name in names:
            if (ROOT / name).is_symlink():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                if not (self.folder / name).is_symlink():
                    (self.folder / name).symlink_to(os.readlink(ROOT / name))
            else:
                self.write(name, changed.get(name, (ROOT / name).read_bytes()))
                (self.folder / name).chmod((ROOT / name).stat().st_mode)
        for name in changed.keys() - kept:
            self.write(name, changed[name])
        for folder in ("Sources", "Tests", "Catalog"):
            for path in (self.folder / folder).rglob("*"):
                name = str(path.relative_to(self.folder))
                if path.is_file() and name not in kept and name not in changed and "BuiltInCatalog/Catalog/" not in name:
                    path.unlink()

    def sources(self):
        """The sources that differ from the checkout's, by their names."""
        changed = {}
        for name in {row["file"] for row in self.rows}:
            text = (ROOT / name).read_text(encoding="utf-8")
            own = sorted((row for row in self.rows if row["file"] == name), key=lambda row: row["start"])
            for first, second in zip(own, own[1:]):
                if first["start"] + len(first["find"]) > second["start"]:
                    sys.exit(f"{first['id']} and {second['id']} change the same text")
            for row in reversed(own):
                end = row["start"] + len(row["find"])
                text = text[:row["start"]] + switched(row) + text[end:]
            changed[name] = text.encode()
            changed["/".join(name.split("/")[:2]) + "/Mutation.swift"] = SWITCH.encode()
        name, old, new = BUILT_IN
        text = (ROOT / name).read_text(encoding="utf-8")
        if text.count(old) != 1:
            sys.exit(f"{name}: “{old}” does not occur once")
        changed[name] = text.replace(old, new).encode()
        changed["Sources/BuiltInCatalog/MutatedCatalog.swift"] = CATALOG.encode()
        return changed

    def build(self):
        """Builds everything; says what the compiler says when it does not compile."""
        # Optimised, because the tests run a hundred times and the build once.
        command = ["swift", "build", "--build-tests", "-c", "release", "-Xswiftc", "-enable-testing"]
        run = subprocess.run(self.through + command, cwd=self.folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if run.returncode == 0:
            return []
        errors = [match for match in map(COMPILER_ERROR.match, run.stdout.splitlines()) if match]
        return sorted({self.named(error) for error in errors}) or run.stdout.splitlines()[-20:]

    def named(self, error):
        """A compiler's error with the changes on its line."""
        line = ""
        path = Path(error["file"])
        if path.exists():
            line = path.read_text(encoding="utf-8").splitlines()[int(error["line"]) - 1]
        numbers = {int(number) for number in re.findall(r"mutated\((\d+)\)", line)}
        ids = [row["id"] for row in self.rows if row["number"] in numbers]
        return f"{path.name}:{error['line']}: {error['message']} [{', '.join(ids)}]"

    def program(self):
        shown = subprocess.run(
            ["swift", "build", "-c", "release", "--show-bin-path"], cwd=self.folder, check=True, text=True, capture_output=True)
        return Path(shown.stdout.strip()) / "wegwijzer"


# MARK: The tests


class Tests:
    """The test targets of the copy, the quickest first."""

    def __init__(self, copy):
        self.copy = copy
        package = (ROOT / "Package.swift").read_text(encoding="utf-8")
        self.targets = re.findall(r"\.testTarget\(\s*name: \"(\w+)\"", package)
        self.seconds = {}
        self.reach = {}

    def measure(self):
        """Runs every target without a change: it must pass. Remembers which changed places it comes to, and how long it takes."""
        trace = self.copy.folder / "trace"
        for target in self.targets:
            trace.write_text("")
            noticed, self.seconds[target] = self.run(target, {"MUTATION_TRACE": str(trace)}, limit=3600)
            if noticed:
                sys.exit(f"{target} fails without any change: {noticed}")
            for number in {int(line) for line in trace.read_text().split()}:
                self.reach.setdefault(number, []).append(target)
            print(f"{target}: passes in {self.seconds[target]:.0f} s", flush=True)
        self.targets.sort(key=self.seconds.get)

    def noticing(self, environment, reached):
        """The first test that notices a change, of the targets that come to it (nothing when all pass), and the seconds of testing."""
        total = 0
        for target in self.targets:
            if target in reached:
                noticed, seconds = self.run(target, environment, limit=60 + 5 * self.seconds[target])
                total += seconds
                if noticed:
                    return f"{target} {noticed}", total
        return None, total

    def run(self, target, environment, limit):
        """Runs a target up to its first failure, and says which (nothing when it passes), and the seconds since it began to write."""
        command = ["swift", "test", "--skip-build", "-c", "release", "--disable-xctest", "--filter", f"^{target}\\."]
        process = subprocess.Popen(
            self.copy.through + command, cwd=self.copy.folder, env=os.environ | environment, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        late = []
        timer = threading.Timer(limit, lambda: (late.append(True), kill(process)))
        begin = None
        noticed = last = None
        for line in process.stdout:
            # Not before: the turn on a machine that is shared may have to be waited for.
            if begin is None:
                begin = time.monotonic()
                timer.start()
            match = FAILED_TEST.search(line)
            if match:
                noticed = f"{match['test'][:70]} ({match['place']})"
                break
            last = line.strip() or last
        else:
            status = process.wait()
            if late:
                noticed = "does not end"
            elif status != 0:
                noticed = f"ends with {status}: {(last or '')[:100]}"
        timer.cancel()
        kill(process)
        return noticed, time.monotonic() - (begin or time.monotonic())


def kill(process):
    """Ends a process with all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


# MARK: Trying


def try_switched(row, tests):
    return tests.noticing({"MUTATION": str(row["number"])}, tests.reach.get(row["number"], []))


def try_text(row, tests):
    """Makes a change of data or of a type in the copy, and takes it back."""
    path = tests.copy.folder / row["file"]
    whole, times = path.read_bytes(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text(whole.decode().replace(row["find"], row["replace"]), encoding="utf-8")
    try:
        if not is_data(row):
            errors = tests.copy.build()
            return (f"the compiler: {errors[0]}", 0) if errors else tests.noticing({}, tests.targets)
        snapshot = tests.copy.folder / "mutated.wegwijzer"
        built = subprocess.run(
            [tests.copy.program(), "catalogus", "bouw", tests.copy.folder / "Catalog", "--uit", snapshot, "--overschrijf"],
            text=True, capture_output=True)
        if built.returncode != 0:
            return f"the checker: {built.stderr.strip().splitlines()[-1].replace(f'{tests.copy.folder}/', '')[:110]}", 0
        return tests.noticing({"MUTATION_CATALOG": str(snapshot)}, tests.targets)
    finally:
        path.write_bytes(whole)
        os.utime(path, ns=times)


def attempt(row, tests, results):
    noticed, seconds = (try_text if row["form"] == "text" else try_switched)(row, tests)
    isReached = row["form"] == "text" or row["number"] in tests.reach
    results[row["id"]] = bool(noticed)
    print(f"{row['id']:24} {noticed or ('PASSED' if isReached else 'PASSED: no test comes there'):110} {seconds:5.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="ID", help="try these changes only")
    parser.add_argument("--list", action="store_true", help="list the changes, and which are stale")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="run the tests of N changes at a time")
    parser.add_argument("--folder", type=Path, default=ROOT / ".build/mutation", help="where the copy is made (%(default)s)")
    parser.add_argument("--through", default="", metavar="COMMAND", help="start every build and test with this, such as nice")
    options = parser.parse_args()

    rows = read_rows()
    unknown = set(options.only or []) - {row["id"] for row in rows}
    if unknown:
        parser.error(f"no such change: {', '.join(sorted(unknown))}")
    if options.list:
        for row in rows:
            stale = "" if row["found"] == 1 else f"  STALE: found {row['found']} times"
            print(f"{row['id']:24} {row['file']}{stale}\n{'':24} {row['why']}")
        return 0
    stale = [row for row in rows if row["found"] != 1]
    for row in stale:
        print(f"{row['id']:24} STALE: its text is found {row['found']} times in {row['file']}")
    wanted = [row for row in rows if row["found"] == 1 and (not options.only or row["id"] in options.only)]
    together = [row for row in rows if row["found"] == 1 and row["form"] != "text"]

    options.folder.mkdir(parents=True, exist_ok=True)
    lock = open(options.folder / "lock", "w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    copy = Copy(options.folder, together, shlex.split(options.through))
    copy.make()
    errors = copy.build()
    if errors:
        print("\n".join(errors))
        return 2
    tests = Tests(copy)
    tests.measure()

    results = {}
    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(lambda row: attempt(row, tests, results), [row for row in wanted if row["form"] != "text"]))
    # A file that is changed is changed for all: one at a time, and what must be compiled last.
    for row in sorted((row for row in wanted if row["form"] == "text"), key=lambda row: not is_data(row)):
        attempt(row, tests, results)
    noticed = sum(results.values())
    share = 100 * noticed / max(1, len(results))
    print(f"\nnoticed {noticed} of {len(results)} ({share:.0f} %), stale {len(stale)}")
    passed = [id for id, isNoticed in results.items() if not isNoticed]
    if passed:
        print("passed: " + " ".join(passed))
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
