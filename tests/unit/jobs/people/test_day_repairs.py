"""Ways to go on with a day: whom they concern, and that everybody can be where they are afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from missionplanner.domain.events import Audience, Event, EventKind, Part, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import occasions, with_ways
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Meeting, MeetingDelegate, MeetingStatus
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.errors import UserError
from missionplanner.jobs.people import day_repairs
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, check_undo, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The first of D1 lands at 8:00; calls with that of D2 at 9:00 and at 11:00, with that of D3 at 14:00."""
    with small_mission(tmp_path / "m.mission", slots=8) as store:
        with store.change(message("Fill")) as change:
            change.update(replace(store.get(Person, 1), precedence=1))
            change.insert(JourneyLeg(person_id=1, flight="AC1", departs=moment(4), arrives=moment(8)))
            change.insert(JourneyLeg(person_id=3, flight="AC1", departs=moment(4), arrives=moment(8)))
            for hour, mate in ((9, 2), (11, 2), (14, 3)):
                key = change.insert(
                    Event(stop_id=1, kind=EventKind.CALL, name_en=f"Call {hour}", venue_id=1, audience=Audience.LISTED,
                          hosts="A\nB", starts=moment(hour), ends=moment(hour, 40))
                )  # fmt: skip
                change.insert_all(PersonAttendance(event_id=key, person_id=n, enters=n) for n in (1, mate))
        yield store


def head(store: Store) -> Person:
    """The one whose day it is."""
    return store.get(Person, 1)


def delayed(store: Store, minutes: int = 90) -> list[day_repairs.DayWay]:
    """Have the flight be late; return the ways."""
    day_repairs.record_delay(store, store.all(JourneyLeg)[0], minutes)
    return day_repairs.after_delay(store.snapshot(), head(store), store.all(JourneyLeg)[0])


def clashing(store: Store) -> list[str]:
    """The names of events somebody of the mission cannot be at."""
    snapshot = store.snapshot()
    found = [step for key in (1, 2, 3) for step in with_ways(snapshot, occasions(snapshot, snapshot.person[key]))]
    return [step.occasion.event.name_en for step in found if step.clash and step.occasion.event]


def test_everybody_on_a_flight_is_late_as_one_step(store: Store) -> None:
    check_undo(store, lambda s: day_repairs.record_delay(s, s.all(JourneyLeg)[0], 90), "AC1 is 90 minutes late")
    assert {leg.arrives for leg in store.all(JourneyLeg)} == {moment(9, 30)}
    with pytest.raises(UserError):
        day_repairs.record_delay(store, store.all(JourneyLeg)[0], 0)


def test_ways_after_a_delay_come_by_the_people_to_tell_and_leave_nothing_that_clashes(store: Store) -> None:
    ways = delayed(store)
    assert [(way.sentence, way.told, way.missed) for way in ways] == [
        ("“Call 9” moves to February 16 at 10:15.", 3, 0),
        ("“Call 9” moves to February 16 at 11:45.", 3, 0),
        ("“Call 9” moves to February 16 at 12:30.", 3, 0),
        ("“Call 9” takes place without Given D1; Given D2 enters first.", 3, 1),
        ("“Call 9” falls away.", 3, 2),
        ("“Call 9” and “Call 14” change places.", 6, 0),
    ][: len(ways)]
    assert clashing(store) == ["Call 9"]
    for way in ways:
        day_repairs.accept(store, head(store), way)
        assert (clashing(store), store.steps.undo_label) == ([], "Repair the day of Given D1")
        store.undo()


def test_a_flight_that_is_hardly_late_needs_nothing(store: Store) -> None:
    assert delayed(store, 10) == []


def test_transfers_and_events_that_are_missed_have_their_own_ways(store: Store) -> None:
    with store.change(message("More")) as change:
        change.delete(Event, [1])
        for hour, name in ((9, "Bus"), (11, "Late bus")):
            key = change.insert(Event(stop_id=1, kind=EventKind.TRANSFER, name_en=name, audience=Audience.EVERYONE,
                                      starts=moment(hour, 50), ends=moment(hour, 55)))  # fmt: skip
            vehicle = change.insert(Vehicle(event_id=key, name=f"{name} 1", seats=3))
            if hour == 9:
                change.insert(VehicleSeat(event_id=key, person_id=1, vehicle_id=vehicle))
        change.insert(Event(stop_id=1, name_en="Talk", starts=moment(10), ends=moment(10, 5)))
    ways = delayed(store)
    assert [(way.sentence, way.told) for way in ways] == [
        ("Given D1 travels on their own instead of “Bus”; Given D1 is not at “Talk”.", 2),
        ("Given D1 rides with “Late bus”, Late bus 1; Given D1 is not at “Talk”.", 3),
    ]
    check_undo(store, lambda s: day_repairs.accept(s, head(s), ways[1]), "Repair the day of Given D1")
    assert [seat.vehicle_id for seat in store.all(VehicleSeat)] == [2]
    assert [row.part for row in store.where(PersonAttendance, "person_id", [1])][-2:] == [Part.OUT, Part.OUT]


def test_meetings_are_attended_by_others_moved_or_cancelled(store: Store) -> None:
    with store.change(message("Without calls")) as change:
        change.delete(Event, [1, 2, 3])
        mate = change.insert(Person(company_id=1, given_name="Mate", family_name="D1"))
    meet(store, "D1", "C1", slot=0, table=0)
    ways = delayed(store)
    kinds = [(way.sentence.split(",")[0], way.told, way.missed) for way in ways]
    assert kinds[0] == ("the meeting with C1 moves to February 16 at 10:15.", 2, 0)
    assert ("Mate D1 meet C1 instead.", 2, 1) in kinds
    assert ("the meeting with C1 is cancelled.", 2, 1) in kinds
    day_repairs.accept(store, head(store), next(way for way in ways if "instead" in way.sentence))
    assert [row.delegate_id for row in store.all(MeetingDelegate)] == [mate]
    store.undo()
    moved = next(way for way in ways if "moves" in way.sentence)
    day_repairs.accept(store, head(store), moved)
    snapshot = store.snapshot()
    assert snapshot.slot[store.all(Meeting)[0].slot_id].starts >= moment(9, 30) + timedelta(minutes=45)
    store.undo()
    day_repairs.accept(store, head(store), next(way for way in ways if "cancelled" in way.sentence))
    assert store.all(Meeting)[0].status is MeetingStatus.CANCELLED


def test_the_time_of_a_cancelled_call_is_left_free_or_used(store: Store) -> None:
    ask(store, ("D1", "C2", Priority.MEET))
    ways = day_repairs.after_cancelled(store.snapshot(), head(store), store.get(Event, 1))
    assert [(way.sentence, way.told) for way in ways] == [
        ("The time is left free.", 3),
        ("D1 – C2 meet on February 16 at 09:00, as was asked for.", 4),
        ("“Call 11” moves to February 16 at 09:00.", 5),
        ("“Call 14” moves to February 16 at 09:00.", 6),
    ]
    for way, events in zip(ways, (2, 2, 2, 2), strict=True):
        day_repairs.accept(store, head(store), way)
        assert (len(store.all(Event)), clashing(store)) == (events, [])
        store.undo()
    day_repairs.accept(store, head(store), ways[1])
    assert [meeting.pair for meeting in store.all(Meeting)] == [(1, 5)]
