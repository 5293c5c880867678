"""Milestones, and tasks counted from them."""

from datetime import UTC, date, datetime

from missionplanner.domain.milestones import Milestone, Task, TaskState, after, counted, due_tasks, turns
from missionplanner.domain.mission import Mission

MISSION = Mission(
    starts=date(2026, 2, 15), ends=date(2026, 2, 20), registration_closes=datetime(2025, 11, 28, 12, tzinfo=UTC)
)
VISAS = Milestone(id=1, name_en="Visas", days=-60)
REVIEW = Milestone(id=2, name_fr="Examen", day=date(2026, 7, 1), of_world=True)
TASKS = [
    Task(id=1, name_en="Print", days=-10),
    Task(id=2, name_en="Write", milestone_id=1, days=-7),
    Task(id=3, name_en="Tell", milestone_id=2, state=TaskState.DONE),
]


def test_tasks_are_due_so_many_days_from_departure_or_a_milestone() -> None:
    due = due_tasks(MISSION, [VISAS, REVIEW], TASKS)
    assert [(one.task.name_en, one.day.isoformat(), one.depends_on) for one in due] == [
        ("Write", "2025-12-10", VISAS), ("Print", "2026-02-05", None), ("Tell", "2026-07-01", REVIEW),
    ]  # fmt: skip


def test_only_what_is_open_can_be_late() -> None:
    due = due_tasks(MISSION, [VISAS, REVIEW], TASKS)
    assert [one.is_late(date(2026, 2, 5)) for one in due] == [True, False, False]
    assert [one.is_late(date(2027, 1, 1)) for one in due] == [True, True, False]
    assert [state.is_open for state in TaskState] == [True, True, False, False]


def test_the_mission_has_milestones_of_its_own() -> None:
    assert [(one.name, one.day.isoformat(), one.tasks) for one in turns(MISSION, [VISAS, REVIEW], TASKS)] == [
        ("Registration closes", "2025-11-28", 0), ("Visas", "2025-12-17", 1), ("Departure", "2026-02-15", 1),
        ("Return", "2026-02-20", 0), ("Examen", "2026-07-01", 0),
    ]  # fmt: skip


def test_days_are_counted_as_plans_do() -> None:
    assert [counted(days) for days in (-180, 0, 365)] == ["T-180", "T", "T+365"]
    assert (after(date(2026, 1, 1), 10**9), after(date(2026, 1, 1), -(10**8))) == (date.max, date.min)
