"""Tasks that are late, and what comes next."""

from datetime import date

from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.domain.plan_checks import coming, late
from missionplanner.domain.snapshot import Snapshot
from tests.builders import DAY, snapshot_of


def given(*tasks: Task) -> Snapshot:
    return snapshot_of(milestones=[Milestone(id=1, name_en="Visas", days=-60)], tasks=list(tasks))


def test_late_tasks_are_told_with_their_owner() -> None:
    tasks = (
        Task(id=1, name_en="Print", days=-2, owner="Ana"), Task(id=2, name_en="Tell", days=-1),
        Task(id=3, name_en="Done", days=-9, state=TaskState.DONE),
    )  # fmt: skip
    found = late(given(*tasks), DAY)
    assert [one.text for one in found] == [
        "Late by 2 days: Print (Ana), due on February 14, 2026.", "Late by 1 day: Tell, due on February 15, 2026.",
    ]  # fmt: skip
    assert found[0].subjects == (("tasks", 1),)


def test_what_comes_next_is_told() -> None:
    tasks = Task(id=1, name_en="Print", days=-2, owner="Ana"), Task(id=2, name_en="Tell", days=30)
    assert coming(given(*tasks), date(2026, 1, 1)) == [
        "Next: Departure on February 16, 2026.", "To do next: Print (Ana) by February 14, 2026.",
    ]  # fmt: skip
    assert coming(given(*tasks), date(2026, 3, 1)) == ["To do next: Tell by March 18, 2026."]
    assert coming(snapshot_of(), date(2026, 1, 1)) == []
