"""The requests and meetings of every company, against the limits of the mission."""

from collections import Counter
from dataclasses import dataclass

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import N_

STATES = {
    "few": N_("Too few requests"), "unmet": N_("Too few meetings"), "many": N_("Too many requests"),
    "good": N_("In order"),
}  # fmt: skip
LEAST, MOST = 6, 17
"""The requests a company should have where the mission sets no limits."""


@dataclass(frozen=True, slots=True)
class Balance:
    """A company with the number of its requests and meetings."""

    company: Company
    asks: int
    """Its own requests, without vetoes."""
    asked: int
    """Requests of others for it, without vetoes."""
    wanted: int
    """Companies it asked for or that asked for it, without those either side vetoed."""
    vetoes: int
    """Companies it does not want to meet."""
    meetings: int
    open: int
    """Wanted companies it has no meeting with."""
    state: str
    """A key of STATES."""


@dataclass(slots=True)
class _Counts:
    """Numbers by company."""

    asks: Counter[int]
    asked: Counter[int]
    vetoes: Counter[int]
    wanted: Counter[int]
    open: Counter[int]


def limits(snapshot: Snapshot) -> tuple[int, int]:
    """Return the least and the most requests a company should have."""
    mission = snapshot.mission
    return mission.meetings_least or LEAST, mission.meetings_most or MOST


def balances(snapshot: Snapshot) -> list[Balance]:
    """Return the balance of every company that takes part, by side and name."""
    met = {m.pair for m in snapshot.meetings if m.stands}
    counts = _counts(snapshot, met)
    found = []
    for company in (c for side in Side for c in snapshot.participants(side)):
        key = company.id
        meetings = len(snapshot.meetings_of.get(key, []))
        # Before anything is planned everybody is without meetings, which is nobody's fault.
        state = _state(limits(snapshot), counts.wanted[key], meetings if met else None)
        found.append(
            Balance(
                company,
                counts.asks[key],
                counts.asked[key],
                counts.wanted[key],
                counts.vetoes[key],
                meetings,
                counts.open[key],
                state,
            )
        )
    return found


def _counts(snapshot: Snapshot, met: set[tuple[int, int]]) -> _Counts:
    found = _Counts(Counter(), Counter(), Counter(), Counter(), Counter())
    for request in snapshot.requests:
        asker, other = request.pair if request.asked_by is Side.DELEGATION else request.pair[::-1]
        if request.priority is Priority.NO_THANKS:
            found.vetoes[asker] += 1
        else:
            found.asks[asker] += 1
            found.asked[other] += 1
    for pair, wish in snapshot.wishes.items():
        if wish.priority is not Priority.NO_THANKS:
            found.wanted.update(pair)
            if pair not in met:
                found.open.update(pair)
    return found


def _state(least_most: tuple[int, int], wanted: int, meetings: int | None) -> str:
    least, most = least_most
    if wanted < least:
        return "few"
    if meetings is not None and meetings < least:
        return "unmet"
    return "many" if wanted > most else "good"
