"""The ways to hold a request at the stops both companies go to, or would go to if they were asked."""

from dataclasses import replace

from missionplanner.domain.companies import CompanyStop, Side
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.scheduling.asking import StopOption
from missionplanner.scheduling.formulation import formulate
from missionplanner.scheduling.stop_options import question
from tests.builders import meeting, moment, snapshot_of


def apart(**parts: object) -> Snapshot:
    """D1 goes to stop 1 alone and C1 to stop 2 alone; D1 wants to meet C1."""
    stops = [CompanyStop(company_id=1, stop_id=1), CompanyStop(company_id=3, stop_id=2)]
    requests = [Request(id=1, delegation_id=1, counterpart_id=3)]
    return snapshot_of(**{"company_stops": stops, "requests": requests, **parts})


def options(
    snapshot: Snapshot, sides: tuple[Side, ...] = (Side.DELEGATION, Side.COUNTERPART)
) -> tuple[StopOption, ...]:
    return question(snapshot, formulate(snapshot), [], [(1, 3)], sides).options[1, 3]


def test_either_company_can_be_asked() -> None:
    assert set(options(apart())) == {StopOption(1, frozenset({3})), StopOption(2, frozenset({1}))}


def test_only_companies_of_a_side_are_asked() -> None:
    assert options(apart(), (Side.COUNTERPART,)) == (StopOption(1, frozenset({3})),)


def test_who_could_not_be_there_is_not_asked() -> None:
    away = Availability(id=1, owner=Owner.COMPANY, owner_id=3, starts=moment(8), ends=moment(12))
    assert options(apart(availabilities=[away])) == (StopOption(2, frozenset({1})),)


def test_both_are_asked_to_come_to_a_third_stop() -> None:
    snapshot = apart(company_stops=[CompanyStop(company_id=key, stop_id=1) for key in (1, 3)])
    assert set(options(snapshot)) == {StopOption(1), StopOption(2, frozenset({1, 3}))}


def test_who_names_no_stop_goes_on_going_where_they_go() -> None:
    """C2 names none: it is at both, and D1 at the first."""
    snapshot = apart(requests=[Request(id=1, delegation_id=1, counterpart_id=4)])
    found = question(snapshot, formulate(snapshot), [], [(1, 4)]).options[1, 4]
    assert found == (StopOption(1), StopOption(2, frozenset({1})))


def test_meetings_that_stay_are_where_they_are() -> None:
    held = meeting(1, 1, 3, 1, locked=True)
    snapshot = apart(company_stops=[CompanyStop(company_id=key, stop_id=1) for key in (1, 3)], meetings=[held])
    assert options(snapshot) == (StopOption(1),)


def test_rooms_are_those_of_times_and_tables() -> None:
    """Stop 1 has four slots at three times, three with two tables and one with one; stop 2 has one."""
    snapshot = apart()
    found = question(snapshot, formulate(snapshot), [], [(1, 3)])
    assert found.room == {1: 7, 2: 1}
    assert found.times == {(1, 1): 3, (1, 2): 1, (3, 1): 3, (3, 2): 1}


def test_stops_in_parallel_are_rivals() -> None:
    snapshot = apart()
    beside = [replace(stop, starts=snapshot.stops[0].starts) for stop in snapshot.stops]
    found = apart(stops=beside)
    assert question(found, formulate(found), [], [(1, 3)]).rivals == frozenset({(1, 2)})
