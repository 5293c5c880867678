"""Who is free at a time, and what is typed for a time."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.moves import Grade
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.jobs.timetable import who_is_free
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet, other_day


@pytest.fixture
def plan(store: Store) -> Plan:
    """D1 meets C1 first; D2 asked for C1 and C2, D3 for C2."""
    ask(
        store,
        ("D2", "C1", Priority.MEET),
        ("D2", "C2", Priority.MEET),
        ("D3", "C2", Priority.MEET),
    )
    meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    return Plan(snapshot, snapshot.meetings)


def test_who_can_use_the_time_most_comes_first(plan: Plan) -> None:
    first = who_is_free.times(plan.snapshot)[0]
    found = [
        (one.company.name, one.possible, len(one.requests), one.meetings)
        for one in who_is_free.who_is_free(plan, first)
    ]
    assert found == [("C2", 2, 2, 0), ("D2", 1, 2, 0), ("D3", 1, 1, 0), ("C3", 0, 0, 0)]
    assert [one.company.name for one in who_is_free.who_is_free(plan, first, Side.COUNTERPART)] == ["C2", "C3"]


def test_slices_find_the_same(plan: Plan) -> None:
    second = who_is_free.times(plan.snapshot)[1]
    found = [one.company.name for one in who_is_free.free_one_by_one(plan, second) if one]
    assert sorted(found) == ["C1", "C2", "C3", "D1", "D2", "D3"]
    assert next(one.meetings for one in who_is_free.who_is_free(plan, second) if one.company.name == "D1") == 1


def test_openings_say_what_a_meeting_would_mean_those_that_go_first(plan: Plan) -> None:
    first = who_is_free.times(plan.snapshot)[0]
    free = who_is_free.who_is_free(plan, first, Side.DELEGATION)[0]
    found = [(one.partner.name, one.verdict.grade) for one in who_is_free.openings(plan, free, first)]
    assert found == [("C2", Grade.FREE), ("C1", Grade.REFUSED)]
    printed = {free.company.id}
    assert who_is_free.openings(plan, free, first, printed)[0].verdict.grade is Grade.WARY


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9", 0), ("9:00", 0), ("0910", 0), ("9h22", 1), ("9.30", 1), ("mon 10", 2), ("10h", 2), ("9 a.m.", 0), ("9 pm", None),
        ("tue", 4), ("tue 9", 4), ("17 9:50", None), ("mexico", 0), ("mon 10:20am", 3), ("", None), ("wed", None),
        ("23", None),
    ],
)  # fmt: skip
def test_a_time_is_typed_as_people_write_it(store: Store, text: str, number: int | None) -> None:
    other_day(store)
    snapshot = store.snapshot()
    known = who_is_free.times(snapshot)
    found = who_is_free.meant(snapshot, text)
    assert (known.index(found) if found else None) == number


def test_a_bare_time_is_one_of_the_day_that_is_shown(store: Store) -> None:
    other_day(store)
    snapshot = store.snapshot()
    known = who_is_free.times(snapshot)
    assert who_is_free.meant(snapshot, "9", known[-1]) == known[4]
    assert who_is_free.meant(snapshot, "mon 9", known[-1]) == known[0]
    assert known[4].day != DAY
