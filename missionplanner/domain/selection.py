"""The selection of companies of either side: sectors and their quotas, the mission and its size, the reserve list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission, Sector
from missionplanner.domain.snapshot import Snapshot

OPEN = (Status.APPLIED, Status.INFORMATION_REQUESTED, Status.UNDER_REVIEW)
"""Statuses of registrations nobody has decided on."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of companies of a sector or of a whole side, beside the numbers wanted."""

    sector: Sector | None
    """None for the whole side."""
    taken: int
    """Accepted or confirmed."""
    reserve: int
    open: int
    """Not decided on."""
    declined: int
    least: int | None
    """The number needed."""
    most: int | None
    """The quota or the number of places."""
    side: Side = Side.DELEGATION
    """The side the companies are of; places are those of the delegation."""

    @property
    def room(self) -> int | None:
        """The number that can still be accepted; None without a limit, negative when there are too many."""
        return None if self.most is None else self.most - self.taken


@dataclass(frozen=True, slots=True)
class Candidate:
    """A company to be decided on."""

    company_id: int
    name: str
    sector: int
    """The key of its main sector; 0 for none."""
    application: Application


def standing(
    sector: Sector | None, candidates: Iterable[Candidate], mission: Mission, side: Side = Side.DELEGATION
) -> Standing:
    """Return the standing of a sector's candidates, or of all of them without a sector."""
    found = Counter(c.application.status for c in candidates if sector is None or c.sector == sector.id)

    def number(*statuses: Status) -> int:
        return sum(found[status] for status in statuses)

    has_places = side is Side.DELEGATION
    return Standing(
        sector,
        number(Status.ACCEPTED, Status.CONFIRMED),
        number(Status.RESERVE),
        number(*OPEN),
        number(Status.DECLINED),
        least=mission.places_min if sector is None and has_places else None,
        most=None if not has_places else mission.places_max if sector is None else sector.quota,
        side=side,
    )


def ranking(candidates: Iterable[Candidate], points: Mapping[int, float | None]) -> list[Candidate]:
    """Return the candidates by their points, the best first and those without any last, then by name."""
    return sorted(candidates, key=lambda c: (-(points.get(c.company_id) or -1.0), c.name.casefold(), c.company_id))


_AFTER_ALL_RANKS = 1_000_000


def reserve_list(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return those in reserve by their rank; those without one come last."""
    waiting = [c for c in candidates if c.application.status is Status.RESERVE]
    return sorted(waiting, key=lambda c: (c.application.rank or _AFTER_ALL_RANKS, c.application.id))


def candidates(snapshot: Snapshot, side: Side = Side.DELEGATION) -> list[Candidate]:
    """Return the companies of a side that have a status."""
    found = []
    for company in snapshot.companies:
        if company.side is side and company.id in snapshot.application:
            mine = snapshot.sectors_of.get(company.id, [])
            sector = snapshot.main_sector(mine[0]) if mine else 0
            found.append(Candidate(company.id, company.name, sector, snapshot.application[company.id]))
    return found


def standings(everyone: list[Candidate], snapshot: Snapshot, side: Side = Side.DELEGATION) -> list[Standing]:
    """Return the standing of the whole side, then of every sector; `everyone` are its candidates."""
    by_sector: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in everyone:
        by_sector[candidate.sector].append(candidate)
    mains = (sector for sector in snapshot.sectors if sector.parent_id is None)
    whole = standing(None, everyone, snapshot.mission, side)
    return [whole, *(standing(sector, by_sector[sector.id], snapshot.mission, side) for sector in mains)]
