"""What companies ask for and get, and who has too little or too much of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.balances import LEAST, MOST, balances, limits
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet, meeting, small_mission, snapshot_of

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_shares_tell_who_has_too_few_and_too_many(store: Store) -> None:
    with store.change(message("Limits")) as change:
        change.update(replace(store.mission, meetings_least=1, meetings_most=2))
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MUST), ("D1", "C3", MEET), ("D2", "C1", MEET), ("D3", "C2", NO))
    meet(store, "D1", "C1", 0, 0)
    found = {one.company.name: one for one in balances(store.snapshot())}
    assert {name: one.state for name, one in found.items()} == {
        "D1": "many",
        "D2": "unmet",
        "D3": "few",
        "C1": "good",
        "C2": "unmet",
        "C3": "unmet",
    }
    assert (found["D1"].asks, found["D1"].wanted, found["D1"].meetings, found["D1"].open) == (3, 3, 1, 2)
    assert (found["C1"].asked, found["D3"].vetoes) == (2, 1)


def test_limits_are_the_missions_or_the_usual_ones(store: Store) -> None:
    assert limits(store.snapshot()) == (LEAST, MOST)
    with store.change(message("Limits")) as change:
        change.update(replace(store.mission, meetings_least=2, meetings_most=9))
    assert limits(store.snapshot()) == (2, 9)


def test_before_planning_nobody_has_too_few_meetings(store: Store) -> None:
    with store.change(message("Limits")) as change:
        change.update(replace(store.mission, meetings_least=1, meetings_most=1))
    ask(store, ("D1", "C1", MEET))
    found = {one.company.name: one.state for one in balances(store.snapshot())}
    assert found == {"D1": "good", "D2": "few", "D3": "few", "C1": "good", "C2": "few", "C3": "few"}


def test_a_veto_of_either_side_makes_a_pair_unwanted(store: Store) -> None:
    ask(store, ("D1", "C1", NO))
    found = {one.company.name: one for one in balances(store.snapshot())}
    assert (found["D1"].vetoes, found["D1"].asks, found["D1"].wanted, found["D1"].open) == (1, 0, 0, 0)
    assert (found["C1"].vetoes, found["C1"].asked, found["C1"].wanted) == (0, 0, 0)


def wish(one: int, other: int, priority: Priority = MEET, side: Side = Side.DELEGATION) -> Request:
    return Request(delegation_id=one, counterpart_id=other, priority=priority, asked_by=side)


def test_requests_are_counted_for_who_asks_and_who_is_asked() -> None:
    requests = [
        wish(1, 3),
        wish(1, 3, MUST, Side.COUNTERPART),
        wish(2, 4, NO, Side.COUNTERPART),
        wish(2, 4),
        wish(1, 4),
    ]
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=2, status=MeetingStatus.CANCELLED)]
    mission = Mission(starts=DAY, ends=DAY, meetings_least=1, meetings_most=1)
    found = balances(snapshot_of(requests=requests, meetings=meetings, mission=mission))
    numbers = [(b.company.name, b.asks, b.asked, b.wanted, b.vetoes, b.meetings, b.open, b.state) for b in found]
    assert numbers == [
        ("D1", 2, 1, 2, 0, 1, 1, "many"),
        ("D2", 1, 0, 0, 0, 0, 0, "few"),
        ("C1", 1, 1, 1, 0, 1, 0, "good"),
        ("C2", 0, 2, 1, 1, 0, 1, "unmet"),
    ]


def test_the_usual_limits_are_six_and_seventeen() -> None:
    assert (LEAST, MOST) == (6, 17)
    assert limits(snapshot_of()) == (6, 17)


@pytest.mark.parametrize(("number", "state"), [(2, "few"), (3, "good"), (4, "good"), (5, "many")])
def test_a_company_is_in_order_from_the_least_up_to_the_most(number: int, state: str) -> None:
    keys = range(3, 3 + number)
    companies = [
        Company(id=n, side=Side.DELEGATION if n < 3 else Side.COUNTERPART, name=f"N{n}") for n in (1, 2, *keys)
    ]
    parts = {
        "companies": companies,
        "applications": [Application(company_id=1, status=Status.ACCEPTED)],
        "requests": [wish(1, key) for key in keys],
        "mission": Mission(starts=DAY, ends=DAY, meetings_least=3, meetings_most=4),
    }
    assert [one.state for one in balances(snapshot_of(**parts))] == [state]
    met = [meeting(key, 1, key, slot=1) for key in keys][:3]
    assert [one.state for one in balances(snapshot_of(**parts, meetings=met))] == [state]
    if state == "good":
        assert [one.state for one in balances(snapshot_of(**parts, meetings=met[:2]))] == ["unmet"]
