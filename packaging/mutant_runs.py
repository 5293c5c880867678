"""Runs tests against one mutant after the other, each in a process forked from one that has the heavy libraries.

It works in a copy of the checkout, in which the mutant is written to its file: so programs that a test starts are
mutated too, and the checkout is never touched. Jobs and answers are lines of JSON.
"""

import ast
import importlib
import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path
from types import ModuleType
from typing import Any

import coverage
import hypothesis
import pytest

PROGRAM = "missionplanner"
ARGUMENTS = (
    "-q", "-p", "no:cacheprovider", "--hypothesis-profile", "mutants",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
LATER = 1000
"""Seconds by which the file of a mutant is younger, so that no compiled code is taken for its."""


def test_name(nodeid: str) -> str:
    """The name of a test without its parameters."""
    return nodeid.partition("[")[0]


class Chosen:
    """A pytest plugin that runs only the tests named, in their order."""

    def __init__(self, tests: list[str]) -> None:
        self._rank = {name: rank for rank, name in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        chosen = [item for item in items if test_name(item.nodeid) in self._rank]
        items[:] = sorted(chosen, key=lambda item: self._rank[test_name(item.nodeid)])


class Covering:
    """A pytest plugin that notes which lines of a package every test executes, and how long it takes.

    A fixture that many tests share counts for each of them; what was cached is forgotten before every test.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self._coverage = coverage.Coverage(data_file=None, include=[str(folder / "*")], config_file=False)
        self._context = ""
        self._seconds: dict[str, float] = {}
        self._fixtures: dict[str, list[str]] = {}
        self._failed: set[str] = set()

    @contextmanager
    def _in(self, context: str) -> Iterator[None]:
        before, started = self._context, time.monotonic()
        self._switch(context)
        yield
        self._switch(before)
        self._seconds[context] = self._seconds.get(context, 0) + time.monotonic() - started

    def _switch(self, context: str) -> None:
        self._context = context
        self._coverage.switch_context(context)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Import what tests would import late, so that it counts for no test, and note what fixtures each test has."""
        for path in sorted(self._folder.rglob("*.py")):
            name = ".".join(path.relative_to(self._root).with_suffix("").parts).removesuffix(".__init__")
            importlib.import_module(name)
        for item in session.items:
            self._fixtures[test_name(item.nodeid)] = [f"fixture {name}" for name in getattr(item, "fixturenames", ())]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        """Count lines for this test."""
        for value in [value for module in _modules() for value in vars(module).values()]:
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()
        with self._in(test_name(item.nodeid)):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Any:
        """Count lines for a fixture that is made once for many tests."""
        if fixturedef.scope == "function":
            return (yield)
        with self._in(f"fixture {fixturedef.argname}"):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that fails, so that it is not taken for one that notices mutants."""
        if report.failed:
            self._failed.add(test_name(report.nodeid))

    def run(self, arguments: list[str]) -> int:
        """Run pytest."""
        self._coverage.start()
        code = int(pytest.main(arguments, plugins=[self]))
        self._coverage.stop()
        return code

    def found(self) -> dict[str, Any]:
        """What was seen: seconds and fixtures of each test, and the lines of each file by test."""
        lines: dict[str, dict[str, list[int]]] = {}
        data = self._coverage.get_data()
        for file in data.measured_files():
            of_file = lines.setdefault(Path(file).relative_to(self._root).as_posix(), {})
            for line, contexts in data.contexts_by_lineno(file).items():
                for context in contexts:
                    of_file.setdefault(context, []).append(line)
        files = [str(module.__file__) for module in _modules() if _compiles(module)]
        compiled = [Path(file).relative_to(self._root).as_posix() for file in files]
        fixtures = {test: names for test, names in self._fixtures.items() if test not in self._failed}
        return {
            "seconds": self._seconds, "fixtures": fixtures, "lines": lines, "compiled": compiled,
            "failed": sorted(self._failed),
        }  # fmt: skip


def _modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == PROGRAM]


def _compiles(module: ModuleType) -> bool:
    """Whether functions of the module are compiled, so that nobody sees which of their lines are executed."""
    functions = [getattr(value, "py_func", None) for value in vars(module).values()]
    return any(getattr(function, "__module__", None) == module.__name__ for function in functions)


def serve() -> None:
    """Answer jobs until there are no more."""
    root = Path.cwd()
    sys.path.insert(0, str(root))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks decides
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    _load_libraries(root)
    hypothesis.settings.register_profile(
        "mutants", database=None, derandomize=True, deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
    )  # fmt: skip
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line), root)), flush=True)


def _load_libraries(root: Path) -> None:
    """Import what the program imports of others, so that no fork has to."""
    names = set()
    for path in (root / PROGRAM).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    for name in sorted(name for name in names if name.partition(".")[0] != PROGRAM):
        try:
            importlib.import_module(name)
        except ImportError:
            continue


def _answer(job: dict[str, Any], root: Path) -> dict[str, Any]:
    started = time.monotonic()
    temporary = root.with_name(root.name + "-tmp")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    with _mutated(root / job["path"], job["source"]):
        child = os.fork()
        if child == 0:
            _in_child(job, root, temporary)
        code = _wait(child, job["limit"])
    answer: dict[str, Any] = {"code": code, "seconds": time.monotonic() - started}
    if job["cover"]:
        cover, log = temporary / "cover.json", temporary / "log"
        answer["cover"] = json.loads(cover.read_text(encoding="utf-8")) if cover.exists() else None
        answer["log"] = log.read_text(encoding="utf-8", errors="replace")[-3000:]
    shutil.rmtree(temporary, ignore_errors=True)
    return answer


@contextmanager
def _mutated(path: Path, source: str | None) -> Iterator[None]:
    """The file holds the mutant meanwhile."""
    if source is None:
        yield
        return
    original, times = path.read_bytes(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text(source, encoding="utf-8")
    os.utime(path, ns=(times[0], times[1] + LATER * 10**9))
    try:
        yield
    finally:
        path.write_bytes(original)
        os.utime(path, ns=times)


def _in_child(job: dict[str, Any], root: Path, temporary: Path) -> None:
    """Run the tests and leave, whatever happens."""
    code = int(pytest.ExitCode.INTERNAL_ERROR)
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _redirect(temporary / "log")
        arguments = [*ARGUMENTS, f"--basetemp={temporary / 'tests'}", *job["files"]]
        if job["cover"]:
            covering = Covering(root, root / job["cover"])
            code = covering.run(arguments)
            (temporary / "cover.json").write_text(json.dumps(covering.found()), encoding="utf-8")
        else:
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            # what is compiled of a mutant must not be kept
            kept, own = os.environ["XDG_CACHE_HOME"], temporary / "cache"
            shutil.copytree(kept, own, copy_function=os.link)
            os.environ["XDG_CACHE_HOME"] = str(own)
            code = int(pytest.main(["-x", *arguments], plugins=[Chosen(job["tests"])]))
    finally:
        os._exit(code)


def _redirect(log: Path) -> None:
    nothing, file = os.open(os.devnull, os.O_RDONLY), os.open(log, os.O_WRONLY | os.O_CREAT)
    os.dup2(nothing, 0)
    os.dup2(file, 1)
    os.dup2(file, 2)


def _wait(child: int, seconds: float) -> int | None:
    """The exit code of a child; None if it took too long. What it started is ended with it."""
    descriptor = os.pidfd_open(child)
    try:
        ended = select.select([descriptor], [], [], seconds)[0]
    finally:
        os.close(descriptor)
        status = _end(child)
    return os.waitstatus_to_exitcode(status) if ended else None


def _end(child: int) -> int:
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # it has no group of its own yet
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


if __name__ == "__main__":
    serve()
