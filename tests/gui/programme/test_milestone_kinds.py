"""Milestones and tasks as records an organiser sets up."""

from datetime import date

from missionplanner.domain.milestones import TaskState
from missionplanner.gui.programme.milestone_kinds import milestone_kind, task_kind
from missionplanner.store.store import Store

TODAY = date(2026, 1, 1)


def test_they_are_entered_and_listed_by_their_days(store: Store) -> None:
    kind = milestone_kind(store)
    kind.save(None, {**kind.values(None), "name_en": "Visas", "days": "T-60"})
    kind.save(None, {**kind.values(None), "name_en": "Vote", "day": "2026-05-05", "of_world": True})
    tasks = task_kind(store, TODAY)
    tasks.save(None, {**tasks.values(None), "name_en": "Write", "milestone_id": 1, "days": "-7", "owner": "Ana"})
    kind, tasks = milestone_kind(store), task_kind(store, TODAY)
    assert [[column.text(row) for column in kind.columns] for row in kind.rows()] == [
        ["Visas", "Dec 18, 2025", "T-60", "", "1"], ["Vote", "May 5, 2026", "T+78", "yes", "0"],
    ]  # fmt: skip
    (write,) = tasks.rows()
    assert [column.text(write) for column in tasks.columns] == ["Write", "Dec 11, 2025", "T-67", "Visas", "Ana", "late"]
    tasks.save(write, {**tasks.values(write), "state": TaskState.DONE})
    tasks = task_kind(store, TODAY)
    assert [column.text(tasks.rows()[0]) for column in tasks.columns][-1] == "Done"
    kind.remove([1])
    tasks.remove([write.id])
    assert (len(milestone_kind(store).rows()), tasks.rows()) == (1, [])
    vote = milestone_kind(store).rows()[0]
    assert kind.values(vote)["day"] == "2026-05-05"
