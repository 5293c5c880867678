"""Scenarios: a mission with another number of companies, tables, slots, days and interpreters, and what it is like."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from missionplanner.domain import alterations
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.selection import OPEN, candidates, ranking
from missionplanner.domain.snapshot import Snapshot

ASSUMED = 6
"""So many meetings a company without any request is taken to want, where the mission names no least number."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A mission as it could be; None: as it is."""

    companies: int | None = None
    """So many companies of the delegation take part: the best by their marks, those first who take part already."""
    tables: int | None = None
    """Of every venue."""
    slots: int | None = None
    """A day at every venue."""
    days: int | None = None
    """Of meetings at every venue."""
    interpreters: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """A mission with the order in which companies of its delegation would be taken."""

    snapshot: Snapshot
    order: tuple[int, ...]
    wanted: int
    """How many meetings a company without any request is taken to want."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The figures a mission would have in a scenario; bounds are proved whatever the timetable."""

    scenario: Scenario
    companies: int
    """Of the delegation."""
    counterparts: int
    requested: int
    possible: int
    """Of these, for which there is a time at a stop both companies go to, in the largest of the scenarios."""
    must_requested: int
    must_possible: int
    meetings: int
    meetings_bound: int
    """No timetable has more."""
    must_unplaced: int
    must_unplaced_bound: int
    """In no timetable are fewer must-meets left without a meeting."""
    shares: Mapping[int, int]
    """How many companies of the delegation have 0, 1, ... meetings."""
    company_days: int
    company_days_bound: int
    """No timetable worth as much has fewer."""
    peak_tables: int
    peak_tables_bound: int
    """With fewer tables in use at a time these meetings cannot be held."""

    @property
    def per_company(self) -> float:
        """How many meetings a company of the delegation has on average."""
        return self.meetings / self.companies if self.companies else 0.0

    @property
    def least(self) -> int:
        """How many meetings the company of the delegation with the fewest has."""
        return min(self.shares, default=0)


def basis(snapshot: Snapshot, points: Mapping[int, float | None]) -> Basis:
    """Return a mission with the order in which its candidates would be taken.

    Those first who take part, then by marks. Who declined or withdrew, was declined or has not
    applied is not among them.
    """
    out = (Status.DECLINED, Status.WITHDRAWN, Status.PROSPECT)
    found = [one for one in candidates(snapshot) if one.application.status not in out]
    found = sorted(ranking(found, points), key=lambda one: not one.application.status.takes_part)
    return Basis(snapshot, tuple(one.company_id for one in found), snapshot.mission.meetings_least or ASSUMED)


def imagine(basis: Basis, scenario: Scenario) -> Snapshot:
    """Return the mission of a scenario, without any meeting yet."""
    snapshot = replace(_with_companies(basis, scenario.companies), meetings=[], meeting_delegates=[])
    snapshot = with_times(replace(snapshot, requests=_requests(snapshot, basis)), scenario)
    if scenario.tables is not None:
        snapshot = alterations.with_tables(snapshot, dict.fromkeys(snapshot.venue, scenario.tables))
    if scenario.interpreters is not None:
        snapshot = alterations.with_number_of_interpreters(snapshot, scenario.interpreters)
    return snapshot


def with_times(snapshot: Snapshot, scenario: Scenario, at_least: bool = False) -> Snapshot:
    """Return a mission with the days and slots of a scenario; at_least: days and slots there are more of stay."""
    if scenario.days is not None:
        snapshot = alterations.with_days(snapshot, scenario.days, at_least)
    if scenario.slots is not None:
        snapshot = alterations.with_slots_a_day(snapshot, scenario.slots, at_least)
    return snapshot


def coming(basis: Basis, number: int | None) -> set[int]:
    """Return who takes part: so many of the delegation, and the counterparts even where none said yes yet."""
    taking = [key for key in basis.order if basis.snapshot.takes_part(key)]
    mine = basis.order[:number] if number is not None else taking or basis.order
    return {*mine, *_counterparts(basis.snapshot)}


def _with_companies(basis: Basis, number: int | None) -> Snapshot:
    snapshot, wanted = basis.snapshot, coming(basis, number)
    return replace(snapshot, applications=[_as_taken(one, one.company_id in wanted) for one in snapshot.applications])


def _counterparts(snapshot: Snapshot) -> set[int]:
    """Return the counterparts who come; while none said so, all that may."""
    mine = [one for one in snapshot.applications if snapshot.company[one.company_id].side is Side.COUNTERPART]
    coming = {one.company_id for one in mine if one.status.takes_part}
    return coming or {one.company_id for one in mine if one.status in OPEN}


def _as_taken(application: Application, takes_part: bool) -> Application:
    if takes_part == application.status.takes_part:
        return application
    return replace(application, status=Status.ACCEPTED if takes_part else Status.DECLINED)


def _requests(snapshot: Snapshot, basis: Basis) -> list[Request]:
    """Return the requests among those who take part, with assumed ones for companies that made none.

    In the order in which companies are taken, so that the requests of the first ones are the same however many come.
    """
    known = [one for one in snapshot.requests if all(map(snapshot.takes_part, one.pair))]
    asking = {one.delegation_id for one in known if one.priority is not Priority.NO_THANKS}
    silent = [key for key in basis.order if key not in asking and snapshot.takes_part(key)]
    return [*known, *_assumed(snapshot, silent, basis.wanted, {one.pair for one in known})]


def _assumed(
    snapshot: Snapshot, companies: Sequence[int], wanted: int, known: Iterable[tuple[int, int]]
) -> list[Request]:
    """Return requests of companies for counterparts of their stops: of their sector first, then the least asked for."""
    others = [company.id for company in snapshot.participants(Side.COUNTERPART)]
    asked: Counter[int] = Counter()
    taken = set(known)
    found: list[Request] = []
    stops = {key: snapshot.stops_for(key) for key in (*companies, *others)}
    of_sector: dict[int, set[int]] = defaultdict(set)
    for other in others:
        of_sector[snapshot.sector_of(other)].add(other)
    for company in companies:
        mine = of_sector[snapshot.sector_of(company)]
        possible = [o for o in others if stops[company] & stops[o] and (company, o) not in taken]
        possible.sort(key=lambda other: (other not in mine, asked[other], other))
        for other in possible[:wanted]:
            asked[other] += 1
            found.append(Request(id=-len(found) - 1, delegation_id=company, counterpart_id=other))
    return found
