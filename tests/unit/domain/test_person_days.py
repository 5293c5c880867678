"""The day of one person: occasions in the order of time, the way between them, and what does not go together."""

from dataclasses import replace
from datetime import datetime

import pytest

from missionplanner.domain.events import Audience, Event, EventKind, Part, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.mission import Travel
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import (
    DayClash,
    DayStep,
    day_of,
    days,
    entering,
    head_of_delegation,
    looked_after,
)
from missionplanner.domain.snapshot import Snapshot
from tests.builders import DAY, meeting, moment, snapshot_of


def call(key: int, hour: int, minute: int = 0, **more: object) -> Event:
    """A bilateral call of half an hour at the office of C1."""
    usual: dict[str, object] = {"stop_id": 1, "host_id": 3, "kind": EventKind.CALL, "audience": Audience.LISTED}
    starts = moment(hour, minute)
    ends = starts.replace(hour=starts.hour + (minute + 30) // 60, minute=(minute + 30) % 60)
    return Event(**{"id": key, "name_en": f"Call {key}", "starts": starts, "ends": ends, **usual, **more})  # type: ignore[arg-type]


def leader(**more: object) -> Snapshot:
    """Ann leads, Bob comes along: she meets C1 at 9:00, calls at 10:30 with him, and is at the Plant from 11:40."""
    people = [
        Person(id=1, company_id=1, given_name="Ann", family_name="Roy", precedence=1),
        Person(id=2, company_id=2, given_name="Bob", family_name="Poe"),
        Person(id=3, company_id=3, given_name="Eva", family_name="Sol", precedence=2),
    ]
    visit = Event(id=2, stop_id=1, venue_id=2, name_en="Visit", starts=moment(11, 40), ends=moment(12, 30),
                  audience=Audience.LISTED)  # fmt: skip
    parts = [(1, 2, 1), (1, 1, 2), (2, 1, None)]
    usual: dict[str, object] = {
        "people": people,
        "events": [call(1, 10, 30), visit],
        "meetings": [meeting(1, 1, 3, 1)],
        "person_attendances": [
            PersonAttendance(id=n, event_id=event, person_id=person, enters=enters)
            for n, (event, person, enters) in enumerate(parts, start=1)
        ],
        "travels": [Travel(id=1, venue_id=1, other_id=2, minutes=25)],
    }
    found = {**usual, **more}
    known = {event.id for event in found["events"]}  # type: ignore[attr-defined]
    rows = [row for row in found["person_attendances"] if row.event_id in known]  # type: ignore[attr-defined]
    return snapshot_of(**{**found, "person_attendances": rows})


def items(snapshot: Snapshot, key: int = 1) -> list[DayStep]:
    """The day of somebody."""
    return day_of(snapshot, snapshot.person[key], DAY)


def test_occasions_come_in_the_order_of_time_with_the_way_between_them() -> None:
    first, then, last = items(leader())
    assert (first.occasion.meeting is not None, then.occasion.event, last.occasion.event) == (
        True, *leader().events,
    )  # fmt: skip
    # To an office nobody knows the way of: half an hour, and so back.
    assert [(one.minutes, one.spare, one.clash) for one in (first, then, last)] == [
        (None, None, DayClash.NONE), (40, 30, DayClash.NONE), (40, 0, DayClash.NONE),
    ]  # fmt: skip
    assert (first.leaves, then.leaves) == (None, moment(9, 50))
    assert days(leader(), leader().person[1]) == [DAY]


def test_places_in_words_and_in_the_same_venue_need_no_way() -> None:
    plaza = call(1, 9, 25, place="Plaza")
    hall = replace(call(3, 10), venue_id=1, host_id=None, audience=Audience.EVERYONE)
    found = items(leader(events=[plaza, hall]))
    assert [(one.minutes, one.spare) for one in found] == [(None, None), (None, 5), (None, 5)]


@pytest.mark.parametrize(
    ("event", "clash"),
    [
        (call(3, 9), DayClash.AT_ONCE),
        (call(3, 9, 45), DayClash.TOO_FAR),
        (call(3, 9, 30, stop_id=2, host_id=None, place="Here"), DayClash.OTHER_CITY),
        (call(3, 10, 30, stop_id=2, host_id=None, place="Here"), DayClash.NONE),
    ],
)
def test_what_is_at_once_or_too_far_clashes(event: Event, clash: DayClash) -> None:
    own = [PersonAttendance(id=1, event_id=3, person_id=1)]
    assert items(leader(events=[event], person_attendances=own))[-1].clash is clash


def test_a_transfer_says_how_long_it_takes_to_another_city() -> None:
    ride = Event(id=9, stop_id=1, to_stop_id=2, kind=EventKind.TRANSFER, name_en="Ride", audience=Audience.LISTED,
                 starts=moment(20), ends=moment(23))  # fmt: skip
    there = call(3, 11, stop_id=2, host_id=None, place="Here")
    own = [PersonAttendance(id=1, event_id=3, person_id=1)]
    assert items(leader(events=[there, ride], person_attendances=own))[-1].clash is DayClash.OTHER_CITY


def _leg(kind: LegKind, **times: str) -> JourneyLeg:
    moments = {name: datetime.fromisoformat(f"2026-02-16T{time}-06:00") for name, time in times.items()}
    return JourneyLeg(id=1, person_id=1, kind=kind, flight="AC1", **moments)


@pytest.mark.parametrize(
    ("leg", "found"),
    [
        (_leg(LegKind.ARRIVAL, arrives="09:10"), [(DayClash.NOT_YET, 1)]),
        (_leg(LegKind.ARRIVAL, departs="06:00", arrives="08:00"), []),
        (_leg(LegKind.ARRIVAL, departs="06:00", arrives="08:30"), [(DayClash.TOO_FAR, 1)]),
        (_leg(LegKind.ARRIVAL, departs="06:00", arrives="09:10"), [(DayClash.AT_ONCE, 1)]),
        (_leg(LegKind.DEPARTURE, departs="12:00"), [(DayClash.GONE, 2)]),
        (_leg(LegKind.DEPARTURE, departs="14:00", arrives="19:00"), [(DayClash.TOO_FAR, 0)]),
        (_leg(LegKind.DEPARTURE, departs="14:30", arrives="19:00"), []),
    ],
)
def test_nobody_is_anywhere_before_landing_or_after_leaving(leg: JourneyLeg, found: list[tuple[DayClash, int]]) -> None:
    known = [item for item in items(leader(legs=[leg])) if item.clash]
    keys = [(item.clash, (item.occasion.meeting or item.occasion.event or Event).id if not item.occasion.leg else 0)
            for item in known]  # fmt: skip
    assert keys == found


def test_a_flight_and_the_transfer_by_it_are_one_journey() -> None:
    ride = Event(id=3, stop_id=1, to_stop_id=2, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(15),
                 ends=moment(17))  # fmt: skip
    leg = _leg(LegKind.BETWEEN, departs="15:10", arrives="16:50")
    assert [item.clash for item in items(leader(events=[ride], legs=[leg])) if item.clash] == []
    bus = replace(ride, starts=moment(16, 45), ends=moment(19))
    assert [item.clash for item in items(leader(events=[bus], legs=[leg])) if item.clash] == [DayClash.AT_ONCE]


def test_interpreters_are_at_what_they_interpret() -> None:
    snapshot = leader(events=[call(1, 9, interpreter_id=2)], meetings=[meeting(1, 1, 3, 1, interpreter_id=2)])
    assert [(one.occasion.interprets, one.clash) for one in items(snapshot, 2)] == [
        (True, DayClash.NONE), (True, DayClash.AT_ONCE),
    ]  # fmt: skip


def test_people_enter_in_their_order_and_those_without_a_place_by_rank() -> None:
    snapshot = leader()
    visit = snapshot.events[0]
    assert [one.given_name for one in entering(snapshot, visit)] == ["Bob", "Ann"]
    rows = [PersonAttendance(id=n, event_id=1, person_id=n) for n in (2, 1)]
    assert [one.id for one in entering(leader(person_attendances=rows), visit)] == [1, 2]
    out = [replace(row, part=Part.OUT) for row in rows]
    assert entering(leader(person_attendances=out), visit) == []
    everybody = replace(visit, audience=Audience.EVERYONE)
    assert entering(leader(events=[everybody], person_attendances=[]), everybody) == []


def test_the_head_and_those_at_calls_are_looked_after() -> None:
    snapshot = leader(events=[call(1, 10, 30, interpreter_id=3)])
    assert head_of_delegation(snapshot) == snapshot.person[1]
    assert [person.id for person in looked_after(snapshot)] == [1, 3, 2]
    assert head_of_delegation(leader(people=[snapshot.person[2]])) is None
