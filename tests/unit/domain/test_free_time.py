"""Who is free: exactly those whom no rule about one company keeps from another meeting."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from missionplanner.domain import free_time
from missionplanner.domain.companies import Side
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment, small_mission
from tests.unit.domain import test_rules

_OF_TWO = (
    test_rules.delegate_in_two, test_rules.one_person_on_both_sides, test_rules.both_chosen_for_one,
    test_rules.chosen_at_an_event, test_rules.speaker_away, test_rules.keeper_of_the_sector_away,
    test_rules.two_speakers_needed,
)  # fmt: skip
"""Cases of rules about one company that break them only in the meeting of the two."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = small_mission(tmp_path / "m.mission")
    meet(found, "D1", "C1", slot=0, table=0)
    yield found
    found.close()


def plan_of(store: Store, without: int = 0) -> Plan:
    snapshot = store.snapshot()
    return Plan(snapshot, [meeting for meeting in snapshot.meetings if meeting.id != without])


def busy(store: Store, name: str, slot: int = 0, without: int = 0) -> str:
    plan = plan_of(store, without)
    return free_time.why_busy(plan, key_of(store, name), plan.snapshot.slots[slot])


@pytest.mark.parametrize(("rule", "breaks"), test_rules.CASES, ids=lambda value: getattr(value, "__name__", value))
def test_the_rules_about_one_company_say_who_is_busy(store: Store, rule: str, breaks: Callable[[Store], None]) -> None:
    breaks(store)
    of_one = rule in {one.__name__ for one in free_time.OF_ONE} and breaks not in _OF_TWO
    assert any(busy(store, name, without=1) for name in ("D1", "C1")) is of_one


def test_a_company_in_a_meeting_is_told_with_whom(store: Store) -> None:
    assert busy(store, "D1") == "D1 has two meetings on February 16 at 09:00: with another company and with C1."
    assert busy(store, "D1", slot=1) == ""
    assert busy(store, "D2") == ""


def test_both_sides_are_listed_or_one(store: Store) -> None:
    plan = plan_of(store)
    first = plan.snapshot.slots[:1]
    names = [company.name for company in free_time.free_companies(plan, first)]
    assert names == ["D2", "D3", "C2", "C3"]
    assert [one.name for one in free_time.free_companies(plan, first, Side.COUNTERPART)] == ["C2", "C3"]


def test_one_of_several_slots_is_enough(store: Store) -> None:
    plan = plan_of(store)
    assert free_time.is_free(plan, key_of(store, "D1"), plan.snapshot.slots[:2])
    assert not free_time.is_free(plan, key_of(store, "D1"), plan.snapshot.slots[:1])


def test_tables_that_are_taken_or_away_are_not_free(store: Store) -> None:
    with store.change(message("x")) as change:
        change.insert(Availability(owner=Owner.TABLE, owner_id=2, starts=moment(9, 25), ends=moment(10)))
    plan = plan_of(store)
    numbers = [[t.number for t in free_time.free_tables(plan, [slot])[0]] for slot in plan.snapshot.slots[:2]]
    assert numbers == [[2], [1]]
    assert free_time.free_tables(plan, plan.snapshot.slots[:1])[1] == 2


def test_the_slots_of_a_time_are_those_that_go_on(store: Store) -> None:
    snapshot = store.snapshot()
    assert free_time.slots_at(snapshot, moment(9, 19)) == snapshot.slots[:1]
    assert free_time.slots_at(snapshot, moment(9, 20)) == []
    assert free_time.slots_at(snapshot, moment(9), stop_id=99) == []


def test_a_meeting_goes_into_the_best_of_the_slots(store: Store) -> None:
    ask(store, ("D1", "C2", Priority.MEET))
    plan = plan_of(store)
    moves = Moves.of_request(plan, plan.snapshot.requests[0])
    first, second = plan.snapshot.slots[:2]
    assert free_time.best_place(moves, [first]).grade is Grade.REFUSED
    assert free_time.best_place(moves, [first, second]) == moves.verdict(second.id)
