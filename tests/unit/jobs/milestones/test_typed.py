"""Milestones and tasks typed on the command line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.errors import UserError
from missionplanner.jobs.milestones import typed
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        typed.enter(found, Milestone(), {"name": "Visas", "day": "2025-12-01", "of_world": "yes"})
        yield found


def test_a_milestone_and_a_task(store: Store) -> None:
    (visas,) = store.all(Milestone)
    assert (visas.day, visas.of_world) == (date(2025, 12, 1), True)
    typed.enter(store, visas, {"day": "", "days": "T-30", "of_world": "no"})
    (visas,) = store.all(Milestone)
    assert (visas.day, visas.days, visas.of_world) == (None, -30, False)
    typed.enter(store, Task(), {"name": "Write", "from": "visas", "days": "-7", "state": "started", "owner": "Ana"})
    (task,) = store.all(Task)
    assert (task.milestone_id, task.days, task.state, task.owner) == (1, -7, TaskState.STARTED, "Ana")
    typed.enter(store, task, {"from": ""})
    assert store.all(Task)[0].milestone_id is None


@pytest.mark.parametrize(
    ("texts", "problem"),
    [({"day": "2026-01-01"}, "“day” names no field"), ({"name": "x", "state": "soon"}, "There is no “soon”")],
)
def test_what_a_task_cannot_have(store: Store, texts: dict[str, str], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        typed.enter(store, Task(), texts)
