"""The guests of an event: who comes, who waits, and the room that is left."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.attendance import Guests, guests, meetings_during, on_their_own, people_at, people_of
from missionplanner.domain.events import Attendance, Audience, Event, Part, PersonAttendance
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.timetable import MeetingStatus
from tests.builders import meeting, moment, snapshot_of

PEOPLE = [Person(id=n, company_id=company) for n, company in enumerate((1, 1, 1, 3))]


def event(**more: object) -> Event:
    return Event(id=1, stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), **more)  # type: ignore[arg-type]


def test_a_company_brings_its_delegates_and_at_least_one() -> None:
    snapshot = snapshot_of(people=PEOPLE)
    assert [people_of(snapshot, n) for n in (1, 2, 3)] == [3, 1, 1]


@pytest.mark.parametrize(("capacity", "left"), [(None, None), (5, 1), (3, -1)])
def test_guests_are_counted_by_people_and_those_who_wait_keep_their_order(
    capacity: int | None, left: int | None
) -> None:
    rows = [
        Attendance(id=1, event_id=1, company_id=4, part=Part.WAITING),
        Attendance(id=2, event_id=1, company_id=2, part=Part.WAITING),
    ]
    other = Attendance(id=3, event_id=2, company_id=3, part=Part.WAITING)
    snapshot = snapshot_of(people=PEOPLE, attendances=[*rows, other])
    assert guests(snapshot, event(capacity=capacity)) == Guests((1, 3), (4, 2), 4, left)


def test_who_is_out_neither_comes_nor_waits() -> None:
    snapshot = snapshot_of(attendances=[Attendance(event_id=1, company_id=1, part=Part.OUT)])
    assert guests(snapshot, event()) == Guests((2, 3, 4), (), 3, None)


def test_who_does_not_take_part_comes_to_an_event_of_their_status_only() -> None:
    rows = [
        Application(company_id=n, status=status)
        for n, status in ((1, Status.RESERVE), (2, Status.ACCEPTED), (3, Status.DECLINED))
    ]
    waiting = [Attendance(event_id=1, company_id=3, part=Part.WAITING)]
    snapshot = snapshot_of(applications=rows, attendances=waiting)
    assert guests(snapshot, event()).coming == (2,)
    assert guests(snapshot, event(audience=Audience.STATUS, status="reserve")) == Guests((1,), (), 1, None)
    by_hand = snapshot_of(applications=rows, attendances=[Attendance(event_id=1, company_id=1, part=Part.IN)])
    assert guests(by_hand, event(audience=Audience.LISTED)).coming == ()


def test_meetings_ahead_of_those_expected_at_an_event_are_during_it() -> None:
    meetings = [
        meeting(1, 1, 3, slot=1),
        meeting(2, 1, 4, slot=2),
        meeting(3, 2, 4, slot=4, table=3),
        meeting(4, 2, 3, slot=2, table=2, status=MeetingStatus.HELD),
        meeting(5, 1, 3, slot=3),
    ]
    named = [Attendance(event_id=1, company_id=n, part=Part.IN) for n in (3, 4)]
    snapshot = snapshot_of(meetings=meetings, attendances=named)
    talks = Event(id=1, stop_id=1, name_en="Talks", starts=moment(9, 20), ends=moment(9, 50), audience=Audience.LISTED)
    assert [m.id for m in meetings_during(snapshot, talks)] == [2, 3]
    assert meetings_during(snapshot, replace(talks, id=2)) == []


def test_people_are_counted_once_whomever_they_represent() -> None:
    people = [*PEOPLE, Person(id=9)]
    both = [Membership(person_id=0, company_id=3)]
    snapshot = snapshot_of(people=people, memberships=both)
    assert [people_at(snapshot, key, event()) for key in (1, 2, 3)] == [3, 1, 2]
    assert guests(snapshot, event()).people == 7  # three of 1, one each of 2 and 4, one more of 3, one of none


def test_who_comes_or_stays_away_by_hand_is_counted_so() -> None:
    by_hand = [
        PersonAttendance(event_id=1, person_id=1, part=Part.OUT),
        PersonAttendance(event_id=1, person_id=3, part=Part.IN),
    ]
    away = [Attendance(event_id=1, company_id=3, part=Part.OUT)]
    snapshot = snapshot_of(people=PEOPLE, attendances=away, person_attendances=by_hand)
    found = guests(snapshot, event())
    assert (found.coming, found.people, people_at(snapshot, 1, event())) == ((1, 2, 4), 5, 2)
    assert [one.id for one in on_their_own(snapshot, event(), found.coming)] == [3]
