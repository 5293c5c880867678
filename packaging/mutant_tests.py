"""Which tests a mutant has to pass, the processes that run them, and what is kept of it."""

import contextlib
import hashlib
import json
import os
import queue
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import mirror
from environment import ROOT
from mutation import Mutant

PROGRAM = "missionplanner"
COVERING_SECONDS = 1800
COMPILING_SECONDS = 240
NOT_NOTICED = (0, 5)
"""Exit codes of pytest: all passed, and none was there to run."""
SOME_FAILED = 1


class TestsFail(Exception):
    """Tests cannot be run without any mutant."""

    __test__ = False


def mirrored(path: str) -> str:
    """The test file of a module."""
    root = mirror.PROGRAM.parent
    return mirror.test_of(root / path).relative_to(root).as_posix()


def test_files(package: str, root: Path) -> list[str]:
    """The test files of a package."""
    folder = root / "tests" / (package if package == "gui" else f"unit/{package}")
    alone = root / "tests" / "unit" / f"test_{package}.py"
    return [p.relative_to(root).as_posix() for p in [*sorted(folder.rglob("test_*.py")), alone] if p.is_file()]


def equivalents(path: Path) -> dict[tuple[str, str, str], str]:
    """The reasons in the list of equivalent mutants, by file, line and mutation."""
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", []) if path.exists() else []
    return {(entry["file"], entry["line"], entry["mutation"]): entry["reason"] for entry in listed}


def rewritten(path: Path) -> dict[str, str]:
    """The reasons in that list why modules are about to be written anew, by pattern of their paths in the program."""
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("rewritten", []) if path.exists() else []
    return {pattern: group["reason"] for group in listed for pattern in group["modules"]}


def _digest(*parts: str | bytes) -> str:
    made = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


