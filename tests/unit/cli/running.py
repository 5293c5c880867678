"""Running commands as a terminal or a script does."""

import json
from pathlib import Path
from typing import Any

import pytest

from missionplanner import app
from tests.builders import EXAMPLE, ask_all, small_mission

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "resources" / "examples" / EXAMPLE / "registrations"


def make_mission(path: Path) -> Path:
    """Make a small mission in which everybody of the delegation asks for every counterpart."""
    with small_mission(path) as store:
        ask_all(store)
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run a command; return its exit code and what it wrote to standard output and standard error."""
    capsys.readouterr()
    code = app.run([str(word) for word in words])
    out, error = capsys.readouterr()
    return code, out, error


def document(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    """Run a command with --json and return its document."""
    code, out, _error = run(capsys, *words, "--json")
    assert code in (0, 1)
    return json.loads(out)
