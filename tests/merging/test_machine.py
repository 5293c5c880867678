"""Random work of several people on copies of one mission, merged in every order: nothing is lost, and all end equal."""

import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.builders import Figures
from tests.merging import acts
from tests.merging.people import Editor, repeatable
from tests.merging.world import World

CHANCES = st.integers(min_value=0, max_value=2**32 - 1)
SOME = st.integers(min_value=0, max_value=59)
LONG, SHORT = (4, 24), (86, 12)
"""Missions of each of the two parts, and their steps: to begin and to compare at the end takes longer than the steps.

With those of `test_shared` they are more than 300 missions in a run.
"""


class Machine(RuleBasedStateMachine):
    """Three to five people; each run has only some kinds of acts, so that they meet."""

    folder: Path
    mission: Path
    counted: Counter[str]
    part: int
    """Runs of different parts do different things: each part is a file of tests, and files run side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.world: World | None = None
        self._chance = repeatable(len(self.counted))

    @initialize(number=st.sampled_from((3, 3, 3, 4, 5)), chance=CHANCES)
    def begin(self, number: int, chance: int) -> None:
        """Copy the mission."""
        self._chance.__enter__()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.world = World(self.folder, self.mission, number)
        self.kinds = [*random.Random(chance + self.part).sample(sorted(acts.ACTS), k=5), "undo"]

    def _person(self, number: int) -> Editor:
        assert self.world
        return self.world.people[number % len(self.world.people)]

    @rule(person=SOME, kind=SOME, chance=CHANCES)
    def act(self, person: int, kind: int, chance: int) -> None:
        """Have somebody do something."""
        assert self.world
        self.counted["acts"] += self.world.act(
            self._person(person), self.kinds[kind % len(self.kinds)], chance + self.part
        )

    @rule(person=SOME, kind=SOME, chance=CHANCES)
    def act_too(self, person: int, kind: int, chance: int) -> None:
        """Have somebody do something: more is done than merged."""
        self.act(person, kind, chance)

    @rule(one=SOME, other=SOME, both=st.booleans())
    def merge(self, one: int, other: int, both: bool) -> None:
        """Merge the copy of somebody into that of somebody else, or both ways."""
        assert self.world
        if self._person(one) is not self._person(other):
            self.world.bring(self._person(one), self._person(other), both)
            self.counted["merges"] += 1

    @rule(person=SOME)
    def keep_copy(self, person: int) -> None:
        """Put a copy of a file aside."""
        assert self.world
        self.world.keep_copy(self._person(person))

    @rule(person=SOME, is_remembered=st.booleans())
    def put_back(self, person: int, is_remembered: bool) -> None:
        """Put the older copy back, on a computer that remembers the newer one, or not."""
        assert self.world
        self.counted["copies put back"] += self._person(person).kept is not None
        self.world.put_back(self._person(person), is_remembered)

    def teardown(self) -> None:
        """Exchange everything at the end, and compare."""
        if self.world is None:
            return
        try:
            self.world.exchange(self.world.done)
            self.counted["missions"] += 1
        finally:
            self.world.close()
            self._chance.__exit__(None, None, None)


def run(mission: Path, folder: Path, size: tuple[int, int], counted: Counter[str], part: int = 0) -> None:
    """Run so many examples of so many steps."""
    examples, steps = size
    of_run = {"mission": mission, "folder": folder / "people", "counted": counted, "part": part}
    kind: Any = type("Run", (Machine,), of_run)
    run_state_machine_as_test(
        kind,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # shrinking would take longer than the whole run
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def said(counted: Counter[str]) -> str:
    """Return what was done, in a line."""
    return ", ".join(f"{number} {name}" for name, number in sorted(counted.items()))


@pytest.mark.usefixtures("no_copies")
def test_random_work_merges_without_loss(mission: Path, tmp_path: Path, figures: Figures) -> None:
    counted: Counter[str] = Counter()
    for part, size in enumerate((LONG, SHORT)):
        run(mission, tmp_path, size, counted, part)
    figures(f"merging, part 1: {said(counted)}, nothing lost")


@pytest.mark.soak
@pytest.mark.usefixtures("no_copies")
@pytest.mark.parametrize("part", range(20))
def test_much_random_work_merges_without_loss(mission: Path, tmp_path: Path, part: int, figures: Figures) -> None:
    counted: Counter[str] = Counter({"part": part})
    run(mission, tmp_path, (1000, 30), counted)
    figures(f"merging, part {part}: {said(counted)}, nothing lost")
