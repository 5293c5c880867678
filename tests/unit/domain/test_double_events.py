"""People who are expected at two events at once."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import CompanySector
from missionplanner.domain.double_events import one_event_at_a_time
from missionplanner.domain.events import Attendance, Audience, Event, Part, PersonAttendance
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Membership, Person
from tests.builders import moment, snapshot_of

TALK = Event(id=1, stop_id=1, name_en="Talk", starts=moment(18), ends=moment(20), audience=Audience.LISTED)
VISIT = replace(TALK, id=2, name_en="Visit", starts=moment(19), ends=moment(21))
PEOPLE = [Person(id=n, company_id=1, given_name="P", family_name=str(n)) for n in (1, 2)]


def at_both(*companies: int) -> list[Attendance]:
    return [Attendance(event_id=event, company_id=key, part=Part.IN) for event in (1, 2) for key in companies]


def of_people(*rows: tuple[int, int, Part]) -> list[PersonAttendance]:
    return [PersonAttendance(event_id=event, person_id=person, part=part) for event, person, part in rows]


def found(**parts: object) -> list[str]:
    snapshot = snapshot_of(**{"events": [TALK, VISIT], "people": PEOPLE, **parts})
    return [issue.text for issue in one_event_at_a_time(snapshot)]


def sentence(who: str) -> str:
    return f"{who} is expected at “Talk” and at “Visit” at the same time, on February 16 at 19:00."


@pytest.mark.parametrize(
    ("parts", "who"),
    [
        ({"attendances": at_both(1, 2)}, ["D1", "D2"]),
        ({"attendances": at_both(1), "person_attendances": of_people((1, 1, Part.OUT))}, ["D1 (P 2)"]),
        ({"attendances": at_both(1), "person_attendances": of_people((1, 1, Part.OUT), (2, 2, Part.OUT))}, []),
        ({"person_attendances": of_people((1, 2, Part.IN), (2, 2, Part.IN))}, ["P 2 – D1"]),
        ({"attendances": at_both(1), "applications": [Application(company_id=1, status=Status.DECLINED)]}, []),
        ({"attendances": at_both(1), "events": [TALK, replace(VISIT, starts=TALK.ends)]}, []),
    ],
)  # fmt: skip
def test_who_is_at_two_events_at_once_is_named(parts: dict[str, object], who: list[str]) -> None:
    assert found(**parts) == [sentence(one) for one in who]


def test_who_goes_to_each_with_another_company_is_at_both() -> None:
    rows = [Attendance(event_id=n, company_id=n, part=Part.IN) for n in (1, 2)]
    parts = {"attendances": rows, "memberships": [Membership(person_id=2, company_id=2)]}
    assert found(**parts) == [sentence("P 2 – D1, D2")]
    (issue,) = one_event_at_a_time(snapshot_of(events=[TALK, VISIT], people=PEOPLE, **parts))
    assert (issue.code, issue.subjects) == ("one_event_at_a_time", (("people", 2), ("events", 1), ("events", 2)))


def test_who_is_named_with_a_company_is_not_named_alone_as_well() -> None:
    of_two = [Membership(person_id=2, company_id=2)]
    assert found(attendances=at_both(1), memberships=of_two) == [sentence("D1")]


def test_a_company_of_two_sectors_is_at_one_of_their_events() -> None:
    sectors = [Sector(id=n, code=str(n), name_en=str(n)) for n in (1, 2)]
    events = [
        replace(TALK, audience=Audience.SECTOR, sector_id=1),
        replace(VISIT, audience=Audience.SECTOR, sector_id=2),
    ]
    mine = [CompanySector(company_id=1, sector_id=n, position=n) for n in (1, 2)]
    assert found(sectors=sectors, events=events, company_sectors=mine) == []
