"""Sectors beside their quotas, the mission beside its size, and the orders in which companies are chosen."""

from dataclasses import replace

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import CompanySector, Side
from missionplanner.domain.mission import Mission, Sector
from missionplanner.domain.selection import OPEN, Candidate, candidates, ranking, reserve_list, standing, standings
from tests.builders import DAY, snapshot_of

MISSION = Mission(starts=DAY, ends=DAY)


def candidate(key: int, status: Status = Status.APPLIED, sector: int = 7, rank: int | None = None) -> Candidate:
    return Candidate(key, f"C{key}", sector, Application(id=key, company_id=key, status=status, rank=rank))


def test_standing_counts_against_quota_and_size() -> None:
    everyone = [
        candidate(1, Status.ACCEPTED),
        candidate(2, Status.CONFIRMED),
        candidate(3, Status.RESERVE),
        candidate(4),
        candidate(5, Status.ACCEPTED, sector=8),
    ]
    found = standing(Sector(id=7, code="AM", name_en="AM", quota=3), everyone, MISSION)
    assert (found.taken, found.reserve, found.open, found.room) == (2, 1, 1, 1)
    assert standing(None, everyone, MISSION).taken == 3
    assert standing(None, everyone, MISSION).room is None


def test_ranking_puts_the_best_first_and_the_unmarked_last() -> None:
    order = ranking([candidate(1), candidate(2), candidate(3)], {2: 50.0, 3: 90.0, 1: None})
    assert [c.company_id for c in order] == [3, 2, 1]


def test_reserve_list_is_in_its_own_order() -> None:
    waiting = [candidate(1, Status.RESERVE, rank=2), candidate(2, Status.RESERVE, rank=1), candidate(3, Status.RESERVE)]
    assert [c.company_id for c in reserve_list([*waiting, candidate(4)])] == [2, 1, 3]


def test_the_delegation_stands_against_the_size_of_the_mission() -> None:
    sized = replace(MISSION, places_min=2, places_max=3)
    everyone = [candidate(n, status) for n, status in enumerate([*OPEN, *[Status.ACCEPTED] * 4, Status.DECLINED])]
    found = standing(None, everyone, sized)
    assert (found.open, found.taken, found.declined, found.reserve) == (3, 4, 1, 0)
    assert (found.least, found.most, found.room) == (2, 3, -1)
    of_sector = standing(Sector(id=7, code="AM", name_en="AM", quota=9), everyone, sized)
    assert (of_sector.least, of_sector.most) == (None, 9)


def test_withdrawn_companies_do_not_count() -> None:
    found = standing(None, [candidate(1, Status.WITHDRAWN)], MISSION)
    assert (found.taken, found.reserve, found.open, found.declined) == (0, 0, 0, 0)


def test_of_equal_points_names_decide_and_then_keys() -> None:
    named = [Candidate(n, name, 7, Application(company_id=n)) for n, name in ((4, "b"), (3, "A"), (2, "a"), (1, "C"))]
    assert [c.company_id for c in ranking(named, {1: 0.5, 2: 0.5, 3: 0.5, 4: 0.5})] == [2, 3, 4, 1]
    assert [c.company_id for c in ranking(named, {1: 0.5, 2: None})] == [1, 2, 3, 4]


def test_those_without_a_rank_wait_in_the_order_in_which_they_came() -> None:
    waiting = [candidate(n, Status.RESERVE, rank=rank) for n, rank in ((5, None), (4, None), (3, 900_000))]
    assert [c.company_id for c in reserve_list(waiting)] == [3, 4, 5]


def test_every_registered_company_of_the_delegation_is_a_candidate_with_its_main_sector() -> None:
    sectors = [Sector(id=1, code="A", name_en="A", quota=2), Sector(id=2, code="B", name_en="B", parent_id=1)]
    applications = [Application(id=n, company_id=n, status=Status.RESERVE) for n in (1, 3)]
    rows = [
        CompanySector(company_id=1, sector_id=2, position=0),
        CompanySector(company_id=1, sector_id=9, position=1),
    ]
    snapshot = snapshot_of(sectors=sectors, applications=applications, company_sectors=rows)
    everyone = candidates(snapshot)
    assert everyone == [Candidate(1, "D1", 1, applications[0])]
    assert candidates(replace(snapshot, company_sectors=[])) == [Candidate(1, "D1", 0, applications[0])]
    found = standings(everyone, snapshot)
    assert [(one.sector, one.reserve, one.most) for one in found] == [(None, 1, None), (sectors[0], 1, 2)]


def test_counterparts_are_candidates_of_their_own_without_places() -> None:
    sectors = [Sector(id=1, code="A", name_en="A", quota=2)]
    snapshot = snapshot_of(sectors=sectors)
    counterparts = [company.id for company in snapshot.companies if company.side is Side.COUNTERPART]
    applications = [Application(id=n, company_id=key, status=Status.ACCEPTED) for n, key in enumerate(counterparts, 1)]
    snapshot = replace(snapshot, applications=applications, mission=replace(snapshot.mission, places_max=9))
    everyone = candidates(snapshot, Side.COUNTERPART)
    assert [one.company_id for one in everyone] == counterparts
    found = standings(everyone, snapshot, Side.COUNTERPART)
    assert [(one.taken, one.most, one.side) for one in found] == [
        (len(counterparts), None, Side.COUNTERPART), (0, None, Side.COUNTERPART),
    ]  # fmt: skip
