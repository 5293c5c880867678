"""Advice for a timetable: what an organiser could do so that more requests are met, and how many that brings."""

from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Session

Pair = tuple[int, int]
"""Two companies, delegation first."""


class AdviceKind(StrEnum):
    """The kinds of things that are advised."""

    REPLAN = "replan"
    """Make the timetable again."""
    ASK_MUST = "ask_must"
    """Ask companies to come to another stop, the fewest for all must-meets."""
    ASK = "ask"
    """Ask companies to come to another stop, the fewest for all requests."""
    INVITE = "invite"
    """Invite counterparts to another city, the fewest for all requests."""
    TABLES = "tables"
    SLOTS = "slots"
    """A slot more a day at a stop."""
    HALF_DAY = "half_day"
    INTERPRETERS = "interpreters"
    SPARE = "spare"
    """Tables of a venue that are not needed."""


class Cause(StrEnum):
    """The kind of reason a request has for having no meeting, by which advice there is for it."""

    EXCLUDED = "excluded"
    """One of the two does not take part, wants no meetings or not this one."""
    APART = "apart"
    """They share no stop."""
    AWAY = "away"
    """They are never there at the same time."""
    TAKEN = "taken"
    """The times both could use, or the tables, are taken."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that could be done."""

    kind: AdviceKind
    pairs: frozenset[Pair] = frozenset()
    """The requests without a meeting that could then be met."""
    number: int = 0
    """How many it takes: companies to ask, tables or interpreters more, tables that suffice."""
    bound: int = 0
    """Fewer than so many do not do; 0 where that is not known."""
    place: int = 0
    """The key of the stop or venue it is about; 0 for none."""
    asks: tuple[tuple[int, int], ...] = ()
    """Companies and the stops they are asked to come to."""
    languages: str = ""
    """The codes of the languages interpreters are to speak, separated by commas."""
    session: Session | None = None
    """The session that would be added."""
    placed: int = 0
    """How many of the requests a trial timetable places, without losing what is placed now."""

    @property
    def gain(self) -> int:
        """How many meetings it brings."""
        return min(len(self.pairs), self.placed)

    @property
    def is_fewest(self) -> bool:
        """Whether it is proved that fewer do not do."""
        return bool(self.number) and self.number == self.bound


def must_meets(snapshot: Snapshot, pairs: frozenset[Pair]) -> int:
    """Return how many of the pairs must meet."""
    wishes = (snapshot.wishes.get(pair) for pair in pairs)
    return sum(wish is not None and wish.priority is Priority.MUST_MEET for wish in wishes)


def partners_at(snapshot: Snapshot, advice: Advice, company_id: int) -> list[int]:
    """Return whom a company could meet at the stops it is asked to come to, must-meets first, then by name."""
    stops = {stop for asked, stop in advice.asks if asked == company_id}
    found = []
    for pair in advice.pairs:
        other = pair[0] if pair[1] == company_id else pair[1]
        there = snapshot.stops_for(other) | {stop for asked, stop in advice.asks if asked == other}
        if company_id in pair and stops & there:
            found.append((not must_meets(snapshot, frozenset((pair,))), snapshot.company[other].name.casefold(), other))
    return [other for _must, _name, other in sorted(found)]


def missed_at(snapshot: Snapshot, asks: frozenset[tuple[int, int]], company_id: int) -> list[int]:
    """Return whom a company shares no stop with and would meet at those it is asked to come to, by its requests."""
    missed = frozenset(
        pair
        for pair, wish in snapshot.wishes.items()
        if company_id in pair
        and wish.priority is not Priority.NO_THANKS
        and all(map(snapshot.takes_part, pair))
        and not snapshot.stops_for(pair[0]) & snapshot.stops_for(pair[1])
    )
    return partners_at(snapshot, Advice(AdviceKind.ASK, missed, asks=tuple(asks)), company_id)


def sorted_by_gain(found: list[Advice]) -> list[Advice]:
    """Return advice with the most meetings first; of as many that first which takes the fewest."""
    order = list(AdviceKind)
    return sorted(found, key=lambda one: (-one.gain, one.number, order.index(one.kind), one.place))


@dataclass(frozen=True, slots=True)
class Findings:
    """All advice for a mission."""

    advice: tuple[Advice, ...]
    """Sorted by gain."""
    requested: int
    """How many requests want a meeting."""
    met: int
    """How many have one in the timetable as it is."""
    placeable: int
    """How many a trial timetable places, with nothing changed but the timetable."""
    helpless: frozenset[Pair] = frozenset()
    """The requests without a meeting which nothing of this helps."""
