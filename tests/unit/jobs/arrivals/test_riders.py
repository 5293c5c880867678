"""Who rides with a transfer: as entered, as the nights say, else who attends and is there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.events import Event, EventKind, Part, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Stay
from missionplanner.domain.time import local
from missionplanner.jobs.arrivals import riders
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.unit.jobs.arrivals.missions import key, travelling

DAY = date(2026, 2, 18)
LEAVES = local(DAY, time(6, 30), "America/Mexico_City")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with travelling(tmp_path / "m.mission") as store:
        with store.change(message("Add")) as change:
            change.insert(
                Event(
                    stop_id=1,
                    to_stop_id=2,
                    kind=EventKind.TRANSFER,
                    name_en="Ride",
                    starts=LEAVES,
                    ends=LEAVES + timedelta(hours=2),
                )
            )
        yield store


def names(store: Store) -> list[str]:
    """Return the given names of those who ride."""
    snapshot = store.snapshot()
    return [person.given_name for person in riders.riders(snapshot, snapshot.events[0])]


def test_without_nights_those_ride_who_attend_and_are_there(store: Store) -> None:
    assert names(store) == ["Ana", "Bo", "David", "David"]
    with store.change(message("Add")) as change:
        change.insert(JourneyLeg(person_id=key(store, "Ana"), arrives=LEAVES + timedelta(hours=1)))
        change.insert(PersonAttendance(event_id=1, person_id=key(store, "Bo"), part=Part.OUT))
    assert names(store) == ["David", "David"]


def test_nights_at_both_ends_say_who_goes_on_and_who_is_not_known(store: Store) -> None:
    ana, bo, david = key(store, "Ana"), key(store, "Bo"), key(store, "David")
    with store.change(message("Add")) as change:
        for person, stops in ((ana, (1, 2)), (bo, (1,))):
            for stop in stops:
                days = {"check_in": DAY} if stop == 2 else {"check_in": DAY - timedelta(3), "check_out": DAY}
                change.insert(Stay(person_id=person, stop_id=stop, **days))
    assert names(store) == ["Ana"]
    snapshot = store.snapshot()
    assert [person.given_name for person in riders.unknown(snapshot, snapshot.events[0])] == ["David", "David"]
    with store.change(message("Add")) as change:
        change.insert(PersonAttendance(event_id=1, person_id=david, part=Part.IN))
    assert names(store) == ["Ana", "David"]


def test_who_is_there_before_and_after_with_nights_at_one_end_alone_is_not_known(store: Store) -> None:
    ana, bo = key(store, "Ana"), key(store, "Bo")
    with store.change(message("Add")) as change:
        change.insert(Stay(person_id=ana, stop_id=1, check_in=DAY - timedelta(3)))
        change.insert(Stay(person_id=bo, stop_id=2, check_in=DAY, check_out=DAY + timedelta(3)))
        change.insert(JourneyLeg(person_id=ana, kind=LegKind.DEPARTURE, departs=LEAVES + timedelta(3)))
        flight = change.insert(JourneyLeg(person_id=bo, arrives=LEAVES - timedelta(2)))
        change.insert(JourneyLeg(person_id=key(store, "David"), arrives=LEAVES - timedelta(2)))

    def unknown() -> list[str]:
        snapshot = store.snapshot()
        return [person.given_name for person in riders.unknown(snapshot, snapshot.events[0])]

    assert names(store) == []
    assert unknown() == ["Ana", "Bo", "David", "David"]
    with store.change(message("Say")) as change:
        change.insert(Stay(person_id=ana, stop_id=1, check_in=DAY, check_out=DAY + timedelta(1)))
        change.update(replace(store.get(JourneyLeg, flight), arrives=LEAVES - timedelta(hours=1)))
        change.insert(JourneyLeg(person_id=key(store, "David"), kind=LegKind.DEPARTURE, departs=LEAVES - timedelta(1)))
    assert unknown() == ["David"]


def test_what_seats_have_to_be_like_follows_from_what_people_said(store: Store) -> None:
    snapshot = store.snapshot()
    needs = ("Fauteuil roulant", "silla de ruedas", "uses a wheelchair", "no stairs")
    found = [riders.rider(snapshot, Person(id=9, access_needs=text, precedence=2)) for text in needs]
    assert [(one.needs_access, one.rank, one.group) for one in found] == [(True, 2, -9)] * 3 + [(False, 2, -9)]
