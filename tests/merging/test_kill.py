"""A merge that is killed has happened or not; merged again, it has."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import Figures, damage_of
from tests.merging.world import World


@pytest.fixture
def files(mission: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A mission and a copy in which much was done."""
    world = World(tmp_path / "people", mission, 2)
    ana, ben = world.people
    chance = Random(1)
    for name in (
        "add_company",
        "edit_many",
        "plan",
        "edit_lists",
        "remove_companies",
        "merge_duplicates",
        "edit_venue",
    ):
        world.act(ben, name, chance.randrange(1000))
    world.act(ana, "edit_company", 1)
    world.close()
    shutil.copy(ana.path, ana.path.with_suffix(".before"))
    return ana.path, ben.path


def kill_often(files: tuple[Path, Path], times: int) -> dict[str, int]:
    """Kill a merging process at random moments; returns how often the merge had happened, or not."""
    path, other = files
    with Store.open(path.with_suffix(".before"), read_only=True) as store, Store.open(other, read_only=True) as copy:
        joined = joining.join(store, copy)
        states = {str(sorted(joined.mine.seen.items())): "before", str(sorted(joined.together.seen.items())): "after"}
    counted = {"before": 0, "after": 0}
    for number in range(times):
        command = [sys.executable, "-m", "tests.merging.killing", str(path), str(other)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(Random(number).random() * 0.08)
            process.kill()
        assert damage_of(path) == []
        with Store.open(path) as store:
            state = joining.read(store)
            counted[states[str(sorted(state.seen.items()))]] += 1
    return counted


def test_a_merge_that_is_killed_has_happened_or_not(files: tuple[Path, Path], figures: Figures) -> None:
    counted = kill_often(files, 4)
    figures(f"merges killed: {sum(counted.values())} of {sum(counted.values())} happened whole or not at all")


@pytest.mark.soak
def test_fifty_merges_that_are_killed_have_happened_or_not(files: tuple[Path, Path], figures: Figures) -> None:
    counted = kill_often(files, 50)
    figures(f"merges killed: {counted}")
