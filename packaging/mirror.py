"""Which test file proves which module, and what changed since a commit."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from environment import ROOT

PROGRAM = ROOT / "missionplanner"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "missionplanner/README.md")
RULES = {"pyproject.toml": "tests/test_architecture.py", **dict.fromkeys(DOCUMENTS, "tests/test_docs.py")}
"""The tests of files that are no modules."""


def modules() -> list[Path]:
    """Return every module of the program; the __init__ of a package is one where it holds more than a docstring."""
    found = sorted(PROGRAM.rglob("*.py"))
    return [path for path in found if path.name != "__init__.py" or len(path.read_text("utf-8").splitlines()) > 1]


def test_of(module: Path) -> Path:
    """Return the test file of a module: the same place under tests/unit, or under tests/gui for the window."""
    parts = module.relative_to(PROGRAM).parts
    folder = ROOT / "tests" if parts[0] == "gui" else ROOT / "tests" / "unit"
    return folder.joinpath(*parts[:-1], f"test_{parts[-1].replace('__', '')}")


def without_test() -> list[str]:
    """Return the modules that have no test file of their own, relative to the program's folder."""
    return [path.relative_to(PROGRAM).as_posix() for path in modules() if not test_of(path).exists()]


def changed(base: str = "HEAD") -> list[str]:
    """Return the files that differ from the commit `base`, staged or not, and new ones; not those that are gone."""
    differing = _git("diff", "--name-only", "--diff-filter=d", base)
    return sorted({*differing, *_git("ls-files", "--others", "--exclude-standard")})


def tests_for(paths: Iterable[str]) -> list[str]:
    """Return the test files to run for changed files: their own, and those that were changed themselves."""
    found = {test for test in map(_test_for, paths) if (ROOT / test).is_file()}
    return sorted(found)


def _test_for(path: str) -> str:
    if path in RULES:
        return RULES[path]
    place = Path(path)
    if place.suffix != ".py":
        return ""
    if place.parts[0] == "missionplanner":
        return test_of(ROOT / place).relative_to(ROOT).as_posix()
    if place.parts[0] == "packaging":
        return f"tests/unit/test_{place.name}"
    return path if place.name.startswith("test_") else ""


def _git(*words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
