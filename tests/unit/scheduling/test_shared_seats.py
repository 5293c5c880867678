"""Companies with several meetings at a time have somebody for each, as they want their people to attend."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import AttendeesBy, Company
from missionplanner.domain.mission import Mission
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.jobs.timetable import meetings as edits
from missionplanner.messages import message
from missionplanner.scheduling.shared_seats import SharedSeats
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment, small_mission
from tests.unit.scheduling.cases import MEET, away, placed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """D1 may have two meetings at a time and wants C1 and C2, all in the one slot it is there; both of its people come.

    Ana speaks English, as C1 and C2 do; Ben does not.
    """
    with small_mission(tmp_path / "m.mission", slots=2) as found:
        ask(found, ("D1", "C1", MEET), ("D1", "C2", MEET))
        with found.change(message("x")) as change:
            change.update(replace(found.all(Mission)[0], several_at_once=True))
            for name in ("D1", "C1", "C2"):
                person = found.where(Person, "company_id", [key_of(found, name)])[0]
                change.update(replace(person, languages="en"))
            change.insert(Person(company_id=key_of(found, "D1"), given_name="Ben", languages="sv"))
        away(found, Owner.COMPANY, key_of(found, "D1"), 25, 45)
        yield found


def people(store: Store) -> list[int]:
    return [person.id for person in store.where(Person, "company_id", [key_of(store, "D1")])]


def share_out(store: Store, rule: AttendeesBy, most: int | None = None) -> None:
    with store.change(message("x")) as change:
        company = store.get(Company, key_of(store, "D1"))
        change.update(replace(company, attendees_by=rule, attendees_most=most))


@pytest.mark.parametrize(
    ("rule", "most", "number"),
    [
        (AttendeesBy.ALL, None, 2),
        (AttendeesBy.ALL, 2, 2),
        (AttendeesBy.LANGUAGE, None, 1),
        (AttendeesBy.SECTOR, None, 2),
        (AttendeesBy.TURN, None, 2),
        (AttendeesBy.TURN, 2, 1),
    ],
)
def test_a_company_meets_as_many_at_a_time_as_its_people_can(
    store: Store, rule: AttendeesBy, most: int | None, number: int
) -> None:
    share_out(store, rule, most)
    assert placed(store) == number


def test_who_is_away_then_attends_nothing(store: Store) -> None:
    away(store, Owner.DELEGATE, people(store)[1])
    assert placed(store) == 1


@pytest.mark.parametrize(("first", "second", "number"), [((0,), (1,), 2), ((0,), (0,), 1), ((0, 1), (), 1)])
def test_who_is_chosen_for_one_meeting_is_not_at_another(
    store: Store, first: tuple[int, ...], second: tuple[int, ...], number: int
) -> None:
    mine = people(store)
    with store.change(message("x")) as change:
        change.update(replace(store.get(Person, mine[1]), languages="en"))
    for name, chosen in (("C1", first), ("C2", second)):
        # Where they are now they cannot stay.
        key = meet(store, "D1", name, slot=1, table=0 if name == "C1" else 1)
        edits.attend(store, key, [mine[place] for place in chosen])
    with store.change(message("x")) as change:
        rows = store.where(Availability, "owner_id", [key_of(store, "D1")])
        change.update(replace(rows[0], starts=moment(9, 25), ends=moment(9, 50)))
    assert placed(store) == number


def test_meetings_that_stay_have_room(store: Store) -> None:
    for name, table in (("C1", 0), ("C2", 1)):
        meet(store, "D1", name, slot=0, table=table, locked=True)
    away(store, Owner.DELEGATE, people(store)[1], 25, 45)
    snapshot = store.snapshot()
    kept: dict[tuple[int, int], Meeting | None] = {meeting.pair: meeting for meeting in snapshot.meetings}
    assert SharedSeats(Plan(snapshot, snapshot.meetings), kept).rooms == [2]
    assert SharedSeats(Plan(snapshot, snapshot.meetings), dict.fromkeys(kept)).rooms == [1]
    assert placed(store) == 2
