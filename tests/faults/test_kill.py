"""kill -9 at random moments of every act: the file is whole, what was finished is in it, and work goes on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Priority
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import Figures, ask_all, damage_of, small_mission
from tests.faults.killing import ACTS
from tests.later_format import later_format

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
ROOT = Path(__file__).resolve().parents[2]


def kill(path: Path, act: str, chance: random.Random, start: float) -> str:
    """Start the act in a process, kill it somewhere; the last line it printed."""
    environment = {**os.environ, "XDG_DATA_HOME": str(path.parent / "data"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.faults.killing", str(path), act]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, "it ended by itself"
        time.sleep(chance.uniform(0, start))
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
    whole = [line.strip() for line in lines if line.endswith("\n")]
    return whole[-1]


def examine(path: Path, last: str) -> None:
    """The file is sound, holds what was finished, has no conflict of its own making, and can be worked on."""
    with Store.open(path) as store:
        assert not store.read_only, "the lock of a killed program was left"
        assert damage_of(store.path) == []
        snapshot = store.snapshot()
        assert planning.conflicts(snapshot) == []
        word, number = last.split()
        if word == "edit":
            notes = {company.notes for company in store.all(Company)}
            assert len(notes) == 1, "half of a step was stored"
            assert int(notes.pop().split()[1] if notes != {""} else -1) >= int(number)
        if word == "draft":
            found = store.drafts.find(0, "delegation")
            assert found is not None
            assert int(json.loads(found.content)["form"]["city"].split()[1]) >= int(number)
        if word == "plan":
            assert snapshot.meetings
        if word == "migrate":
            assert store.get(Company, 1).name == "D1"
        with store.change(message("Go on")) as change:
            change.insert(Company(side=snapshot.companies[0].side, name="After"))
        store.undo()
    for copy in (path.with_name("saved.mission"), *(path.parent / "data").rglob("*.mission")):
        if copy.exists():
            Store.open(copy, read_only=True).close()
    for pack in path.parent.glob("packs/*.pdf"):
        assert pack.read_bytes().rstrip().endswith(b"%%EOF")


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "m.mission"
    path.parent.mkdir()
    with small_mission(path, delegation=6, counterparts=6, slots=8, tables=4) as store:
        ask_all(store, Priority.MEET)
    return path


def run(mission: Path, times: int, seed: int = 0) -> int:
    """Kill so many processes, in turn at every act; how many the file survived."""
    chance = random.Random(seed)
    names = [*ACTS, "migrate"]
    old = mission.parent.parent / "old" / "m.mission"
    old.parent.mkdir()
    small_mission(old.with_name("old.mission")).close()
    for number in range(times):
        act = names[number % len(names)]
        path = old if act == "migrate" else mission
        last = kill(path, act, chance, {"plan": 1.5, "import": 1.0, "export": 1.0}.get(act, 0.4))
        with later_format() if act == "migrate" else nullcontext():
            examine(path, last)
    return times


def test_the_file_survives_being_killed_in_every_act(mission: Path, figures: Figures) -> None:
    survived = run(mission, len(ACTS) + 1)
    figures(f"kill -9: {survived} of {len(ACTS) + 1} survived")


IN_THE_MIDDLE = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.store import Store

path = Path(sys.argv[1])
store = Store.open(path)
most = path.stat().st_size + 8192
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # a write beyond it kills, as kill -9 does
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
with store.change(message("Much")) as change:
    for company in store.all(Company):
        change.update(replace(company, notes="x" * 30_000))
"""


def test_a_kill_between_two_pages_of_one_change_leaves_the_file_as_before(mission: Path) -> None:
    with Store.open(mission) as store:
        before = store.snapshot()
    content = mission.read_bytes()
    done = subprocess.run([sys.executable, "-c", IN_THE_MIDDLE, str(mission)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGXFSZ
    assert mission.read_bytes() != content, "nothing was written yet"
    with Store.open(mission) as store:
        assert store.snapshot() == before
        assert damage_of(store.path) == []


@pytest.mark.soak
def test_the_file_survives_two_hundred_kills(mission: Path, figures: Figures) -> None:
    survived = run(mission, 200, seed=1)
    figures(f"kill -9: {survived} of 200 survived")