class Results:
    """What became of mutants in this and earlier runs: a line each, added as soon as it is known."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._killed: dict[str, bool] = {}
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for line in text.splitlines():
            with contextlib.suppress(ValueError):  # the last line of a run that was killed
                key, killed = json.loads(line)
                self._killed[key] = killed
        if text and not text.endswith("\n"):
            path.write_text(text + "\n", encoding="utf-8")

    def get(self, key: str) -> bool | None:
        """Whether the mutant was killed, None if it was not tried."""
        return self._killed.get(key)

    def add(self, key: str, killed: bool) -> None:
        """Keep it."""
        self._killed[key] = killed
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([key, killed]) + "\n")


@dataclass(frozen=True)
class Cover:
    """What the tests of one file execute: seconds and fixtures by test, tests and fixtures by line of each module."""

    file: str
    found: dict[str, Any]

    def tests(self) -> list[str]:
        """All of them, the quick ones first."""
        return sorted(self.found["fixtures"], key=self.seconds)

    def seconds(self, test: str) -> float:
        """How long a test takes with its fixtures."""
        seconds = self.found["seconds"]
        return float(seconds.get(test, 0) + sum(seconds.get(name, 0) for name in self.found["fixtures"][test]))

    def executing(self, path: str, lines: tuple[int, int]) -> list[str]:
        """The tests that execute one of these lines; all, where nobody sees it or the import of the module does."""
        if path in self.found["compiled"]:
            return self.tests()
        by_context = self.found["lines"].get(path, {})
        there = {name for name, executed in by_context.items() if any(lines[0] <= n <= lines[1] for n in executed)}
        if "" in there:
            return self.tests()
        return [test for test in self.tests() if test in there or not there.isdisjoint(self.found["fixtures"][test])]


def chosen(covers: list[Cover], path: str, mutant: Mutant, limit: float) -> dict[str, float]:
    """The tests for a mutant and their seconds: those of the mirrored file, then as many of the others as fit in it.

    Lines nothing is seen to execute, as those of other processes, have all tests of the mirrored file.
    """
    ours = [cover for cover in covers if cover.file == mirrored(path)]
    first = {test: cover.seconds(test) for cover in ours for test in cover.executing(path, mutant.lines)}
    others = [c for c in covers if c.file != mirrored(path)]
    rest = {test: cover.seconds(test) for cover in others for test in cover.executing(path, mutant.lines)}
    if not first and not rest:
        return {test: cover.seconds(test) for cover in ours for test in cover.tests()}
    for test in sorted(rest, key=rest.__getitem__):
        limit -= rest[test]
        if limit >= 0 or not first:
            first[test] = rest[test]
    return first


class Server:
    """A process that forks, in its own copy of the checkout."""

    def __init__(self, tree: Path) -> None:
        _copy(tree)
        cache = tree.with_name(tree.name + "-cache")
        cache.mkdir(exist_ok=True)
        threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
        variables = {
            **os.environ,
            **threads,
            "PYTHONPATH": str(tree),
            "XDG_CACHE_HOME": str(cache),
            "QT_QPA_PLATFORM": "offscreen",
        }
        command = [sys.executable, str(ROOT / "packaging" / "mutant_runs.py")]
        self._process = subprocess.Popen(
            command, cwd=tree, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, job: dict[str, Any]) -> dict[str, Any]:
        """Have a job done."""
        to, answers = self._process.stdin, self._process.stdout
        if to is None or answers is None:
            raise ValueError("the process has no pipes")
        return _asked(job, to, answers)

    def close(self) -> None:
        """End the process, and what it is doing."""
        self._process.terminate()
        self._process.wait()


def _asked(job: dict[str, Any], to: IO[str], answers: IO[str]) -> dict[str, Any]:
    to.write(json.dumps(job) + "\n")
    to.flush()
    answer: dict[str, Any] = json.loads(answers.readline())
    return answer


def _copy(tree: Path) -> None:
    """Bring a copy of the checkout up to date."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    names = {name for name in listed if name and not name.startswith(".") and (ROOT / name).is_file()}
    for old in [path for path in tree.rglob("*") if path.is_file() and "__pycache__" not in path.parts]:
        if old.relative_to(tree).as_posix() not in names:
            old.unlink()
    for name in names:
        source, target = ROOT / name, tree / name
        if not target.exists() or _state(source) != _state(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def _state(path: Path) -> tuple[int, int]:
    return path.stat().st_size, path.stat().st_mtime_ns


class Pool:
    """So many servers, each started when it is needed first."""

    def __init__(self, folder: Path, workers: int) -> None:
        self.folder, self._workers = folder, workers
        self._servers: list[Server] = []
        self._free: queue.Queue[Server] = queue.Queue()

    def done(self, jobs: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The answers to jobs by their names, as they come."""
        while len(self._servers) < min(self._workers, len(jobs)):
            self._servers.append(Server(self.folder / f"tree-{len(self._servers) + 1}"))
            self._free.put(self._servers[-1])
        with ThreadPoolExecutor(self._workers) as threads:
            waiting = {threads.submit(self._ask, job): name for name, job in jobs.items()}
            try:
                for number, future in enumerate(as_completed(waiting), 1):
                    print(f"\r{number} of {len(waiting)} ", end="", file=sys.stderr, flush=True)
                    yield waiting[future], future.result()
                print("\r", end="", file=sys.stderr)
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                self.close()
                raise

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        server = self._free.get()
        try:
            return server.ask(job)
        finally:
            self._free.put(server)

    def close(self) -> None:
        """End the servers."""
        for server in self._servers:
            server.close()


@dataclass(frozen=True)
class Bench:
    """Tries mutants of a package on its tests.

    module: only its mirrored tests are needed. mirror_only: other files are not run. failing: tests that fail without
    any mutant, and so are left out.
    """

    package: str
    module: str
    limit: float
    mirror_only: bool
    failing: list[str] = field(default_factory=list)

    def tried(
        self, wanted: list[tuple[str, Mutant]], sources: dict[str, str], results: Results, pool: Pool
    ) -> Iterator[tuple[str, Mutant, bool]]:
        """Whether each mutant was killed, in order."""
        covers = self._covers(pool) if wanted else []
        jobs, keys = {}, []
        for path, mutant in wanted:
            tests = chosen(self._of(path, covers), path, mutant, self.limit)
            keys.append(self._key(sources[path], mutant, tests))
            if results.get(keys[-1]) is None:
                compiled = any(path in cover.found["compiled"] for cover in covers)
                jobs[keys[-1]] = self._job(path, mutant.applied(sources[path]), tests, compiled)
        for key in [key for key, job in jobs.items() if not job["files"]]:
            del jobs[key]
            results.add(key, False)
        for key, answer in pool.done(jobs) if jobs else ():
            results.add(key, answer["code"] not in NOT_NOTICED)
        for (path, mutant), key in zip(wanted, keys, strict=True):
            yield path, mutant, bool(results.get(key))

    def _of(self, path: str, covers: list[Cover]) -> list[Cover]:
        return [cover for cover in covers if cover.file == mirrored(path)] if self.mirror_only else covers

    def _key(self, source: str, mutant: Mutant, tests: dict[str, float]) -> str:
        place = f"{mutant.start} {mutant.end} {mutant.replacement}"
        contents = [(ROOT / name).read_bytes() for name in _files(tests)]
        return _digest(source, place, *sorted(tests), *contents)

    def _job(self, path: str, source: str, tests: dict[str, float], compiled: bool) -> dict[str, Any]:
        limit = 10 + 5 * sum(tests.values()) + (COMPILING_SECONDS if compiled else 0)
        return {
            "path": path, "source": source, "files": _files(tests), "tests": list(tests), "limit": limit, "cover": ""
        }  # fmt: skip

    def _covers(self, pool: Pool) -> list[Cover]:
        """What the tests of each file execute, as it was kept or else found out now. Where one fails it is not kept."""
        files = test_files(self.package, ROOT)
        if self.module:
            files = [file for file in files if file == mirrored(self.module)]
        folder = pool.folder / "covers"
        folder.mkdir(exist_ok=True)
        kept = {file: folder / f"{file.replace('/', '.')}.json" for file in files}
        missing = {
            file: {
                "path": "", "source": None, "files": [file], "limit": COVERING_SECONDS,
                "cover": f"{PROGRAM}/{self.package}",
            }
            for file in files
            if not kept[file].exists() or json.loads(kept[file].read_text(encoding="utf-8"))["key"] != self._code(file)
        }  # fmt: skip
        found = {}
        for file, answer in pool.done(missing) if missing else ():
            if answer["code"] not in (*NOT_NOTICED, SOME_FAILED) or answer["cover"] is None:
                raise TestsFail(f"{answer['log']}\n{file} cannot be run without any mutant.")
            found[file] = answer["cover"]
            if answer["cover"]["failed"]:
                self.failing.extend(answer["cover"]["failed"])
            else:
                kept[file].write_text(json.dumps({"key": self._code(file), "found": found[file]}), encoding="utf-8")
        for file in files:
            if file not in found:
                found[file] = json.loads(kept[file].read_text(encoding="utf-8"))["found"]
        return [Cover(file, found[file]) for file in files]

    def _code(self, file: str) -> str:
        return _digest(self._shared_code, (ROOT / file).read_bytes())

    @cached_property
    def _shared_code(self) -> bytes:
        """All code of the program, and all of the tests but tests."""
        tests = (path for path in (ROOT / "tests").rglob("*.py") if not path.name.startswith("test_"))
        return b"".join(path.read_bytes() for path in sorted([*(ROOT / PROGRAM).rglob("*.py"), *tests]))


def _files(tests: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(test.partition("::")[0] for test in tests))
