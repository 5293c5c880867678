"""What if: who takes part, what they ask for, and what the mission is made of in a scenario."""

from dataclasses import replace

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector, CompanyStop, Side
from missionplanner.domain.mission import Mission, Sector
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.scenarios import ASSUMED, Basis, Outlook, Scenario, basis, imagine
from missionplanner.domain.snapshot import Snapshot
from tests.builders import DAY, interpreter, meeting, snapshot_of


def with_status(**statuses: Status) -> Snapshot:
    """The four companies in these statuses, by name."""
    keys = {"D1": 1, "D2": 2, "C1": 3, "C2": 4}
    known = [Application(id=keys[name], company_id=keys[name], status=status) for name, status in statuses.items()]
    return snapshot_of(applications=known)


def coming(snapshot: Snapshot) -> list[str]:
    return [company.name for side in Side for company in snapshot.participants(side)]


def of(snapshot: Snapshot, order: tuple[int, ...] = (1, 2), wanted: int = 2) -> Basis:
    return Basis(snapshot, order, wanted)


def test_who_takes_part_comes_before_better_marks() -> None:
    snapshot = with_status(D1=Status.APPLIED, D2=Status.CONFIRMED, C1=Status.APPLIED)
    assert basis(snapshot, {1: 9.0, 2: 1.0}).order == (2, 1)


def test_better_marks_come_first_and_who_is_out_does_not_come() -> None:
    snapshot = with_status(D1=Status.APPLIED, D2=Status.RESERVE)
    assert basis(snapshot, {2: 4.0}).order == (2, 1)
    assert basis(with_status(D1=Status.DECLINED, D2=Status.WITHDRAWN), {}).order == ()


def test_the_least_number_of_the_mission_is_what_a_silent_company_wants() -> None:
    named = snapshot_of(mission=Mission(starts=DAY, ends=DAY, meetings_least=4))
    assert [basis(one, {}).wanted for one in (named, snapshot_of())] == [4, ASSUMED]


def test_before_anybody_is_accepted_everybody_comes() -> None:
    snapshot = with_status(D1=Status.APPLIED, D2=Status.APPLIED, C1=Status.APPLIED, C2=Status.DECLINED)
    assert coming(imagine(of(snapshot), Scenario())) == ["D1", "D2", "C1"]


def test_once_some_are_accepted_they_alone_come() -> None:
    snapshot = with_status(D1=Status.ACCEPTED, D2=Status.APPLIED, C1=Status.APPLIED, C2=Status.CONFIRMED)
    assert coming(imagine(of(snapshot), Scenario())) == ["D1", "C2"]


def test_a_number_of_companies_is_the_first_of_the_order() -> None:
    snapshot = with_status(D1=Status.ACCEPTED, D2=Status.APPLIED, C1=Status.ACCEPTED)
    assert [coming(imagine(of(snapshot, (2, 1)), Scenario(n))) for n in (1, 2)] == [["D2", "C1"], ["D1", "D2", "C1"]]


def test_requests_among_those_who_come_count() -> None:
    snapshot = replace(
        snapshot_of(),
        requests=[Request(id=1, delegation_id=1, counterpart_id=3), Request(id=2, delegation_id=2, counterpart_id=4)],
        meetings=[meeting(1, 1, 3, 1)],
    )
    found = imagine(of(snapshot), Scenario(companies=1))
    assert ([one.id for one in found.requests], found.meetings) == ([1], [])


def test_who_asks_for_nobody_is_taken_to_want_some_of_the_sector_first() -> None:
    sectors = [Sector(id=1, code="AM", name_en="Cars"), Sector(id=2, code="FD", name_en="Food")]
    known = snapshot_of(
        sectors=sectors,
        companies=[*snapshot_of().companies, Company(id=5, side=Side.COUNTERPART, name="C3")],
        applications=[*snapshot_of().applications, Application(id=5, company_id=5, status=Status.ACCEPTED)],
        company_sectors=[
            CompanySector(id=n, company_id=key, sector_id=sector) for n, (key, sector) in enumerate(((1, 2), (5, 2)))
        ],
        company_stops=[CompanyStop(id=1, company_id=4, stop_id=2), CompanyStop(id=2, company_id=2, stop_id=1)],
        requests=[Request(id=1, delegation_id=2, counterpart_id=3, priority=Priority.NO_THANKS)],
    )
    found = imagine(of(known), Scenario())
    assert [one.pair for one in found.requests[1:]] == [(1, 5), (1, 3), (2, 5)]


def test_places_times_and_interpreters_are_those_of_the_scenario() -> None:
    snapshot = snapshot_of(interpreters=[interpreter("Ana Ito", id=21)])
    found = imagine(of(snapshot), Scenario(tables=3, slots=2, days=2, interpreters=4))
    assert [len(found.tables_of[venue]) for venue in (1, 2, 3)] == [3, 3, 3]
    assert (len(found.slots), len(found.sessions), len(found.interpreters)) == (12, 6, 4)


def test_averages_and_the_fewest_are_of_the_delegation() -> None:
    numbers = dict.fromkeys(
        ("counterparts", "requested", "possible", "must_possible", "must_requested", "meetings_bound", "must_unplaced", "must_unplaced_bound",
         "company_days", "company_days_bound", "peak_tables", "peak_tables_bound"), 0,
    )  # fmt: skip
    some = Outlook(Scenario(), companies=2, meetings=5, shares={1: 1, 4: 1}, **numbers)
    none = Outlook(Scenario(), companies=0, meetings=0, shares={}, **numbers)
    assert [(one.per_company, one.least) for one in (some, none)] == [(2.5, 1), (0.0, 0)]
