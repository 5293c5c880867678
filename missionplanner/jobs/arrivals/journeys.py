"""Legs as tables tell them made into legs of the mission: whether somebody comes or leaves, on which clocks."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from missionplanner.domain.journeys import JourneyLeg, LegKind, in_order
from missionplanner.domain.mission import Mission, Stop
from missionplanner.exchange.travel_tables import ToldLeg
from missionplanner.jobs.arrivals.airports import located
from missionplanner.jobs.programme import gazetteer

_APART = timedelta(3)
"""How far apart two arrivals of one person may be that are the same one, changed."""


@dataclass(frozen=True, slots=True)
class Map:
    """Where the mission is, to tell arrivals from departures."""

    stops: tuple[Stop, ...]
    hosts: frozenset[str]
    """The countries it visits."""
    zone: str
    """The clocks of places nobody knows."""

    @classmethod
    def of(cls, mission: Mission, stops: Sequence[Stop]) -> "Map":
        """Return that of a mission."""
        named = (mission.host_country, *(stop.country for stop in stops))
        hosts = {gazetteer.code_of(name) or name for name in named if name}
        return cls(tuple(stops), frozenset(hosts), stops[0].time_zone if stops else "UTC")

    def country(self, place: str) -> str:
        """Return the country of a place; empty where nobody knows it."""
        return located(place, self.stops)[0]

    def clocks(self, place: str) -> ZoneInfo:
        """Return the clocks of a place; those of the first stop where nobody knows it."""
        return ZoneInfo(located(place, self.stops)[1] or self.zone)


def legs(person_id: int, told: Iterable[ToldLeg], known: Map, booking: str = "") -> list[JourneyLeg]:
    """Return the legs of one person as a file tells them, in the order of time."""
    made = [(one, _leg(person_id, one, known, booking)) for one in told]
    made.sort(key=lambda row: _shown(row[1]))
    kinds = _kinds(made, known)
    return in_order(replace(leg, kind=kind) for (_one, leg), kind in zip(made, kinds, strict=True))


def _shown(leg: JourneyLeg) -> str:
    """Return the day and time clocks show where it leaves, else where it lands; legs without one are last."""
    at = leg.departs or leg.arrives
    return at.replace(tzinfo=None).isoformat() if at else "~"


def _leg(person_id: int, told: ToldLeg, known: Map, booking: str) -> JourneyLeg:
    one = told.segment
    departs = one.departs.replace(tzinfo=known.clocks(one.origin)) if one.departs and one.origin else None
    arrives = one.arrives.replace(tzinfo=known.clocks(one.destination)) if one.arrives else None
    if one.departs and one.arrives and arrives and not one.is_later_told:
        # A table that says no "+1" leaves it to the reader that nobody lands before taking off.
        left = departs or one.departs.replace(tzinfo=arrives.tzinfo)
        while arrives <= left:
            arrives += timedelta(1)
    if one.departs and departs is None:
        departs = None if arrives else one.departs.replace(tzinfo=known.clocks(""))
    return JourneyLeg(
        person_id=person_id,
        flight=one.flight,
        origin=one.origin,
        destination=one.destination,
        departs=_plain(departs),
        arrives=_plain(arrives),
        booking=booking,
    )


def _plain(at: datetime | None) -> datetime | None:
    """Return a time with the offset of its clocks, as files keep it."""
    return datetime.fromisoformat(at.isoformat()) if at else None


def _kinds(made: Sequence[tuple[ToldLeg, JourneyLeg]], known: Map) -> list[LegKind]:
    """Return what each leg is, in the order of time: as its places say, else as its columns do, else as it comes."""
    found: list[LegKind | None] = [_by_places(leg, known.hosts, known) or _by_ends(one) for one, leg in made]
    for place, kind in enumerate(found):
        if kind is None:
            first = place == 0 and not any(one is LegKind.ARRIVAL for one in found)
            found[place] = (
                LegKind.ARRIVAL if first else LegKind.DEPARTURE if place == len(found) - 1 else LegKind.BETWEEN
            )
    return [kind for kind in found if kind]


def _by_places(leg: JourneyLeg, hosts: Collection[str], known: Map) -> LegKind | None:
    start, end = known.country(leg.origin), known.country(leg.destination)
    if start and end:
        if (start in hosts) == (end in hosts):
            return LegKind.BETWEEN
        return LegKind.ARRIVAL if end in hosts else LegKind.DEPARTURE
    if start or end:
        is_host = (start or end) in hosts
        return (LegKind.DEPARTURE if start else LegKind.ARRIVAL) if is_host else None
    return None


def _by_ends(told: ToldLeg) -> LegKind | None:
    by_leg = {"out": LegKind.ARRIVAL, "back": LegKind.DEPARTURE}
    by_end = {frozenset(("arr",)): LegKind.ARRIVAL, frozenset(("dep",)): LegKind.DEPARTURE}
    return by_leg.get(told.leg) or by_end.get(told.ends)


def merged(there: Sequence[JourneyLeg], told: Sequence[JourneyLeg]) -> list[tuple[JourneyLeg | None, JourneyLeg]]:
    """Return each leg that is told with the one of the mission it changes, None where it is new.

    What the file does not say stays as it was.
    """
    free, found = list(there), []
    for leg in told:
        before = _same(free, leg)
        if before:
            free.remove(before)
        found.append((before, _filled(before, leg) if before else leg))
    return found


def _same(free: Sequence[JourneyLeg], leg: JourneyLeg) -> JourneyLeg | None:
    alike = [one for one in free if one.kind is leg.kind and _near(one, leg)]
    by_flight = [one for one in alike if one.flight == leg.flight]
    if by_flight or leg.kind is LegKind.BETWEEN:
        return next(iter(by_flight), None)
    return next(iter(alike), None)


def _near(one: JourneyLeg, other: JourneyLeg) -> bool:
    first, second = one.at, other.at
    return first is None or second is None or abs(first - second) <= _APART


def _filled(before: JourneyLeg, leg: JourneyLeg) -> JourneyLeg:
    values = {
        name: value
        for name in ("flight", "origin", "destination", "departs", "arrives", "booking")
        if (value := getattr(leg, name))
    }
    # Of another flight nothing of the old one stays.
    if before.flight and leg.flight and before.flight != leg.flight:
        return replace(leg, id=before.id, uid=before.uid, note=before.note, booking=leg.booking or before.booking)
    return replace(before, kind=leg.kind, **values)
