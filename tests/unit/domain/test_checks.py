"""Each check finds what it is for, and nothing where the data are in order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain import checks
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector, CompanyStop, Side
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from tests.builders import DAY, meeting, moment, snapshot_of

SECTORS = [
    Sector(id=1, code="A", name_en="Manufacturing", quota=1),
    Sector(id=2, code="B", name_en="Robotics", parent_id=1),
]


def in_order() -> Snapshot:
    """Everybody has a sector, a delegate, an address and a stop."""
    return snapshot_of(
        sectors=SECTORS,
        company_sectors=[CompanySector(id=n, company_id=n, sector_id=1 + n % 2) for n in (1, 2, 3, 4)],
        people=[Person(id=n, company_id=n, given_name="Ana", email=f"a@{n}.ca") for n in (1, 2, 3, 4)],
        applications=[Application(company_id=n, status=Status.ACCEPTED) for n in (1, 3, 4)],
    )


def about(company: int, code: str, text: str) -> Issue:
    return Issue(code, text, Severity.WARNING, subjects=(("companies", company),))


def test_nothing_is_found_where_the_data_are_in_order() -> None:
    assert checks.attention(in_order()) == []


def test_a_company_without_sector_is_found_where_it_takes_part() -> None:
    snapshot = replace(in_order(), company_sectors=[CompanySector(company_id=n, sector_id=1) for n in (1, 3)])
    assert checks.attention(snapshot) == [about(4, "has_sector", "C2 takes part but has no sector.")]


def test_a_company_without_delegate_is_found_where_it_takes_part() -> None:
    snapshot = replace(in_order(), people=[Person(company_id=n, email="a@b.ca") for n in (1, 4)])
    assert checks.attention(snapshot) == [about(3, "has_delegate", "C1 takes part but has no delegate.")]


def test_a_company_whose_people_have_no_address_is_found() -> None:
    people = [Person(company_id=n, email="a@b.ca") for n in (3, 4, 4)] + [Person(company_id=n) for n in (1, 1, 3)]
    snapshot = replace(in_order(), people=people)
    assert checks.attention(snapshot) == [about(1, "can_be_written_to", "D1 has no e-mail address.")]


@pytest.mark.parametrize(("consent", "number"), [(None, 0), (True, 0), (False, 1)])
def test_a_company_of_the_delegation_that_refused_consent_is_found(consent: bool | None, number: int) -> None:
    names = {1: "D1", 2: "D2", 3: "C1", 4: "C2"}
    companies = [
        Company(id=n, name=name, side=Side.DELEGATION if n < 3 else Side.COUNTERPART, consent=consent)
        for n, name in names.items()
    ]
    found = checks.attention(replace(in_order(), companies=companies))
    assert found == [about(1, "gave_consent", "D1 did not consent to share its data.")][:number]


def test_a_company_at_two_stops_in_parallel_is_found_once() -> None:
    stops = [
        Stop(id=n, name_en=name, starts=DAY + timedelta(day), ends=DAY + timedelta(day))
        for n, name, day in ((1, "Mexico City", 0), (2, "Monterrey", 0), (3, "Puebla", 1))
    ]
    named = [CompanyStop(company_id=2, stop_id=n) for n in (3, 2, 1)] + [CompanyStop(company_id=1, stop_id=1)]
    text = "D2 is registered for Mexico City and Monterrey, which run in parallel."
    snapshot = replace(in_order(), stops=stops, company_stops=named, sessions=[])
    assert checks.attention(snapshot) == [about(2, "stops_do_not_clash", text)]


def test_what_is_outside_the_mission_or_its_stop_is_found() -> None:
    snapshot = in_order()
    late = [replace(snapshot.stops[0], ends=DAY + timedelta(9)), snapshot.stops[1]]
    early = [replace(snapshot.sessions[0], name="Morning", starts=snapshot.sessions[0].starts - timedelta(1))]
    party = Event(
        id=5,
        stop_id=1,
        name_en="Party",
        starts=moment(20, day=DAY + timedelta(2)),
        ends=moment(22, day=DAY + timedelta(2)),
    )
    assert [(one.text, one.subjects) for one in checks.in_mission(replace(snapshot, stops=late))] == [
        ("Mexico City (February 16–25, 2026) is outside the mission (February 16–17, 2026).", (("stops", 1),))
    ]
    assert [
        (one.text, one.subjects) for one in checks.in_mission(replace(snapshot, sessions=early, events=[party]))
    ] == [
        ("Morning on February 15, 2026 is outside its stop Mexico City (February 16, 2026).", (("sessions", 1),)),
        ("Party on February 18, 2026 is outside its stop Mexico City (February 16, 2026).", (("events", 5),)),
    ]


@pytest.mark.parametrize(("days", "found"), [(-2, 1), (-1, 0), (0, 0), (1, 0), (2, 1)])
def test_a_transfer_may_be_on_the_day_before_its_stop_or_after(days: int, found: int) -> None:
    day = DAY + timedelta(days)
    bus = Event(
        id=5, stop_id=1, kind=EventKind.TRANSFER, name_en="Bus", starts=moment(20, day=day), ends=moment(22, day=day)
    )
    assert len(checks.in_mission(replace(in_order(), events=[bus]))) == found


@pytest.mark.parametrize(("leaves", "arrives", "found"), [(18, 20, 0), (-31, 20, 1), (18, 73, 1), (-31, 73, 1)])
def test_each_end_of_a_journey_is_near_the_days_of_its_stop(leaves: int, arrives: int, found: int) -> None:
    midnight = moment(0)
    flight = Event(
        id=1, stop_id=1, to_stop_id=2, kind=EventKind.TRANSFER, name_en="Flight",
        starts=midnight + timedelta(hours=leaves), ends=midnight + timedelta(hours=arrives),
    )  # fmt: skip
    assert len(list(checks.events_in_stop(snapshot_of(events=[flight])))) == found


def test_a_transfer_is_confirmed_by_somebody() -> None:
    flight = Event(
        id=1, stop_id=1, to_stop_id=2, kind=EventKind.TRANSFER, name_en="Flight", starts=moment(18), ends=moment(20),
        unconfirmed=True,
    )  # fmt: skip
    snapshot = snapshot_of(events=[flight, replace(flight, id=2, unconfirmed=False)])
    text = (
        "Please confirm “Flight”: it leaves Mexico City on February 16 at 18:00"
        " and arrives in Monterrey on February 16 at 20:00."
    )
    issue = Issue("transfers_confirmed", text, Severity.WARNING, subjects=(("events", 1),))
    assert [one for one in checks.attention(snapshot) if one.code == issue.code] == [issue]
    assert issue in checks.in_mission(snapshot)


def test_a_sector_above_its_quota_is_found_with_its_subsectors() -> None:
    rows = [Application(company_id=n, status=Status.ACCEPTED) for n in (1, 2, 3, 4)]
    text = "Manufacturing: 2 companies are accepted, 1 is the quota."
    found = checks.attention(replace(in_order(), applications=rows))
    assert found == [Issue("within_quota", text, Severity.WARNING, subjects=(("sectors", 1),))]
    second = [
        CompanySector(company_id=2, sector_id=3, position=0),
        CompanySector(company_id=2, sector_id=1, position=1),
    ]
    kept = [row for row in in_order().company_sectors if row.company_id != 2]
    third = Sector(id=3, code="C", name_en="Food")
    elsewhere = replace(in_order(), applications=rows, sectors=[*SECTORS, third], company_sectors=[*kept, *second])
    assert checks.attention(elsewhere) == []


def test_a_quota_of_a_subsector_does_not_count() -> None:
    rows = [Application(company_id=n, status=Status.ACCEPTED) for n in (1, 2, 3, 4)]
    sectors = [replace(SECTORS[0], quota=2), replace(SECTORS[1], quota=0)]
    assert checks.attention(replace(in_order(), applications=rows, sectors=sectors)) == []


NO_ADDRESS = "C1 is visited at its office, but has no address."
NO_WAY = "C1 is visited at its office, of which neither zone nor coordinates say how far it is."


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ({}, NO_ADDRESS), ({"address": "Reforma 1"}, NO_WAY), ({"address": "Reforma 1", "zone": "Centro"}, ""),
        ({"address": "Reforma 1", "coordinates": "19.4, -99.1"}, ""),
    ],
)  # fmt: skip
def test_an_office_that_is_visited_has_an_address_from_which_ways_follow(office: dict[str, str], text: str) -> None:
    known = in_order()
    companies = [replace(c, meets_at=MeetsAt.OFFICE, **office) if c.id == 3 else c for c in known.companies]  # type: ignore[arg-type]
    asked = Request(id=1, delegation_id=1, counterpart_id=3)
    snapshot = replace(known, companies=companies, requests=[asked])
    assert checks.attention(snapshot) == ([about(3, "visits_found", text)] if text else [])
    assert checks.attention(replace(snapshot, requests=[])) == []
    assert checks.attention(replace(snapshot, requests=[replace(asked, priority=Priority.NO_THANKS)])) == []
    visit = replace(meeting(1, 1, 3, slot=1), table_id=None)
    assert bool(checks.attention(replace(snapshot, requests=[], meetings=[visit]))) is bool(text)
