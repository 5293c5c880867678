"""kill -9 while letters are written, three times in one run: each exists exactly once, with what was there before."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.moments import Moment, MomentLetter
from missionplanner.domain.people import Person
from missionplanner.exchange import mail
from missionplanner.jobs.job import run_now
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.occasions import Occasion
from missionplanner.jobs.moments.writing import WritingOptions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import Figures, damage_of, small_mission

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
ROOT = Path(__file__).resolve().parents[2]
THANKS = Occasion(Moment.THANKS)


def prepared(store: Store, before: int, folder: Path) -> int:
    """Give everybody an address and write some of the letters; how many there are in all."""
    with store.change(message("Addresses")) as change:
        for person in store.all(Person):
            change.update(replace(person, email=f"p{person.id}@firm.ca"))
    found = composing.compose(store, THANKS)
    some = frozenset(one.key for one in found[::7][:before])
    run_now(writing.write(WritingOptions(THANKS, folder, some)), store)
    return len(found)


def letters_of(folder: Path) -> list[Path]:
    return list(folder.glob("*.eml"))


def write(path: Path, folder: Path, until: int | None) -> int:
    """Write the letters in a process, kill it when so many are there; its exit code."""
    environment = {**os.environ, "XDG_DATA_HOME": str(path.parent / "data"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "missionplanner", "letters", str(path), "--moment", THANKS.moment.value]
    with subprocess.Popen(
        [*command, "--out", str(folder)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while until is not None and process.poll() is None:
            if len(letters_of(folder)) >= until:
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(0.002)  # until the disk has them
        return process.wait()


def run(store: Store, folder: Path, before: int) -> str:
    """Kill the writing three times on its way, let it end, and compare; the figures."""
    path, number = store.path, prepared(store, before, folder)
    store.close()
    there = []
    for part in (1, 2, 3):
        assert write(path, folder, before + (number - before) * part // 4) == -signal.SIGKILL
        there.append(len(letters_of(folder)))
    assert write(path, folder, None) == 0
    found = letters_of(folder)
    keys = Counter(mail.key_of(one.read_bytes()) for one in found)
    with Store.open(path) as again:
        journal = Counter((one.company_id, one.file_name) for one in again.all(MomentLetter))
        wanted = {one.mark for one in composing.compose(again, THANKS)}
        assert damage_of(path) == []
    assert keys == Counter(wanted)
    assert {name for _company, name in journal} == {one.name for one in found}
    assert set(journal.values()) == {1}
    assert len({company for company, _name in journal}) == len(found) == number
    # Nothing half written is left in the folder.
    assert [one.name for one in folder.iterdir() if one.suffix != ".eml"] == []
    return f"{number} letters, {before} of them before, killed at {there}: each there once"


def test_letters_killed_three_times_are_there_once(tmp_path: Path, figures: Figures) -> None:
    store = small_mission(tmp_path / "m.mission", delegation=40, counterparts=40)
    figures(run(store, tmp_path / "out", 9))


@pytest.mark.soak
def test_letters_of_the_example_killed_three_times_are_there_once(
    example: Store, tmp_path: Path, figures: Figures
) -> None:
    figures(run(example, tmp_path / "out", 40))
