"""How people come and go: the legs of their journeys."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missionplanner.i18n import N_, _


class LegKind(StrEnum):
    """The part of a leg in the mission: somebody comes, leaves, or is on the way between or before."""

    ARRIVAL = "arrival"
    BETWEEN = "between"
    DEPARTURE = "departure"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(LEG_KIND_LABELS[self])


LEG_KIND_LABELS = {
    LegKind.ARRIVAL: N_("Arrival"),
    LegKind.BETWEEN: N_("On the way"),
    LegKind.DEPARTURE: N_("Departure"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyLeg:
    """A flight, train or drive of one person."""

    id: int = 0
    uid: str = ""
    person_id: int
    kind: LegKind = LegKind.ARRIVAL
    flight: str = ""
    """The number of the flight or train."""
    origin: str = ""
    """Where it leaves: the code of an airport, or a place."""
    destination: str = ""
    departs: datetime | None = None
    """With the offset of the clocks where it leaves."""
    arrives: datetime | None = None
    """With the offset of the clocks where it arrives."""
    booking: str = ""
    note: str = ""

    @property
    def at(self) -> datetime | None:
        """When it touches the mission: an arrival when it lands, others when they leave."""
        first, second = self.departs, self.arrives
        return (second or first) if self.kind is LegKind.ARRIVAL else (first or second)

    @property
    def place(self) -> str:
        """Where it touches the mission."""
        return self.destination if self.kind is LegKind.ARRIVAL else self.origin

    @property
    def way(self) -> str:
        """Where it goes: "YYZ → MEX"."""
        return " → ".join(filter(None, (self.origin, self.destination)))


def in_order(legs: Iterable[JourneyLeg]) -> list[JourneyLeg]:
    """Return legs by the time they touch the mission, those without one last."""
    return sorted(legs, key=lambda leg: (leg.at is None, leg.at.timestamp() if leg.at else 0, leg.id))
