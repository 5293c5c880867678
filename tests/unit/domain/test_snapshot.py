"""The look-ups of a mission: every record by its key, and what belongs to whom."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import (
    Attachment,
    AttachmentKind,
    Company,
    CompanySector,
    CompanyStop,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.events import Attendance, Audience, Event, EventKind, Part
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Mission, Sector, SectorStop, Table, Travel
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Availability, MeetingDelegate, MeetingStatus, Owner
from tests.builders import DAY, meeting, moment, snapshot_of

SECTORS = [
    Sector(id=1, code="AM", name_en="Manufacturing"),
    Sector(id=2, code="AMR", name_en="Robotics", parent_id=1),
    Sector(id=3, code="FD", name_en="Food"),
]


def event(**more: object) -> Event:
    usual = {"id": 1, "stop_id": 1, "name_en": "Reception", "starts": moment(18), "ends": moment(20)}
    return Event(**{**usual, **more})  # type: ignore[arg-type]


def test_records_are_found_by_their_keys() -> None:
    snapshot = snapshot_of(sectors=SECTORS)
    assert [snapshot.company[n].name for n in (1, 2, 3, 4)] == ["D1", "D2", "C1", "C2"]
    assert (snapshot.stop[2].name_en, snapshot.venue[2].name, snapshot.table[2].number) == ("Monterrey", "Plant", 2)
    assert (snapshot.sector[2].code, snapshot.session[3].venue_id, snapshot.slot[4].session_id) == ("AMR", 3, 2)


def test_a_slot_has_the_venue_and_the_stop_of_its_session() -> None:
    snapshot = snapshot_of()
    assert {key: venue.id for key, venue in snapshot.venue_of_slot.items()} == {1: 1, 2: 1, 3: 1, 4: 2, 5: 3}
    assert {key: stop.id for key, stop in snapshot.stop_of_slot.items()} == {1: 1, 2: 1, 3: 1, 4: 1, 5: 2}


def test_travel_takes_what_was_entered_in_either_direction() -> None:
    snapshot = snapshot_of(
        mission=Mission(starts=DAY, ends=DAY, travel_minutes=30), travels=[Travel(venue_id=1, other_id=3, minutes=90)]
    )
    assert (snapshot.travel(1, 3), snapshot.travel(3, 1)) == (90, 90)


def test_travel_within_a_stop_takes_the_minutes_of_the_mission() -> None:
    snapshot = snapshot_of(mission=Mission(starts=DAY, ends=DAY, travel_minutes=30))
    assert (snapshot.travel(1, 1), snapshot.travel(1, 2)) == (0, 30)
    assert snapshot_of().travel(1, 2) == 0


def test_travel_to_another_city_is_not_that_within_a_stop() -> None:
    snapshot = snapshot_of(mission=Mission(starts=DAY, ends=DAY, travel_minutes=30))
    assert (snapshot.travel(1, 3), snapshot.travel(3, 2)) == (0, 0)


def test_a_company_is_called_at_the_first_number_of_its_people_or_at_its_own() -> None:
    people = [
        Person(id=1, company_id=1, given_name="No number"),
        Person(id=2, company_id=1, given_name="Ana", phone="+1", mobile="+2"),
        Person(id=3, company_id=2, given_name="Ben", phone="+3"),
        Person(id=4, company_id=3, given_name="Cleo"),
    ]
    companies = [Company(id=n, side=Side.DELEGATION, name=f"D{n}", phone=f"+9{n}") for n in (1, 2, 3, 4)]
    snapshot = snapshot_of(people=people, companies=companies)
    assert [snapshot.contact(n) for n in (1, 2, 3, 4)] == [
        (people[1], "+2"),
        (people[2], "+3"),
        (people[3], "+93"),
        (None, "+94"),
    ]


def test_delegates_logos_and_named_delegates_are_found() -> None:
    files = [
        Attachment(company_id=1, name="a.png", kind=AttachmentKind.LOGO, digest="aa"),
        Attachment(company_id=2, name="b.pdf", digest="bb"),
    ]
    named = [MeetingDelegate(meeting_id=7, delegate_id=key) for key in (1, 3, 1)]
    snapshot = snapshot_of(attachments=files, meeting_delegates=named)
    assert snapshot.logo_of == {1: "aa"}
    assert snapshot.attending == {7: frozenset({1, 3})}
    assert {key: [p.id for p in people] for key, people in snapshot.delegates_of.items()} == {
        n: [n] for n in (1, 2, 3, 4)
    }


def test_sectors_offerings_and_tables_are_in_their_order() -> None:
    rows = [CompanySector(company_id=1, sector_id=3, position=1), CompanySector(company_id=1, sector_id=2, position=0)]
    texts = [
        Offering(company_id=1, kind=OfferingKind.OFFERS, text="second", position=1),
        Offering(company_id=1, kind=OfferingKind.OFFERS, text="first", position=0),
        Offering(company_id=1, kind=OfferingKind.SEEKS, text="wanted"),
    ]
    tables = [Table(id=8, venue_id=1, number=2), Table(id=9, venue_id=1, number=1)]
    snapshot = snapshot_of(sectors=SECTORS, company_sectors=rows, offerings=texts, tables=tables)
    assert snapshot.sectors_of[1] == [2, 3]
    assert snapshot.offerings_of(1, OfferingKind.OFFERS) == ["first", "second"]
    assert snapshot.offerings_of(1, OfferingKind.SEEKS) == ["wanted"]
    assert snapshot.offerings_of(2, OfferingKind.SEEKS) == []
    assert [table.id for table in snapshot.tables_of[1]] == [9, 8]


def test_a_company_goes_to_the_stops_it_named_or_those_of_its_sectors_or_all() -> None:
    snapshot = snapshot_of(
        sectors=SECTORS,
        sector_stops=[SectorStop(sector_id=1, stop_id=2), SectorStop(sector_id=3, stop_id=1)],
        company_sectors=[
            CompanySector(company_id=1, sector_id=3),
            CompanySector(company_id=2, sector_id=2),
        ],
        company_stops=[CompanyStop(company_id=1, stop_id=2)],
    )
    assert [snapshot.stops_for(n) for n in (1, 2, 3)] == [{2}, {2}, {1, 2}]
    assert snapshot.named_stops == {1: {2}}
    assert [snapshot.main_sector(n) for n in (1, 2, 3)] == [1, 1, 3]


def test_meetings_are_listed_by_company_in_the_order_of_time() -> None:
    meetings = [
        meeting(1, 1, 3, slot=3),
        meeting(2, 1, 4, slot=1),
        meeting(3, 2, 3, slot=2, status=MeetingStatus.CANCELLED),
        meeting(4, 2, 4, slot=4),
        meeting(5, 1, 4, slot=1),
    ]
    found = snapshot_of(meetings=meetings).meetings_of
    assert {key: [m.id for m in row] for key, row in found.items()} == {1: [2, 5, 1], 3: [1], 4: [2, 5, 4], 2: [4]}


def test_absences_are_found_by_their_owner_and_wishes_by_their_pair() -> None:
    absences = [
        Availability(id=n, owner=owner, owner_id=1, starts=moment(9), ends=moment(10))
        for n, owner in enumerate((Owner.COMPANY, Owner.TABLE, Owner.COMPANY))
    ]
    requests = [
        Request(delegation_id=1, counterpart_id=3),
        Request(delegation_id=1, counterpart_id=4, priority=Priority.NO_THANKS),
    ]
    snapshot = snapshot_of(availabilities=absences, requests=requests)
    assert {key: [a.id for a in row] for key, row in snapshot.unavailable.items()} == {
        (Owner.COMPANY, 1): [0, 2],
        (Owner.TABLE, 1): [1],
    }
    assert {pair: wish.priority for pair, wish in snapshot.wishes.items()} == {
        (1, 3): Priority.MEET,
        (1, 4): Priority.NO_THANKS,
    }


def test_who_takes_part_is_accepted_or_confirmed() -> None:
    rows = [
        Application(company_id=n, status=status) for n, status in enumerate((Status.ACCEPTED, Status.RESERVE), start=1)
    ]
    snapshot = snapshot_of(applications=[*rows, Application(company_id=4, status=Status.CONFIRMED)])
    assert [snapshot.takes_part(n) for n in (1, 2, 3, 4)] == [True, False, False, True]
    assert snapshot.application[2].status is Status.RESERVE


def test_participants_are_listed_by_name() -> None:
    names = {1: "b", 2: "Élan", 3: "C1", 4: "A", 5: "a", 6: "e"}
    companies = [
        Company(id=n, side=Side.COUNTERPART if n == 3 else Side.DELEGATION, name=name) for n, name in names.items()
    ]
    rows = [Application(company_id=n, status=Status.ACCEPTED) for n in (6, 5, 4, 3, 2)]
    found = snapshot_of(companies=companies, applications=rows)
    assert [c.name for c in found.participants(Side.DELEGATION)] == ["A", "a", "e", "Élan"]
    assert [c.name for c in found.participants(Side.COUNTERPART)] == ["C1"]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ({}, [1, 2, 3]),
        ({"audience": Audience.DELEGATION}, [1, 2]),
        ({"audience": Audience.SECTOR, "sector_id": 1}, [2]),
        ({"audience": Audience.STATUS, "status": "confirmed"}, [3]),
        ({"audience": Audience.LISTED}, []),
    ],
)
def test_the_audience_of_an_event_is_expected(audience: dict[str, object], expected: list[int]) -> None:
    snapshot = snapshot_of(
        sectors=SECTORS,
        company_sectors=[CompanySector(company_id=2, sector_id=2), CompanySector(company_id=1, sector_id=3)],
        company_stops=[CompanyStop(company_id=4, stop_id=2)],
        applications=[
            Application(company_id=3, status=Status.CONFIRMED),
            Application(company_id=1, status=Status.ACCEPTED),
        ],
        events=[event(**audience)],
    )
    assert [n for n in (1, 2, 3, 4) if snapshot.is_meant(n, snapshot.events[0])] == expected
    assert [n for n in (1, 2, 3, 4) if snapshot.attends(n, snapshot.events[0])] == expected


def test_a_company_goes_to_the_event_of_its_first_sector_of_those_at_one_time() -> None:
    events = [
        event(id=n, audience=Audience.SECTOR, sector_id=sector, starts=moment(hour), ends=moment(hour + 2))
        for n, sector, hour in ((1, 1, 18), (2, 3, 19), (3, 3, 20), (4, 1, 18))
    ]
    mine = [
        CompanySector(company_id=n, sector_id=s, position=p)
        for n, order in ((1, (3, 2)), (2, (2, 3)))
        for p, s in enumerate(order)
    ]
    snapshot = snapshot_of(sectors=SECTORS, company_sectors=mine, events=events)
    assert [[one.id for one in events if snapshot.attends(n, one)] for n in (1, 2)] == [[2, 3], [1, 3, 4]]
    excused = [Attendance(event_id=n, company_id=2, part=Part.OUT) for n in (1, 4)]
    elsewhere = replace(snapshot, attendances=excused)
    assert [one.id for one in events if elsewhere.attends(2, one)] == [2, 3]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({}, [1, 2]),  # nobody named a stop: everybody is at both
        ({1: (1, 2), 2: (1,)}, [1]),  # who stays in the city it leaves does not go
        ({1: (2,), 2: (2,)}, []),
        ({1: (1,), 2: (2,)}, []),
    ],
)
def test_who_goes_to_both_cities_of_a_journey_takes_it(named: dict[int, tuple[int, ...]], expected: list[int]) -> None:
    flight = event(to_stop_id=2, audience=Audience.DELEGATION)
    stops = [CompanyStop(company_id=company, stop_id=stop) for company, mine in named.items() for stop in mine]
    snapshot = snapshot_of(events=[flight], company_stops=stops)
    assert [n for n in (1, 2, 3, 4) if snapshot.attends(n, flight)] == expected


def test_a_city_where_nothing_is_to_be_attended_is_home_for_everybody() -> None:
    flight = event(to_stop_id=2, audience=Audience.DELEGATION, kind=EventKind.TRANSFER)
    stops = [CompanyStop(company_id=company, stop_id=2) for company in (1, 2)]
    snapshot = snapshot_of(events=[flight], company_stops=stops, slots=[], sessions=[])
    assert [n for n in (1, 2) if snapshot.attends(n, flight)] == [1, 2]
    dinner = replace(flight, id=2, to_stop_id=None, kind=EventKind.RECEPTION)
    assert [n for n in (1, 2) if replace(snapshot, events=[flight, dinner]).attends(n, flight)] == []


def test_what_was_entered_by_hand_goes_before_the_audience() -> None:
    parts = [
        Attendance(event_id=1, company_id=n, part=part) for n, part in ((1, Part.OUT), (2, Part.WAITING), (3, Part.IN))
    ]
    snapshot = snapshot_of(events=[event(audience=Audience.DELEGATION)], attendances=parts)
    reception = snapshot.events[0]
    assert [snapshot.attends(n, reception) for n in (1, 2, 3, 4)] == [False, False, True, False]
    assert [snapshot.part(n, reception) for n in (1, 4)] == [Part.OUT, None]
    assert snapshot.part(1, replace(reception, id=2)) is None


def test_a_person_with_any_number_is_called_before_one_without_and_the_first_of_those_without() -> None:
    people = [
        Person(id=1, company_id=1), Person(id=2, company_id=1, phone="+2"), Person(id=3, company_id=1, mobile="+3"),
        Person(id=4, company_id=2), Person(id=5, company_id=2), Person(id=6, company_id=2),
    ]  # fmt: skip
    snapshot = snapshot_of(people=people)
    assert [snapshot.contact(n) for n in (1, 2)] == [(people[1], "+2"), (people[3], "")]


@pytest.mark.parametrize(
    ("spoken", "company", "mission", "language"),
    [("de, fr", "es", "es", "fr"), ("de", "es", "fr", "es"), ("", "", "fr,en", "fr"), ("", "", "de", "en")],
)
def test_somebody_is_written_to_in_their_language_or_that_of_the_company_or_mission(
    spoken: str, company: str, mission: str, language: str
) -> None:
    person = Person(id=1, company_id=1, languages=spoken)
    snapshot = snapshot_of(
        people=[person],
        companies=[Company(id=1, side=Side.DELEGATION, name="D1", language=company)],
        mission=Mission(name="M", starts=DAY, ends=DAY, languages=mission),
    )
    assert snapshot.language_of(person) == language


OFFICE, TABLE = MeetsAt.OFFICE, MeetsAt.TABLE


@pytest.mark.parametrize(
    ("request_", "host", "guest", "stop", "visits"),
    [
        (None, "", "", "", False), (None, "", "", OFFICE, True), (None, TABLE, "", OFFICE, False),
        (None, OFFICE, "", TABLE, True), (None, TABLE, OFFICE, "", False), (None, "", OFFICE, TABLE, True),
        (TABLE, OFFICE, OFFICE, OFFICE, False), (OFFICE, TABLE, TABLE, TABLE, True), ("", OFFICE, "", "", True),
    ],
)  # fmt: skip
def test_a_request_says_where_two_meet_before_the_host_the_guest_and_the_stop(
    request_: str | None, host: str, guest: str, stop: str, visits: bool
) -> None:
    usual = snapshot_of()
    said = {1: guest, 3: host}
    asked = [] if request_ is None else [Request(id=1, delegation_id=1, counterpart_id=3, meets_at=MeetsAt(request_))]
    snapshot = snapshot_of(
        companies=[replace(one, meets_at=MeetsAt(said.get(one.id, ""))) for one in usual.companies],
        stops=[replace(one, meets_at=MeetsAt(stop)) for one in usual.stops],
        requests=asked,
    )
    assert snapshot.at_office((1, 3), 1) is visits


def test_the_request_that_counts_says_it_first_then_the_other_sides() -> None:
    weak = Request(id=1, delegation_id=1, counterpart_id=3, meets_at=OFFICE)
    strong = Request(id=2, delegation_id=1, counterpart_id=3, asked_by=Side.COUNTERPART, priority=Priority.MUST_MEET)
    assert snapshot_of(requests=[weak, strong]).at_office((1, 3), 1)
    assert not snapshot_of(requests=[weak, replace(strong, meets_at=TABLE)]).at_office((1, 3), 1)


def test_an_office_is_visited_in_its_own_city_alone() -> None:
    usual = snapshot_of()
    companies = [replace(one, city="Monterrey", meets_at=OFFICE) if one.id == 3 else one for one in usual.companies]
    snapshot = snapshot_of(companies=companies)
    assert [snapshot.at_office((1, 3), stop) for stop in (1, 2)] == [False, True]


def test_a_mission_has_visits_where_anybody_says_so_or_a_meeting_has_no_table() -> None:
    assert not snapshot_of().has_visits
    assert snapshot_of(meetings=[replace(meeting(1, 1, 3, slot=1), table_id=None)]).has_visits
    assert snapshot_of(requests=[Request(id=1, delegation_id=1, counterpart_id=3, meets_at=OFFICE)]).has_visits
