"""Every call of the file system fails once, in every act, or the program is killed at it: a sentence, nothing lost or left.

The system's library is called through `failing_calls.c`, which needs a compiler. It sees SQLite's calls as well as
Python's. Every run takes other calls of an act, as many as there is time for; `--soak` takes all of many.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import Figures
from tests.faults.failing_acts import ACTS

COMPILER = next(filter(None, map(shutil.which, ("cc", "gcc", "clang"))), "")
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not COMPILER, reason="calls are intercepted as Linux does, with a C compiler"
)
ROOT = Path(__file__).resolve().parents[2]
KILLED = ("set a password", "remove a password", "restore", "packs", "erase")
"""The acts during which the program is killed in CI."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that is loaded before the system's."""
    made = tmp_path_factory.mktemp("library") / "failing_calls.so"
    source = Path(__file__).with_name("failing_calls.c")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-w", "-o", made, source, "-ldl"], check=True)
    return made


def run(library: Path, folder: Path, seconds: float, how: str, *acts: str) -> list[dict[str, Any]]:
    """What became of acts in a process of their own."""
    environment = {**os.environ, "LD_PRELOAD": str(library), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.faults.failing", str(folder), str(seconds), how, *acts]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["act"] for one in found] == list(acts), done.stderr
    return found


def check(found: list[dict[str, Any]], figures: Figures, words: str) -> None:
    """Nothing was wrong in any trial."""
    assert [(one["act"], wrong) for one in found for wrong in one["found"]] == []
    assert all(one["trials"] and one["calls"] for one in found)
    trials, calls = (sum(one[key] for one in found) for key in ("trials", "calls"))
    figures(f"{words}: {trials} trials in {len(found)} acts of {calls} calls, none lost or left anything")


def test_a_call_that_fails_is_a_sentence_and_nothing_is_lost_or_left(
    library: Path, tmp_path: Path, figures: Figures
) -> None:
    check(run(library, tmp_path, 0.15, "fail", *ACTS), figures, "calls that fail")


def test_a_kill_at_a_call_leaves_nothing_half_and_nothing_in_the_open(
    library: Path, tmp_path: Path, figures: Figures
) -> None:
    check(run(library, tmp_path, 0.4, "kill", *KILLED), figures, "kill -9 at a call")


@pytest.mark.soak
@pytest.mark.parametrize("how", ["fail", "kill"])
def test_many_calls_fail_or_kill(library: Path, tmp_path: Path, figures: Figures, how: str) -> None:
    # Killed while it makes a new file the program leaves it by half; SECURITY says so.
    acts = [name for name in ACTS if how == "fail" or name not in ("new", "rescue")]
    check(run(library, tmp_path, 20, how, *acts), figures, f"soak, {how}")
