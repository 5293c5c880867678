"""Runs everything that has to pass: lint, format, types, contracts, tests.

With --changed only the tests of what differs from the last commit (or from --base REV); with --soak the long runs
instead; with --sizes it prints how large the code is; with --mutants it counts the small breakages the tests notice
(mutants.py says what can follow); with --artefact FILE it tries out what people download (check_artefact.py). Other
options go to pytest.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import environment
import mirror
import sizes

PROGRAMS = {"pdfinfo": "poppler-utils", "pdftotext": "poppler-utils", "qpdf": "qpdf", "psql": "postgresql"}
NETWORK_DRIVE = {"sshfs": "sshfs", "/usr/lib/openssh/sftp-server": "openssh-sftp-server"}
"""For the tests of a network drive, which need the right to mount."""
SCREEN = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
"""For looking at the window of an artefact."""
SPREAD = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "0")
"""Two processes, in the order of tests/conftest.py. When one dies the run ends: pytest-xdist would wait for ever for
what it hands to a new one."""

Step = tuple[str, list[str]]
"""The name of a step and its command."""


def main() -> int:
    """Prepare the test environment and run what was asked for."""
    asked, options = _parser().parse_known_args()
    if asked.sizes:
        return sizes.main()
    if asked.artefact:
        return _artefact(asked.artefact)
    python = environment.prepare(".venv-test", "test", compiled=False)
    if asked.mutants:
        return _mutants(python, options)
    if asked.changed:
        return _check(python) or _run(_changed_tests(python, asked.base, options))
    environment.system_packages(environment.QT_LIBRARIES, {**PROGRAMS, **(NETWORK_DRIVE if _may_mount() else {})})
    # The tests are read once beside the checks: pytest keeps how it compiled them, and both processes find it.
    before = [("reading", _module(python, "pytest", "--collect-only", "-qq", *options))]
    if asked.soak:
        before, options = [], [*options, "-m", "soak", "-s", "--dist", "load"]
    return _check(python, before) or _run([("tests", _module(python, "pytest", *SPREAD, *options))])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--changed", action="store_true", help="only the tests of changed modules")
    parser.add_argument("--base", default="HEAD", metavar="REV", help="the commit --changed compares with")
    parser.add_argument("--soak", action="store_true", help="the long runs")
    parser.add_argument("--mutants", action="store_true", help="the small breakages that the tests notice")
    parser.add_argument("--artefact", type=Path, metavar="FILE", help="try out what people download")
    parser.add_argument("--sizes", action="store_true", help="print how large the code is")
    return parser


def _check(python: Path, more: Sequence[Step] = ()) -> int:
    """Run the checks of the code and more side by side, as each keeps one core busy, and tell of them one by one."""
    with ThreadPoolExecutor() as pool:
        return max(pool.map(lambda step: _tell(step[0], step[1], capture=True), [*_checks(python), *more]))


def _run(steps: list[Step]) -> int:
    """Run the steps; the first that fails ends it."""
    return next((code for step in steps if (code := _tell(*step))), 0)


def _tell(name: str, command: list[str], capture: bool = False) -> int:
    """Run a step, and print how it ended; where what it prints is captured it is told only if it failed."""
    started = time.monotonic()
    if not capture:
        print(f"== {name}", flush=True)
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    said, too = (subprocess.PIPE, subprocess.STDOUT) if capture else (None, None)
    done = subprocess.run(command, cwd=environment.ROOT, env=variables, check=False, text=True, stdout=said, stderr=too)
    how, told = ("FAILED", done.stdout or "") if done.returncode else ("passed", "")
    print(f"{told}== {name}: {how} in {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode


def _mutants(python: Path, options: list[str]) -> int:
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    command = [str(python), str(environment.ROOT / "packaging" / "mutants.py"), *options]
    return subprocess.run(command, cwd=environment.ROOT, env=variables, check=False).returncode


def _artefact(path: Path) -> int:
    environment.system_packages(environment.QT_LIBRARIES, SCREEN)
    command: list[str | Path] = [sys.executable, environment.ROOT / "packaging" / "check_artefact.py", path]
    return subprocess.run(command, cwd=environment.ROOT, check=False).returncode


def _may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def _module(python: Path, *words: str) -> list[str]:
    return [str(python), "-m", *words]


def _checks(python: Path) -> list[Step]:
    return [
        ("lint", _module(python, "ruff", "check", ".")),
        ("format", _module(python, "ruff", "format", "--check", ".")),
        ("types", _module(python, "mypy")),
        ("contracts", [str(python.with_name("lint-imports" + python.suffix))]),
        # The search is compiled once and here, rather than in both processes of the tests at a time.
        ("compiling", [str(python), "-c", environment.COMPILE]),
    ]


def _changed_tests(python: Path, base: str, options: list[str]) -> list[Step]:
    """Return the step of the changed files' tests, in one process: starting more takes longer than they do."""
    files = mirror.tests_for(mirror.changed(base))
    return [("tests", _module(python, "pytest", "-q", *files, *options))] if files else []


if __name__ == "__main__":
    sys.exit(main())
