"""What a timetable is like, counted by hand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.plan_figures import NO_FIGURES, PlanFigures, figures, least_changes
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment, other_day, small_mission
from tests.unit.domain.test_day_routes import meeting as trip
from tests.unit.domain.test_ways import city


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", slots=4, tables=2) as found:
        yield found


def of(store: Store) -> PlanFigures:
    snapshot = store.snapshot()
    return figures(Plan(snapshot, snapshot.meetings))


def test_a_timetable_without_meetings_has_none(store: Store) -> None:
    assert of(store) == NO_FIGURES


def test_days_loads_waits_and_shares_are_counted(store: Store) -> None:
    other_day(store)
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 3, 0)
    meet(store, "D1", "C1", 4, 1)
    found = of(store)
    assert (found.meetings, found.company_days, found.lone_days, found.idle_slots) == (3, 5, 4, 2)
    assert found.days == {1: 1, 2: 2}
    assert found.loads == {1: 4, 2: 1}
    assert found.waits == {0: 4, 2: 1}
    assert found.shares == {1: 1, 2: 1, 3: 1}


def test_a_slot_in_which_a_company_is_away_is_no_wait(store: Store) -> None:
    with store.change(message("Away")) as change:
        key = key_of(store, "D1")
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9, 25), ends=moment(9, 45)))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 3, 0)
    assert of(store).waits == {0: 2, 1: 1}


def test_changes_of_table_are_counted_by_side_and_within_a_day(store: Store) -> None:
    other_day(store)
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 1)
    meet(store, "D2", "C2", 2, 1)
    meet(store, "D2", "C1", 4, 0)
    assert of(store).changes == {Side.DELEGATION: 1, Side.COUNTERPART: 0}


def test_runs_end_at_a_break_as_long_as_a_meeting(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    meet(store, "D1", "C3", 3, 0)
    found = of(store)
    assert (found.runs, found.longest_run) == ({1: 4, 2: 1}, 2)


def test_going_on_after_lunch_is_counted(store: Store) -> None:
    with store.change(message("Lunch")) as change:
        change.update(replace(store.mission, lunch_starts="09:20", lunch_ends="10:10"))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 3, 0)
    assert of(store).lunch_spans == 1


def test_the_most_tables_at_a_time_are_counted(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    meet(store, "D2", "C1", 1, 0)
    assert of(store).peak_tables == 2


def test_visits_are_counted_and_how_long_the_delegation_is_under_way() -> None:
    known = city(meetings=[trip(1, 1, 1), trip(2, 3, None, (1, 4)), trip(3, 2, None, (2, 3)), trip(4, 5, 4, (2, 4))])
    found = figures(Plan(known, known.meetings))
    # D1 goes from the Hall to C2, D2 has one visit and a meeting in another city on the next day.
    assert (found.visits, found.under_way) == (2, 25)
    tables = [replace(one, table_id=1) for one in known.meetings[:2]]
    assert (figures(Plan(known, tables)).visits, figures(Plan(known, tables)).under_way) == (0, 0)


def test_meetings_that_stay_at_two_tables_change_them_in_every_timetable(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 3, 1)
    meet(store, "D2", "C3", 0, 1)
    meet(store, "D2", "C1", 2, 1)
    snapshot = store.snapshot()

    def least(**parts: Any) -> dict[Side, int]:
        altered = replace(snapshot, **parts)
        return {side: least_changes(Plan(altered, altered.meetings), side) for side in Side}

    assert least() == {Side.DELEGATION: 1, Side.COUNTERPART: 1}
    # What lies in between at another venue would hide it.
    hall = snapshot.sessions[0]
    plant = replace(snapshot.venues[0], id=9, uid="plant")
    beside = [replace(hall, id=9, venue_id=9), replace(snapshot.slots[1], id=9, session_id=9)]
    there = {"venues": [*snapshot.venues, plant], "sessions": [hall, beside[0]], "slots": [*snapshot.slots, beside[1]]}
    assert least(**there) == dict.fromkeys(Side, 0)
