"""When the program dies, the next start knows where; when it ends as it should, nothing is left."""

import faulthandler
import os
import subprocess
import sys
from collections.abc import Iterator
from subprocess import DEVNULL, PIPE

import pytest

from missionplanner import problem_report
from missionplanner.gui.window.crash_watch import CrashWatch
from missionplanner.paths import data_folder

_DYING = """
import ctypes
from missionplanner.gui.window.crash_watch import CrashWatch
watch = CrashWatch()
watch.begin()
ctypes.string_at(0)
"""

_RUNNING = """
import sys
from missionplanner.gui.window.crash_watch import CrashWatch
watch = CrashWatch()
print(watch.begin(), flush=True)
if sys.stdin.readline().strip() == "die":
    import ctypes
    ctypes.string_at(0)
watch.end()
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Python writes where pytest wants it again."""
    was = faulthandler.is_enabled()
    yield
    if was:
        faulthandler.enable(sys.__stderr__ or 2)


def test_a_program_that_died_says_where_at_the_next_start() -> None:
    done = subprocess.run([sys.executable, "-c", _DYING], env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode == 0, done.stderr) == (False, "")
    watch = CrashWatch()
    found = watch.begin()
    assert problem_report.cleaned(found)[0] in (
        "Fatal Python error: Segmentation fault", "Windows fatal exception: access violation",
    )  # fmt: skip
    assert "string_at" in "\n".join(problem_report.cleaned(found))
    watch.end()


def test_a_program_that_ended_as_it_should_leaves_nothing() -> None:
    for _start in range(2):
        watch = CrashWatch()
        assert watch.begin() == []
        watch.end()
    watch.end()
    assert list(data_folder().glob("crash*")) == []


def test_without_a_place_to_write_the_program_starts_all_the_same() -> None:
    (data_folder() / "crash.txt").mkdir()
    watch = CrashWatch()
    assert watch.begin() == []
    watch.end()


def test_windows_beside_one_that_runs_are_watched_as_well() -> None:
    first, second = (
        subprocess.Popen([sys.executable, "-c", _RUNNING], text=True, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        for _window in range(2)
    )
    for window in (first, second):
        assert window.stdout
        assert window.stdout.readline() == "[]\n"
    second.communicate("die\n")
    third = CrashWatch()
    assert "string_at" in "\n".join(third.begin())
    first.communicate("end\n")
    assert (first.returncode, second.returncode == 0) == (0, False)
    third.end()
    assert list(data_folder().glob("crash*")) == []
