#!/usr/bin/env python3
"""Makes wrong changes to a copy of the checkout, and says which of them the tests notice. See README.md."""

import argparse
import fcntl
import hashlib
import json
import os
import re
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
import Glibc
import Storage

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

TEST = ["--skip-build", "-c", "release", "--disable-xctest"]
FAILED_TEST = re.compile(r"✘ Test (?P<test>.+?) recorded an issue.*? at (?P<place>\w+\.swift:\d+)")
COMPILER_ERROR = re.compile(r"^(?P<file>/\S.*?):(?P<line>\d+):\d+: error: (?P<message>.*)")


def fail(message):
    """Ends, because nothing can be tried."""
    print(message, file=sys.stderr)
    sys.exit(2)


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

    def __init__(self, folder, rows):
        self.folder = folder
        self.rows = rows
        self.digest = hashlib.sha256()

    def write(self, name, data):
        """Writes a file only when it differs, so that a build makes anew what changed."""
        self.digest.update(f"{name}\0{len(data)}\0".encode() + data)
        path = self.folder / name
        if path.is_symlink() or not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_bytes(data)

    def make(self):
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
        names = [name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file() or (ROOT / name).is_symlink()]
        names = [name for name in names if not name.startswith("Tests/Mutation/")]
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
        for name in sorted(changed.keys() - kept):
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
                    fail(f"{first['id']} and {second['id']} change the same text")
            for row in reversed(own):
                end = row["start"] + len(row["find"])
                text = text[:row["start"]] + switched(row) + text[end:]
            changed[name] = text.encode()
            changed["/".join(name.split("/")[:2]) + "/Mutation.swift"] = SWITCH.encode()
        name, old, new = BUILT_IN
        text = (ROOT / name).read_text(encoding="utf-8")
        if text.count(old) != 1:
            fail(f"{name}: “{old}” does not occur once")
        changed[name] = text.replace(old, new).encode()
        changed["Sources/BuiltInCatalog/MutatedCatalog.swift"] = CATALOG.encode()
        return changed

    def build(self):
        """Builds everything; says what the compiler says when it does not compile."""
        # Optimised, because the tests run a hundred times and the build once.
        command = ["swift", "build", "--build-tests", "-c", "release", "-Xswiftc", "-enable-testing"]
        run = subprocess.run(command, cwd=self.folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
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


# MARK: The tests


class Tests:
    """The suites of the copy's tests, the quickest first."""

    def __init__(self, copy, turn, known):
        self.copy = copy
        self.turn = turn
        self.known = known
        listed = subprocess.run(["swift", "test", "list", *TEST], cwd=copy.folder, check=True, text=True, capture_output=True)
        # “Target.Suite/test()”, or “Target.test()”.
        tests = [line for line in listed.stdout.splitlines() if re.match(r"\w+\.", line)]
        self.suites = sorted({test.split("/")[0] for test in tests})

    def measure(self):
        """Runs every suite without a change: it must pass. Remembers which changed places it comes to, and how long it takes."""
        trace = self.copy.folder / "trace"
        for suite in self.suites:
            if suite in self.known["suites"]:
                continue
            trace.write_text("")
            with self.turn:
                noticed, seconds = self.run(suite, {"MUTATION_TRACE": str(trace)}, limit=3600)
            if noticed:
                fail(f"{suite} fails without any change: {noticed}")
            numbers = sorted({int(line) for line in trace.read_text().split()})
            self.known.keep("suites", suite, {"seconds": seconds, "reaches": numbers})
            print(f"{suite} passes in {seconds:.0f} s", flush=True)
        self.suites.sort(key=self.seconds)

    def seconds(self, suite):
        return self.known["suites"][suite]["seconds"]

    def reaching(self, number):
        """The suites that come to a changed place."""
        return [suite for suite in self.suites if number in self.known["suites"][suite]["reaches"]]

    def noticing(self, environment, suites):
        """The first test of some suites that notices a change (nothing when all pass), and the seconds of testing."""
        total = 0
        for suite in suites:
            noticed, seconds = self.run(suite, environment, limit=60 + 5 * self.seconds(suite))
            total += seconds
            if noticed:
                return f"{suite} {noticed}", total
        return None, total

    def run(self, suite, environment, limit):
        """Runs a suite up to its first failure, and says which (nothing when it passes), and its seconds."""
        command = ["swift", "test", *TEST, "--filter", f"^{re.escape(suite)}(/|$)"]
        process = subprocess.Popen(
            command, cwd=self.copy.folder, env=os.environ | environment, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        begin = time.monotonic()
        late = []
        timer = threading.Timer(limit, lambda: (late.append(True), kill(process)))
        timer.start()
        noticed = last = None
        try:
            for line in process.stdout:
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
        finally:
            timer.cancel()
            kill(process)
        return noticed, time.monotonic() - begin


def kill(process):
    """Ends a process with all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


# MARK: Trying


def try_switched(row, tests):
    return tests.noticing({"MUTATION": str(row["number"])}, tests.reaching(row["number"]))


def try_text(row, tests):
    """Makes a change of data or of a type in the copy, and takes it back."""
    path = tests.copy.folder / row["file"]
    whole, times = path.read_bytes(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text(whole.decode().replace(row["find"], row["replace"]), encoding="utf-8")
    try:
        if not is_data(row):
            errors = tests.copy.build()
            return (f"the compiler: {errors[0]}", 0) if errors else tests.noticing({}, tests.suites)
        snapshot = tests.copy.folder / "mutated.wegwijzer"
        built = subprocess.run(
            [".build/release/wegwijzer", "catalogus", "bouw", "Catalog", "--uit", snapshot, "--overschrijf"],
            cwd=tests.copy.folder, text=True, capture_output=True)
        if built.returncode != 0:
            return f"the checker: {built.stderr.strip().splitlines()[-1][:97]}", 0
        return tests.noticing({"MUTATION_CATALOG": str(snapshot)}, tests.suites)
    finally:
        path.write_bytes(whole)
        os.utime(path, ns=times)


def attempt(row, tests):
    change = f"{row['file']}: {row['find']} → {row['replace']}"
    if change not in tests.known["changes"]:
        with tests.turn:
            noticed, seconds = (try_text if row["form"] == "text" else try_switched)(row, tests)
        tests.known.keep("changes", change, {"noticed": noticed, "seconds": seconds})
    result = tests.known["changes"][change]
    passed = "PASSED" if row["form"] == "text" or tests.reaching(row["number"]) else "PASSED: no test comes there"
    print(f"{row['id']:24} {result['noticed'] or passed:110} {result['seconds']:5.0f} s", flush=True)
    return bool(result["noticed"])


class Known(dict):
    """What was found out of these very files before, so that a run that was broken off goes on."""

    def __init__(self, path, digest):
        super().__init__(digest=digest, suites={}, changes={})
        self.path = path
        self.lock = threading.Lock()
        if path.exists():
            before = json.loads(path.read_text(encoding="utf-8"))
            if before["digest"] == digest:
                self.update(before)

    def keep(self, kind, name, value):
        with self.lock:
            self[kind][name] = value
            self.path.write_text(json.dumps(self, ensure_ascii=False, indent=1), encoding="utf-8")


class Turn:
    """The use of a machine that is shared: a file that is locked, for some minutes at a time."""

    SECONDS = 300

    def __init__(self, path):
        self.file = open(path, "a") if path else None
        self.since = None

    def __enter__(self):
        if self.file and self.since is None:
            fcntl.flock(self.file, fcntl.LOCK_EX)
            self.since = time.monotonic()

    def __exit__(self, *_):
        if self.file and time.monotonic() - self.since > Turn.SECONDS:
            fcntl.flock(self.file, fcntl.LOCK_UN)
            self.since = None
            # Others who wait come first.
            time.sleep(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="ID", help="try these changes only, in this order")
    parser.add_argument("--list", action="store_true", help="list the changes, and which are stale")
    parser.add_argument("--again", action="store_true", help="try again what was tried before with the same files")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="run the tests of N changes at a time")
    parser.add_argument("--folder", type=Path, default=ROOT / ".build/mutation", help="where the copy is made (%(default)s)")
    parser.add_argument("--lock", metavar="FILE", help="build and test only while this file is locked, as flock does; with one job")
    options = parser.parse_args()
    if options.lock and options.jobs > 1:
        parser.error("--lock is for one job")

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
    whole = [row for row in rows if row["found"] == 1]
    wanted = whole
    if options.only:
        wanted = sorted((row for row in whole if row["id"] in options.only), key=lambda row: options.only.index(row["id"]))

    options.folder.mkdir(parents=True, exist_ok=True)
    alone = open(options.folder / "lock", "w")
    fcntl.flock(alone, fcntl.LOCK_EX)
    copy = Copy(options.folder, [row for row in whole if row["form"] != "text"])
    copy.make()
    turn = Turn(options.lock)
    with turn:
        errors = copy.build()
    if errors:
        fail("\n".join(errors))
    known = Known(options.folder / "known.json", copy.digest.hexdigest())
    if options.again:
        known["changes"] = {}
    tests = Tests(copy, turn, known)
    tests.measure()

    results = {}
    with ThreadPoolExecutor(options.jobs) as pool:
        switched = [row for row in wanted if row["form"] != "text"]
        results.update(zip((row["id"] for row in switched), pool.map(lambda row: attempt(row, tests), switched)))
    # A file that is changed is changed for all: one at a time, and what must be compiled last.
    for row in sorted((row for row in wanted if row["form"] == "text"), key=lambda row: not is_data(row)):
        results[row["id"]] = attempt(row, tests)
    noticed = sum(results.values())
    share = 100 * noticed / max(1, len(results))
    print(f"\nnoticed {noticed} of {len(results)} ({share:.0f} %), stale {len(stale)}")
    passed = [name for name, isNoticed in results.items() if not isNoticed]
    if passed:
        print("passed: " + " ".join(passed))
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
